/** What the migration's program knows: the migration, its time, and what the charts need. */
import type { Log } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Migration } from './state.ts';

/** Steps in a frame: from a walk to a run. */
export const SPEEDS = [1, 2, 4, 8, 16] as const;

/** What is shown. */
export interface Model {
  readonly migration: Migration;
  readonly random: Random;
  /** What the résumé says of it. */
  readonly claim: string | undefined;
  /** The chance that a step brings a fault by itself. */
  readonly chaos: number;
  /** An index of the speeds. */
  readonly pace: number;
  readonly paused: boolean;
  readonly log: Log;
  /** Records a second in each of the last frames. */
  readonly rates: readonly number[];
}

/** Steps in a frame of this model. */
export const speedOf = ({ pace }: Model): number => SPEEDS[pace] ?? 1;
