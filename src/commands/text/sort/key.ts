/** Sort keys: KEYDEFs parsed, and the part of a line that each takes. */

import { CommandError } from '../../../os/failure.ts';
import { quote } from '../../../os/quote.ts';

/** A place in a line: fields and bytes, both counted from 0. */
export interface KeyPlace {
  readonly field: number;
  /** Bytes into the field; for an end, 0 is the end of the field. */
  readonly byte: number;
  /** Whether blanks before the byte are skipped. */
  readonly skipBlanks: boolean;
}

/** A sort key: from where to where, and ordered how; `letters` are the ordering options in use, of `dfghiMnRrV`. */
export interface SortKey {
  readonly start: KeyPlace;
  /** Absent: the end of the line. */
  readonly end: KeyPlace | undefined;
  readonly letters: ReadonlySet<string>;
}

const bad = (problem: string, spec: string): CommandError => new CommandError(`${problem}: invalid field specification ${quote(spec)}`, 2);

/** Reads a KEYDEF from left to right. */
class KeyReader {
  readonly #spec: string;
  #at = 0;
  constructor(spec: string) {
    this.#spec = spec;
  }

  /** Whether `character` comes next; it is taken then. */
  take(character: string): boolean {
    if (this.#spec[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  count(problem: string): number {
    const digits = /^\d+/.exec(this.#spec.slice(this.#at))?.[0];
    if (digits === undefined) throw new CommandError(`${problem}: invalid count at start of ${quote(this.#spec.slice(this.#at))}`, 2);
    this.#at += digits.length;
    return Number(digits);
  }

  field(problem: string): number {
    const field = this.count(problem);
    if (field === 0) throw bad('field number is zero', this.#spec);
    return field - 1;
  }

  /** Ordering letters, `b` among them. */
  letters(): string {
    const letters = /^[bdfghiMnRrV]*/.exec(this.#spec.slice(this.#at))?.[0] ?? '';
    this.#at += letters.length;
    return letters;
  }

  finish(): void {
    if (this.#at < this.#spec.length) throw bad('stray character in field spec', this.#spec);
  }

  zeroOffset(): CommandError {
    return bad('character offset is zero', this.#spec);
  }
}

/** Parses `F[.C][OPTS][,F[.C][OPTS]]`; throws CommandError with GNU's wording, status 2. */
export const parseKey = (spec: string): SortKey => {
  const reader = new KeyReader(spec);
  const field = reader.field('invalid number at field start');
  const offset = reader.take('.') ? reader.count("invalid number after '.'") : 1;
  if (offset === 0) throw reader.zeroOffset();
  const startLetters = reader.letters();
  let end: KeyPlace | undefined;
  let endLetters = '';
  if (reader.take(',')) {
    const endField = reader.field("invalid number after ','");
    const byte = reader.take('.') ? reader.count("invalid number after '.'") : 0;
    endLetters = reader.letters();
    end = { field: endField, byte, skipBlanks: endLetters.includes('b') };
  }
  reader.finish();
  const start = { field, byte: offset - 1, skipBlanks: startLetters.includes('b') };
  return { start, end, letters: new Set((startLetters + endLetters).replaceAll('b', '')) };
};

const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\n';

const skipBlanks = (line: string, at: number): number => {
  while (at < line.length && isBlank(line.charAt(at))) at++;
  return at;
};

/** The end of the field that begins at `at`: at its separator, or before the blanks of the next field. */
const fieldEnd = (line: string, at: number, separator: string | undefined): number => {
  if (separator !== undefined) {
    const found = line.indexOf(separator, at);
    return found < 0 ? line.length : found;
  }
  let end = skipBlanks(line, at);
  while (end < line.length && !isBlank(line.charAt(end))) end++;
  return end;
};

const fieldStart = (line: string, field: number, separator: string | undefined): number => {
  let at = 0;
  for (let i = 0; i < field && at < line.length; i++) at = fieldEnd(line, at, separator) + (separator === undefined ? 0 : 1);
  return Math.min(at, line.length);
};

const endOf = (line: string, { field, byte, skipBlanks: skips }: KeyPlace, separator: string | undefined): number => {
  const start = fieldStart(line, field, separator);
  if (byte === 0) return fieldEnd(line, start, separator);
  return Math.min(line.length, (skips ? skipBlanks(line, start) : start) + byte);
};

/** The key's text in a line of bytes; fields end at `separator`, or where blanks follow what is not blank. */
export const keyText = (line: string, { start, end }: SortKey, separator: string | undefined): string => {
  const field = fieldStart(line, start.field, separator);
  const from = Math.min(line.length, (start.skipBlanks ? skipBlanks(line, field) : field) + start.byte);
  return line.slice(from, end ? Math.max(from, endOf(line, end, separator)) : line.length);
};
