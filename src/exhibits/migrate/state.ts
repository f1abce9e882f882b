/** The state of a migration: what is durable, what the workers hold in memory, and what just happened. */
import { say } from '../../term/say.ts';
import type { Entry } from '../stage/log.ts';
import { NODES, type Plan, type Stage } from './plan.ts';
import { type Arrival, type Range, untouched } from './store.ts';

/** A worker, and where it is in its batch. `left` counts steps. */
export type Worker =
  | { readonly kind: 'idle' }
  | Busy
  /** Backing off before another attempt. */
  | { readonly kind: 'waiting'; readonly range: number; readonly from: number; readonly attempt: number; readonly left: number }
  | { readonly kind: 'dead'; readonly left: number };

/** A worker at work on a batch. */
export interface Busy {
  readonly kind: 'busy';
  readonly range: number;
  /** The batch's first record in the range. */
  readonly from: number;
  readonly attempt: number;
  readonly stage: Stage;
  readonly left: number;
  /** What was read. */
  readonly batch: readonly Arrival[];
}

/** What the migration as a whole is doing. */
export type Phase = 'copying' | 'rolling back' | 'cooling down' | 'halted' | 'comparing' | 'done';

/** A migration. Ranges, leases, wave, phase and counts are durable; workers forget all when they crash. */
export interface Migration {
  readonly plan: Plan;
  readonly steps: number;
  readonly phase: Phase;
  /** Steps left of a phase that takes a while. */
  readonly left: number;
  /** Steps until the coordinator is up again; 0 while it is. */
  readonly down: number;
  readonly wave: number;
  /** Failures that the wave has had. */
  readonly errors: number;
  /** How often the wave was rolled back. */
  readonly undone: number;
  readonly ranges: readonly Range[];
  /** For each range, steps until its lease runs out; 0 when it is free. */
  readonly leases: readonly number[];
  readonly workers: readonly Worker[];
  /** For each node of the legacy store, steps for which it is slow. */
  readonly slow: readonly number[];
  /** Writes that will be damaged. */
  readonly corrupt: number;
  readonly counts: Counts;
  /** What happened in the last step. */
  readonly events: readonly Entry[];
}

/** Counts since the start. */
export interface Counts {
  readonly retries: number;
  readonly rollbacks: number;
  /** Users' reads that were compared in both stores. */
  readonly compared: number;
  /** Those in which the stores differed, so that the legacy store's answer was given. */
  readonly differed: number;
  /** Answers from the new store that were wrong: none, ever. */
  readonly misled: number;
  readonly updates: number;
}

/** A state being changed within one step: its lists are its own, their items are not. */
export type Draft = {
  -readonly [Key in keyof Omit<Migration, 'counts'>]: Migration[Key] extends readonly (infer Item)[] ? Item[] : Migration[Key];
} & { counts: { -readonly [Key in keyof Counts]: number } };

/** The state before the first step. */
export const initial = (plan: Plan): Migration => {
  let first = 0;
  const ranges = plan.ranges.map((size) => {
    first += size;
    return untouched(first - size, size);
  });
  return {
    plan,
    steps: 0,
    phase: 'copying',
    left: 0,
    down: 0,
    wave: 0,
    errors: 0,
    undone: 0,
    ranges,
    leases: ranges.map(() => 0),
    workers: Array.from({ length: plan.workers }, () => ({ kind: 'idle' })),
    slow: new Array<number>(NODES).fill(0),
    corrupt: 0,
    counts: { retries: 0, rollbacks: 0, compared: 0, differed: 0, misled: 0, updates: 0 },
    events: [],
  };
};

/** A copy to change. */
export const draftOf = (state: Migration): Draft => ({
  ...state,
  ranges: [...state.ranges],
  leases: [...state.leases],
  workers: [...state.workers],
  slow: [...state.slow],
  counts: { ...state.counts },
  events: [],
});

/** Notes that something happened. */
export const note = (draft: Draft, text: string, rest: Omit<Entry, 'text'> = {}): void => void draft.events.push({ text, ...rest });

/** Changes one range. */
export const change = (draft: Draft, index: number, edit: (range: Range) => Range): void => {
  const range = draft.ranges[index];
  if (range) draft.ranges[index] = edit(range);
};

/** The node of the legacy store that holds a range. */
export const nodeOf = (range: number): number => range % NODES;

/** What a worker is called. */
export const workerName = (worker: number): string => say`worker ${worker + 1}`;

/** What a range is called. */
export const rangeName = (range: number): string => say`range ${range + 1}`;
