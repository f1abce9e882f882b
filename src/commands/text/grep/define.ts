/** grep's options and definition, for the three names under which it goes. */

import { withPatterns } from '../../../coreutils/patterns.ts';
import { type Command, defineCommand } from '../../../os/command.ts';
import { CommandError, UsageError, VfsError } from '../../../os/failure.ts';
import { openInput } from '../../../os/inputs.ts';
import type { OptionValues } from '../../../os/options.ts';
import type { Process } from '../../../os/process.ts';
import { warn } from '../../../os/report.ts';
import { FAILURE, SUCCESS, USAGE } from '../../../os/status.ts';
import { readAll } from '../../../os/stream.ts';
import type { RegexOptions } from '../../../pattern/regex.ts';
import { type Target, Walk } from './files.ts';
import { Printer } from './printer.ts';
import { createMatcher, Search, type SearchRules } from './search.ts';

/** The table. */
export const options = {
  extended: { short: 'E', long: 'extended-regexp', summary: 'patterns are extended regular expressions' },
  fixed: { short: 'F', long: 'fixed-strings', summary: 'patterns are plain text' },
  basic: { short: 'G', long: 'basic-regexp', summary: 'patterns are basic regular expressions' },
  perl: { short: 'P', long: 'perl-regexp', summary: 'patterns are Perl’s regular expressions' },
  pattern: { short: 'e', long: 'regexp', value: 'PATTERNS', repeat: true, summary: 'look for PATTERNS; may be given several times' },
  file: { short: 'f', long: 'file', value: 'FILE', repeat: true, kind: 'file', summary: 'take patterns from FILE, one a line' },
  ignoreCase: { short: 'i', long: 'ignore-case', summary: 'take lower case for upper case' },
  oldIgnoreCase: { short: 'y', summary: 'as -i' },
  invert: { short: 'v', long: 'invert-match', summary: 'select lines that do not match' },
  words: { short: 'w', long: 'word-regexp', summary: 'match whole words only' },
  lines: { short: 'x', long: 'line-regexp', summary: 'match whole lines only' },
  count: { short: 'c', long: 'count', summary: 'print how many lines of each file are selected' },
  withoutMatch: { short: 'L', long: 'files-without-match', summary: 'print names of files with no selected line' },
  withMatch: { short: 'l', long: 'files-with-matches', summary: 'print names of files with a selected line' },
  most: { short: 'm', long: 'max-count', value: 'NUM', summary: 'stop after NUM selected lines of a file' },
  only: { short: 'o', long: 'only-matching', summary: 'print the matching parts only, one a line' },
  quiet: { short: 'q', long: 'quiet', summary: 'print nothing; end at the first match' },
  silent: { long: 'silent', summary: 'as -q' },
  noMessages: { short: 's', long: 'no-messages', summary: 'say nothing of files that cannot be read' },
  bytes: { short: 'b', long: 'byte-offset', summary: 'begin lines with their place in bytes' },
  withName: { short: 'H', long: 'with-filename', summary: 'begin lines with the file’s name' },
  noName: { short: 'h', long: 'no-filename', summary: 'do not begin lines with the file’s name' },
  numbers: { short: 'n', long: 'line-number', summary: 'begin lines with their number' },
  nullNames: { short: 'Z', long: 'null', summary: 'end names with NUL' },
  after: { short: 'A', long: 'after-context', value: 'NUM', summary: 'print NUM lines after each match' },
  before: { short: 'B', long: 'before-context', value: 'NUM', summary: 'print NUM lines before each match' },
  context: { short: 'C', long: 'context', value: 'NUM', number: true, summary: 'print NUM lines before and after each match' },
  noGroupSeparator: { long: 'no-group-separator', summary: 'print nothing between groups' },
  text: { short: 'a', long: 'text', summary: 'nothing: every file is text' },
  noBinary: { short: 'I', summary: 'nothing: every file is text' },
  recursive: { short: 'r', long: 'recursive', summary: 'search all files below directories' },
  dereference: { short: 'R', long: 'dereference-recursive', summary: 'as -r' },
  include: { long: 'include', value: 'GLOB', repeat: true, summary: 'search only files that match GLOB' },
  exclude: { long: 'exclude', value: 'GLOB', repeat: true, summary: 'leave out files that match GLOB' },
  excludeDirectory: { long: 'exclude-dir', value: 'GLOB', repeat: true, summary: 'leave out directories that match GLOB' },
  zero: { short: 'z', long: 'null-data', summary: 'lines end in NUL' },
  lineBuffered: { long: 'line-buffered', summary: 'nothing: lines are passed on as they come' },
  colour: {
    long: 'color',
    value: 'WHEN',
    optional: true,
    kind: ['auto', 'always', 'never'],
    summary: 'colour matches: auto, always (on a terminal) or never',
  },
  british: { long: 'colour', value: 'WHEN', optional: true, kind: ['auto', 'always', 'never'], summary: 'as --color' },
} as const;

