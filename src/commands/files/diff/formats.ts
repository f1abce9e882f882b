/** The formats of diff: normal, unified, context, and side by side. */
import type { Line, Piece, Role } from '../../../term/style.ts';
import { cells, truncate } from '../../../term/width.ts';
import type { Change, Text } from './compare.ts';

/** A file as the headings name it. */
export interface Side {
  readonly text: Text;
  /** What follows `---` or `+++`. */
  readonly label: string;
}

const UNTERMINATED = '\\ No newline at end of file';

const line = (text: string, role?: Role): Line => [role ? ({ text, style: { role } } satisfies Piece) : { text }];

/** Lines of a side with their mark before them, and the note about a missing newline where it belongs. */
const marked = ({ lines, terminated }: Text, from: number, to: number, mark: string, role?: Role): readonly Line[] => [
  ...lines.slice(from, to).map((text) => line(mark + text, role)),
  ...(to === lines.length && from < to && !terminated ? [line(UNTERMINATED)] : []),
];

const normalRange = (from: number, to: number): string => (to - from > 1 ? `${from + 1},${to}` : String(to));

/** The normal format. */
export const normal = (left: Text, right: Text, changes: readonly Change[]): readonly Line[] =>
  changes.flatMap((change) => {
    const [removed, added] = [change.leftEnd > change.left, change.rightEnd > change.right];
    const letter = removed && added ? 'c' : removed ? 'd' : 'a';
    return [
      line(normalRange(change.left, change.leftEnd) + letter + normalRange(change.right, change.rightEnd), 'accent'),
      ...marked(left, change.left, change.leftEnd, '< ', 'bad'),
      ...(removed && added ? [line('---')] : []),
      ...marked(right, change.right, change.rightEnd, '> ', 'good'),
    ];
  });

/** The script of ed, last change first, so that no line number moves. */
export const edScript = (right: Text, changes: readonly Change[]): readonly Line[] =>
  [...changes].reverse().flatMap((change) => {
    const [removed, added] = [change.leftEnd > change.left, change.rightEnd > change.right];
    const letter = removed && added ? 'c' : removed ? 'd' : 'a';
    const lines = right.lines.slice(change.right, change.rightEnd);
    return [
      line(normalRange(change.left, change.leftEnd) + letter, 'accent'),
      ...(added ? [...lines.map((text) => line(text)), line('.')] : []),
    ];
  });

/** Changes that share their context, with the lines from the first of it to the last. */
interface Hunk extends Change {
  readonly changes: readonly Change[];
}

/** Groups changes whose contexts of so many lines touch. */
const hunksOf = (left: Text, right: Text, changes: readonly Change[], context: number): readonly Hunk[] => {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.left - last.leftEnd <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as Change, group.at(-1) as Change];
    return {
      changes: group,
      left: Math.max(0, first.left - context),
      leftEnd: Math.min(left.lines.length, last.leftEnd + context),
      right: Math.max(0, first.right - context),
      rightEnd: Math.min(right.lines.length, last.rightEnd + context),
    };
  });
};

const unifiedRange = (from: number, to: number): string => (to - from === 1 ? String(to) : `${to === from ? from : from + 1},${to - from}`);

const unifiedBody = (left: Text, right: Text, hunk: Hunk): readonly Line[] => {
  const lines: Line[] = [];
  let at = hunk.left;
  for (const change of hunk.changes) {
    lines.push(...marked(left, at, change.left, ' '));
    lines.push(...marked(left, change.left, change.leftEnd, '-', 'bad'), ...marked(right, change.right, change.rightEnd, '+', 'good'));
    at = change.leftEnd;
  }
  lines.push(...marked(left, at, hunk.leftEnd, ' '));
  return lines;
};

/** The unified format, with so many lines of context. */
export const unified = (left: Side, right: Side, changes: readonly Change[], context: number): readonly Line[] => [
  line(`--- ${left.label}`, 'title'),
  line(`+++ ${right.label}`, 'title'),
  ...hunksOf(left.text, right.text, changes, context).flatMap((hunk) => [
    line(`@@ -${unifiedRange(hunk.left, hunk.leftEnd)} +${unifiedRange(hunk.right, hunk.rightEnd)} @@`, 'accent'),
    ...unifiedBody(left.text, right.text, hunk),
  ]),
];

const contextRange = (from: number, to: number): string => (to - from > 1 ? `${from + 1},${to}` : String(to));

/** One side of a hunk in the context format; nothing when only the other side has changes. */
const contextSide = (text: Text, hunk: Hunk, side: 'left' | 'right'): readonly Line[] => {
  const [from, to] = side === 'left' ? (['left', 'leftEnd'] as const) : (['right', 'rightEnd'] as const);
  if (hunk.changes.every((change) => change[from] === change[to])) return [];
  const lines: Line[] = [];
  let at = hunk[from];
  for (const change of hunk.changes) {
    const replaced = change.leftEnd > change.left && change.rightEnd > change.right;
    const mark = replaced ? '! ' : side === 'left' ? '- ' : '+ ';
    lines.push(...marked(text, at, change[from], '  '), ...marked(text, change[from], change[to], mark, side === 'left' ? 'bad' : 'good'));
    at = change[to];
  }
  lines.push(...marked(text, at, hunk[to], '  '));
  return lines;
};

/** The context format. */
export const contextual = (left: Side, right: Side, changes: readonly Change[], context: number): readonly Line[] => [
  line(`*** ${left.label}`, 'title'),
  line(`--- ${right.label}`, 'title'),
  ...hunksOf(left.text, right.text, changes, context).flatMap((hunk) => [
    line('***************'),
    line(`*** ${contextRange(hunk.left, hunk.leftEnd)} ****`, 'accent'),
    ...contextSide(left.text, hunk, 'left'),
    line(`--- ${contextRange(hunk.right, hunk.rightEnd)} ----`, 'accent'),
    ...contextSide(right.text, hunk, 'right'),
  ]),
];

/** How wide to print, and what to leave out. */
export interface SideRules {
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
  readonly #rules: SideRules;
  readonly #half: number;
  readonly #right: number;
  readonly lines: Line[] = [];
  /** Whether the last line ends in a newline. */
  terminated = true;

  constructor(rules: SideRules) {
    const { half, right } = columnsOf(rules.width);
    this.#rules = rules;
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
    const { suppressCommon, leftColumn } = this.#rules;
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
  rules: SideRules,
): { readonly lines: readonly Line[]; readonly terminated: boolean } => {
  const output = new SideBySide(rules);
  let [at, other] = [0, 0];
  for (const change of changes) {
    output.common(left, at, change.left, right, other);
    output.change(left, right, change);
    [at, other] = [change.leftEnd, change.rightEnd];
  }
  output.common(left, at, left.lines.length, right, other);
  return output;
};
