/** The elements of an array: by number, with gaps, or by key (bash manual, "Arrays"). */
import { ARRAY_ELEMENTS, LimitError, TEXT_LENGTH } from '../os/limits.ts';

/** What an element is found by: a number in an indexed array, a text in an associative one. */
export type Key = number | string;

/** Bash's hash table has so many buckets; it walks through them to list an associative array. */
const BUCKETS = 1024;

const textEncoder = new TextEncoder();

/** The bucket of a key: FNV-1 over its bytes, which are signed. */
const bucket = (key: string): number => {
  let hash = 2_166_136_261;
  for (const byte of textEncoder.encode(key)) hash = Math.imul(hash, 16_777_619) ^ (byte > 127 ? byte - 256 : byte);
  return (hash & (BUCKETS - 1)) >>> 0;
};

/** The value of an array. Only the store that `owner` names may change it; any other makes a copy first. */
export class Elements {
  readonly associative: boolean;
  readonly owner: object;
  readonly #entries: Map<Key, string>;
  #characters = 0;
  /** The keys in the order in which they are listed, until one comes or goes. */
  #keys: readonly Key[] | undefined;

  constructor(associative: boolean, owner: object, entries: Iterable<readonly [Key, string]> = []) {
    this.associative = associative;
    this.owner = owner;
    this.#entries = new Map();
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Of all values together. */
  get characters(): number {
    return this.#characters;
  }

  get count(): number {
    return this.#entries.size;
  }

  /** The element that the array's bare name means. */
  get first(): string | undefined {
    return this.#entries.get(this.associative ? '0' : 0);
  }

  /** The greatest number; -1 when there is none. */
  get last(): number {
    return this.count === 0 || this.associative ? -1 : (this.keys().at(-1) as number);
  }

  get(key: Key): string | undefined {
    return this.#entries.get(key);
  }

  /** Throws LimitError when the array gets too large. */
  set(key: Key, value: string): void {
    const before = this.#entries.get(key);
    this.#characters += value.length - (before?.length ?? 0);
    if (this.#characters > TEXT_LENGTH) throw new LimitError('array size', TEXT_LENGTH);
    if (before === undefined) this.#adding(key);
    this.#entries.set(key, value);
  }

  #adding(key: Key): void {
    if (this.count >= ARRAY_ELEMENTS) throw new LimitError('array elements', ARRAY_ELEMENTS);
    const keys = this.#keys as Key[] | undefined;
    const follows = typeof key === 'number' && (keys === undefined ? this.count === 0 : Number(keys.at(-1) ?? -1) < key);
    if (follows) this.#keys = keys ?? [];
    if (follows) (this.#keys as Key[]).push(key);
    else this.#keys = undefined;
  }

  delete(key: Key): void {
    this.#characters -= this.#entries.get(key)?.length ?? 0;
    if (this.#entries.delete(key)) this.#keys = undefined;
  }

  /** By number, or as bash's hash table has them. */
  keys(): readonly Key[] {
    this.#keys ??= this.associative ? this.#hashed() : [...this.#entries.keys()].sort((a, b) => Number(a) - Number(b));
    return this.#keys;
  }

  /** By bucket; in one bucket the newest first. */
  #hashed(): readonly Key[] {
    const keys = [...this.#entries.keys()].reverse().map((key) => [bucket(String(key)), key] as const);
    return keys.sort(([a], [b]) => a - b).map(([, key]) => key);
  }

  values(): readonly string[] {
    return this.keys().map((key) => this.#entries.get(key) as string);
  }

  /** The same elements, to be changed by another store. */
  copy(owner: object): Elements {
    return new Elements(this.associative, owner, this.#entries);
  }
}
