/** A merge sort that lets the page breathe: stable, in runs. */
import type { Pace } from '../../../os/stream.ts';

/** Lines that are sorted in one go. */
const RUN = 2048;
/** Lines that are merged between two breaths. */
const STRIDE = 1024;

type Compare<T> = (a: T, b: T) => number;

const mergeTwo = async <T>(a: readonly T[], b: readonly T[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (merged.length % STRIDE === 0) await pace();
    const [left, right] = [a[i] as T, b[j] as T];
    if (compare(right, left) < 0) {
      merged.push(right);
      j++;
    } else {
      merged.push(left);
      i++;
    }
  }
  return merged.concat(a.slice(i), b.slice(j));
};

/** Merges runs that are sorted already; of equal elements the earlier run's come first. */
export const mergeRuns = async <T>(runs: readonly (readonly T[])[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  while (runs.length > 1) {
    const next: (readonly T[])[] = [];
    for (let i = 0; i < runs.length; i += 2) next.push(await mergeTwo(runs[i] ?? [], runs[i + 1] ?? [], compare, pace));
    runs = next;
  }
  return runs[0] ?? [];
};

/** Sorts stably. */
export const mergeSort = async <T>(items: readonly T[], compare: Compare<T>, pace: Pace): Promise<readonly T[]> => {
  const runs: T[][] = [];
  for (let i = 0; i < items.length; i += RUN) {
    await pace();
    runs.push(items.slice(i, i + RUN).sort(compare));
  }
  return mergeRuns(runs, compare, pace);
};
