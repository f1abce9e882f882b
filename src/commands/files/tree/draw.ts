/** Trees of files drawn with lines, as tree(1) draws them. */

import { nameStyle } from '../../../coreutils/files/name-style.ts';
import type { Named } from '../../../coreutils/files/operand.ts';
import { isExecutable } from '../../../coreutils/files/status.ts';
import { joinPath } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import type { Glob } from '../../../pattern/glob.ts';
import type { Line, Piece } from '../../../term/style.ts';

/** What to draw, and how. */
export interface TreeSettings {
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
export interface Totals {
  directories: number;
  files: number;
}

const NO_BREAK = '\u00a0';
const stems = { middle: '├── ', last: '└── ', through: `│${NO_BREAK}${NO_BREAK} `, none: '    ' } as const;

const isShown = ({ inode, name }: Named, settings: TreeSettings): boolean => {
  const directory = inode.kind === 'directory';
  if (!settings.hidden && name.startsWith('.')) return false;
  if (settings.directoriesOnly && !directory) return false;
  if (settings.ignore.some((glob) => glob.matches(name))) return false;
  return directory || settings.only.length === 0 || settings.only.some((glob) => glob.matches(name));
};

const entriesOf = ({ fs }: Process, { path, inode }: Named, settings: TreeSettings): readonly Named[] => {
  const entries = fs.readDirectory(path).map((entry) => ({ ...entry, path: joinPath(path, entry.name) }));
  const shown = entries.filter((entry) => isShown(entry, settings));
  return settings.order(shown, inode.kind === 'directory' && inode.newestFirst);
};

const mark = ({ inode }: Named, { classify }: TreeSettings): string => {
  if (!classify) return '';
  return inode.kind === 'directory' ? '/' : isExecutable(inode) ? '*' : '';
};

/** A file's line after its stem. */
const fileLine = (process: Process, file: Named, shown: string, settings: TreeSettings): Line => {
  const name: Piece = settings.plain ? { text: shown } : { text: shown, style: nameStyle(process, file.path, file.inode) };
  return [{ text: settings.facts(file) }, name, { text: mark(file, settings) }].filter(({ text }) => text !== '');
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
export async function* drawTree(process: Process, root: Named, settings: TreeSettings, totals: Totals): AsyncGenerator<Line> {
  const waiting: Waiting[] = [{ file: root, shown: root.name, stem: '', indent: '', depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    await process.pace();
    const { file, shown, stem, indent, depth } = item;
    const directory = file.inode.kind === 'directory';
    if (directory) totals.directories++;
    else totals.files++;
    const name = depth === 0 || settings.fullPaths ? shown : file.name;
    yield [...(stem === '' ? [] : [{ text: stem, style: { role: 'muted' } as const }]), ...fileLine(process, file, name, settings)];
    if (!directory || depth >= settings.depth) continue;
    const entries = entriesOf(process, file, settings);
    entries.forEach((_, back) => {
      const index = entries.length - 1 - back;
      const entry = entries[index];
      if (!entry) return;
      const last = index === entries.length - 1;
      const [branch, below] = settings.noLines ? ['', ''] : last ? [stems.last, stems.none] : [stems.middle, stems.through];
      waiting.push({ file: entry, shown: joinPath(shown, entry.name), stem: indent + branch, indent: indent + below, depth: depth + 1 });
    });
  }
}
