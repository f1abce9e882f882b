/** The right-hand side of `s`: parsed once, and filled in for each match. */
import type { Match } from '../../pattern/regex.ts';
import { undoEscapes } from './escapes.ts';
import type { ReplacementPart } from './program.ts';

const parts = /\\([0-9])|\\([ULEul])|(&)|\\\n|\\([\s\S])|[^\\&]+|\\/g;

/** Parses a replacement without its delimiters. */
export const parseReplacement = (source: string): ReplacementPart[] =>
  Array.from(undoEscapes(source, '\\&\n').matchAll(parts), ([all, group, mode, whole, escaped]): ReplacementPart => {
    if (group !== undefined) return { kind: 'group', index: Number(group) };
    if (mode !== undefined) return { kind: 'case', mode: mode as 'U' | 'L' | 'E' | 'u' | 'l' };
    if (whole !== undefined) return { kind: 'group', index: 0 };
    if (escaped !== undefined) return { kind: 'text', text: escaped === 'n' ? '\n' : escaped };
    return { kind: 'text', text: all === '\\\n' ? '\n' : all };
  });

/** The highest group that a replacement names. */
export const highestGroup = (replacement: readonly ReplacementPart[]): number =>
  replacement.reduce((highest, part) => (part.kind === 'group' ? Math.max(highest, part.index) : highest), 0);

/** The replacement for a match of `text`. */
export const expandReplacement = (replacement: readonly ReplacementPart[], text: string, { groups }: Match): string => {
  let out = '';
  let mode: 'U' | 'L' | undefined;
  let once: 'u' | 'l' | undefined;
  const add = (piece: string): void => {
    if (piece === '') return;
    const cased = mode === 'U' ? piece.toUpperCase() : mode === 'L' ? piece.toLowerCase() : piece;
    const first = cased.slice(0, (cased.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    out += once === undefined ? cased : (once === 'u' ? first.toUpperCase() : first.toLowerCase()) + cased.slice(first.length);
    once = undefined;
  };
  for (const part of replacement) {
    if (part.kind === 'text') add(part.text);
    else if (part.kind === 'group') {
      const span = groups[part.index];
      if (span) add(text.slice(span.start, span.end));
    } else if (part.mode === 'u' || part.mode === 'l') once = part.mode;
    else mode = part.mode === 'E' ? undefined : part.mode;
  }
  return out;
};
