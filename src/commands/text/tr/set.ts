/** tr's SETs: strings of bytes written with ranges, classes, repeats and escapes. */

import { toBytes } from '../../../coreutils/bytes.ts';
import { CommandError } from '../../../os/failure.ts';
import { quote, quoteFile } from '../../../os/quote.ts';

/** One element of a SET, as written. */
type Element =
  | { readonly kind: 'bytes'; readonly codes: readonly number[] }
  | { readonly kind: 'class'; readonly name: string; readonly codes: readonly number[] }
  /** `[c*n]`; 0 fills up to the other set's length. */
  | { readonly kind: 'repeat'; readonly code: number; readonly times: number };

/** A SET, parsed. */
export type SetElements = readonly Element[];

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const upper = range(65, 90);
const lower = range(97, 122);
const digit = range(48, 57);
const punct = [...range(33, 47), ...range(58, 64), ...range(91, 96), ...range(123, 126)];

const classes = new Map<string, readonly number[]>([
  ['alnum', [...digit, ...upper, ...lower]],
  ['alpha', [...upper, ...lower]],
  ['blank', [9, 32]],
  ['cntrl', [...range(0, 31), 127]],
  ['digit', digit],
  ['graph', range(33, 126)],
  ['lower', lower],
  ['print', range(32, 126)],
  ['punct', punct],
  ['space', [9, 10, 11, 12, 13, 32]],
  ['upper', upper],
  ['xdigit', [...digit, ...range(65, 70), ...range(97, 102)]],
]);

const escapes = new Map([...'abfnrtv\\'].map((letter, i) => [letter, [7, 8, 12, 10, 13, 9, 11, 92][i] ?? 0]));

/** A character of the SET, and whether a backslash made it ordinary. */
interface Unit {
  readonly code: number;
  readonly escaped: boolean;
}

/** Backslash escapes undone; what follows a backslash is never special again. */
const readUnits = (text: string): readonly Unit[] => {
  const units: Unit[] = [];
  for (const match of toBytes(text).matchAll(/\\([0-3][0-7]{0,2}|[0-7]{1,2}|[\s\S])|[\s\S]/g)) {
    const letters = match[1];
    const plain = letters === undefined ? match[0].charCodeAt(0) : letters.charCodeAt(0);
    const octal = letters !== undefined && /^[0-7]/.test(letters);
    const code = octal ? Number.parseInt(letters, 8) : letters === undefined ? plain : (escapes.get(letters) ?? plain);
    units.push({ code, escaped: letters !== undefined });
  }
  return units;
};

/** Reads elements off the units of a SET. */
class SetReader {
  readonly #units: readonly Unit[];
  #at = 0;
  constructor(text: string) {
    this.#units = readUnits(text);
  }

  read(): Element[] {
    const elements: Element[] = [];
    while (this.#at < this.#units.length) elements.push(this.#named() ?? this.#repeat() ?? this.#range());
    return elements;
  }

  #is(character: string, at: number): boolean {
    const unit = this.#units[at];
    return unit !== undefined && !unit.escaped && unit.code === character.charCodeAt(0);
  }

  #code(at: number): number {
    return this.#units[at]?.code ?? 0;
  }

  #text(from: number, to: number): string {
    return String.fromCharCode(...this.#units.slice(from, to).map((unit) => unit.code));
  }

  /** `[:class:]` and `[=c=]`. */
  #named(): Element | undefined {
    const mark = this.#is(':', this.#at + 1) ? ':' : '=';
    if (!this.#is('[', this.#at) || !this.#is(mark, this.#at + 1)) return undefined;
    let close = this.#at + 2;
    while (close < this.#units.length && !(this.#is(mark, close) && this.#is(']', close + 1))) close++;
    if (close >= this.#units.length) return undefined;
    const name = this.#text(this.#at + 2, close);
    const equivalent = mark === '=';
    if (equivalent && name.length === 0) throw new CommandError("missing equivalence class character '[==]'");
    if (equivalent && name.length > 1) throw new CommandError(`${name}: equivalence class operand must be a single character`);
    const codes = equivalent ? [name.charCodeAt(0)] : classes.get(name);
    if (!codes) throw new CommandError(name === '' ? "missing character class name '[::]'" : `invalid character class ${quote(name)}`);
    this.#at = close + 2;
    return equivalent ? { kind: 'bytes', codes } : { kind: 'class', name, codes };
  }

  /** `[c*]`, `[c*n]`; n is octal when it begins with 0. */
  #repeat(): Element | undefined {
    if (!this.#is('[', this.#at) || !this.#is('*', this.#at + 2)) return undefined;
    let close = this.#at + 3;
    while (close < this.#units.length && !this.#is(']', close)) close++;
    const digits = this.#text(this.#at + 3, close);
    if (close >= this.#units.length || !/^\d*$/.test(digits)) return undefined;
    const code = this.#code(this.#at + 1);
    this.#at = close + 1;
    return { kind: 'repeat', code, times: Number.parseInt(digits || '0', digits.startsWith('0') ? 8 : 10) };
  }

  #range(): Element {
    const first = this.#code(this.#at);
    if (!this.#is('-', this.#at + 1) || this.#at + 2 >= this.#units.length) {
      this.#at++;
      return { kind: 'bytes', codes: [first] };
    }
    const last = this.#code(this.#at + 2);
    if (last < first) {
      const text = quoteFile(`${String.fromCharCode(first)}-${String.fromCharCode(last)}`);
      throw new CommandError(`range-endpoints of ${text} are in reverse collating sequence order`);
    }
    this.#at += 3;
    return { kind: 'bytes', codes: range(first, last) };
  }
}

/** Parses a SET; throws CommandError in GNU's wording. */
export const parseSet = (text: string): SetElements => new SetReader(text).read();

/** The bytes of a SET in order; a repeat without a number is given `fill` of them. */
export const expandSet = (set: SetElements, fill = 0): number[] =>
  set.flatMap((element) =>
    element.kind === 'repeat' ? Array.from({ length: element.times || fill }, () => element.code) : [...element.codes],
  );