/** The options' values. */
export type Options = OptionValues<typeof options>;

/** The length of a context; throws with GNU's wording. */
const contextLength = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new CommandError(`${text}: invalid context length argument`, USAGE);
  return Number(text);
};

/** The most lines to select; a negative number is no bound. */
const maxCount = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^-?\d+$/.test(text)) throw new CommandError('invalid max count', USAGE);
  return text.startsWith('-') ? Number.POSITIVE_INFINITY : Number(text);
};

/** Whether matches are coloured: on a terminal only, whatever was asked for. */
const isColoured = (on: Options, isTty: boolean): boolean => {
  const when = on.colour ?? on.british ?? 'auto';
  if (!['', 'auto', 'always', 'never', 'tty', 'if-tty', 'yes', 'no', 'none', 'force'].includes(when)) {
    throw new UsageError(`invalid argument ‘${when}’ for ‘--color’`);
  }
  return isTty && !['never', 'no', 'none'].includes(when);
};

/** Whether options give the patterns. */
const hasPatterns = (on: Options): boolean => on.pattern.length + on.file.length > 0;

/** The patterns of `-e` and `-f`, or else the first operand, and the operands left; a newline parts patterns. */
const readPatterns = async (process: Process, on: Options, operands: readonly string[]): Promise<[string[], readonly string[]]> => {
  const given = [...on.pattern];
  const [first = '', ...rest] = operands;
  const fromOperand = !hasPatterns(on);
  if (fromOperand) given.push(first);
  const patterns = given.flatMap((text) => text.split('\n'));
  for (const file of on.file) {
    const text = await readAll(openInput(process, file, { what: file, status: USAGE }), process.memory);
    if (text !== '') patterns.push(...text.replace(/\n$/, '').split('\n'));
  }
  return [patterns, fromOperand ? rest : operands];
};

/** The last of `-E`, `-F`, `-G` and `-P`, or `otherwise`. */
const syntaxOf = (order: readonly string[], otherwise: RegexOptions['syntax']): RegexOptions['syntax'] => {
  const names = { extended: 'extended', fixed: 'fixed', basic: 'basic', perl: 'perl' } as const;
  const last = order.findLast((option): option is keyof typeof names => Object.hasOwn(names, option));
  return last ? names[last] : otherwise;
};

/** What is printed: of options that exclude each other the one that GNU lets win. */
const outputOf = (on: Options): SearchRules['output'] => {
  if (on.quiet || on.silent) return 'quiet';
  if (on.withMatch || on.withoutMatch) return 'files';
  if (on.count) return 'count';
  return on.only ? 'matches' : 'lines';
};

/** Whether no line can be selected, so that no file is opened. */
const selectsNothing = (patterns: readonly string[], on: Options, most: number): boolean => {
  if (on.withoutMatch) return false;
  if (most === 0) return true;
  if (patterns.length === 0) return !on.invert;
  return on.invert && !on.lines && !on.words && patterns.every((pattern) => pattern === '');
};

