/** The one error that a user's pattern can raise. */

/** A pattern that cannot be compiled, or that costs more steps than its limit; `message` is GNU regcomp's wording where there is one. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}
