/** grep's definition, for the three names under which it goes. */
import { type Command, defineCommand } from '../../../os/command.ts';
import { CommandError, VfsError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { FAILURE, SUCCESS, USAGE } from '../../../os/status.ts';
import { PatternError } from '../../../pattern/error.ts';
import type { RegexOptions } from '../../../pattern/regex.ts';
import { type Target, Walk } from './files.ts';
import { createMatcher } from './matcher.ts';
import { contextLength, isColoured, maxCount, type Options, options, outputOf, readPatterns, syntaxOf } from './options.ts';
import { Printer } from './printer.ts';
import { Search, type SearchRules } from './search.ts';

/** Whether no line can be selected, so that no file is opened. */
const isHopeless = (patterns: readonly string[], on: Options, most: number): boolean => {
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
      if (!on.noMessages) await process.stderr.write(`${process.name}: ${target.name}: ${error.message}\n`, { role: 'bad' });
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
      { name: 'PATTERNS', kind: 'text' },
      { name: 'FILE', kind: 'file', optional: true, repeat: true },
    ],
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
      const matcher = createMatcher(patterns, {
        syntax: syntaxOf(order, syntax),
        caseless: on.ignoreCase || on.oldIgnoreCase,
        lenient: true,
        bounds: on.lines ? 'line' : on.words ? 'word' : undefined,
      });
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
      if (isHopeless(patterns, on, rules.most)) return FAILURE;
      try {
        return await searchAll(process, on, rules, files);
      } catch (error) {
        throw error instanceof PatternError ? new CommandError(error.message, USAGE) : error;
      }
    },
  });
