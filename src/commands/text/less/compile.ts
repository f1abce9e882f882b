/** Patterns for the pager, from the engine that bounds their time. */
import type { Regex } from '../../../pattern/regex.ts';
import type { Compile } from '../../../tui/pager/model.ts';

type Match = readonly [from: number, to: number];

/** Matches marked in one line. */
const MOST = 1_000;

const allMatches = (regex: Regex, text: string): Match[] => {
  const matches: Match[] = [];
  for (let from = 0; from <= text.length && matches.length < MOST; ) {
    const match = regex.exec(text, from);
    if (!match) break;
    matches.push([match.start, match.end]);
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return matches;
};

/** Compiles an extended regular expression; the engine is loaded with the first one. */
export const compile: Compile = async (pattern, ignoreCase) => {
  const { compileRegex } = await import('../../../pattern/regex.ts');
  const { PatternError } = await import('../../../pattern/limits.ts');
  const regex = compileRegex(pattern, { syntax: 'extended', caseless: ignoreCase });
  return (text) => {
    try {
      return allMatches(regex, text);
    } catch (error) {
      // A line that costs too much is a line without a match.
      if (error instanceof PatternError) return [];
      throw error;
    }
  };
};
