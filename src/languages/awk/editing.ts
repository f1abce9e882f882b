/** What `sub`, `gsub`, `gensub` and `match` do with a text. */

import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import type { Match, Regex } from '../../pattern/regex.ts';

/** A text with its replacements, and how many there were. */
export interface Edited {
  readonly text: string;
  readonly count: number;
}

/** The replacement for a match: `&` is what matched, a backslash makes `&` and itself ordinary, and with `groups` `\N` is a group. */
const expand = (replacement: string, text: string, { groups }: Match, usesGroups: boolean): string =>
  replacement.replace(usesGroups ? /\\([0-9&\\])|&/g : /\\([&\\])|&/g, (all, escaped?: string) => {
    if (escaped === '&' || escaped === '\\') return escaped;
    const span = groups[escaped === undefined ? 0 : Number(escaped)];
    return all === '&' || escaped !== undefined ? (span ? text.slice(span.start, span.end) : '') : all;
  });

/** Which matches are replaced: all, or the nth. */
export type Which = 'all' | number;

/** Replaces matches of `regex`; an empty match just after another is none. */
export const replaceMatches = (text: string, regex: Regex, replacement: string, which: Which, usesGroups = false): Edited => {
  let out = '';
  let copied = 0;
  let from = 0;
  let seen = 0;
  let count = 0;
  let end = -1;
  while (from <= text.length) {
    const match = regex.exec(text, from);
    if (!match) break;
    const isEmpty = match.end === match.start;
    from = isEmpty ? match.end + 1 : match.end;
    if (isEmpty && match.start === end) continue;
    end = match.end;
    seen++;
    if (which !== 'all' && seen < which) continue;
    out += text.slice(copied, match.start) + expand(replacement, text, match, usesGroups);
    if (out.length > TEXT_LENGTH) throw new LimitError('text length', TEXT_LENGTH);
    copied = match.end;
    count++;
    if (which !== 'all') break;
  }
  return { text: count > 0 ? out + text.slice(copied) : text, count };
};
