/** Ratings: what a result does to them (Elo, 1978), and who is matched with whom. */

/** A new player's rating. */
export const FIRST_RATING = 1200;

/** The most that one match can change. */
const K = 32;
/** Points of difference at which one is expected to win ten times as often. */
const SCALE = 400;

/** How far apart two may be at first, and how much further with each second of waiting. */
const FIRST_WINDOW = 40;
const WIDENING = 40;

/** The score that a player may expect against another, from 0 to 1. */
const expected = (own: number, other: number): number => 1 / (1 + 10 ** ((other - own) / SCALE));

/** How much a rating changes by a score of 1, ½ or 0, in whole points. */
export const change = (own: number, other: number, score: number): number => Math.round(K * (score - expected(own, other)));

/** Someone who waits for a match. */
export interface Waiting {
  readonly id: string;
  readonly rating: number;
  /** Milliseconds, on the referee's clock. */
  readonly since: number;
}

/** How far from one's own rating another may be by now. */
export const windowOf = ({ since }: Waiting, now: number): number => FIRST_WINDOW + (WIDENING * Math.max(0, now - since)) / 1000;

/**
 * Pairs of neighbours by rating, each within the other's window. Windows widen with time, so nobody waits for ever while
 * another one does.
 */
export const pairUp = (queue: readonly Waiting[], now: number): (readonly [Waiting, Waiting])[] => {
  const sorted = [...queue].sort((a, b) => a.rating - b.rating || a.since - b.since);
  const pairs: (readonly [Waiting, Waiting])[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [low, high] = [sorted[i], sorted[i + 1]];
    if (!low || !high || high.rating - low.rating > Math.min(windowOf(low, now), windowOf(high, now))) continue;
    pairs.push([low, high]);
    i++;
  }
  return pairs;
};
