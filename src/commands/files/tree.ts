/** tree: draws directories with what they hold. */

import { isExecutable, type Named, namedFiles, sizeOf, sortFiles } from '../../coreutils/files.ts';
import { modeText } from '../../coreutils/mode.ts';
import { humanSize } from '../../coreutils/numbers.ts';
import { nameStyle } from '../../coreutils/paths.ts';
import { toDateTime, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError, VfsError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { joinPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { attempt } from '../../os/report.ts';
import { SUCCESS, USAGE } from '../../os/status.ts';
import { compileGlob, type Glob } from '../../pattern/glob.ts';
import type { Line, Piece } from '../../term/style.ts';

/** What to draw, and how. */
interface TreeRules {
  readonly hidden: boolean;
  readonly directoriesOnly: boolean;
  readonly fullPaths: boolean;
  readonly noLines: boolean;
  readonly depth: number;
  readonly ignore: readonly Glob[];
  /** Files must match one, if there are any. */
  readonly only: readonly Glob[];
  readonly classify: boolean;
  readonly plain: boolean;
  /** Puts entries in order; `newestFirst` is the directory's own wish. */
  order(files: readonly Named[], newestFirst: boolean): readonly Named[];
  /** What stands before a name, brackets and all. */
  facts(file: Named): string;
}

/** What was drawn. */
interface Totals {
  directories: number;
  files: number;
}

const NO_BREAK = '\u00a0';
const stems = { middle: '├── ', last: '└── ', through: `│${NO_BREAK}${NO_BREAK} `, none: '    ' } as const;

const isShown = ({ inode, name }: Named, rules: TreeRules): boolean => {
  const directory = inode.kind === 'directory';
  if (!rules.hidden && name.startsWith('.')) return false;
  if (rules.directoriesOnly && !directory) return false;
  if (rules.ignore.some((glob) => glob.matches(name))) return false;
  return directory || rules.only.length === 0 || rules.only.some((glob) => glob.matches(name));
};

const entriesOf = ({ fs }: Process, { path, inode }: Named, rules: TreeRules): readonly Named[] => {
  const entries = fs.readDirectory(path).map((entry) => ({ ...entry, path: joinPath(path, entry.name) }));
  const shown = entries.filter((entry) => isShown(entry, rules));
  return rules.order(shown, inode.kind === 'directory' && inode.newestFirst);
};

const mark = ({ inode }: Named, { classify }: TreeRules): string => {
  if (!classify) return '';
  return inode.kind === 'directory' ? '/' : isExecutable(inode) ? '*' : '';
};

/** A file's line after its stem. */
const fileLine = (process: Process, file: Named, shown: string, rules: TreeRules): Line => {
  const name: Piece = rules.plain ? { text: shown } : { text: shown, style: nameStyle(process, file.path, file.inode) };
  return [{ text: rules.facts(file) }, name, { text: mark(file, rules) }].filter(({ text }) => text !== '');
};

interface Waiting {
  readonly file: Named;
  /** The file's path as the visitor would write it. */
  readonly shown: string;
  readonly stem: string;
  /** What stands before the stems of its entries. */
  readonly indent: string;
  readonly depth: number;
}

/** The lines of one tree, the root's first; counts into `totals`. */
async function* drawTree(process: Process, root: Named, rules: TreeRules, totals: Totals): AsyncGenerator<Line> {
  const waiting: Waiting[] = [{ file: root, shown: root.name, stem: '', indent: '', depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    await process.pace();
    const { file, shown, stem, indent, depth } = item;
    const directory = file.inode.kind === 'directory';
    if (directory) totals.directories++;
    else totals.files++;
    const name = depth === 0 || rules.fullPaths ? shown : file.name;
    yield [...(stem === '' ? [] : [{ text: stem, style: { role: 'muted' } as const }]), ...fileLine(process, file, name, rules)];
    if (!directory || depth >= rules.depth) continue;
    const entries = entriesOf(process, file, rules);
    entries.forEach((_, back) => {
      const index = entries.length - 1 - back;
      const entry = entries[index];
      if (!entry) return;
      const last = index === entries.length - 1;
      const [branch, below] = rules.noLines ? ['', ''] : last ? [stems.last, stems.none] : [stems.middle, stems.through];
      waiting.push({ file: entry, shown: joinPath(shown, entry.name), stem: indent + branch, indent: indent + below, depth: depth + 1 });
    });
  }
}

const options = {
  all: { short: 'a', summary: 'show names that begin with a dot, too' },
  plain: { short: 'n', summary: 'leave colours out' },
  colour: { short: 'C', summary: 'colour names, as happens on a terminal anyway' },
  directories: { short: 'd', summary: 'show directories only' },
  date: { short: 'D', summary: 'show the time of each file’s last change' },
  fullPaths: { short: 'f', summary: 'show each file’s path, not only its name' },
  classify: { short: 'F', summary: 'add / to directories and * to programs' },
  human: { short: 'h', summary: 'show sizes as 1.2K or 3M' },
  noLines: { short: 'i', summary: 'draw no lines' },
  ignore: { short: 'I', value: 'PATTERN', repeat: true, summary: 'pass over names that match PATTERN; | separates several' },
  depth: { short: 'L', value: 'NUM', summary: 'go down NUM levels at most' },
  mode: { short: 'p', summary: 'show permissions' },
  only: { short: 'P', value: 'PATTERN', repeat: true, summary: 'show only files that match PATTERN; | separates several' },
  reverse: { short: 'r', summary: 'reverse the order' },
  size: { short: 's', summary: 'show sizes in bytes' },
  byTime: { short: 't', summary: 'sort by time, oldest first' },
  directoriesFirst: { long: 'dirsfirst', summary: 'show directories before files' },
  noReport: { long: 'noreport', summary: 'leave out the count at the end' },
} as const;

type Options = OptionValues<typeof options>;

const globs = (patterns: readonly string[]): readonly Glob[] =>
  patterns.flatMap((pattern) => pattern.split('|')).map((pattern) => compileGlob(pattern));

const depthOf = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text) || Number(text) < 1) throw new UsageError('Invalid level, must be greater than 0.');
  return Number(text);
};

