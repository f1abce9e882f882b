/** What the program of the three limiters knows. */
import type { Log } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Bench } from './engine.ts';

/** What one step brought a lane. */
export interface Moment {
  readonly passed: number;
  readonly refused: number;
}

/** What is shown. */
export interface Model {
  readonly bench: Bench;
  readonly random: Random;
  readonly paused: boolean;
  readonly log: Log;
  /** The last steps of each lane, oldest first. */
  readonly history: readonly (readonly Moment[])[];
}
