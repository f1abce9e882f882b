/** A word with its quotes removed and its expansions left as they were written. */
import type { Word, WordPart } from './ast.ts';

/** The text; `original` is what the word's spans point into. */
export function wordText(word: Word, original: string): string {
  return word.parts.map((part) => partText(part, original)).join('');
}

function partText(part: WordPart, original: string): string {
  if (part.type === 'literal' || part.type === 'quoted') return part.text;
  if (part.type === 'double') return part.parts.map((inner) => partText(inner, original)).join('');
  return original.slice(part.span.start, part.span.end);
}
