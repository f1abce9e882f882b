/** Regular expressions of a program: compiled when first met, and kept. */
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import { PatternError } from '../../pattern/error.ts';
import { compileRegex, type Regex } from '../../pattern/regex.ts';

/** Patterns that are kept compiled. */
const KEPT = 500;

const compiled = new Map<string, Regex>();

/** The regular expression of a source text; throws CommandError with status 2. */
export const regexOf = (source: string): Regex => {
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= KEPT) compiled.clear();
  try {
    const regex = compileRegex(source, { syntax: 'extended', controls: true, bracketEscapes: true });
    compiled.set(source, regex);
    return regex;
  } catch (error) {
    if (error instanceof PatternError) throw new CommandError(`regular expression compile failed (${error.message})\n${source}`, USAGE);
    throw error;
  }
};
