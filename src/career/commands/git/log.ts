/** git log and git show: the career as a history. */
import { CommandError } from '../../../os/failure.ts';
import { writeLines } from '../../../os/lines.ts';
import type { OptionTable, OptionValues } from '../../../os/options.ts';
import type { Process } from '../../../os/process.ts';
import { wrap } from '../../../term/layout.ts';
import { type Line, line, type Piece } from '../../../term/style.ts';
import { printPaged } from '../../paged.ts';
import type { Commit } from './commits.ts';
import { FATAL, history, parseDate, shortHash, single } from './select.ts';

/** The options of `git log`. */
export const logOptions = {
  oneline: { long: 'oneline', summary: 'show one line a commit' },
  graph: { long: 'graph', summary: 'draw the line of history' },
  author: { long: 'author', value: 'TEXT', summary: 'show commits whose author matches, employers included' },
  grep: { long: 'grep', value: 'TEXT', summary: 'show commits whose message matches' },
  since: { long: 'since', value: 'DATE', summary: 'show commits that began no earlier' },
  after: { long: 'after', value: 'DATE', summary: 'as --since' },
  until: { long: 'until', value: 'DATE', summary: 'show commits that began no later' },
  before: { long: 'before', value: 'DATE', summary: 'as --until' },
  count: { short: 'n', long: 'max-count', value: 'NUMBER', number: true, summary: 'show at most NUMBER commits' },
  reverse: { long: 'reverse', summary: 'show the oldest first' },
  stat: { long: 'stat', summary: 'show the files' },
  patch: { short: 'p', long: 'patch', summary: 'no effect: cat prints the file' },
  all: { long: 'all', summary: 'no effect: there is one branch' },
  decorate: { long: 'decorate', summary: 'no effect: names are always shown' },
} as const satisfies OptionTable;

type LogOptions = OptionValues<typeof logOptions>;

const names = ({ head, slug }: Commit): Line => [
  { text: ' (', style: { role: 'warn' } },
  ...(head ? [{ text: 'HEAD -> ', style: { role: 'accent' } } as const] : []),
  { text: slug, style: { role: 'good', run: `cat ${slug}` } },
  { text: ')', style: { role: 'warn' } },
];

const statLines = ({ path, lines }: Commit): readonly Line[] => [
  [{ text: ` ${path} | ${lines} ` }, { text: '+'.repeat(lines), style: { role: 'good' } }],
  line(` 1 file changed, ${lines} ${lines === 1 ? 'insertion' : 'insertions'}(+)`),
];

const indent: Piece = { text: '    ' };

/** The body's paragraphs, wrapped on a terminal, with the highlights together. */
const bodyLines = ({ body }: Commit, columns: number): readonly Line[] =>
  body.flatMap((text, index) => {
    const together = index > 0 && text.startsWith('- ') && body[index - 1]?.startsWith('- ');
    const rows = wrap(line(text), columns - indent.text.length, text.startsWith('- ') ? { hanging: 2 } : {});
    return [...(together ? [] : [[]]), ...rows.map((row) => [indent, ...row])];
  });

/** A commit in full, as `git show` prints it. */
const fullLines = (commit: Commit, columns: number, withStat: boolean): readonly Line[] => [
  [{ text: `commit ${commit.hash}`, style: { role: 'warn' } }, ...names(commit)],
  line(`Author: ${commit.author}`),
  line(`Date:   ${commit.date}`),
  [],
  [indent, { text: commit.subject }],
  ...bodyLines(commit, columns),
  ...(withStat ? [[], ...statLines(commit)] : []),
];

const shortLines = (commit: Commit, withStat: boolean): readonly Line[] => [
  [{ text: shortHash(commit), style: { role: 'warn' } }, ...names(commit), { text: ` ${commit.subject}` }],
  ...(withStat ? statLines(commit) : []),
];

/** The line of history at the left: a star at each commit. */
const graphed = (lines: readonly Line[], last: boolean): readonly Line[] =>
  lines.map((row, index) => {
    const rail = index === 0 ? '*' : last ? ' ' : '|';
    return [{ text: row.length > 0 ? `${rail} ` : rail.trim(), style: { role: index === 0 ? 'accent' : 'bad' } }, ...row];
  });

const contains = (text: string, part: string | undefined): boolean => part === undefined || text.toLowerCase().includes(part.toLowerCase());

const countOf = ({ count }: LogOptions): number => {
  if (count === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(count)) throw new CommandError(`'${count}': not an integer`, FATAL);
  return Number(count);
};

const selected = (process: Process, options: LogOptions, operands: readonly string[]): readonly Commit[] => {
  const now = process.host.now();
  const since = options.since ?? options.after;
  const until = options.until ?? options.before;
  const from = since === undefined ? Number.NEGATIVE_INFINITY : parseDate(since, now);
  const to = until === undefined ? Number.POSITIVE_INFINITY : parseDate(until, now, true);
  const found = history(process, operands)
    .filter(({ at }) => at >= from && at <= to)
    .filter(({ author }) => contains(author, options.author))
    .filter(({ subject, body }) => contains([subject, ...body].join('\n'), options.grep))
    .slice(0, countOf(options));
  return options.reverse ? [...found].reverse() : found;
};

const logLines = (found: readonly Commit[], options: LogOptions, columns: number): readonly Line[] =>
  found.flatMap((commit, index) => {
    const last = index === found.length - 1;
    const rows = options.oneline ? shortLines(commit, options.stat) : fullLines(commit, columns - (options.graph ? 2 : 0), options.stat);
    const spaced = options.oneline || last ? rows : [...rows, []];
    return options.graph ? graphed(spaced, last) : spaced;
  });

/** Prints the history; on a terminal, in the pager if it is longer than the screen. */
export const log = (process: Process, options: LogOptions, operands: readonly string[]): Promise<number> => {
  const found = selected(process, options, operands);
  // Text for another program keeps each paragraph on one line.
  return printPaged(process, 'git log', (columns) => logLines(found, options, process.stdout.isTty ? columns : Number.POSITIVE_INFINITY));
};

/** Prints single commits in full. */
export const show = (process: Process, operands: readonly string[]): Promise<void> => {
  const { stdout } = process;
  const columns = stdout.isTty ? stdout.columns : Number.POSITIVE_INFINITY;
  const found = (operands.length === 0 ? ['HEAD'] : operands).flatMap((operand) => single(process, operand));
  return writeLines(
    stdout,
    found.flatMap((commit, index) => [...(index > 0 ? [[]] : []), ...fullLines(commit, columns, true)]),
  );
};
