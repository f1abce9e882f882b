/** shuf: puts lines in an order that chance makes. */

import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { createOutput, openInput } from '../../os/inputs.ts';
import { LimitError } from '../../os/limits.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { createBatcher, readAll } from '../../os/stream.ts';

const options = {
  echo: { short: 'e', long: 'echo', summary: 'take the operands as lines' },
  count: { short: 'n', long: 'head-count', value: 'COUNT', repeat: true, summary: 'print at most COUNT lines' },
  output: { short: 'o', long: 'output', value: 'FILE', kind: 'file', summary: 'write to FILE' },
  range: { short: 'i', long: 'input-range', value: 'LO-HI', summary: 'take the numbers from LO to HI as lines' },
  repeat: { short: 'r', long: 'repeat', summary: 'a line may come up again; without -n, for ever' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

/** Lines that are put in order at once. */
const LINES = 5_000_000;

/** The lines to choose from, by number. */
interface Lines {
  readonly length: number;
  at(index: number): string;
}

const rangeOf = (text: string): Lines => {
  const [, low, high] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (low === undefined || high === undefined || Number(low) > Number(high) + 1)
    throw new CommandError(`invalid input range: ${quote(text)}`);
  return { length: Number(high) - Number(low) + 1, at: (index) => String(Number(low) + index) };
};

const listed = (lines: readonly string[]): Lines => ({ length: lines.length, at: (index) => lines[index] ?? '' });

const linesOf = async (
  process: Process,
  { echo, range, zero }: OptionValues<typeof options>,
  operands: readonly string[],
): Promise<Lines> => {
  if (echo && range !== undefined) throw new UsageError('cannot combine -e and -i options');
  if (echo) return listed(operands);
  if (range !== undefined) return rangeOf(range);
  const [file = '-'] = operands;
  const end = zero ? '\0' : '\n';
  const text = await readAll(openInput(process, file), process.memory);
  return listed(text === '' ? [] : (text.endsWith(end) ? text.slice(0, -1) : text).split(end));
};

/** Each index once, in an order by chance (Fisher and Yates), without a list of them all. */
function* permutation(length: number, random: () => number): Generator<number> {
  const moved = new Map<number, number>();
  for (let at = 0; at < length; at++) {
    const chosen = at + Math.floor(random() * (length - at));
    yield moved.get(chosen) ?? chosen;
    moved.set(chosen, moved.get(at) ?? at);
    moved.delete(at);
  }
}

function* endless(length: number, random: () => number): Generator<number> {
  while (length > 0) yield Math.floor(random() * length);
}

const countOf = (counts: readonly string[]): number => {
  const bad = counts.find((count) => !/^\d+$/.test(count));
  if (bad !== undefined) throw new CommandError(`invalid line count: ${quote(bad)}`);
  return counts.reduce((least, count) => Math.min(least, Number(count)), Number.POSITIVE_INFINITY);
};

export default defineCommand({
  name: 'shuf',
  summary: 'Put lines in an order that chance makes',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  arity: ({ options: { echo, range } }) => (echo ? {} : { most: range === undefined ? 1 : 0 }),
  examples: [
    { line: 'ls jobs | shuf -n 1', shows: 'One job by chance' },
    { line: 'shuf -i 1-6 -n 1', shows: 'A die' },
  ],
  seeAlso: ['sort'],
  run: async (process, { options: on, operands }) => {
    const count = countOf(on.count);
    const lines = await linesOf(process, on, operands);
    if (on.repeat && lines.length === 0 && count > 0) throw new CommandError('no lines to repeat');
    if (!on.repeat && Math.min(count, lines.length) > LINES) throw new LimitError('lines', LINES);
    const order = (on.repeat ? endless : permutation)(lines.length, () => process.host.random());
    const writer = createOutput(process, on.output);
    const output = createBatcher(writer);
    let left = count;
    for (const index of order) {
      if (left-- <= 0) break;
      const full = output.put(lines.at(index) + (on.zero ? '\0' : '\n'));
      if (!full) continue;
      await full;
      await process.pace();
    }
    await output.flush();
    if (on.output !== undefined) writer.close();
  },
});
