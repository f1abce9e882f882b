/** Reads JSON values off a text, one after the other (RFC 8259; jq's NaN too). */
import { wellFormed } from '../../term/clean.ts';
import type { Json } from './json.ts';

/** How deep arrays and objects may nest, as in jq 1.7. */
const JSON_DEPTH = 10_000;

/** A text that is not JSON; `message` says where. */
export class JsonError extends Error {}

const words = new Map<string, Json>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['nan', Number.NaN],
  ['NaN', Number.NaN],
]);

const number = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const literal = /[^\s"[\]{}:,]+/y;
const blank = /[ \t\r\n\u001e\ufeff]*/y;
const plainText = /[^"\\]*/y;

/** What a letter after a backslash stands for in a string. */
export const stringEscapes: ReadonlyMap<string, string> = new Map(
  [...'"\\/bfnrt'].map((letter, i) => [letter, ['"', '\\', '/', '\b', '\f', '\n', '\r', '\t'][i] ?? '']),
);

/** An array or an object that is not closed yet. */
type Open = { readonly items: Json[] } | { readonly entries: Map<string, Json>; key: string | undefined };

/** Reads a text from its beginning. The nesting is on a stack of its own, however deep it is. */
export class JsonReader {
  readonly #text: string;
  #at = 0;
  /** From the outside in. */
  #open: Open[] = [];
  /** The value that was read last, before its separator. */
  #value: Json | undefined;
  /** The text that was read last is no string, and nothing of a structure. */
  #isLiteral = false;
  #counted = 0;
  #lines = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next value; undefined after the last. Throws JsonError. */
  next(): Json | undefined {
    for (;;) {
      this.#match(blank);
      const character = this.#text[this.#at];
      if (character === undefined) {
        if (this.#open.length > 0) throw this.#fail('Unfinished JSON term', true);
        return undefined;
      }
      this.#isLiteral = !/["[\]{}:,]/.test(character);
      if (character === '"') {
        this.#at++;
        this.#put(this.#string());
      } else if (!this.#isLiteral) {
        this.#at++;
        this.#structure(character);
      } else this.#put(this.#literal());
      if (this.#open.length === 0 && this.#value !== undefined) {
        const value = this.#value;
        this.#value = undefined;
        return value;
      }
    }
  }

  /** Newlines read so far; the one that ends a number or a word is read with it. */
  get line(): number {
    const end = this.#at + (this.#isLiteral && this.#text[this.#at] === '\n' ? 1 : 0);
    for (; this.#counted < end; this.#counted++) if (this.#text[this.#counted] === '\n') this.#lines++;
    return this.#lines;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #fail(problem: string, atEnd = false): JsonError {
    const lines = this.#text.slice(0, this.#at).split('\n');
    return new JsonError(`${problem} at ${atEnd ? 'EOF at ' : ''}line ${lines.length}, column ${lines.at(-1)?.length ?? 0}`);
  }

  #put(value: Json): void {
    if (this.#value !== undefined) throw this.#fail('Expected separator between values');
    this.#value = value;
  }

  #literal(): Json {
    const text = this.#match(literal);
    const known = words.get(text);
    if (known !== undefined) return known;
    if (number.test(text)) return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(text)));
    // What ends a literal has been read when it is judged.
    const isLast = this.#at >= this.#text.length;
    if (!isLast) this.#at++;
    throw this.#fail(/^[tfn]/.test(text) ? 'Invalid literal' : 'Invalid numeric literal', isLast);
  }

  #structure(character: string): void {
    const top = this.#open.at(-1);
    if (character === '[' || character === '{') {
      if (this.#value !== undefined) throw this.#fail('Expected separator between values');
      if (this.#open.length >= JSON_DEPTH) throw this.#fail('Exceeds depth limit for parsing');
      this.#open.push(character === '[' ? { items: [] } : { entries: new Map(), key: undefined });
    } else if (character === ':') this.#key(top);
    else if (character === ',') this.#separate(top);
    else this.#close(character, top);
  }

  #key(top: Open | undefined): void {
    if (!top || 'items' in top) throw this.#fail("':' not as part of an object");
    if (this.#value === undefined) throw this.#fail("Expected string key before ':'");
    if (typeof this.#value !== 'string' || top.key !== undefined) throw this.#fail('Object keys must be strings');
    top.key = this.#value;
    this.#value = undefined;
  }

  #separate(top: Open | undefined): void {
    if (this.#value === undefined) throw this.#fail("Expected value before ','");
    if (!top) throw this.#fail("',' should separate values of an array or an object");
    this.#add(top, this.#value);
  }

  #add(top: Open, value: Json): void {
    if ('items' in top) top.items.push(value);
    else {
      if (top.key === undefined) throw this.#fail('Objects must consist of key:value pairs');
      top.entries.set(top.key, value);
      top.key = undefined;
    }
    this.#value = undefined;
  }

  #close(character: string, top: Open | undefined): void {
    if (!top || 'items' in top !== (character === ']')) throw this.#fail(`Unmatched '${character}'`);
    if (this.#value !== undefined) this.#add(top, this.#value);
    else if ('items' in top && top.items.length > 0) throw this.#fail('Expected another array element');
    else if ('entries' in top && top.key !== undefined) throw this.#fail('Objects must consist of key:value pairs');
    else if ('entries' in top && top.entries.size > 0) throw this.#fail('Expected another key-value pair');
    this.#open.pop();
    this.#value = 'items' in top ? top.items : top.entries;
  }

  #string(): string {
    const parts: string[] = [];
    for (;;) {
      parts.push(this.#match(plainText));
      const character = this.#text[this.#at++];
      if (character === '"') return wellFormed(parts.join(''));
      if (character === undefined) {
        this.#at--;
        throw this.#fail('Unfinished string', true);
      }
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
