/** join: pairs lines of two sorted files by a common field. */

import { createSourceOpener } from '../../coreutils/lines.ts';
import { compareText } from '../../coreutils/order.ts';
import { nextOf, OrderCheck, orderOptions, pairOperands, SortedInput } from '../../coreutils/sorted.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { createBatcher } from '../../os/stream.ts';

const options = {
  all: { short: 'a', value: 'FILENUM', repeat: true, summary: 'print lines of file FILENUM (1 or 2) that have no partner, too' },
  empty: { short: 'e', value: 'STRING', summary: 'print STRING for fields that are missing' },
  ignoreCase: { short: 'i', long: 'ignore-case', summary: 'take lower case for upper case' },
  both: { short: 'j', value: 'FIELD', summary: 'as -1 FIELD -2 FIELD' },
  output: { short: 'o', value: 'FORMAT', summary: 'print these fields: 0 (the join field), 1.N and 2.N with commas between, or auto' },
  separator: { short: 't', value: 'CHAR', summary: 'fields end at CHAR' },
  only: { short: 'v', value: 'FILENUM', repeat: true, summary: 'as -a, but leave out the pairs' },
  first: { short: '1', value: 'FIELD', summary: 'join on this field of file 1' },
  second: { short: '2', value: 'FIELD', summary: 'join on this field of file 2' },
  ...orderOptions,
  header: { long: 'header', summary: 'pair the first lines, whatever they hold' },
} as const;

type Options = OptionValues<typeof options>;

/** A line in fields. */
type Fields = readonly string[];

/** One element of `-o`: the join field, or a field (from 0) of one of the files (0 or 1). */
type OutputField = 'join' | { readonly file: 0 | 1; readonly field: number };

const parseField = (spec: string): OutputField => {
  if (spec === '0') return 'join';
  const [, file, field] = /^([12])\.(\d+)$/.exec(spec) ?? [];
  if (file !== undefined && field !== undefined && Number(field) > 0) return { file: file === '1' ? 0 : 1, field: Number(field) - 1 };
  if (/^[12]\./.test(spec)) throw new CommandError(`invalid field number: ${quote(spec.slice(2))}`);
  if (/^0./.test(spec)) throw new CommandError(`invalid field specifier: ${quote(spec)}`);
  if (/^[12]$/.test(spec)) throw new CommandError(`invalid field specifier: ${quote(spec)}`);
  throw new CommandError(`invalid file number in field spec: ${quote(spec)}`);
};

/** Parses the FORMAT of `-o`; throws CommandError in GNU's wording. */
const parseFormat = (text: string): readonly OutputField[] => text.split(/[, \t]/).map(parseField);

/** What decides a printed line. */
interface JoinLayout {
  /** The join field of each file, from 0. */
  readonly joinFields: readonly [number, number];
  readonly separator: string;
  /** Stands for a field that is missing or empty. */
  readonly filler: string;
  /** The list of `-o`; `auto` pads to the lengths of the files' first lines. */
  readonly format: readonly OutputField[] | undefined;
  readonly lengths: readonly [number, number] | undefined;
}

const others = (fields: Fields, joinField: number, length: number | undefined, filler: string): string[] =>
  Array.from({ length: length ?? fields.length }, (_, i) => fields[i] || filler).filter((_, i) => i !== joinField);

/** The text of a pair; an absent side has no fields. */
const formatPair = (pair: readonly [Fields | undefined, Fields | undefined], layout: JoinLayout): string => {
  const { joinFields, filler, format, lengths } = layout;
  const joined = (pair[0] ? pair[0][joinFields[0]] : pair[1]?.[joinFields[1]]) || filler;
  if (format) return format.map((item) => (item === 'join' ? joined : pair[item.file]?.[item.field] || filler)).join(layout.separator);
  const left = others(pair[0] ?? [], joinFields[0], lengths?.[0], filler);
  const right = others(pair[1] ?? [], joinFields[1], lengths?.[1], filler);
  return [joined, ...left, ...right].join(layout.separator);
};

const fieldNumber = (text: string | undefined): number => {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new CommandError(`invalid field number: ${quote(text)}`);
  return Number(text) - 1;
};

const separatorOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length === 1) return text;
  if (text === '') return '\n';
  if (text === '\\0') return '\0';
  throw new CommandError(`multi-character tab ${quote(text)}`);
};

/** Which files' lines are printed without a partner. */
const unpaired = (on: Options): readonly [boolean, boolean] => {
  for (const text of [...on.all, ...on.only]) {
    if (text !== '1' && text !== '2') throw new CommandError(`invalid field number: ${quote(text)}`);
  }
  const has = (number: string): boolean => on.all.includes(number) || on.only.includes(number);
  return [has('1'), has('2')];
};

