/** What a pattern may cost, and the one error that it can raise. */

/** A pattern that cannot be compiled, or that costs more steps than its limit; `message` is GNU regcomp's wording where there is one. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** How many positions a glob may visit in one text, over all calls, or in its own brackets, before PatternError. */
export const MAX_GLOB_STEPS = 12_000_000;

/** How many instructions a regular expression may run over one text, all its matches together, before PatternError. */
const MAX_REGEX_STEPS = 10_000_000;

/** What one text has cost a regular expression so far. */
export class StepCount {
  private spent = 0;

  /** Adds steps; throws PatternError beyond the limit. */
  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > MAX_REGEX_STEPS) throw new PatternError('Regular expression too complex (MAX_REGEX_STEPS)');
  }
}
