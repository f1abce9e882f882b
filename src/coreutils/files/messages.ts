/** What the file utilities say on standard error. */

import { VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';

/** `NAME: MESSAGE`. */
export const warn = (process: Process, message: string): Promise<void> =>
  process.stderr.write(`${process.name}: ${message}\n`, { role: 'bad' });

/** `NAME: cannot ACT 'PATH': why`; what is no failure of the file system is thrown on. */
export const cannot = (process: Process, act: string, path: string, error: unknown): Promise<void> => {
  if (!(error instanceof VfsError)) throw error;
  return warn(process, `cannot ${act} ${quoteFile(path)}: ${error.message}`);
};

/** Asks on standard error; true when the line that answers on standard input begins with y. */
export type Confirm = (question: string) => Promise<boolean>;

/** A Confirm whose answers are the successive lines of standard input; at its end every answer is no. */
export const createConfirm = (process: Process): Confirm => {
  let held = '';
  const readLine = async (): Promise<string> => {
    let newline = held.indexOf('\n');
    for (let chunk: string | null = ''; newline < 0; newline = held.indexOf('\n')) {
      chunk = await process.stdin.read();
      if (chunk === null) break;
      held += chunk;
    }
    const line = newline < 0 ? held : held.slice(0, newline);
    held = newline < 0 ? '' : held.slice(newline + 1);
    return line;
  };
  return async (question) => {
    await process.stderr.write(`${process.name}: ${question} `);
    return /^\s*y/i.test(await readLine());
  };
};
