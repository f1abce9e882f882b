/** What the program of the two caches knows. */
import type { Log } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Bench } from './engine.ts';
import type { Frame } from './measure.ts';

/** What is shown. */
export interface Model {
  readonly bench: Bench;
  readonly random: Random;
  readonly paused: boolean;
  readonly log: Log;
  /** What the last frames came to, in both lanes. */
  readonly before: readonly Frame[];
  readonly after: readonly Frame[];
  /** What the résumé says of it. */
  readonly claim: string | undefined;
}
