/** Runs a line or a script on Node's own streams. */
import { resume } from '../../data/resume.ts';
import { createMachine, type Machine } from '../app/machine.ts';
import { HOME } from '../app/prompt.ts';
import { openHistory } from '../app/store/history.ts';
import { Stopped } from '../os/failure.ts';
import { exportTree } from './export.ts';
import { nodeHost } from './host/host.ts';
import { streamReader, streamWriter } from './streams.ts';
import { isCapable } from './terminal/terminal.ts';

/** Signals that stop the line, with its status. */
const stops = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const newMachine = (name: string, args: readonly string[]): Machine => {
  const host = nodeHost();
  return createMachine({ resume, host, history: openHistory(host), interactive: false, name, arguments: args });
};

/** Runs source text; returns its status. `name` and `args` are its `$0`, `$1` and so on. */
export const runScript = async (source: string, name: string, args: readonly string[]): Promise<number> => {
  const { session } = newMachine(name, args);
  const stopper = new AbortController();
  const { signal } = stopper;
  const stop = (status: number): void => {
    stopper.abort(new Stopped(status));
    job.stop(status);
  };
  const streams = {
    stdin: streamReader(process.stdin, signal, process.stdin.isTTY === true),
    stdout: streamWriter(process.stdout, signal),
    stderr: streamWriter(process.stderr, signal),
  };
  const io = isCapable() ? { ...streams, tty: (await import('./terminal/late-tty.ts')).lateTty(nodeHost(), signal, stop) } : streams;
  const job = session.run(source, io);
  for (const [name, status] of stops) process.once(name, () => stop(status));
  const status = await job.finished;
  return session.exited ? status : session.end(io);
};

/** Writes the résumé's tree below the real `directory`. */
export const exportHome = (directory: string): void => exportTree(newMachine('cvsh', []).fs, HOME, directory);
