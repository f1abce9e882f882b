/** How ls prints files: names, the columns before them, and what stands on one line. */

import { isExecutable, linksOf, type Named, sizeOf, spaceOf } from '../../../coreutils/files.ts';
import { ownerOf } from '../../../coreutils/identity.ts';
import { modeText } from '../../../coreutils/mode.ts';
import { humanSize } from '../../../coreutils/numbers.ts';
import { nameStyle } from '../../../coreutils/paths.ts';
import { DAY, toDateTime, zoneOf } from '../../../coreutils/time/calendar.ts';
import { strftime } from '../../../coreutils/time/strftime.ts';
import type { Process } from '../../../os/process.ts';
import { quoteFileIfNeeded } from '../../../os/quote.ts';
import { type Line, type Piece, plain } from '../../../term/style.ts';
import { cells } from '../../../term/width.ts';
import type { ListingRules } from './options.ts';

const mark = ({ inode }: Named, { on }: ListingRules): string => {
  if (inode.kind === 'directory') return on.classify || on.slash ? '/' : '';
  return on.classify && isExecutable(inode) ? '*' : '';
};

const escapes = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

const quotedName = (name: string, { on }: ListingRules, isTty: boolean): string => {
  if (on.quoted) return `"${name.replace(/[\n\t"\\]/g, (character) => escapes.get(character) ?? character)}"`;
  const shown = on.hideControl || (isTty && !on.literal) ? name.replace(/\p{Cc}/gu, '?') : name;
  return isTty && !on.literal ? quoteFileIfNeeded(shown) : shown;
};

/** The name's pieces; together they are what takes up room. */
const namePieces = (process: Process, file: Named, rules: ListingRules): readonly Piece[] => {
  const { isTty } = process.stdout;
  const text = quotedName(file.name, rules, isTty);
  const marked = mark(file, rules);
  const style = isTty && rules.on.colour !== 'never' ? nameStyle(process, file.path, file.inode) : undefined;
  const name: Piece = style ? { text, style } : { text };
  return marked === '' ? [name] : [name, { text: marked }];
};

/** Half a Gregorian year: older times show the year. */
const RECENT = (365.2425 * DAY) / 2;

const timeFormats = new Map([
  ['locale', ['%b %e %H:%M', '%b %e  %Y']],
  ['iso', ['%m-%d %H:%M', '%Y-%m-%d ']],
  ['long-iso', ['%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M']],
  ['full-iso', ['%Y-%m-%d %H:%M:%S.%N %z', '%Y-%m-%d %H:%M:%S.%N %z']],
]);

/** Formats for recent times and for others; a `+FORMAT` of two lines has the others first. */
const formatsOf = (style: string): readonly string[] => {
  if (!style.startsWith('+')) return timeFormats.get(style) ?? [];
  const [old = '', recent = old] = style.slice(1).split('\n');
  return [recent, old];
};

const timeWriter = (process: Process, { timeStyle }: ListingRules): ((mtime: number) => string) => {
  const zone = zoneOf(process);
  const now = process.host.now();
  const [recent = '', old = ''] = formatsOf(timeStyle);
  return (mtime) => {
    const time = toDateTime(mtime, zone);
    return time ? strftime(mtime <= now && mtime > now - RECENT ? recent : old, time) : String(mtime);
  };
};

const size = (bytes: number, { on }: ListingRules, plainText: string): string =>
  on.human || on.si ? humanSize(bytes, on.si ? 1000 : 1024) : plainText;

const spaceText = ({ inode }: Named, rules: ListingRules): string => size(spaceOf(inode), rules, String(spaceOf(inode) / 1024));

/** The line above a long listing or one with space. */
export const totalLine = (files: readonly Named[], rules: ListingRules): string => {
  const bytes = files.reduce((sum, { inode }) => sum + spaceOf(inode), 0);
  return `total ${size(bytes, rules, String(bytes / 1024))}`;
};

type Column = { readonly left?: boolean; readonly cells: readonly string[] };

const joined = (columns: readonly Column[], row: number): string =>
  columns
    .map(({ left, cells }) => {
      const width = cells.reduce((widest, cell) => Math.max(widest, cell.length), 0);
      const cell = cells[row] ?? '';
      return `${left ? cell.padEnd(width) : cell.padStart(width)} `;
    })
    .join('');

