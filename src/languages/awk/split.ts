/** Splitting of text into fields by FS, or by what a program gives to split (POSIX awk, "Regular Expressions"). */
import type { Regex } from '../../pattern/regex.ts';
import { regexOf } from './patterns.ts';

/** How fields are parted. */
export type Separator =
  /** By runs of blanks and newlines, those at the ends aside. */
  | { readonly kind: 'blanks' }
  /** After each character. */
  | { readonly kind: 'characters' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: Regex };

const blanks: Separator = { kind: 'blanks' };
const characters: Separator = { kind: 'characters' };

/** What a value of FS means; any single character but a space stands for itself. */
export const separatorOf = (text: string): Separator => {
  if (text === ' ') return blanks;
  if (text === '') return characters;
  if (Array.from(text).length === 1 && text !== '\\') return { kind: 'text', text };
  return { kind: 'regex', regex: regexOf(text) };
};

/** The parts between the matches; an empty match parts nothing. */
const splitByRegex = (text: string, regex: Regex): string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const match = regex.exec(text, from);
    if (!match) break;
    from = match.end > match.start ? match.end : match.end + 1;
    if (match.end === match.start) continue;
    parts.push(text.slice(start, match.start));
    start = match.end;
  }
  parts.push(text.slice(start));
  return parts;
};

/** The fields of a text; none when it is empty. With `paragraphs`, newlines part fields as well. */
export const splitText = (text: string, separator: Separator, paragraphs = false): string[] => {
  if (text === '') return [];
  if (separator.kind === 'blanks') return text.match(/[^ \t\n]+/g) ?? [];
  if (paragraphs) return text.split('\n').flatMap((line) => (line === '' ? [''] : splitText(line, separator)));
  if (separator.kind === 'characters') return Array.from(text);
  return separator.kind === 'text' ? text.split(separator.text) : splitByRegex(text, separator.regex);
};
