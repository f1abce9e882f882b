/** What a program does with regular expressions: keeps them compiled, splits text by them, replaces what they match. */
import { CommandError } from '../../os/failure.ts';
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import { USAGE } from '../../os/status.ts';
import { PatternError } from '../../pattern/limits.ts';
import { compileRegex, type Match, type Regex } from '../../pattern/regex.ts';

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
