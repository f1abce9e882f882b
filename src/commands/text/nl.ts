/** nl: numbers lines. */

import { eachBatch, mapLines } from '../../coreutils/lines.ts';
import { parseWhole } from '../../coreutils/numbers.ts';
import { withPatterns } from '../../coreutils/patterns.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';
import { FAILURE } from '../../os/status.ts';
import { compileRegex } from '../../pattern/regex.ts';

/** Whether a line is numbered; `all` counts empty lines that come together as one. */
type Style = { readonly kind: 'all' } | { readonly kind: 'test'; readonly test: (line: string) => boolean };

/** The sections of a page, in the order of their delimiters' lengths: `\:`, `\:\:`, `\:\:\:`. */
const sections = ['footer', 'body', 'header'] as const;

/** A part of a logical page. */
type Section = (typeof sections)[number];

/** Parses `a`, `t`, `n` or `pBRE`; throws with GNU's wording. */
const parseStyle = (section: Section, text: string): Style => {
  if (text === 'a') return { kind: 'all' };
  if (text === 't') return { kind: 'test', test: (line) => line !== '' };
  if (text === 'n') return { kind: 'test', test: () => false };
  if (!text.startsWith('p')) throw new UsageError(`invalid ${section} numbering style: ${quote(text)}`);
  const regex = compileRegex(text.slice(1), { syntax: 'basic' });
  return { kind: 'test', test: (line) => regex.test(line) };
};

const formats = ['ln', 'rn', 'rz'] as const;

/** How a number is set. */
type NumberFormat = (typeof formats)[number];

/** Parses the argument of `-n`. */
const parseFormat = (text: string): NumberFormat => {
  const found = formats.find((format) => format === text);
  if (!found) throw new UsageError(`invalid line numbering format: ${quote(text)}`);
  return found;
};

/** What decides an output line. */
interface NumberingRules {
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
const createNumberer = (rules: NumberingRules): ((line: string) => string) => {
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

export default defineCommand({
  name: 'nl',
  summary: 'Number lines',
  topic: 'text',
  options: {
    body: { short: 'b', long: 'body-numbering', value: 'STYLE', summary: 'number a (all), t (non-empty), n (no) or pBRE (matching) lines' },
    delimiter: { short: 'd', long: 'section-delimiter', value: 'CC', summary: 'use CC instead of \\: to part sections' },
    footer: { short: 'f', long: 'footer-numbering', value: 'STYLE', summary: 'as -b, for footers' },
    header: { short: 'h', long: 'header-numbering', value: 'STYLE', summary: 'as -b, for headers' },
    increment: { short: 'i', long: 'line-increment', value: 'NUM', summary: 'add NUM for each line' },
    blanks: { short: 'l', long: 'join-blank-lines', value: 'NUM', summary: 'count NUM empty lines together as one' },
    format: { short: 'n', long: 'number-format', value: 'FORMAT', summary: 'set numbers ln (left), rn (right) or rz (right, with zeros)' },
    noRenumber: { short: 'p', long: 'no-renumber', summary: 'do not start again at each section' },
    separator: { short: 's', long: 'number-separator', value: 'STRING', summary: 'put STRING after numbers instead of a tab' },
    start: { short: 'v', long: 'starting-line-number', value: 'NUM', summary: 'begin with NUM' },
    width: { short: 'w', long: 'number-width', value: 'NUM', summary: 'use NUM columns for numbers' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'ls jobs | nl', shows: 'A numbered list' },
    { line: "nl -b a -w 3 -s ': ' about", shows: 'Every line, with narrow numbers' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['cat', 'wc'],
  run: (process, { options: on, operands }) =>
    withPatterns(FAILURE, () => {
      const delimiter = on.delimiter ?? '\\:';
      const number = createNumberer({
        styles: {
          body: parseStyle('body', on.body ?? 't'),
          header: parseStyle('header', on.header ?? 'n'),
          footer: parseStyle('footer', on.footer ?? 'n'),
        },
        delimiter: delimiter.length === 1 ? `${delimiter}:` : delimiter,
        first: parseWhole(on.start ?? '1', -Number.MAX_SAFE_INTEGER, 'invalid starting line number'),
        increment: parseWhole(on.increment ?? '1', -Number.MAX_SAFE_INTEGER, 'invalid line number increment'),
        format: parseFormat(on.format ?? 'rn'),
        width: parseWhole(on.width ?? '6', 1, 'invalid line number field width'),
        separator: on.separator ?? '\t',
        blanks: parseWhole(on.blanks ?? '1', 1, 'invalid line number of blank lines'),
        renumber: !on.noRenumber,
      });
      return eachBatch(process, operands, async ({ lines }) => {
        const numbered = await mapLines(process, lines, number);
        await process.stdout.write(numbered.map((line) => `${line}\n`).join(''));
      });
    }),
});
