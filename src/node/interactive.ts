/** The interactive shell on a real terminal: raw mode while it runs, the terminal as it was found when it ends. */
import type { Resume } from '../../data/types.ts';
import { App } from '../app/app.ts';
import { createEngine } from '../app/engine.ts';
import type { Terminal } from '../app/terminal.ts';
import { welcomeLines } from '../app/welcome.ts';
import { bracketedPasteOff, bracketedPasteOn, leaveAlternate, restore } from '../term/ansi.ts';
import { nodeHost } from './host.ts';

const nodeTerminal = (): Terminal => ({
  get columns() {
    return process.stdout.columns;
  },
  get rows() {
    return process.stdout.rows;
  },
  splitsKeys: true,
  write: (data, done) => void process.stdout.write(data, () => done?.()),
  onData: (listener) => void process.stdin.on('data', (chunk) => listener(String(chunk))),
  // A real terminal has changed its size before it tells.
  beforeResize: () => {},
  onResize: (listener) => {
    process.stdout.on('resize', listener);
    return () => void process.stdout.off('resize', listener);
  },
  scrollPages: () => {},
  scrollToBottom: () => {},
});

/** Runs until the visitor leaves; answers the shell's status. */
export const interactive = (resume: Resume): Promise<number> =>
  new Promise((resolve) => {
    const { stdin, stdout } = process;
    const giveBack = (): void => {
      stdout.write(bracketedPasteOff + restore);
      stdin.setRawMode(false);
    };
    const leave = (status: number): void => {
      process.off('exit', giveBack);
      giveBack();
      stdin.pause();
      resolve(status);
    };
    stdin.setEncoding('utf8').setRawMode(true);
    stdout.write(bracketedPasteOn);
    process.on('exit', giveBack);
    for (const [name, number] of [
      ['SIGTERM', 15],
      ['SIGHUP', 1],
    ] as const) {
      process.once(name, () => {
        stdout.write(leaveAlternate);
        leave(128 + number);
      });
    }
    const host = nodeHost();
    const app = new App(
      {
        host,
        terminal: nodeTerminal(),
        welcome: (columns, rows) => welcomeLines(resume, columns, rows),
        load: async ({ history, settings }) => createEngine({ resume, host, history, settings, interactive: true }),
      },
      { left: leave },
    );
    app.start();
  });
