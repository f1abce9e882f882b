/** Applies `s` to a text. */
import type { Regex } from '../../pattern/regex.ts';
import type { Substitution } from './program.ts';
import { expandReplacement } from './replacement.ts';

/** The text with the nth match, and with `g` all after it, replaced; undefined when there is none. */
export const substitute = (text: string, regex: Regex, { replacement, nth, global }: Substitution): string | undefined => {
  let out = '';
  let from = 0;
  let copied = 0;
  let count = 0;
  let replaced = false;
  let end = -1;
  while (from <= text.length) {
    const match = regex.exec(text, from);
    if (!match) break;
    const isEmpty = match.end === match.start;
    // An empty match just after a match is none.
    if (!(isEmpty && match.start === end)) {
      count++;
      if (count >= nth) {
        out += text.slice(copied, match.start) + expandReplacement(replacement, text, match);
        copied = match.end;
        replaced = true;
        if (!global) break;
      }
    }
    end = match.end;
    from = isEmpty ? match.end + 1 : match.end;
  }
  return replaced ? out + text.slice(copied) : undefined;
};
