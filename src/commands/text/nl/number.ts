/** nl's numbering: which lines of a page's header, body and footer are numbered, and how the numbers look. */

import { misuse } from '../../../coreutils/text/misuse.ts';
import { compilePattern } from '../../../coreutils/text/pattern.ts';
import { quote } from '../../../coreutils/text/quote.ts';
import { CommandError } from '../../../os/failure.ts';

/** Whether a line is numbered; `all` counts empty lines that come together as one. */
type Style = { readonly kind: 'all' } | { readonly kind: 'test'; readonly test: (line: string) => boolean };

/** The sections of a page, in the order of their delimiters' lengths: `\:`, `\:\:`, `\:\:\:`. */
const sections = ['footer', 'body', 'header'] as const;

/** A part of a logical page. */
export type Section = (typeof sections)[number];

/** Parses `a`, `t`, `n` or `pBRE`; throws with GNU's wording. */
export const parseStyle = (name: string, section: Section, text: string): Style => {
  if (text === 'a') return { kind: 'all' };
  if (text === 't') return { kind: 'test', test: (line) => line !== '' };
  if (text === 'n') return { kind: 'test', test: () => false };
  if (!text.startsWith('p')) throw misuse(name, `invalid ${section} numbering style: ${quote(text)}`);
  const regex = compilePattern(text.slice(1), { syntax: 'basic' });
  return { kind: 'test', test: (line) => regex.test(line) };
};

const formats = ['ln', 'rn', 'rz'] as const;

/** How a number is set. */
export type NumberFormat = (typeof formats)[number];

/** Parses the argument of `-n`. */
export const parseFormat = (name: string, text: string): NumberFormat => {
  const found = formats.find((format) => format === text);
  if (!found) throw misuse(name, `invalid line numbering format: ${quote(text)}`);
  return found;
};

/** What decides an output line. */
export interface NumberingRules {
  readonly styles: Readonly<Record<Section, Style>>;
  /** Two or more characters; empty: there are no sections. */
  readonly delimiter: string;
  readonly first: number;
  readonly increment: number;
  readonly format: NumberFormat;
  readonly width: number;
  readonly separator: string;
  /** Of so many empty lines together the last is numbered. */
  readonly blanks: number;
  readonly renumber: boolean;
}

const show = (value: number, format: NumberFormat, width: number): string => {
  if (format === 'ln') return String(value).padEnd(width);
  if (format === 'rn' || value >= 0) return String(value).padStart(width, format === 'rz' ? '0' : ' ');
  return `-${String(-value).padStart(width - 1, '0')}`;
};

/** A function that numbers the lines given to it one after the other. */
export const createNumberer = (rules: NumberingRules): ((line: string) => string) => {
  let section: Section = 'body';
  let number = rules.first;
  let blanks = 0;

  /** The section that a delimiter line begins. */
  const begins = (line: string): Section | undefined => {
    const times = rules.delimiter === '' ? 0 : line.length / rules.delimiter.length;
    return line !== '' && line === rules.delimiter.repeat(Math.min(3, Math.floor(times))) ? sections[times - 1] : undefined;
  };

  const isNumbered = (line: string): boolean => {
    const style = rules.styles[section];
    if (style.kind === 'test') return style.test(line);
    blanks = line === '' ? blanks + 1 : 0;
    if (line !== '' || blanks === rules.blanks) {
      blanks = 0;
      return true;
    }
    return false;
  };

  return (line) => {
    const next = begins(line);
    if (next) {
      section = next;
      if (rules.renumber) number = rules.first;
      return '';
    }
    if (!isNumbered(line)) return ' '.repeat(rules.width + rules.separator.length) + line;
    if (!Number.isSafeInteger(number)) throw new CommandError('line number overflow');
    const text = show(number, rules.format, rules.width) + rules.separator + line;
    number += rules.increment;
    return text;
  };
};
