/** Two texts compared by lines: which runs of lines take each other's place. */
import type { Pace } from '../../../os/stream.ts';
import { type Changes, compareSequences, slideChanges } from './myers.ts';

/** A text by its lines, without newlines. */
export interface Text {
  readonly lines: readonly string[];
  /** Whether the last line ends in a newline; true of an empty text. */
  readonly terminated: boolean;
}

/** Lines `left` to `leftEnd` make room for `right` to `rightEnd`; ends exclusive, counted from 0. */
export interface Change {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
}

/** What is overlooked when two lines are compared. */
export interface Leniency {
  readonly caseless: boolean;
  /** Blanks: none are overlooked, those at the end, how many there are, or all. */
  readonly blanks: 'none' | 'trailing' | 'amount' | 'all';
}

/** Splits a text into lines. */
export const textOf = (content: string): Text => {
  if (content === '') return { lines: [], terminated: true };
  const terminated = content.endsWith('\n');
  return { lines: (terminated ? content.slice(0, -1) : content).split('\n'), terminated };
};

const normalizer = ({ caseless, blanks }: Leniency): ((line: string) => string) => {
  const spaced = (line: string): string => {
    if (blanks === 'all') return line.replace(/\s+/g, '');
    if (blanks === 'amount') return line.replace(/\s+/g, ' ').replace(/ $/, '');
    return blanks === 'trailing' ? line.replace(/\s+$/, '') : line;
  };
  return (line) => (caseless ? spaced(line).toLowerCase() : spaced(line));
};

/** Numbers for lines: the same for lines that count as equal. A last line without its newline is like no line that has one. */
const numberLines = (texts: readonly Text[], leniency: Leniency): readonly Int32Array[] => {
  const normalize = normalizer(leniency);
  const numbers = new Map<string, number>();
  return texts.map(({ lines, terminated }) =>
    Int32Array.from(lines, (line, index) => {
      const bare = !terminated && index === lines.length - 1 && leniency.blanks === 'none';
      const key = normalize(line) + (bare ? '' : '\n');
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
};

/** The lines that occur on the other side, too, with their places: the rest can have no partner. */
const withPartners = (lines: Int32Array, others: Int32Array): { readonly numbers: Int32Array; readonly places: Int32Array } => {
  const known = new Set(others);
  const places = Int32Array.from(lines.keys()).filter((place) => known.has(lines[place] ?? -1));
  return { numbers: places.map((place) => lines[place] ?? -1), places };
};

/** The changes over all lines, from those over the lines that may have partners. */
const spread = (length: number, places: Int32Array, changed: Uint8Array): Uint8Array => {
  const all = new Uint8Array(length).fill(1);
  places.forEach((place, index) => {
    all[place] = changed[index] ?? 0;
  });
  return all;
};

const collect = ({ left, right }: Changes): Change[] => {
  const changes: Change[] = [];
  for (let [a, b] = [0, 0]; a < left.length || b < right.length; ) {
    const from = { left: a, right: b };
    while (left[a]) a++;
    while (right[b]) b++;
    if (a > from.left || b > from.right) changes.push({ ...from, leftEnd: a, rightEnd: b });
    a++;
    b++;
  }
  return changes;
};

/** What is in common at either end, less so many lines: the rest alone is compared, and no run slides out of it. */
const commonEnds = (a: Int32Array, b: Int32Array, spared: number): { readonly before: number; readonly after: number } => {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before++;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  return { before: Math.max(0, before - spared), after: Math.max(0, after - spared) };
};

/** The changes that lead from one text to the other, in order, for a format that shows so many lines of context. */
export const compareTexts = async (left: Text, right: Text, leniency: Leniency, context: number, pace: Pace): Promise<Change[]> => {
  const [wholeA = new Int32Array(), wholeB = new Int32Array()] = numberLines([left, right], leniency);
  const { before, after } = commonEnds(wholeA, wholeB, context);
  const [a, b] = [wholeA.subarray(before, wholeA.length - after), wholeB.subarray(before, wholeB.length - after)];
  const [ours, theirs] = [withPartners(a, b), withPartners(b, a)];
  const found = await compareSequences(ours.numbers, theirs.numbers, pace);
  const changes = { left: spread(a.length, ours.places, found.left), right: spread(b.length, theirs.places, found.right) };
  slideChanges(a, b, changes);
  return collect(changes).map((change) => ({
    left: change.left + before,
    leftEnd: change.leftEnd + before,
    right: change.right + before,
    rightEnd: change.rightEnd + before,
  }));
};
