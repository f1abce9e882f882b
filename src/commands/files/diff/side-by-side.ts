/** The format of `diff -y`: both texts in columns, with a mark between lines that differ. */
import type { Line, Role } from '../../../term/style.ts';
import { cells, truncate } from '../../../term/width.ts';
import type { Change, Text } from './compare.ts';

/** How wide to print, and what to leave out. */
export interface SideSettings {
  readonly width: number;
  readonly suppressCommon: boolean;
  readonly leftColumn: boolean;
}

const TAB = 8;
/** The least room for the mark between the columns. */
const GUTTER = 3;

/** Where the right column begins, at a tab stop, and how wide either column is. */
const columnsOf = (width: number): { readonly half: number; readonly right: number } => {
  const centre = Math.floor(width / 2) + Math.floor((TAB + GUTTER) / 2) + (width & (TAB + GUTTER) & 1);
  const stop = centre - (centre % TAB);
  const half = Math.max(0, Math.min(stop - GUTTER, width - stop));
  return { half, right: half > 0 ? stop : width };
};

/** Tabs and blanks from one column to another. */
const advance = (from: number, to: number): string => {
  let at = from;
  let tabs = '';
  for (let stop = from + TAB - (from % TAB); stop <= to; stop += TAB) {
    tabs += '\t';
    at = stop;
  }
  return tabs + ' '.repeat(Math.max(0, to - at));
};

const roles: ReadonlyMap<string, Role> = new Map([
  ['<', 'bad'],
  ['>', 'good'],
  ['|', 'warn'],
  ['/', 'warn'],
  ['\\', 'warn'],
]);

class SideBySide {
  readonly #settings: SideSettings;
  readonly #half: number;
  readonly #right: number;
  readonly lines: Line[] = [];
  /** Whether the last line ends in a newline. */
  terminated = true;

  constructor(settings: SideSettings) {
    const { half, right } = columnsOf(settings.width);
    this.#settings = settings;
    this.#half = half;
    this.#right = right;
  }

  /** A line of either text, by number, with the mark between them; the absent one is undefined. */
  row(left: Text, at: number | undefined, mark: string, right: Text, other: number | undefined): void {
    const [leftEnds, rightEnds] = [ends(left, at), ends(right, other)];
    const shown = mark === '|' && leftEnds !== rightEnds ? (leftEnds ? '/' : '\\') : mark;
    const first = at === undefined ? '' : truncate(left.lines[at] ?? '', this.#half);
    let column = cells(first);
    let text = first;
    if (shown !== ' ') {
      const middle = Math.floor((this.#half + this.#right - 1) / 2);
      text += advance(column, middle) + shown;
      column = middle + 1;
    }
    const second = other === undefined ? '' : truncate(right.lines[other] ?? '', this.#half);
    if (second !== '') text += advance(column, this.#right) + second;
    const role = roles.get(shown);
    this.lines.push([role ? { text, style: { role } } : { text }]);
    this.terminated = (at !== undefined && leftEnds) || (other !== undefined && rightEnds);
  }

  common(left: Text, from: number, to: number, right: Text, other: number): void {
    const { suppressCommon, leftColumn } = this.#settings;
    if (suppressCommon) return;
    for (let at = from; at < to; at++) {
      if (leftColumn) this.row(left, at, '(', right, undefined);
      else this.row(left, at, ' ', right, other + at - from);
    }
  }

  change(left: Text, right: Text, change: Change): void {
    let [at, other] = [change.left, change.right];
    while (at < change.leftEnd && other < change.rightEnd) this.row(left, at++, '|', right, other++);
    while (at < change.leftEnd) this.row(left, at++, '<', right, undefined);
    while (other < change.rightEnd) this.row(left, undefined, '>', right, other++);
  }
}

const ends = ({ lines, terminated }: Text, at: number | undefined): boolean => terminated || at === undefined || at < lines.length - 1;

/** Both texts side by side; `terminated` is false when nothing ends the last line. */
export const sideBySide = (
  left: Text,
  right: Text,
  changes: readonly Change[],
  settings: SideSettings,
): { readonly lines: readonly Line[]; readonly terminated: boolean } => {
  const output = new SideBySide(settings);
  let [at, other] = [0, 0];
  for (const change of changes) {
    output.common(left, at, change.left, right, other);
    output.change(left, right, change);
    [at, other] = [change.leftEnd, change.rightEnd];
  }
  output.common(left, at, left.lines.length, right, other);
  return output;
};
