/** The interactive shell on a terminal that supports control sequences. */
import type { Resume } from '../../data/types.ts';
import { App } from '../app/app.ts';
import { speechFor } from '../app/languages.ts';
import { welcomeLines } from '../app/welcome.ts';
import { nodeHost } from './host/host.ts';
import { fileStorage } from './host/storage.ts';
import { NodeTerminal } from './terminal/terminal.ts';

/** Runs until the visitor leaves; returns the shell's status. */
export const interactive = async (resume: Resume): Promise<number> => {
  const host = nodeHost(fileStorage());
  const speech = await speechFor(host.languages);
  return new Promise((resolve) => {
    const terminal = new NodeTerminal();
    const leave = (status: number): void => {
      terminal.close();
      resolve(status);
    };
    const app = new App(
      {
        host,
        terminal,
        speech,
        welcome: (columns, rows) => welcomeLines(resume, columns, rows, speech),
        load: async (stores, listeners) => {
          const [{ connectShell }, { spawnThread }] = await Promise.all([import('../worker/connect.ts'), import('./host/thread.ts')]);
          const spawn = async (here = false) => (here ? (await import('../worker/here.ts')).spawnHere(resume, host)() : spawnThread());
          return connectShell(spawn, host, stores, listeners);
        },
      },
      { left: leave },
    );
    terminal.open();
    app.start();
    // The first screen is there; the shell loads while the visitor reads.
    setImmediate(() => app.wake());
  });
};