/** Searches every target; resolves to the exit status. */
const searchAll = async (process: Process, on: Options, rules: SearchRules, operands: readonly string[]): Promise<number> => {
  const recursive = on.recursive || on.dereference;
  const walk = new Walk(process, { include: on.include, exclude: on.exclude, excludeDirectories: on.excludeDirectory });
  const targets = [...walk.targets(operands, recursive)];
  const names = on.withName || (!on.noName && (operands.length > 1 || targets.length > 1 || targets.some(({ found }) => found)));
  const printer = new Printer(process.stdout, {
    names: on.noName ? false : names,
    numbers: on.numbers,
    offsets: on.bytes,
    nullNames: on.nullNames,
    newline: rules.newline,
    colour: isColoured(on, process.stdout.isTty),
  });
  const search = new Search(rules, printer, process.pace);
  let matched = false;
  let failed = false;
  const one = async ({ name, path }: Target): Promise<void> => {
    const selected = await search.run(name, path === undefined ? process.stdin : process.open(path));
    matched ||= selected > 0;
    if (rules.output === 'count') await printer.count(name, selected);
    if (rules.output === 'files' && selected > 0 === on.withMatch) await printer.name(name);
  };
  for (const target of targets) {
    try {
      await one(target);
    } catch (error) {
      if (!(error instanceof VfsError)) throw error;
      failed = true;
      if (error.code === 'EISDIR' && rules.output === 'count') await printer.count(target.name, 0);
      if (error.code === 'EISDIR' && rules.output === 'files' && on.withoutMatch) await printer.name(target.name);
      if (!on.noMessages) await warn(process, `${target.name}: ${error.message}`);
    }
    if (matched && rules.output === 'quiet') return SUCCESS;
  }
  await printer.flush();
  return failed ? USAGE : matched ? SUCCESS : FAILURE;
};

/** The command under `name`, whose patterns are of `syntax` unless an option says otherwise. */
export const defineGrep = (name: string, summary: string, syntax: RegexOptions['syntax'], example: string): Command =>
  defineCommand({
    name,
    summary,
    topic: 'text',
    options,
    operands: [
      { name: 'PATTERNS', kind: 'text', called: 'pattern' },
      { name: 'FILE', kind: 'file', optional: true, repeat: true },
    ],
    arity: ({ options: on }) => (hasPatterns(on) ? { least: 0 } : {}),
    description: [
      'Prints the lines of each FILE (or of the standard input, or with -r of all files below) that match one of the patterns. A pattern costs a bounded number of steps: no regular expression hangs the shell.',
    ],
    examples: [
      { line: `${name} ${example}`, shows: 'Lines that match, after their files’ names' },
      { line: `${name} -ric lead jobs | head -n 3`, shows: 'How many lines match, in every file below' },
      { line: `ls jobs | ${name} -n k`, shows: 'What passes through a pipe, with its line numbers' },
    ],
    statuses: { 1: 'no line was selected', 2: 'something went wrong' },
    seeAlso: ['sed', 'awk', 'less'],
    linkable: true,
    filter: true,
    run: async (process, { options: on, order, operands }) => {
      const [patterns, files] = await readPatterns(process, on, operands);
      const context = contextLength(on.context) ?? 0;
      const hasContext = [on.context, on.before, on.after].some((length) => length !== undefined);
      const matcher = await withPatterns(USAGE, () =>
        createMatcher(patterns, {
          syntax: syntaxOf(order, syntax),
          caseless: on.ignoreCase || on.oldIgnoreCase,
          lenient: true,
          bounds: on.lines ? 'line' : on.words ? 'word' : undefined,
        }),
      );
      const rules: SearchRules = {
        matcher,
        invert: on.invert,
        most: maxCount(on.most),
        output: outputOf(on),
        before: contextLength(on.before) ?? context,
        after: contextLength(on.after) ?? context,
        partsGroups: hasContext && !on.noGroupSeparator,
        newline: on.zero ? '\0' : '\n',
        countsBytes: on.bytes,
      };
      if (selectsNothing(patterns, on, rules.most)) return FAILURE;
      return withPatterns(USAGE, () => searchAll(process, on, rules, files));
    },
  });
