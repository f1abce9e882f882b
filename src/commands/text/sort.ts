/** sort: orders lines by keys. */

import { checkHeld, lengthOf, mapLines } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { createOutput, openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile, quoteSubject } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';
import { createBatcher, lineBatches, type Pace } from '../../os/stream.ts';
import { checkLetters, createSorter, type Sorter, type SortLine } from './sort/compare.ts';
import { parseKey, type SortKey } from './sort/key.ts';

/** Lines that are sorted in one go. */
const RUN = 2048;
/** Lines that are merged between two breaths. */
const STRIDE = 1024;

type Compare<T> = (a: T, b: T) => number;

const mergeTwo = async <T>(a: readonly T[], b: readonly T[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (merged.length % STRIDE === 0) await pace();
    const [left, right] = [a[i] as T, b[j] as T];
    if (compare(right, left) < 0) {
      merged.push(right);
      j++;
    } else {
      merged.push(left);
      i++;
    }
  }
  return merged.concat(a.slice(i), b.slice(j));
};

/** Merges runs that are sorted already; of equal elements the earlier run's come first. */
const mergeRuns = async <T>(runs: readonly (readonly T[])[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  while (runs.length > 1) {
    const next: (readonly T[])[] = [];
    for (let i = 0; i < runs.length; i += 2) next.push(await mergeTwo(runs[i] ?? [], runs[i + 1] ?? [], compare, pace));
    runs = next;
  }
  return runs[0] ?? [];
};

/** Sorts stably. */
export const mergeSort = async <T>(items: readonly T[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  const runs: T[][] = [];
  for (let i = 0; i < items.length; i += RUN) {
    await pace();
    runs.push(items.slice(i, i + RUN).sort(compare));
  }
  return mergeRuns(runs, compare, pace);
};

const options = {
  b: { short: 'b', long: 'ignore-leading-blanks', summary: 'ignore blanks before a key' },
  d: { short: 'd', long: 'dictionary-order', summary: 'compare blanks, letters and digits only' },
  f: { short: 'f', long: 'ignore-case', summary: 'take lower case for upper case' },
  g: { short: 'g', long: 'general-numeric-sort', summary: 'compare as floating-point numbers' },
  h: { short: 'h', long: 'human-numeric-sort', summary: 'compare numbers such as 2K and 1G' },
  i: { short: 'i', long: 'ignore-nonprinting', summary: 'compare printable characters only' },
  M: { short: 'M', long: 'month-sort', summary: 'compare names of months' },
  n: { short: 'n', long: 'numeric-sort', summary: 'compare as decimal numbers' },
  R: { short: 'R', long: 'random-sort', summary: 'shuffle, equal keys together' },
  r: { short: 'r', long: 'reverse', summary: 'the other way round' },
  V: { short: 'V', long: 'version-sort', summary: 'compare as version numbers' },
  way: {
    long: 'sort',
    value: 'WORD',
    kind: ['general-numeric', 'human-numeric', 'month', 'numeric', 'random', 'version'],
    summary: 'as -g, -h, -M, -n, -R or -V, by its name',
  },
  memory: { short: 'S', long: 'buffer-size', value: 'SIZE', summary: 'nothing: the session has one bound for memory' },
  directory: { short: 'T', long: 'temporary-directory', value: 'DIR', repeat: true, summary: 'nothing: there are no temporary files' },
  threads: { long: 'parallel', value: 'N', summary: 'nothing: there is one thread' },
  check: { short: 'c', long: 'check', summary: 'only say whether the input is sorted' },
  quietCheck: { short: 'C', summary: 'as -c, but say nothing' },
  key: { short: 'k', long: 'key', value: 'KEYDEF', repeat: true, summary: 'sort by a key: F[.C][OPTS][,F[.C][OPTS]]' },
  merge: { short: 'm', long: 'merge', summary: 'merge inputs that are sorted already' },
  output: { short: 'o', long: 'output', value: 'FILE', kind: 'file', summary: 'write to FILE, which may be an input' },
  stable: { short: 's', long: 'stable', summary: 'leave lines with equal keys in their order' },
  separator: { short: 't', long: 'field-separator', value: 'CHAR', summary: 'fields end at CHAR, not where blanks begin' },
  unique: { short: 'u', long: 'unique', summary: 'print the first of several equal lines only' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

type Options = OptionValues<typeof options>;

const orderings = ['d', 'f', 'g', 'h', 'i', 'M', 'n', 'R', 'r', 'V'] as const;

const separatorOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length === 1) return text;
  if (text === '\\0') return '\0';
  throw new CommandError(text === '' ? 'empty tab' : `multi-character tab ${quote(text)}`, 2);
};

/** The keys; one that says nothing of order takes the options given for all. */
const keysOf = (on: Options): readonly SortKey[] => {
  const global = new Set<string>(orderings.filter((letter) => on[letter]));
  const inherit = (key: SortKey): SortKey => {
    if (key.letters.size > 0 || key.start.skipBlanks || key.end?.skipBlanks) return key;
    const end = key.end && { ...key.end, skipBlanks: on.b };
    return { start: { ...key.start, skipBlanks: on.b }, end, letters: global };
  };
  const wholeLine = { start: { field: 0, byte: 0, skipBlanks: on.b }, end: undefined, letters: global };
  const keys = on.key.length > 0 ? on.key.map((spec) => inherit(parseKey(spec))) : [wholeLine];
  keys.forEach(checkLetters);
  const isPlain = on.key.length === 0 && !on.b && !orderings.some((letter) => letter !== 'r' && on[letter]);
  return isPlain ? [] : keys;
};

/** The lines of each input; sort reads all or nothing, with status 2. */
const readRuns = async (process: Process, operands: readonly string[], sorter: Sorter, newline: string): Promise<SortLine[][]> => {
  const runs: SortLine[][] = [];
  let count = 0;
  let size = 0;
  const inputs = openInputs(process, operands, (operand, error) => {
    throw new CommandError(`${error.code === 'EISDIR' ? 'read failed' : 'cannot read'}: ${quoteSubject(operand)}: ${error.message}`, 2);
  });
  for await (const { reader } of inputs) {
    const run: SortLine[][] = [];
    for await (const { lines } of lineBatches(reader, newline)) {
      count += lines.length;
      size += lengthOf(lines);
      checkHeld(count, size, process.memory);
      run.push(await mapLines(process, lines, (line) => sorter.prepare(line)));
    }
    runs.push(run.flat());
  }
  return runs;
};

/** `-c` and `-C`: status 1 at the first line that is out of order. */
const check = async (process: Process, lines: readonly SortLine[], { compare }: Sorter, name: string, on: Options): Promise<number> => {
  const least = on.unique ? 0 : 1;
  for (const [i, line] of lines.entries()) {
    await process.pace();
    const previous = lines[i - 1];
    if (!previous || compare(previous, line) < least) continue;
    if (!on.quietCheck) await warn(process, `${name}:${i + 1}: disorder: ${line.text}`);
    return FAILURE;
  }
  return SUCCESS;
};

const write = async (process: Process, lines: readonly SortLine[], { compare }: Sorter, on: Options): Promise<void> => {
  const newline = on.zero ? '\0' : '\n';
  const writer = createOutput(process, on.output, { what: `open failed: ${quoteSubject(on.output ?? '')}`, status: 2 });
  const out = createBatcher(writer);
  let last: SortLine | undefined;
  for (const line of lines) {
    if (on.unique && last && compare(last, line) === 0) continue;
    last = line;
    await out.put(line.text + newline);
  }
  await out.flush();
  if (on.output !== undefined) writer.close();
};

const ways: ReadonlyMap<string, string> = new Map([
  ['general-numeric', 'g'],
  ['human-numeric', 'h'],
  ['month', 'M'],
  ['numeric', 'n'],
  ['random', 'R'],
  ['version', 'V'],
]);

/** `--sort=WORD` is an option by another name. */
const nameWay = (args: readonly string[]): readonly string[] =>
  args.map((arg) => {
    const word = /^--sort=(.*)$/s.exec(arg)?.[1];
    const letter = word === undefined ? undefined : ways.get(word);
    return letter === undefined ? arg : `-${letter}`;
  });

export default defineCommand({
  name: 'sort',
  summary: 'Sort lines',
  topic: 'text',
  options,
  dialect: {
    ...coreutils,
    status: USAGE,
    extra: (operand) => new UsageError(`extra operand ${quoteFile(operand)}`),
    hint: () => '',
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  rewrite: nameWay,
  arity: ({ options: on }) => (on.check || on.quietCheck ? { most: 1, tooMany: ` not allowed with -${on.check ? 'c' : 'C'}` } : {}),
  description: [
    'Lines are compared by bytes, as in the C locale. With -k, by the text from field F (byte C of it) to the second F (byte C of it) or to the end of the line; OPTS are the letters bdfghiMnRrV for that key alone. Lines whose keys are all equal are compared whole, unless -s or -u is given.',
  ],
  examples: [
    { line: 'ls jobs | sort', shows: 'Roles by name rather than by time' },
    { line: 'wc -w jobs/* | sort -rn', shows: 'The longest stories first' },
    { line: "printf 'b 2\\na 10\\nc 1\\n' | sort -k 2,2n", shows: 'By a number in the second field' },
  ],
  statuses: { 1: 'with -c or -C, the input is not sorted', 2: 'something went wrong' },
  seeAlso: ['uniq', 'comm', 'join', 'shuf'],
  run: async (process, { options: on, operands }) => {
    if (on.way !== undefined) throw new UsageError(`invalid argument ${quote(on.way)} for ${quote('--sort')}`);
    const seed = Math.floor(process.host.random() * 0x100000000) | 0;
    const rules = { keys: keysOf(on), separator: separatorOf(on.separator), reverse: on.r, stable: on.stable || on.unique, seed };
    const sorter = createSorter(rules);
    const checks = on.check || on.quietCheck;
    const runs = await readRuns(process, operands, sorter, on.zero ? '\0' : '\n');
    if (checks) return check(process, runs.flat(), sorter, operands[0] ?? '-', on);
    const sorted = on.merge ? mergeRuns(runs, sorter.compare, process.pace) : mergeSort(runs.flat(), sorter.compare, process.pace);
    await write(process, await sorted, sorter, on);
    return SUCCESS;
  },
});
