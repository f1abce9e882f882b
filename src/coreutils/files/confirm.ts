/** The questions that the file utilities ask before they overwrite or remove. */

import type { Process } from '../../os/process.ts';

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
