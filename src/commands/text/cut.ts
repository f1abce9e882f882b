/** cut: prints chosen fields or bytes of each line. */

import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { eachBatch, mapLines, splitHeld } from '../../coreutils/lines.ts';
import { complement, parseRanges, type Range } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  bytes: { short: 'b', long: 'bytes', value: 'LIST', summary: 'print only these bytes' },
  characters: { short: 'c', long: 'characters', value: 'LIST', summary: 'as -b; GNU counts bytes here too' },
  delimiter: { short: 'd', long: 'delimiter', value: 'DELIM', summary: 'fields end at DELIM instead of a tab' },
  fields: { short: 'f', long: 'fields', value: 'LIST', summary: 'print only these fields, and lines without a delimiter' },
  whole: { short: 'n', summary: 'nothing: characters are never split' },
  complement: { long: 'complement', summary: 'print all but what is listed' },
  onlyDelimited: { short: 's', long: 'only-delimited', summary: 'leave out lines without a delimiter' },
  output: { long: 'output-delimiter', value: 'STRING', summary: 'put STRING between what is printed' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

type Options = OptionValues<typeof options>;

/** The options that may be given once, and only together with their kind of list. */
const checkOptions = (on: Options, order: readonly string[]): void => {
  const lists = order.filter((option) => option === 'bytes' || option === 'characters' || option === 'fields');
  if (lists.length > 1) throw new UsageError('only one list may be specified');
  if (lists.length === 0) throw new UsageError('you must specify a list of bytes, characters, or fields');
  if (on.delimiter !== undefined && on.delimiter.length > 1) throw new UsageError('the delimiter must be a single character');
  if (on.fields !== undefined) return;
  if (on.delimiter !== undefined) throw new UsageError('an input delimiter may be specified only when operating on fields');
  if (on.onlyDelimited) throw new UsageError('suppressing non-delimited lines makes sense\n\tonly when operating on fields');
};

/** The line's chosen fields; undefined for a line that is left out. */
const fieldCutter = (ranges: readonly Range[], on: Options): ((line: string) => string | undefined) => {
  const delimiter = on.delimiter === undefined ? '\t' : on.delimiter || '\0';
  const output = on.output ?? delimiter;
  return (line) => {
    const fields = line.split(delimiter);
    if (fields.length === 1) return on.onlyDelimited ? undefined : line;
    return ranges.flatMap(({ first, last }) => fields.slice(first - 1, last)).join(output);
  };
};

const byteCutter = (ranges: readonly Range[], on: Options): ((line: string) => string) => {
  return (line) => {
    const bytes = toBytes(line);
    const parts = ranges.map(({ first, last }) => bytes.slice(first - 1, last)).filter((part) => part !== '');
    return fromBytes(parts.join(toBytes(on.output ?? '')));
  };
};

/** Where fields end as lines do, the lines of a file are its fields. */
const cutLines = async (process: Process, operands: readonly string[], ranges: readonly Range[], on: Options): Promise<number> => {
  const newline = on.delimiter ?? '\n';
  const inputs = openInputs(process, operands);
  for await (const { reader } of inputs) {
    const text = await readAll(reader, process.memory);
    const fields = splitHeld(text.endsWith(newline) ? text.slice(0, -1) : text, newline);
    const chosen = ranges.flatMap(({ first, last }) => fields.slice(first - 1, last));
    if (fields.length === 1 ? !on.onlyDelimited && text !== '' : text !== '')
      await process.stdout.write((fields.length === 1 ? fields : chosen).join(on.output ?? newline) + newline);
  }
  return inputs.status;
};

export default defineCommand({
  name: 'cut',
  summary: 'Print chosen parts of each line',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'A LIST is numbers and ranges with commas between them: N, N-M, N- or -M. What is chosen is printed in the line’s order, once.',
  ],
  examples: [
    { line: "printf 'a:b:c\\n' | cut -d : -f 2-", shows: 'The second field and what follows' },
    { line: 'cut -c 1-20 about', shows: 'The beginning of each line' },
    { line: 'wc -w jobs/* | cut -c 1-8', shows: 'A column by its place' },
  ],
  statuses: { 1: 'a file could not be read, or the options do not fit together' },
  seeAlso: ['paste', 'awk', 'column'],
  run: (process, { options: on, order, operands }) => {
    checkOptions(on, order);
    const list = parseRanges(on.fields ?? on.bytes ?? on.characters ?? '', on.fields === undefined ? 'bytes' : 'fields');
    const ranges = on.complement ? complement(list) : list;
    const cut = on.fields === undefined ? byteCutter(ranges, on) : fieldCutter(ranges, on);
    const newline = on.zero ? '\0' : '\n';
    if (on.fields !== undefined && on.delimiter === newline) return cutLines(process, operands, ranges, on);
    return eachBatch(
      process,
      operands,
      async ({ lines }) => {
        const kept = (await mapLines(process, lines, cut)).filter((line) => line !== undefined);
        await process.stdout.write(kept.map((line) => line + newline).join(''));
      },
      newline,
    );
  },
});