/** The options, understood. */
interface Plan {
  readonly separator: string | undefined;
  readonly joinFields: readonly [number, number];
  readonly shown: readonly [boolean, boolean];
  readonly format: JoinLayout['format'];
}

const planOf = (on: Options): Plan => ({
  separator: separatorOf(on.separator),
  joinFields: [fieldNumber(on.first ?? on.both), fieldNumber(on.second ?? on.both)],
  shown: unpaired(on),
  format: on.output === undefined || on.output === 'auto' ? undefined : parseFormat(on.output),
});

/** A line in fields: those between separators, or without one those that blanks separate. */
const splitter = (separator: string | undefined): ((text: string) => Fields) => {
  if (separator !== undefined) return (text) => (separator === '\n' ? [text] : text.split(separator));
  return (text) => {
    const trimmed = text.replace(/^[ \t]+/, '');
    return trimmed === '' ? [] : trimmed.replace(/[ \t]+$/, '').split(/[ \t]+/);
  };
};

/** Walks both inputs and prints as the options say. */
const join = async (process: Process, on: Options, names: readonly [string, string]): Promise<number> => {
  const { separator, joinFields, shown, format } = planOf(on);
  const out = createBatcher(process.stdout);
  const order = new OrderCheck(process, on, out);
  const fold = (text: string): string => (on.ignoreCase ? text.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : text);
  /** A join field that is missing is empty. */
  const keyOf = (fields: Fields, file: 0 | 1): string => fold(fields[joinFields[file]] ?? '');
  const open = createSourceOpener(process.stdin, (path) => openInput(process, path));
  const input = (file: 0 | 1): SortedInput<Fields> =>
    new SortedInput(open(names[file]), {
      read: splitter(separator),
      compare: (a, b) => compareText(keyOf(a, file), keyOf(b, file)),
      disordered: (text, line) => order.tell(file, `${names[file]}:${line}: is not sorted: ${text}`),
    });
  const [left, right] = [input(0), input(1)];
  await left.advance();
  await right.advance();
  const layout: JoinLayout = {
    joinFields,
    separator: separator ?? ' ',
    filler: on.empty ?? '',
    format,
    lengths: on.output === 'auto' ? [left.current?.length ?? 0, right.current?.length ?? 0] : undefined,
  };
  const put = async (a: Fields | undefined, b: Fields | undefined): Promise<void> => out.put(`${formatPair([a, b], layout)}\n`);
  if (on.header && (left.current || right.current)) {
    await put(left.current, right.current);
    for (const side of [left, right]) await side.advance(false);
  }
  while (left.current || right.current) {
    await process.pace();
    const both = left.current !== undefined && right.current !== undefined;
    const difference = nextOf(left.current, right.current, (a, b) => compareText(keyOf(a, 0), keyOf(b, 1)));
    if (difference === 0) {
      const [a, b] = [await left.group(), await right.group()];
      if (on.only.length === 0) for (const one of a) for (const other of b) await put(one, other);
      continue;
    }
    const file = difference < 0 ? 0 : 1;
    if (shown[file]) await (file === 0 ? put(left.current, undefined) : put(undefined, right.current));
    await (file === 0 ? left : right).advance();
    order.unpairable ||= both;
  }
  return order.finish();
};

/** POSIX lets the fields of `-o` be operands of their own: `-o 1.1 2.2 a b`. */
const gatherFormat = (args: readonly string[]): readonly string[] => {
  const at = args.indexOf('-o');
  if (at < 0 || at + 1 >= args.length) return args;
  const rest = args.slice(at + 2);
  const isField = (arg: string): boolean => /^(0|[12]\.\d+)(,(0|[12]\.\d+))*$/.test(arg);
  const firstOther = rest.findIndex((arg) => !isField(arg));
  const more = isField(args[at + 1] ?? '') ? rest.slice(0, firstOther < 0 ? rest.length : firstOther) : [];
  return [...args.slice(0, at), '-o', [args[at + 1], ...more].join(','), ...rest.slice(more.length)];
};

export default defineCommand({
  name: 'join',
  summary: 'Pair lines of two sorted files by a common field',
  topic: 'text',
  options,
  dialect: { ...coreutils, extra: (operand) => new UsageError(`extra operand ${quoteFile(operand)}`) },
  operands: pairOperands,
  rewrite: gatherFormat,
  description: [
    'Fields are what blanks separate unless -t is given, and both files must be sorted on the join field. Either may be -, the standard input.',
  ],
  examples: [
    {
      line: "printf 'a 1\\nb 2\\n' > /tmp/left; printf 'a x\\nb y\\n' | join /tmp/left -",
      shows: 'Lines with the same first field, joined',
    },
  ],
  statuses: { 1: 'a file could not be read, or is not sorted' },
  seeAlso: ['sort', 'comm', 'paste'],
  run: (process, { options: on, operands }) => join(process, on, operands),
});
