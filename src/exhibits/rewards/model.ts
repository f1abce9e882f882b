/** What the program of the rewards knows. */
import type { Log } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Course } from './run.ts';

/** What is shown. */
export interface Model {
  /** The course as it was at first, to start anew. */
  readonly start: Course;
  readonly course: Course;
  readonly random: Random;
  /** The worker that mishaps befall. */
  readonly selected: number;
  readonly paused: boolean;
  readonly log: Log;
}
