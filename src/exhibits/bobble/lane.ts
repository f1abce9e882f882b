/** A way from games to Redis: what is on it, what is asked of it, and what it came to. Times are in microseconds. */
import type { Random } from '../stage/random.ts';
import { TTL } from './client.ts';

/** What the way after has and the one before has not. */
export const means = ['cache', 'single-flight', 'batching', 'expiry'] as const;

/** One of those. */
export type Mean = (typeof means)[number];

/** A key that is asked of Redis: for one request alone, or for all that wait for that flight. */
export interface Item {
  readonly key: number;
  readonly request: number | undefined;
}

/** A command under way to Redis: a GET of one key, or an MGET. */
export interface Command {
  readonly instance: number;
  readonly items: readonly Item[];
  /** When it arrives. */
  readonly at: number;
}

/** An answer of Redis on its way back. */
export interface Reply extends Command {
  /** When Redis read the keys, and their versions then; absent when it refused. */
  readonly readAt: number;
  readonly versions: readonly number[] | undefined;
}

/** A value in a backend's memory. */
export interface Kept {
  readonly version: number;
  readonly readAt: number;
}

/** A request that is being answered. */
export interface Pending {
  readonly instance: number;
  readonly since: number;
  /** Keys that it has still to ask for. */
  readonly ahead: readonly number[];
  /** Keys that it has asked for and not got. */
  readonly open: number;
}

/** A backend: its memory, the flights that requests wait for, and the keys that wait for the next batch. */
export interface Instance {
  readonly kept: Map<number, Kept>;
  /** The waiting requests by key. */
  readonly flights: Map<number, readonly number[]>;
  gathered: Item[];
}

/** Counts since the start. */
interface Counts {
  arrived: number;
  answered: number;
  failed: number;
  /** Values that were given, from memory, from a flight that was there already, or from one's own. */
  values: number;
  hits: number;
  joined: number;
  /** Values that had been overwritten meanwhile. */
  stale: number;
  commands: number;
  keysRead: number;
}

/** A way to ask. It is changed only inside a step, on a copy. */
export interface Lane {
  on: ReadonlySet<Mean>;
  pending: Map<number, Pending>;
  instances: Instance[];
  commands: Command[];
  replies: Reply[];
  /** Work that Redis has accepted and not done. */
  backlog: number;
  /** Work that it has done. */
  busy: number;
  counts: Counts;
  /** The last latencies. */
  latencies: number[];
  /** The age of the oldest value given in the last frame. */
  oldest: number;
  /** How often each key was read lately: the counts fade. */
  heat: number[];
}

/** Latencies that percentiles are taken of. */
const LATENCIES = 1000;

/** A lane that has done nothing yet. */
export const createLane = (on: readonly Mean[]): Lane => ({
  on: new Set(on),
  pending: new Map(),
  instances: Array.from({ length: INSTANCES }, () => ({ kept: new Map(), flights: new Map(), gathered: [] })),
  commands: [],
  replies: [],
  backlog: 0,
  busy: 0,
  counts: { arrived: 0, answered: 0, failed: 0, values: 0, hits: 0, joined: 0, stale: 0, commands: 0, keysRead: 0 },
  latencies: [],
  oldest: 0,
  heat: new Array<number>(KEYS + 1).fill(0),
});

/** A copy to change, whose frame begins. */
export const copyLane = (lane: Lane): Lane => ({
  ...lane,
  pending: new Map(lane.pending),
  instances: lane.instances.map(({ kept, flights, gathered }) => ({
    kept: new Map(kept),
    flights: new Map(flights),
    gathered: [...gathered],
  })),
  commands: [...lane.commands],
  replies: [...lane.replies],
  counts: { ...lane.counts },
  latencies: lane.latencies.slice(-LATENCIES),
  oldest: 0,
  heat: lane.heat.map((count) => count * 0.95),
});

/** The most flights that one backend has for one key at this moment. */
const flightsPerKey = ({ instances, commands, replies }: Lane): number => {
  const found = new Map<string, number>();
  const note = (instance: number, items: readonly Item[]): void => {
    for (const { key } of items) found.set(`${instance} ${key}`, (found.get(`${instance} ${key}`) ?? 0) + 1);
  };
  for (const [instance, { gathered }] of instances.entries()) note(instance, gathered);
  for (const { instance, items } of commands) note(instance, items);
  for (const { instance, items } of replies) note(instance, items);
  return [...found.values()].reduce((most, count) => Math.max(most, count), 0);
};

/** The latency, in microseconds, that this share of the last requests stayed under. */
export const percentile = ({ latencies }: Lane, share: number): number => {
  const sorted = [...latencies].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

/** Keys that exist; the first ones are asked for most. */
export const KEYS = 1000;
/** The key that everyone asks for during a tournament. */
const CUP = KEYS;
/** Keys that one request of a game needs. */
const KEYS_EACH = 4;
/** Instances of the game's backend, each with a cache of its own. */
const INSTANCES = 4;

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

/** What one frame of a lane came to. */
export interface Frame {
  /** The share of the time that Redis was busy. */
  readonly cpu: number;
  readonly commands: number;
  readonly values: number;
  readonly hits: number;
}

/** What a lane did in a span of time since it `was`. */
export const frameOf = (lane: Lane, was: Lane, span: number): Frame => ({
  cpu: (lane.busy - was.busy) / span,
  commands: lane.counts.commands - was.counts.commands,
  values: lane.counts.values - was.counts.values,
  hits: lane.counts.hits - was.counts.hits,
});

/** Several frames as one: the mean of the shares, the sum of the counts. */
export const together = (frames: readonly Frame[]): Frame => {
  const sum = (of: (frame: Frame) => number): number => frames.reduce((total, frame) => total + of(frame), 0);
  return {
    cpu: sum(({ cpu }) => cpu) / Math.max(1, frames.length),
    commands: sum(({ commands }) => commands),
    values: sum(({ values }) => values),
    hits: sum(({ hits }) => hits),
  };
};

/** What holds of a lane at this moment. */
interface Checks {
  /** Every request is answered, failed or under way, and none twice. */
  readonly answered: boolean;
  /** No value given in this frame was older than a value may be. */
  readonly fresh: boolean;
  /** The age of the oldest one. */
  readonly oldest: number;
  /** No backend asks for one key twice at once. */
  readonly single: boolean;
  /** The most flights that one key has. */
  readonly flights: number;
}

/** Checks a lane as it is. */
export const check = (lane: Lane): Checks => {
  const { arrived, answered, failed } = lane.counts;
  const flights = flightsPerKey(lane);
  return {
    answered: arrived === answered + failed + lane.pending.size,
    fresh: lane.oldest <= TTL,
    oldest: lane.oldest,
    single: flights <= 1,
    flights,
  };
};

/** By how much less `after` is than `before`, as a share: 0.5 is half. */
export const saving = (before: number, after: number): number => (before > 0 ? 1 - after / before : 0);
