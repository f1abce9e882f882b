/** The formats of diff: normal, unified, context (POSIX XCU diff, "Diff Output Formats"; GNU's words). */
import type { Line, Piece, Role } from '../../../term/style.ts';
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
