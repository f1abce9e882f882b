/** The load that both caches get: which keys a game asks for, and how often. */
import type { Random } from '../stage/random.ts';

/** Keys that exist; the first ones are asked for most. */
export const KEYS = 1000;
/** The key that everyone asks for during a tournament. */
const CUP = KEYS;
/** Keys that one request of a game needs. */
export const KEYS_EACH = 4;
/** Instances of the game's backend, each with a cache of its own. */
export const INSTANCES = 4;

/** The chance that a key of a request is the tournament's, while there is one. */
const CUP_SHARE = 0.6;

/** Cumulative weights of Zipf's law with exponent 1: the nth key is asked for 1/n as often as the first. */
const weights: readonly number[] = (() => {
  let sum = 0;
  return Array.from({ length: KEYS }, (_, index) => {
    sum += 1 / (index + 1);
    return sum;
  });
})();

/** A key by Zipf's law. */
export const zipf = (random: Random): number => {
  const wanted = random.next() * (weights[KEYS - 1] ?? 0);
  let [low, high] = [0, KEYS - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What a key is called. */
export const keyName = (key: number): string => (key === CUP ? 'cup' : `player:${key + 1}`);

/** A request of a game: to which instance it comes, and what it needs. */
export interface Ask {
  readonly id: number;
  readonly instance: number;
  /** Each key once. */
  readonly keys: readonly number[];
}

/** A request by chance. */
export const drawAsk = (id: number, tournament: boolean, random: Random): Ask => {
  const keys = new Set<number>();
  for (let i = 0; i < KEYS_EACH; i++) keys.add(tournament && random.chance(CUP_SHARE) ? CUP : zipf(random));
  return { id, instance: random.integer(INSTANCES), keys: [...keys] };
};
