/** Where patterns match, found by the engine that bounds their time; it loads with the first pattern. */
import type { Regex } from '../../pattern/regex.ts';
import type { Match } from './rows.ts';

/** Finds where a pattern matches. */
export type Find = (text: string) => readonly Match[];

/** Matches marked in one line. */
const MAX_MATCHES = 1_000;

const allMatches = (regex: Regex, text: string): Match[] => {
  const matches: Match[] = [];
  for (let from = 0; from <= text.length && matches.length < MAX_MATCHES; ) {
    const match = regex.exec(text, from);
    if (!match) break;
    matches.push([match.start, match.end]);
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return matches;
};

/** A finder of an extended regular expression; rejects with an Error whose message is for the user. */
export const compile = async (pattern: string, ignoreCase: boolean): Promise<Find> => {
  const { compileRegex } = await import('../../pattern/regex.ts');
  const { PatternError } = await import('../../pattern/limits.ts');
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
