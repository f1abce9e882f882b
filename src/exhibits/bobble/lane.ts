/** One of the two ways to ask Redis: its backends' caches, what is under way, and what it has cost. Times are in microseconds. */
import { INSTANCES, KEYS } from './load.ts';

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
export interface Counts {
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
export const flightsPerKey = ({ instances, commands, replies }: Lane): number => {
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
