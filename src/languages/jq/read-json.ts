/** Reads JSON values off a text, one after the other (RFC 8259; jq's NaN too). */
import { LimitError } from '../../os/limits.ts';
import type { Json } from './json.ts';

/** How deep arrays and objects may nest. */
const JSON_DEPTH = 500;

/** A text that is not JSON; `message` says where. */
export class JsonError extends Error {}

const whiteSpace = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const word = /[A-Za-z]+/y;
const plainText = /[^"\\\u0000-\u001f]*/y;

const words = new Map<string, Json>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['nan', Number.NaN],
  ['NaN', Number.NaN],
]);

/** What a letter after a backslash stands for in a string. */
export const stringEscapes: ReadonlyMap<string, string> = new Map(
  [...'"\\/bfnrt'].map((letter, i) => [letter, ['"', '\\', '/', '\b', '\f', '\n', '\r', '\t'][i] ?? '']),
);

/** Reads a text from its beginning. */
export class JsonReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next value; undefined after the last. Throws JsonError. */
  next(): Json | undefined {
    this.#match(whiteSpace);
    return this.#at < this.#text.length ? this.#value() : undefined;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(problem: string): JsonError {
    const lines = this.#text.slice(0, this.#at).split('\n');
    const isOver = this.#at >= this.#text.length;
    const what = isOver ? 'Unfinished JSON term at EOF' : problem;
    return new JsonError(`${what} at line ${lines.length}, column ${lines.at(-1)?.length ?? 0}`);
  }

  #value(): Json {
    this.#match(whiteSpace);
    const character = this.#text[this.#at];
    if (character === '{' || character === '[') return this.#nested(character);
    if (character === '"') return this.#string();
    const digits = this.#match(number);
    if (digits !== undefined) return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(digits)));
    const known = words.get(this.#match(word) ?? '');
    if (known === undefined) throw this.#fail('Invalid numeric literal');
    return known;
  }

  #nested(open: '{' | '['): Json {
    if (++this.#depth > JSON_DEPTH) throw new LimitError('JSON depth', JSON_DEPTH);
    this.#at++;
    const value = open === '{' ? this.#object() : this.#array();
    this.#depth--;
    return value;
  }

  /** Takes `character` if it comes next. */
  #take(character: string): boolean {
    this.#match(whiteSpace);
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #array(): Json {
    const items: Json[] = [];
    if (this.#take(']')) return items;
    do items.push(this.#value());
    while (this.#take(','));
    if (!this.#take(']')) throw this.#fail('Expected separator between values');
    return items;
  }

  #object(): Json {
    const entries = new Map<string, Json>();
    if (this.#take('}')) return entries;
    do {
      this.#match(whiteSpace);
      if (this.#text[this.#at] !== '"') throw this.#fail('Object keys must be strings');
      const key = this.#string();
      if (!this.#take(':')) throw this.#fail('Objects must consist of key:value pairs');
      entries.set(key, this.#value());
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#fail('Expected separator between values');
    return entries;
  }

  #string(): string {
    this.#at++;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.#match(plainText) ?? '');
      const character = this.#text[this.#at++];
      if (character === '"') return parts.join('');
      if (character !== '\\') throw this.#fail('Invalid string');
      parts.push(this.#escape());
    }
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at++);
    const simple = stringEscapes.get(letter);
    if (simple !== undefined) return simple;
    const hex = this.#text.slice(this.#at, this.#at + 4);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex)) throw this.#fail('Invalid escape');
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
}

/** The only value of a text. Throws JsonError. */
export const parseJson = (text: string): Json => {
  const reader = new JsonReader(text);
  const value = reader.next();
  if (value === undefined || reader.next() !== undefined) throw new JsonError('Unfinished JSON term');
  return value;
};
