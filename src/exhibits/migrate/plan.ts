/** What a migration is to move, in what portions, at what scale. */

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
export const NODES = 4;
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
