/** Counts that are good enough in little room: a count-min sketch (Cormode and Muthukrishnan, 2005) with the most frequent keys beside it. */

/** Rows of counters, each with a hash function of its own. */
export const DEPTH = 4;
/** Keys that are kept as candidates for the top. */
export const TOP = 10;

/** A key with its count. */
export interface Counted {
  readonly key: string;
  readonly count: number;
}

/** A sketch: `DEPTH` rows of `width` counters, and the candidates. */
export interface Sketch {
  readonly width: number;
  readonly counters: Float64Array;
  /** Most frequent first. */
  readonly top: readonly Counted[];
}

/** An empty sketch. */
export const newSketch = (width: number): Sketch => ({ width, counters: new Float64Array(width * DEPTH), top: [] });

/** FNV-1a, begun differently for each row, its bits mixed at the end (as in MurmurHash3). */
const hash = (key: string, row: number): number => {
  let bits = 0x811c9dc5 ^ Math.imul(row + 1, 0x9e3779b1);
  for (let i = 0; i < key.length; i++) bits = Math.imul(bits ^ key.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  return (bits ^ (bits >>> 13)) >>> 0;
};

const places = (key: string, width: number): readonly number[] =>
  Array.from({ length: DEPTH }, (_, row) => row * width + (hash(key, row) % width));

/** How often `key` came, or more: never less. */
export const estimate = ({ counters, width }: Sketch, key: string): number =>
  places(key, width).reduce((least, place) => Math.min(least, counters[place] ?? 0), Number.POSITIVE_INFINITY);

const rank = (top: readonly Counted[], key: string, count: number): readonly Counted[] =>
  [...top.filter((counted) => counted.key !== key), { key, count }].sort((a, b) => b.count - a.count).slice(0, TOP);

/** The sketch after more keys, each with its weight. Only the counters that must be raised are (conservative update, Estan and Varghese). */
export const count = (sketch: Sketch, keys: readonly string[], weight: number): Sketch => {
  const { width } = sketch;
  const counters = sketch.counters.slice();
  let { top } = sketch;
  for (const key of keys) {
    const own = places(key, width);
    const known = own.reduce((least, place) => Math.min(least, counters[place] ?? 0), Number.POSITIVE_INFINITY) + weight;
    for (const place of own) counters[place] = Math.max(counters[place] ?? 0, known);
    top = rank(top, key, known);
  }
  return { width, counters, top };
};

/** The sketch with every count multiplied. */
export const scale = ({ width, counters, top }: Sketch, factor: number): Sketch => ({
  width,
  counters: counters.map((value) => value * factor),
  top: top.map(({ key, count: value }) => ({ key, count: value * factor })),
});
