/** The shell under Node: `-c LINE`, a script, lines from a pipe, or an interactive shell on a real terminal. */
import { readFileSync } from 'node:fs';
import { USAGE } from '../os/status.ts';
import { isShellThread, serveThread } from './host/thread.ts';
import { isCapable } from './terminal/terminal.ts';

const USAGE_TEXT = `usage: cvsh [-c LINE [NAME [ARGUMENT…]]] [--export DIR] [SCRIPT [ARGUMENT…]]

  -c LINE        run LINE, and exit with its status
  --export DIR   write the résumé's files into DIR
  --help         show this help
Without arguments, it is an interactive shell on a terminal, and elsewhere runs a script from standard input.
`;

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

const runScript = async (source: string, name: string, args: readonly string[] = []): Promise<number> =>
  (await import('./script.ts')).runScript(source, name, args);

const converse = async (): Promise<number> => {
  const { resume } = await import('../../data/resume.ts');
  if (isCapable()) return (await import('./interactive.ts')).interactive(resume);
  return (await import('./plain.ts')).plainShell(resume);
};

/** Answers 0, or 1 with what went wrong in one line. */
const exportTo = async (directory: string): Promise<number> => {
  const { exportHome } = await import('./script.ts');
  try {
    exportHome(directory);
    return 0;
  } catch (error) {
    const { message } = error as Error;
    // Node's own messages end with the call and its path: `EACCES: permission denied, mkdir '/x'`.
    const [, why, path] = /^\w+: (.*?), \w+ '(.*)'$/.exec(message) ?? [];
    process.stderr.write(`cvsh: --export: ${why === undefined ? message : `${path}: ${why}`}\n`);
    return 1;
  }
};

const dispatch = async ([first, ...rest]: readonly string[]): Promise<number> => {
  switch (first) {
    case '--help':
      process.stdout.write(USAGE_TEXT);
      return 0;
    case '-c': {
      const [line, name = 'cvsh', ...args] = rest;
      return line === undefined ? usageFault('-c: option requires an argument') : runScript(line, name, args);
    }
    case '--export': {
      if (rest.length !== 1 || !rest[0]) return usageFault('--export requires one directory');
      return exportTo(rest[0]);
    }
    case undefined:
      return process.stdin.isTTY ? converse() : runScript(readScript(0) ?? '', 'cvsh');
    default: {
      if (first.startsWith('-')) return usageFault(`${first}: invalid option`);
      const source = readScript(first);
      return source === undefined ? 127 : runScript(source, first, rest);
    }
  }
};

const written = (stream: NodeJS.WriteStream): Promise<void> => new Promise((resolve) => stream.write('', () => resolve()));

/** Runs the command line, and ends the process with its status once everything is written, whatever still runs in the background. */
export const main = async (args: readonly string[]): Promise<void> => {
  if (isShellThread()) await serveThread();
  // Who reads no longer is told by the writer that cares; the others need not die of it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const status = await dispatch(args);
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit(status);
};
