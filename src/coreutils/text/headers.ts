/** The `==> NAME <==` lines with which head and tail tell several files apart. */

import { type Input, openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';

/** Whether headers are shown: as asked for, or when there are several files. */
export const wantsHeaders = (on: { readonly quiet: boolean; readonly verbose: boolean }, operands: readonly string[]): boolean =>
  on.verbose || (operands.length > 1 && !on.quiet);

/**
 * Hands each input that opens to `show`, its header printed before it where `headers` says so; resolves to 1 when one did
 * not open, else to 0. A directory opens, and then fails to be read, as with open(2).
 */
export const eachWithHeader = async (
  process: Process,
  operands: readonly string[],
  headers: boolean,
  show: (input: Input) => Promise<void>,
): Promise<number> => {
  let shown = 0;
  const header = async (name: string): Promise<void> => {
    if (!headers) return;
    await process.stdout.write(shown++ === 0 ? '' : '\n');
    await process.stdout.write(`==> ${name === '' || name === '-' ? 'standard input' : name} <==`, { role: 'muted' });
    await process.stdout.write('\n');
  };
  const inputs = openInputs(process, operands, async (operand, error) => {
    const name = quoteFile(operand);
    const isDirectory = error.code === 'EISDIR';
    if (isDirectory) await header(operand);
    const what = isDirectory ? `error reading ${name}` : `cannot open ${name} for reading`;
    await warn(process, `${what}: ${error.message}`);
  });
  for await (const input of inputs) {
    await header(input.name);
    await show(input);
  }
  return inputs.status;
};
