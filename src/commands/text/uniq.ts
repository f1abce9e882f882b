/** uniq: reports or drops repeated lines that follow each other. */

import { toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { createOutput, openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quoteSubject } from '../../os/quote.ts';
import { createBatcher, lineBatches, type Reader, type Writer } from '../../os/stream.ts';

const options = {
  count: { short: 'c', long: 'count', summary: 'begin each line with how often it came' },
  repeated: { short: 'd', long: 'repeated', summary: 'print only lines that were repeated, once each' },
  allRepeated: { short: 'D', summary: 'print only lines that were repeated, each time' },
  repeatedApart: {
    long: 'all-repeated',
    value: 'METHOD',
    optional: true,
    kind: ['none', 'prepend', 'separate'],
    summary: 'as -D, with an empty line before each group, or between groups',
  },
  group: {
    long: 'group',
    value: 'METHOD',
    optional: true,
    kind: ['separate', 'prepend', 'append', 'both'],
    summary: 'print all lines, with an empty line between groups, before, after, or both',
  },
  skipFields: { short: 'f', long: 'skip-fields', value: 'NUM', summary: 'do not compare the first NUM fields' },
  ignoreCase: { short: 'i', long: 'ignore-case', summary: 'take lower case for upper case' },
  skipChars: { short: 's', long: 'skip-chars', value: 'NUM', summary: 'do not compare the first NUM bytes' },
  unique: { short: 'u', long: 'unique', summary: 'print only lines that were not repeated' },
  width: { short: 'w', long: 'check-chars', value: 'NUM', summary: 'compare no more than NUM bytes' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

type Options = OptionValues<typeof options>;

/** Where empty lines stand: before each group, after each, or between two. */
interface Apart {
  readonly before: boolean;
  readonly after: boolean;
  readonly between: boolean;
}

const apartOf = ({ group, repeatedApart }: Options): Apart => {
  const method = group ?? repeatedApart;
  return {
    before: method === 'prepend' || method === 'both',
    after: method === 'append' || method === 'both',
    between: method === 'separate' || (group !== undefined && method === ''),
  };
};

const count = (text: string, problem: string): number => {
  if (!/^\d+$/.test(text)) throw new CommandError(`${text}: ${problem}`);
  return Number(text);
};

/** The part of a line that is compared. */
const keyOf = (on: Options): ((line: string) => string) => {
  const fields = on.skipFields === undefined ? 0 : count(on.skipFields, 'invalid number of fields to skip');
  const skipped = on.skipChars === undefined ? 0 : count(on.skipChars, 'invalid number of bytes to skip');
  const width = on.width === undefined ? Infinity : count(on.width, 'invalid number of bytes to compare');
  if (fields === 0 && skipped === 0 && width === Infinity && !on.ignoreCase) return (line) => line;
  return (line) => {
    let key = toBytes(line);
    for (let i = 0; i < fields; i++) key = key.replace(/^[ \t]*[^ \t]*/, '');
    key = key.slice(skipped, skipped + width);
    return on.ignoreCase ? key.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : key;
  };
};

/** Prints groups of equal lines as the options ask. */
const printGroups = async (process: Process, reader: Reader, writer: Writer, on: Options): Promise<void> => {
  const key = keyOf(on);
  const newline = on.zero ? '\0' : '\n';
  const out = createBatcher(writer);
  const apart = apartOf(on);
  const all = on.group !== undefined;
  const repeats = on.allRepeated || on.repeatedApart !== undefined;
  let isFirst = true;
  let group: { readonly line: string; readonly key: string; times: number } | undefined;
  const begin = async (): Promise<void> => {
    if (apart.before || (apart.between && !isFirst) || (apart.after && apart.before && !isFirst)) await out.put(newline);
    isFirst = false;
  };
  const print = async (): Promise<void> => {
    if (!group) return;
    if (all) {
      if (apart.after && !apart.before) await out.put(newline);
      return;
    }
    const wanted = group.times > 1 ? !on.unique : !on.repeated;
    if (wanted && !repeats) await out.put(`${on.count ? `${String(group.times).padStart(7)} ` : ''}${group.line}${newline}`);
  };
  for await (const { lines } of lineBatches(reader, newline)) {
    await process.pace();
    for (const line of lines) {
      const lineKey = key(line);
      if (group && lineKey === group.key) {
        if (all) await out.put(line + newline);
        else if (repeats && !on.unique) {
          if (group.times === 1) await begin();
          await out.put((group.times === 1 ? group.line + newline : '') + line + newline);
        }
        group.times++;
        continue;
      }
      await print();
      group = { line, key: lineKey, times: 1 };
      if (!all) continue;
      await begin();
      await out.put(line + newline);
    }
  }
  await print();
  if (all && apart.after && apart.before && group) await out.put(newline);
  await out.flush();
};

export default defineCommand({
  name: 'uniq',
  summary: 'Report or drop repeated lines',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [
    { name: 'INPUT', kind: 'file', optional: true },
    { name: 'OUTPUT', kind: 'file', optional: true },
  ],
  description: ['Only lines that follow each other are compared: sort first to meet them all.'],
  examples: [
    { line: "printf 'a\\na\\nb\\n' | uniq -c", shows: 'How often each line came' },
    { line: "cat jobs/* | tr -cs 'A-Za-z' '\\n' | sort | uniq -c | sort -rn | head -n 5", shows: 'The five commonest words' },
  ],
  statuses: { 1: 'a file could not be read or written' },
  seeAlso: ['sort', 'comm'],
  run: async (process, { options: on, operands: [input, output] }) => {
    if (on.group !== undefined && (on.count || on.repeated || on.unique || on.allRepeated || on.repeatedApart !== undefined))
      throw new UsageError('--group is mutually exclusive with -c/-d/-D/-u');
    if (on.count && (on.allRepeated || on.repeatedApart !== undefined))
      throw new UsageError('printing all duplicated lines and repeat counts is meaningless');
    const inputs = openInputs(process, input === undefined ? [] : [input], (operand, error) => {
      throw new CommandError(`${quoteSubject(operand)}: ${error.message}`);
    });
    for await (const { reader } of inputs) {
      const writer = createOutput(process, output === '-' ? undefined : output);
      await printGroups(process, reader, writer, on);
      if (writer !== process.stdout) writer.close();
    }
  },
});
