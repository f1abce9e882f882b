/** Builds the fields of a word: quoted and unquoted text, split by IFS (POSIX 2.6.5). */
import { EXPANSION_WORDS, LimitError, TEXT_LENGTH } from '../os/limits.ts';

/** A stretch of a field; quoted text stands for itself in patterns. */
export interface Segment {
  readonly text: string;
  readonly quoted: boolean;
}

/** One field before pathname expansion. */
export type Field = readonly Segment[];

/** The text of a field without its quotes. */
export const fieldText = (field: Field): string => field.map(({ text }) => text).join('');

/** The field's text as a pattern or expression: quoted text goes through `spell`. */
export const fieldPattern = (field: Field, spell: (text: string) => string): string =>
  field.map(({ text, quoted }) => (quoted ? spell(text) : text)).join('');

/** How the characters of IFS separate fields. */
const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\n';

/** Collects the fields of one word. With `ifs` undefined nothing is split, and lists are joined by spaces. */
export class FieldBuilder {
  readonly #ifs: string | undefined;
  readonly #fields: Field[] = [];
  #current: Segment[] | undefined;
  /** The last thing met was white space that ended a field: a separator after it belongs to the same gap. */
  #gap = false;
  #size = 0;

  constructor(ifs: string | undefined) {
    this.#ifs = ifs;
  }

  get splits(): boolean {
    return this.#ifs !== undefined;
  }

  /** Text that is never split. Even an empty one makes a field when `quoted`. */
  add(text: string, quoted: boolean): void {
    if (text === '' && !quoted) return;
    this.#size += text.length;
    if (this.#size > TEXT_LENGTH) throw new LimitError('expansion size', TEXT_LENGTH);
    this.#current ??= [];
    this.#current.push({ text, quoted });
    this.#gap = false;
  }

  /** The result of an unquoted expansion: split at the characters of IFS. */
  split(text: string): void {
    const ifs = this.#ifs;
    if (ifs === undefined || ifs === '') {
      this.add(text, false);
      return;
    }
    let start = 0;
    for (let i = 0; i < text.length; ) {
      if (!ifs.includes(text.charAt(i))) i++;
      else {
        this.add(text.slice(start, i), false);
        start = i = this.#separator(text, i, ifs);
      }
    }
    this.add(text.slice(start), false);
  }

  /** Ends the field at the separator at `i`; answers where it ends: white space, at most one other character, white space. */
  #separator(text: string, i: number, ifs: string): number {
    let hard = false;
    for (; i < text.length; i++) {
      const character = text.charAt(i);
      if (!ifs.includes(character) || (hard && !isBlank(character))) break;
      hard ||= !isBlank(character);
    }
    if (this.#current) this.#end();
    else if (hard && !this.#gap) this.#fields.push([]);
    this.#gap = !hard;
    return i;
  }

  #end(): void {
    if (!this.#current) return;
    if (this.#fields.length >= EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
    this.#fields.push(this.#current);
    this.#current = undefined;
  }

  /**
   * Between the parameters of `$@`: the next text begins another field. Unquoted, they stand as if the first character of IFS
   * were between them, so that only white space swallows an empty one.
   */
  next(quoted: boolean): void {
    const [first = ' '] = this.#ifs ?? '';
    if (!this.splits) this.add(' ', true);
    else if (quoted || isBlank(first)) this.#end();
    else this.#separator(first, 0, first);
  }

  /** All fields, at the word's end. */
  fields(): readonly Field[] {
    this.#end();
    return this.#fields;
  }
}
