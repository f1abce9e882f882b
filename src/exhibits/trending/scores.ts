/** What trends: every search counts less the older it is, counted exactly and by a count-min sketch. */

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
interface Sketch {
  readonly width: number;
  readonly counters: Float64Array;
  /** Most frequent first. */
  readonly top: readonly Counted[];
}

/** An empty sketch. */
const newSketch = (width: number): Sketch => ({ width, counters: new Float64Array(width * DEPTH), top: [] });

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
const estimate = ({ counters, width }: Sketch, key: string): number =>
  places(key, width).reduce((least, place) => Math.min(least, counters[place] ?? 0), Number.POSITIVE_INFINITY);

const rank = (top: readonly Counted[], key: string, count: number): readonly Counted[] =>
  [...top.filter((counted) => counted.key !== key), { key, count }].sort((a, b) => b.count - a.count).slice(0, TOP);

/** The sketch after more keys, each with its weight. Only the counters that must be raised are (conservative update, Estan and Varghese). */
const count = (sketch: Sketch, keys: readonly string[], weight: number): Sketch => {
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
const scale = ({ width, counters, top }: Sketch, factor: number): Sketch => ({
  width,
  counters: counters.map((value) => value * factor),
  top: top.map(({ key, count: value }) => ({ key, count: value * factor })),
});

/** Weights grow to this power of two before the counts are brought down again. */
const HIGHEST = 40;

/**
 * Scores with forward decay (Cormode and others, 2009): instead of letting all scores shrink, a new search weighs more, by
 * the time since a landmark; a score is divided by that weight when it is read.
 */
export interface Scores {
  /** Minutes in which a search loses half of its weight. */
  readonly halfLife: number;
  readonly landmark: number;
  readonly sketch: Sketch;
  /** The same without forgetting anything: a counter for each keyword. */
  readonly exact: ReadonlyMap<string, number>;
}

/** No scores yet. */
export const newScores = (halfLife: number, width: number, now: number): Scores => ({
  halfLife,
  landmark: now,
  sketch: newSketch(width),
  exact: new Map(),
});

const weight = ({ halfLife, landmark }: Scores, now: number): number => 2 ** ((now - landmark) / halfLife);

const rebased = (scores: Scores, now: number): Scores => {
  if (now - scores.landmark < HIGHEST * scores.halfLife) return scores;
  const factor = 1 / weight(scores, now);
  const exact = new Map([...scores.exact].map(([key, value]) => [key, value * factor]));
  return { ...scores, landmark: now, sketch: scale(scores.sketch, factor), exact };
};

/** The scores after these searches. */
export const countSearches = (before: Scores, searches: readonly string[], now: number): Scores => {
  const scores = rebased(before, now);
  const each = weight(scores, now);
  const exact = new Map(scores.exact);
  for (const key of searches) exact.set(key, (exact.get(key) ?? 0) + each);
  return { ...scores, sketch: count(scores.sketch, searches, each), exact };
};

/** A keyword's score now, by the sketch. */
export const scoreOf = (scores: Scores, key: string, now: number): number => estimate(scores.sketch, key) / weight(scores, now);

/** The top by the sketch. */
export const topBySketch = (scores: Scores, now: number): readonly Counted[] =>
  scores.sketch.top.map(({ key, count: value }) => ({ key, count: value / weight(scores, now) }));

/** The top by the counters. */
export const topExactly = (scores: Scores, now: number): readonly Counted[] =>
  [...scores.exact]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, TOP)
    .map(([key, value]) => ({ key, count: value / weight(scores, now) }));

/** How many of the exact top the sketch has found. */
export const hits = (scores: Scores, now: number): number => {
  const found = new Set(scores.sketch.top.map(({ key }) => key));
  return topExactly(scores, now).filter(({ key }) => found.has(key)).length;
};

/** Whether the sketch says too little of any keyword, which it must not. */
export const understates = ({ sketch, exact }: Scores): boolean =>
  [...exact].some(([key, value]) => estimate(sketch, key) < value * (1 - 1e-9));
