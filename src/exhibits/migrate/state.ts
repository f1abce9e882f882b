/** A migration: what it is to move, in what portions and at what scale; what is durable, and what the workers hold in memory. */
import type { Phrase } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import { type Arrival, type Range, untouched } from './store.ts';

/** What can be left out, to see why it is there. */
export const parts = ['idempotence', 'verification', 'ordering'] as const;

/** A part of the mechanism. */
export type Part = (typeof parts)[number];

/** What a worker does with a batch. */
export type Stage = 'read' | 'write' | 'verify' | 'checkpoint';

/** Records that are simulated one by one; each stands for its share of the whole. */
const SAMPLE = 6144;
/** Records in a range. */
const RANGE = 64;
/** Records that a worker moves at once. */
export const BATCH = 8;
/** Nodes of the legacy store; the ranges are spread over them. */
const NODES = 4;
/** Records a second that a worker moves while nothing goes wrong: what the simulated time follows from. */
const WORKER_RATE = 80_000;
/** How much of the whole is done after each wave, so that a fault is met while it is cheap. */
const WAVES = [0.04, 0.16, 0.5, 1];
/** Failures that a wave may have: this share of its batches, and never fewer than a few. */
const BUDGET = { share: 0.06, least: 8 };

/** What a visitor may choose. */
export interface Choice {
  readonly records: number;
  readonly workers: number;
  /** Chance that a read or a write fails by itself. */
  readonly faults: number;
  readonly without?: Part | undefined;
}

/** A migration's plan. */
export interface Plan extends Choice {
  /** Records that are simulated. */
  readonly sample: number;
  /** Records that each of those stands for. */
  readonly scale: number;
  /** Simulated seconds that one step takes. */
  readonly stepSeconds: number;
  /** Sizes of the ranges. */
  readonly ranges: readonly number[];
  /** The range after the last one of each wave. */
  readonly waves: readonly number[];
  readonly stages: readonly Stage[];
}

const stagesWithout = (part: Part | undefined): readonly Stage[] => {
  if (part === 'verification') return ['read', 'write', 'checkpoint'];
  if (part === 'ordering') return ['read', 'checkpoint', 'write', 'verify'];
  return ['read', 'write', 'verify', 'checkpoint'];
};

/** The plan that follows from a choice. */
export const createPlan = (choice: Choice): Plan => {
  const sample = Math.min(choice.records, SAMPLE);
  const ranges = Array.from({ length: Math.ceil(sample / RANGE) }, (_, index) => Math.min(RANGE, sample - index * RANGE));
  const stages = stagesWithout(choice.without);
  const scale = choice.records / sample;
  return {
    ...choice,
    sample,
    scale,
    stepSeconds: (BATCH * scale) / (stages.length * WORKER_RATE),
    ranges,
    waves: [...new Set(WAVES.map((share) => Math.ceil(share * ranges.length)))],
    stages,
  };
};

/** The first range of a wave, and the one after its last. */
export const waveBounds = ({ waves }: Plan, wave: number): readonly [first: number, end: number] => [
  waves[wave - 1] ?? 0,
  waves[wave] ?? 0,
];

/** Failures that a wave may have before it is rolled back. */
export const errorBudget = (plan: Plan, wave: number): number => {
  const [first, end] = waveBounds(plan, wave);
  const batches = plan.ranges.slice(first, end).reduce((sum, size) => sum + Math.ceil(size / BATCH), 0);
  return Math.max(BUDGET.least, Math.round(BUDGET.share * batches));
};

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
type Phase = 'copying' | 'rolling back' | 'cooling down' | 'halted' | 'comparing' | 'done';

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
interface Counts {
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
export const note = (draft: Draft, text: Phrase, rest: Omit<Entry, 'text'> = {}): void => void draft.events.push({ text, ...rest });

/** Changes one range. */
export const change = (draft: Draft, index: number, edit: (range: Range) => Range): void => {
  const range = draft.ranges[index];
  if (range) draft.ranges[index] = edit(range);
};

/** The node of the legacy store that holds a range. */
export const nodeOf = (range: number): number => range % NODES;