/** What stands before names: `[-r--r--r--  1.2K Dec 31  2015]  `. */
const factsOf = (process: Process, on: Options): ((file: Named) => string) => {
  const zone = zoneOf(process);
  return ({ inode }) => {
    const facts: string[] = [];
    if (on.mode) facts.push(modeText(inode));
    if (on.human) facts.push(humanSize(sizeOf(inode)).padStart(4));
    else if (on.size) facts.push(String(sizeOf(inode)).padStart(11));
    const time = on.date ? toDateTime(inode.mtime, zone) : undefined;
    if (time) facts.push(strftime('%b %e  %Y', time));
    return facts.length === 0 ? '' : `[${facts.join(' ')}]  `;
  };
};

const readRules = (process: Process, on: Options): TreeRules => ({
  hidden: on.all,
  directoriesOnly: on.directories,
  fullPaths: on.fullPaths,
  noLines: on.noLines,
  depth: depthOf(on.depth),
  ignore: globs(on.ignore),
  only: globs(on.only),
  classify: on.classify,
  plain: on.plain,
  order: (files, newestFirst) => {
    const byTime = on.byTime || newestFirst;
    return sortFiles(files, byTime ? 'time' : 'name', on.byTime ? !on.reverse : on.reverse, on.directoriesFirst);
  },
  facts: factsOf(process, on),
});

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const report = ({ directories, files }: Totals, on: Options): readonly Line[] => {
  if (on.noReport) return [];
  const text = plural(directories, 'directory', 'directories') + (on.directories ? '' : `, ${plural(files, 'file', 'files')}`);
  return [[], [{ text, style: { role: 'muted' } }]];
};

const rootsOf = (process: Process, operand: string): readonly Named[] | undefined => {
  const files = attempt(() => namedFiles(process, operand));
  return files instanceof VfsError ? undefined : files;
};

/** Lines that are written together. */
const BATCH = 200;

export default defineCommand({
  name: 'tree',
  summary: 'Draw directories with what they hold',
  topic: 'résumé',
  options,
  dialect: coreutils,
  operands: [{ name: 'DIRECTORY', kind: 'directory', optional: true, repeat: true }],
  description: ['The jobs are drawn newest first, unless an option asks for another order; everything else by name.'],
  examples: [
    { line: 'tree', shows: 'Everything here' },
    { line: 'tree -L 1', shows: 'The first level only' },
    { line: 'tree -h jobs', shows: 'The jobs with their sizes' },
  ],
  statuses: { 2: 'a directory is not there' },
  seeAlso: ['ls', 'find'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    const rules = readRules(process, on);
    const totals: Totals = { directories: 0, files: 0 };
    let status = SUCCESS;
    let lines: Line[] = [];
    for (const operand of operands.length === 0 ? ['.'] : operands) {
      const roots = rootsOf(process, operand);
      if (!roots) {
        status = USAGE;
        lines.push([{ text: `${operand}  [error opening dir]` }]);
      }
      for (const root of roots ?? []) {
        for await (const line of drawTree(process, root, rules, totals)) {
          lines.push(line);
          if (lines.length < BATCH) continue;
          await writeLines(process.stdout, lines);
          lines = [];
        }
      }
    }
    await writeLines(process.stdout, [...lines, ...report(totals, on)]);
    return status;
  },
});
