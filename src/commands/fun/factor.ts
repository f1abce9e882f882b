/** factor: prints prime factors. */

import { warn } from '../../coreutils/files/messages.ts';
import { quote } from '../../coreutils/text/quote.ts';
import { defineCommand } from '../../os/command.ts';
import type { Process } from '../../os/process.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { lineBatches } from '../../os/stream.ts';
import { factorize } from './factor/factorize.ts';

/** Digits of a number; more would take longer than anybody waits. */
const DIGITS = 38;

/** Prints one number's factors; false when it is no number. */
const print = async (process: Process, word: string): Promise<boolean> => {
  if (!/^\+?\d+$/.test(word)) {
    await warn(process, `${quote(word)} is not a valid positive integer`);
    return false;
  }
  const digits = word.replace(/^\+?0*(?=\d)/, '');
  if (digits.length > DIGITS) {
    await warn(process, `${quote(word)} is too large`);
    return false;
  }
  const number = BigInt(digits);
  const factors = number === 0n ? [] : await factorize(number, process.pace);
  await process.stdout.write(`${[`${number}:`, ...factors].join(' ')}\n`);
  return true;
};

async function* inputWords(process: Process): AsyncGenerator<string> {
  for await (const { lines } of lineBatches(process.stdin)) yield* lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '');
}

export default defineCommand({
  name: 'factor',
  summary: 'Print the prime factors of numbers',
  topic: 'fun',
  options: {},
  operands: [{ name: 'NUMBER', kind: 'text', optional: true, repeat: true }],
  description: ['Without NUMBER, numbers are read from standard input.'],
  examples: [
    { line: 'factor 2017', shows: 'A prime' },
    { line: 'seq 10 13 | factor', shows: 'Several' },
  ],
  statuses: { 1: 'something is no number' },
  seeAlso: ['expr', 'seq'],
  run: async (process, { operands }) => {
    let status = SUCCESS;
    for await (const word of operands.length > 0 ? operands : inputWords(process)) {
      await process.pace();
      if (!(await print(process, word))) status = FAILURE;
    }
    return status;
  },
});