/** Number and space, as far as they are asked for. */
const leadColumns = (files: readonly Named[], rules: ListingRules): readonly Column[] => [
  ...(rules.on.inode ? [{ cells: files.map(({ inode }) => String(inode.ino)) }] : []),
  ...(rules.on.space ? [{ cells: files.map((file) => spaceText(file, rules)) }] : []),
];

const longColumns = (process: Process, files: readonly Named[], rules: ListingRules): readonly Column[] => {
  const { on } = rules;
  const owner = ownerOf(process.fs);
  const who = on.numeric ? String(owner.id) : owner.name;
  const time = timeWriter(process, rules);
  const same = { left: true, cells: files.map(() => who) };
  return [
    { cells: files.map(({ inode }) => modeText(inode)) },
    { cells: files.map(({ inode }) => String(linksOf(inode))) },
    ...(on.noOwner ? [] : [same]),
    ...(on.ownerOnly || on.noGroup ? [] : [same]),
    { cells: files.map(({ inode }) => size(sizeOf(inode), rules, String(sizeOf(inode)))) },
    { left: true, cells: files.map(({ inode }) => time(inode.mtime)) },
  ];
};

/** A line for each file: what comes before the name, and the name. */
export const describedLines = (process: Process, files: readonly Named[], rules: ListingRules): readonly Line[] => {
  const long = rules.format === 'long';
  const columns = [...leadColumns(files, rules), ...(long ? longColumns(process, files, rules) : [])];
  return files.map((file, row) => {
    const lead = joined(columns, row);
    const name = namePieces(process, file, rules);
    return lead === '' ? name : [{ text: lead }, ...name];
  });
};

/** The least that a column takes: a character and two spaces. */
const LEAST = 3;
const GAP = 2;

const widthsFor = (count: number, sizes: readonly number[], down: boolean): readonly number[] => {
  const rows = Math.ceil(sizes.length / count);
  const widths = new Array<number>(count).fill(LEAST);
  sizes.forEach((size, index) => {
    const column = down ? Math.floor(index / rows) : index % count;
    widths[column] = Math.max(widths[column] ?? LEAST, size + (column === count - 1 ? 0 : GAP));
  });
  return widths;
};

const fits = (widths: readonly number[], width: number): boolean => widths.reduce((sum, column) => sum + column, 0) < width;

/** The widths of as many columns as fit. */
const chooseWidths = (sizes: readonly number[], width: number, down: boolean): readonly number[] => {
  for (let count = Math.min(sizes.length, Math.max(1, Math.floor(width / LEAST))); count > 1; count--) {
    const widths = widthsFor(count, sizes, down);
    if (fits(widths, width)) return widths;
  }
  return [0];
};

/** Blanks from one column of the screen to another, with tabs that are `tab` wide among them; none for 0. */
const indent = (from: number, to: number, tab: number): string => {
  let blanks = '';
  for (let at = from; at < to; ) {
    const useTab = tab > 0 && Math.floor(to / tab) > Math.floor((at + 1) / tab);
    blanks += useTab ? '\t' : ' ';
    at += useTab ? tab - (at % tab) : 1;
  }
  return blanks;
};

/** Items in columns, downwards or across. */
export const inRows = (items: readonly Line[], width: number, down: boolean, tab: number): readonly Line[] => {
  const sizes = items.map((item) => cells(plain(item)));
  const widths = chooseWidths(sizes, width, down);
  const rows = Math.ceil(items.length / widths.length);
  return Array.from({ length: rows }, (_, row) => {
    const line: Piece[] = [];
    let at = 0;
    let start = 0;
    widths.forEach((columnWidth, column) => {
      const index = down ? column * rows + row : row * widths.length + column;
      const item = items[index];
      if (item) {
        if (start > at) line.push({ text: indent(at, start, tab) });
        line.push(...item);
        at = start + (sizes[index] ?? 0);
      }
      start += columnWidth;
    });
    return line;
  });
};

/** Items with commas between them, wrapped. */
export const withCommas = (items: readonly Line[], width: number): readonly Line[] => {
  const lines: Piece[][] = [[]];
  let at = 0;
  items.forEach((item, index) => {
    const size = cells(plain(item));
    if (index > 0) {
      const wraps = at + size + GAP >= width;
      lines.at(-1)?.push({ text: wraps ? ',' : ', ' });
      if (wraps) lines.push([]);
      at = wraps ? 0 : at + GAP;
    }
    lines.at(-1)?.push(...item);
    at += size;
  });
  return lines;
};
