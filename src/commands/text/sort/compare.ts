/** The whole comparison of two lines: key by key, then as a last resort byte by byte. */

import { toBytes } from '../../../coreutils/text/bytes.ts';
import { compareText } from '../../../coreutils/text/collate.ts';
import { CommandError } from '../../../os/failure.ts';
import { keyText, type SortKey } from './key.ts';
import { byBytes, byChance, byFloat, byHumanNumber, byMonth, byNumber, byVersion, type Ordering } from './ordering.ts';

/** A line with its keys prepared. */
export interface SortLine {
  readonly text: string;
  readonly keys: readonly unknown[];
}

/** What a sort goes by. */
export interface SortRules {
  /** None: whole lines by bytes. */
  readonly keys: readonly SortKey[];
  readonly separator: string | undefined;
  /** Reverses the last resort, or all where there are no keys. */
  readonly reverse: boolean;
  /** No last resort: lines with equal keys are equal. */
  readonly stable: boolean;
  /** Seeds the order by chance. */
  readonly seed: number;
}

/** A sort's two steps: each line is prepared once, and compared many times. */
export interface Sorter {
  prepare(text: string): SortLine;
  compare(a: SortLine, b: SortLine): number;
}

/** Turns down orderings that cannot go together, in GNU's wording. */
export const checkLetters = ({ letters }: SortKey): void => {
  const kinds = [...'ghMn'].filter((letter) => letters.has(letter)).length;
  const others = [...'diRV'].some((letter) => letters.has(letter)) ? 1 : 0;
  if (kinds + others < 2) return;
  const shown = [...'dfghiMnRV'].filter((letter) => letters.has(letter)).join('');
  throw new CommandError(`options '-${shown}' are incompatible`, 2);
};

/** An ordering is only ever given what it prepared itself, so that what that is can be forgotten. */
const erase = <K>(ordering: Ordering<K>): Ordering => ordering as unknown as Ordering;

const orderingOf = (letters: ReadonlySet<string>, seed: number): Ordering => {
  if (letters.has('n')) return erase(byNumber);
  if (letters.has('g')) return erase(byFloat);
  if (letters.has('h')) return erase(byHumanNumber);
  if (letters.has('M')) return erase(byMonth);
  if (letters.has('V')) return erase(byVersion);
  return letters.has('R') ? erase(byChance(seed)) : erase(byBytes);
};

/** `-d`, `-i` and `-f`: which characters count, and in which case. */
const transform = (text: string, letters: ReadonlySet<string>): string => {
  if (letters.has('d')) text = text.replace(/[^A-Za-z0-9 \t\n]/g, '');
  else if (letters.has('i')) text = text.replace(/[^\x20-\x7e]/g, '');
  return letters.has('f') ? text.replace(/[a-z]+/g, (run) => run.toUpperCase()) : text;
};

/** Makes the comparison that `rules` ask for. */
export const createSorter = (rules: SortRules): Sorter => {
  const keys = rules.keys.map((key) => ({ key, ordering: orderingOf(key.letters, rules.seed), sign: key.letters.has('r') ? -1 : 1 }));
  const prepare = (text: string): SortLine => {
    if (keys.length === 0) return { text, keys: [] };
    const bytes = toBytes(text);
    return { text, keys: keys.map(({ key, ordering }) => ordering.prepare(transform(keyText(bytes, key, rules.separator), key.letters))) };
  };
  const compare = (a: SortLine, b: SortLine): number => {
    for (const [i, { ordering, sign }] of keys.entries()) {
      const difference = ordering.compare(a.keys[i], b.keys[i]);
      if (difference !== 0) return sign * difference;
    }
    if (rules.stable && keys.length > 0) return 0;
    return compareText(a.text, b.text) * (rules.reverse ? -1 : 1);
  };
  return { prepare, compare };
};
