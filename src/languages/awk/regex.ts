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
export const regexOf = (source: string, caseless = false): Regex => {
  const key = caseless ? `i${source}` : `c${source}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= KEPT) compiled.clear();
  try {
    const regex = compileRegex(source, { syntax: 'extended', controls: true, bracketEscapes: true, caseless });
    compiled.set(key, regex);
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
  | { readonly kind: 'regex'; readonly regex: Regex }
  /** By what is between the fields: what matches is a field (gawk's FPAT). */
  | { readonly kind: 'content'; readonly regex: Regex }
  /** After so many characters each, some of them left out before (gawk's FIELDWIDTHS). */
  | { readonly kind: 'widths'; readonly widths: readonly (readonly [skip: number, width: number])[] };

const blanks: Separator = { kind: 'blanks' };
const characters: Separator = { kind: 'characters' };

/** What a value of FS means; any single character but a space stands for itself. */
export const separatorOf = (text: string, caseless = false): Separator => {
  if (text === ' ') return blanks;
  if (text === '') return characters;
  if (Array.from(text).length === 1) return { kind: 'text', text };
  return { kind: 'regex', regex: regexOf(text, caseless) };
};

/** What a value of FPAT means. */
export const contentOf = (text: string, caseless = false): Separator => ({ kind: 'content', regex: regexOf(text, caseless) });

/** What a value of FIELDWIDTHS means: widths, each perhaps with `SKIP:` before it, the last perhaps `*` for the rest. */
export const widthsOf = (text: string): Separator => {
  const parts = text.trim().split(/[ \t\n]+/);
  const widths = parts.map((part, i): readonly [number, number] => {
    const [, skip = '0', width = ''] = /^(?:(\d{1,6}):)?(\d{1,6}|\*)$/.exec(part) ?? [];
    if (width === '' || width === '0' || (width === '*' && i < parts.length - 1))
      throw new CommandError(`invalid FIELDWIDTHS value, for field ${i + 1}, near \`${part}'`, USAGE);
    return [Number(skip), width === '*' ? Number.POSITIVE_INFINITY : Number(width)];
  });
  return { kind: 'widths', widths };
};

/** The matches in a text, and what is before, between and after them; a match without text counts where no field ends just before. */
export const splitByContent = (text: string, regex: Regex): { readonly fields: string[]; readonly between: string[] } => {
  const fields: string[] = [];
  const between: string[] = [];
  let end = 0;
  for (let from = 0; from <= text.length; ) {
    const match = regex.exec(text, from);
    if (!match) break;
    const isEmpty = match.end === match.start;
    from = isEmpty ? match.end + 1 : match.end;
    if (isEmpty && fields.length > 0 && match.start === end) continue;
    between.push(text.slice(end, match.start));
    fields.push(text.slice(match.start, match.end));
    end = match.end;
  }
  between.push(text.slice(end));
  return { fields, between };
};

const splitByWidths = (text: string, widths: readonly (readonly [number, number])[]): string[] => {
  const characters = Array.from(text);
  const fields: string[] = [];
  let at = 0;
  for (const [skip, width] of widths) {
    at += skip;
    if (at >= characters.length) break;
    fields.push(characters.slice(at, at + width).join(''));
    at += width;
  }
  return fields;
};

/** The parts between the matches, which are added to `separators`; an empty match parts nothing. */
const splitByRegex = (text: string, regex: Regex, separators: string[] = []): string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const match = regex.exec(text, from);
    if (!match) break;
    from = match.end > match.start ? match.end : match.end + 1;
    if (match.end === match.start) continue;
    parts.push(text.slice(start, match.start));
    separators.push(text.slice(match.start, match.end));
    start = match.end;
  }
  parts.push(text.slice(start));
  return parts;
};

/** The fields of a text; none when it is empty. With `paragraphs`, newlines part fields as well. */
export const splitText = (text: string, separator: Separator, paragraphs = false): string[] => {
  if (text === '') return [];
  if (separator.kind === 'content') return splitByContent(text, separator.regex).fields;
  if (separator.kind === 'widths') return splitByWidths(text, separator.widths);
  if (separator.kind === 'blanks') return text.match(/[^ \t\n]+/g) ?? [];
  if (paragraphs) return text.split('\n').flatMap((line) => (line === '' ? [''] : splitText(line, separator)));
  if (separator.kind === 'characters') return Array.from(text);
  return separator.kind === 'text' ? text.split(separator.text) : splitByRegex(text, separator.regex);
};

/** What parts the fields of a text from each other. */
export const separatorsIn = (text: string, separator: Separator): string[] => {
  const found: string[] = [];
  if (separator.kind === 'regex') splitByRegex(text, separator.regex, found);
  else if (separator.kind === 'text') found.push(...text.split(separator.text).slice(1).fill(separator.text));
  else if (separator.kind === 'blanks') found.push(...splitByContent(text, regexOf('[^ \\t\\n]+')).between.slice(1, -1));
  else if (separator.kind === 'content') found.push(...splitByContent(text, separator.regex).between.slice(1, -1));
  else found.push(...splitText(text, separator).slice(1).fill(''));
  return found;
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
