/** What trends: every search counts less the older it is, exactly and by the sketch. */
import { type Counted, count, estimate, newSketch, type Sketch, scale, TOP } from './sketch.ts';

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
export const hear = (before: Scores, searches: readonly string[], now: number): Scores => {
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
