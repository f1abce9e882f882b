/** Reads the repetition counts of regular expressions, `{n,m}`. */
import { PatternError } from './error.ts';

/** The largest count (RE_DUP_MAX). */
const MAX_REPEAT = 32_767;

/** From how many to how many times, Infinity without an upper bound; `end` is the index after the closing brace. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly end: number;
}

/** The `{n}`, `{n,}`, `{,m}` or `{n,m}` at the index, in a basic expression with backslashes; undefined when it is none. */
export function readInterval(pattern: string, at: number, basic: boolean): Interval | undefined {
  const form = basic ? /\\\{(\d*)(?:(,)(\d*))?\\\}/y : /\{(\d*)(?:(,)(\d*))?\}/y;
  form.lastIndex = at;
  const [, low = '', comma = '', high = ''] = form.exec(pattern) ?? [];
  if (low === '' && comma === '') return undefined;
  const min = Number(low);
  const max = high === '' ? min : Number(high);
  if (min > MAX_REPEAT || max > MAX_REPEAT) throw new PatternError('Regular expression too big');
  return { min, max: high === '' && comma ? Number.POSITIVE_INFINITY : max, end: form.lastIndex };
}
