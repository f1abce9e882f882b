/** Counts the steps of a match, so that no pattern hangs the thread. */
import { PatternError } from './error.ts';

/** How many instructions a regular expression may run over one text, all its matches together, before PatternError. */
const MAX_REGEX_STEPS = 10_000_000;

/** What is spent so far. */
export class StepCount {
  private spent = 0;

  /** Adds steps; throws PatternError beyond the limit. */
  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > MAX_REGEX_STEPS) throw new PatternError('Regular expression too complex (MAX_REGEX_STEPS)');
  }
}
