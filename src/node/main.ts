/** The shell under Node: `-c LINE`, a script, lines from a pipe, or an interactive shell on a real terminal. */
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { resume } from '../../data/resume.ts';
import { openHistory } from '../app/history.ts';
import { createMachine, type Machine } from '../app/machine.ts';
import { HOME } from '../app/prompt.ts';
import { Stopped } from '../os/failure.ts';
import { USAGE } from '../os/status.ts';
import { exportTree } from './export.ts';
import { nodeHost } from './host.ts';
import { streamReader, streamWriter } from './streams.ts';

const USAGE_TEXT = `usage: cvsh [-c LINE [NAME [ARGUMENT…]]] [--export DIR] [SCRIPT [ARGUMENT…]]

  -c LINE        run LINE, and end with its status
  --export DIR   write the résumé's tree below DIR, as real files
  --help         show this
Without arguments: an interactive shell on a terminal, else a script from standard input.
`;

const newMachine = (name?: string, args?: readonly string[]): Machine => {
  const host = nodeHost();
  const history = openHistory(host);
  return createMachine({ resume, host, history, interactive: false, ...(name === undefined ? {} : { name }), arguments: args ?? [] });
};

/** Runs source text on Node's own streams; answers its status. */
const runSource = async (source: string, name: string, args: readonly string[]): Promise<number> => {
  const { session } = newMachine(name, args);
  const stopper = new AbortController();
  const { signal } = stopper;
  const io = {
    stdin: streamReader(process.stdin, signal, process.stdin.isTTY === true),
    stdout: streamWriter(process.stdout, signal),
    stderr: streamWriter(process.stderr, signal),
  };
  const job = session.run(source, io);
  const stop = (status: number): void => {
    stopper.abort(new Stopped(status));
    job.stop(status);
  };
  process.once('SIGINT', () => stop(130)).once('SIGTERM', () => stop(143));
  const status = await job.finished;
  return session.exited ? status : session.end(io);
};

const readScript = (path: string | 0): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'No such file or directory' : (error as Error).message;
    process.stderr.write(`cvsh: ${path}: ${why}\n`);
    return undefined;
  }
};

const usageFault = (message: string): number => {
  process.stderr.write(`cvsh: ${message}\n${USAGE_TEXT}`);
  return USAGE;
};

// A long pipeline has more ends that wait for one job's stop than Node thinks sound.
setMaxListeners(0);

const dispatch = async ([first, ...rest]: readonly string[]): Promise<number> => {
  switch (first) {
    case '--help':
      process.stdout.write(USAGE_TEXT);
      return 0;
    case '-c': {
      const [line, name = 'cvsh', ...args] = rest;
      return line === undefined ? usageFault('-c: option requires an argument') : runSource(line, name, args);
    }
    case '--export': {
      if (rest.length !== 1 || !rest[0]) return usageFault('--export: one directory is needed');
      exportTree(newMachine().fs, HOME, rest[0]);
      return 0;
    }
    case undefined: {
      if (process.stdin.isTTY) return (await import('./interactive.ts')).interactive(resume);
      return runSource(readScript(0) ?? '', 'cvsh', []);
    }
    default: {
      if (first.startsWith('-')) return usageFault(`${first}: invalid option`);
      const source = readScript(first);
      return source === undefined ? 127 : runSource(source, first, rest);
    }
  }
};

/** Runs the command line, sets the exit status, and ends once everything is written. */
export const main = async (args: readonly string[]): Promise<void> => {
  process.exitCode = await dispatch(args);
  // An open standard input would keep the process alive.
  process.stdin.destroy();
};
