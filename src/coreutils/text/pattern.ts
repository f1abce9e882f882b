/** A visitor's pattern in an option or a program: compiled, or the command ends with regcomp's wording. */
import { CommandError } from '../../os/failure.ts';
import { PatternError } from '../../pattern/limits.ts';
import { compileRegex, type Regex, type RegexOptions } from '../../pattern/regex.ts';

/** Compiles a pattern; throws CommandError with `status`. */
export const compilePattern = (pattern: string, options: RegexOptions, status = 1): Regex => {
  try {
    return compileRegex(pattern, options);
  } catch (error) {
    throw error instanceof PatternError ? new CommandError(error.message, status) : error;
  }
};
