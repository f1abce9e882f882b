/** ls: lists directories. */

import { type Named, namedFiles, sortFiles } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { coreutils } from '../../os/operands.ts';
import { joinPath, parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';
import { compileGlob } from '../../pattern/glob.ts';
import { describedLines, inRows, totalLine, withCommas } from './ls/format.ts';
import { type ListingRules, options, readRules } from './ls/options.ts';

const print = async (process: Process, files: readonly Named[], rules: ListingRules): Promise<void> => {
  const { format, on, width } = rules;
  const lines = describedLines(process, files, rules);
  if (files.length === 0) return;
  if (on.zero) return process.stdout.write(lines.map((line) => `${line.map(({ text }) => text).join('')}\0`).join(''));
  if (format === 'commas') return writeLines(process.stdout, withCommas(lines, width));
  if (format === 'long' || format === 'single') return writeLines(process.stdout, lines);
  return writeLines(process.stdout, inRows(lines, width, format === 'columns', rules.tab));
};

const isIgnored = ({ on, hidden }: ListingRules): ((name: string) => boolean) => {
  const globs = [...on.ignore, ...(hidden === 'none' ? on.hide : [])].map((pattern) => compileGlob(pattern));
  return (name) => globs.some((glob) => glob.matches(name));
};

/** What a directory holds, as far as the rules show it. */
const entriesOf = ({ fs }: Process, { path, inode }: Named, rules: ListingRules): readonly Named[] => {
  const ignored = isIgnored(rules);
  const entries = fs
    .readDirectory(path)
    .filter(({ name }) => (rules.hidden !== 'none' || !name.startsWith('.')) && !ignored(name))
    .map((entry) => ({ ...entry, path: joinPath(path, entry.name) }));
  if (rules.hidden !== 'all') return entries;
  const parent = parentPath(path);
  return [{ name: '.', path, inode }, { name: '..', path: parent, inode: fs.stat(parent) }, ...entries];
};

const arrange = (files: readonly Named[], { order, on }: ListingRules, newestFirst: boolean): readonly Named[] =>
  sortFiles(files, order ?? (newestFirst ? 'time' : 'name'), on.reverse, on.directoriesFirst);

class Listing {
  readonly #process: Process;
  readonly #rules: ListingRules;
  #blocks = 0;
  status = SUCCESS;

  constructor(process: Process, rules: ListingRules) {
    this.#process = process;
    this.#rules = rules;
  }

  /** As guard: a refusal is told as `cannot ACT 'NAME': why`, and raises the status to `status`. */
  async guard<T>(act: string, name: string, status: number, action: () => T | Promise<T>): Promise<T | false> {
    const result = await guard(this.#process, `cannot ${act} ${quoteFile(name)}`, action);
    if (result === false) this.status = Math.max(this.status, status);
    return result;
  }

  async files(files: readonly Named[]): Promise<void> {
    await print(this.#process, arrange(files, this.#rules, false), this.#rules);
    if (files.length > 0) this.#blocks++;
  }

  /** A directory with its heading, and those within it when they are asked for. */
  async directory(start: Named, headed: boolean): Promise<void> {
    const waiting = [start];
    for (let directory = waiting.pop(); directory; directory = waiting.pop()) {
      await this.#process.pace();
      const inner = await this.#one(directory, headed);
      if (this.#rules.on.recursive) waiting.push(...inner.reverse());
    }
  }

  /** Prints one directory and answers those within it. */
  async #one(directory: Named, headed: boolean): Promise<Named[]> {
    const { name, inode } = directory;
    const { stdout } = this.#process;
    const entries = await this.guard('open directory', name, FAILURE, () => entriesOf(this.#process, directory, this.#rules));
    if (!entries) return [];
    const files = arrange(entries, this.#rules, inode.kind === 'directory' && inode.newestFirst);
    const heading = headed ? `${this.#blocks++ > 0 ? '\n' : ''}${name}:\n` : '';
    const total = this.#rules.format === 'long' || this.#rules.on.space ? `${totalLine(files, this.#rules)}\n` : '';
    if (heading + total !== '') await stdout.write(heading + total, { role: 'muted' });
    await print(this.#process, files, this.#rules);
    return files
      .filter((file) => file.inode.kind === 'directory' && file.name !== '.' && file.name !== '..')
      .map((file) => ({ ...file, name: joinPath(name, file.name) }));
  }
}

const list = async (process: Process, operands: readonly string[], rules: ListingRules): Promise<number> => {
  const listing = new Listing(process, rules);
  const named: Named[] = [];
  for (const operand of operands.length === 0 ? ['.'] : operands) {
    named.push(...((await listing.guard('access', operand, USAGE, () => namedFiles(process, operand))) || []));
  }
  const isListed = ({ inode }: Named): boolean => inode.kind === 'directory' && !rules.on.directory;
  const directories = arrange(named.filter(isListed), rules, false);
  await listing.files(named.filter((file) => !isListed(file)));
  const headed = operands.length > 1 || named.length > 1 || rules.on.recursive;
  for (const directory of directories) await listing.directory(directory, headed);
  return listing.status;
};

export default defineCommand({
  name: 'ls',
  summary: 'List what a directory holds',
  topic: 'résumé',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'On the terminal, names stand in columns, with directories and programs coloured, and a click on a name shows what it holds; into a pipe or a file goes one name a line.',
    'Names are sorted, but for the jobs, which are listed newest first unless an option asks for another order. A name that is not here is looked up among the entries of the résumé.',
  ],
  examples: [
    { line: 'ls', shows: 'What there is' },
    { line: 'ls jobs', shows: 'The jobs, newest first' },
    { line: 'ls -l jobs', shows: 'The same with sizes and the times at which they ended' },
    { line: 'ls -R', shows: 'Everything below' },
  ],
  statuses: { 1: 'a directory within could not be read', 2: 'a file that was named could not be found' },
  seeAlso: ['cat', 'tree', 'find', 'stat'],
  linkable: true,
  run: (process, { options: on, order, operands }) => {
    const { isTty, columns } = process.stdout;
    return list(process, operands, readRules(on, order, isTty, columns));
  },
});
