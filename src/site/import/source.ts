/** A record of a foreign document, which knows what of it has been read. */
import type { PartialDate } from '../../../data/types.ts';
import { clean } from '../../term/clean.ts';
import { dateIn, isPresent } from './date.ts';
import { addressOf, paragraphs, tidy } from './texts.ts';

/** Characters of a value that a remark shows. */
const SHOWN = 60;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value says nothing: absent, blank, or made of such. */
const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return tidy(value) === '';
  return typeof value === 'object' && Object.values(value).every(isEmpty);
};

const shown = (value: unknown): string => {
  const text = clean(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/g, ' ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
};

/** What is taken is gone; `end` tells of what is left. */
export class Source {
  /** Where the record stands, e.g. `work, entry 2 (Shopee)`; empty for the document. */
  readonly place: string;
  readonly #members: Map<string, unknown>;
  readonly #remarks: string[];

  constructor(value: unknown, remarks: string[], place = '') {
    this.#members = new Map(isRecord(value) ? Object.entries(value) : []);
    this.#remarks = remarks;
    this.place = place;
  }

  /** Adds a remark on this record, or a member of it. */
  remark(text: string, key?: string): void {
    this.#remarks.push(`${[this.place, key].filter(Boolean).join(', ')}: ${text}`);
  }

  /** Passes over members that say nothing new, or nothing about the person. */
  skip(...keys: readonly string[]): void {
    for (const key of keys) this.#members.delete(key);
  }

  /** The text of the first of these members that has one. */
  text(...keys: readonly string[]): string | undefined {
    return this.#take(keys, (value) => (typeof value === 'string' ? tidy(value) || undefined : undefined));
  }

  /** The paragraphs of the first of these members that has any. */
  paragraphs(...keys: readonly string[]): readonly string[] {
    const found = this.#take(keys, (value) => {
      const texts = typeof value === 'string' ? paragraphs(value) : [];
      return texts.length > 0 ? texts : undefined;
    });
    return found ?? [];
  }

  /** A list of texts, those that are blank left out; undefined where none is left, or another value. */
  texts(key: string): readonly string[] | undefined {
    return this.#take([key], (value) => {
      if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
      const texts = value.map(tidy).filter((item) => item !== '');
      return texts.length > 0 ? texts : undefined;
    });
  }

  /** A number. */
  number(key: string): number | undefined {
    return this.#take([key], (value) => (typeof value === 'number' ? value : undefined));
  }

  /** Whether a member is there, empty or not. */
  has(key: string): boolean {
    return this.#members.has(key);
  }

  /** Whether a member says yes. */
  flag(key: string): boolean {
    return this.#take([key], (value) => (typeof value === 'boolean' ? value : undefined)) ?? false;
  }

  /** A month or a year; one that cannot be read is told, for the person to put right. */
  date(key: string): PartialDate | undefined {
    const found = this.#take([key], (value) => (typeof value === 'string' ? dateIn(value) : undefined));
    const value = this.#members.get(key);
    if (found === undefined && !isEmpty(value)) {
      this.#members.delete(key);
      this.remark(`“${shown(value)}” cannot be read as a date; it is left empty. Put it right by hand.`, key);
    }
    return found;
  }

  /** The end of what may go on still: absent in a document when it does. One that is there but cannot be read is never the present. */
  end(key: string): PartialDate | 'now' | undefined {
    if (isEmpty(this.#members.get(key))) return 'now';
    const present = this.#take([key], (value) => (typeof value === 'string' && isPresent(value) ? ('now' as const) : undefined));
    return present ?? this.date(key);
  }

  /** A web address. */
  address(...keys: readonly string[]): string | undefined {
    return this.#take(keys, (value) => (typeof value === 'string' ? addressOf(tidy(value)) : undefined));
  }

  /** A record within. */
  record(key: string): Source {
    const value = this.#members.get(key);
    if (isRecord(value)) this.#members.delete(key);
    return new Source(value, this.#remarks, [this.place, key].filter(Boolean).join(', '));
  }

  /** Makes something of each record of a list; what it leaves is told. */
  each<T>(key: string, make: (source: Source) => T): readonly T[] {
    const value = this.#members.get(key);
    this.#members.delete(key);
    return (Array.isArray(value) ? value : []).map((item, index) => {
      const name = isRecord(item)
        ? ['name', 'title', 'institution', 'organization', 'language', 'network', 'heading'].map((it) => item[it])
        : [];
      const label = name.find((it) => typeof it === 'string' && it !== '');
      const source = new Source(item, this.#remarks, `${key}, entry ${index + 1}${label === undefined ? '' : ` (${shown(label)})`}`);
      const made = make(source);
      source.finish();
      return made;
    });
  }

  /** Tells what nobody took. */
  finish(): void {
    for (const [key, value] of this.#members)
      if (!isEmpty(value)) this.remark(`the data has no place for it (${shown(value)}).`, clean(key));
  }

  #take<T>(keys: readonly string[], read: (value: unknown) => T | undefined): T | undefined {
    for (const key of keys) {
      const found = read(this.#members.get(key));
      if (found === undefined) continue;
      this.#members.delete(key);
      return found;
    }
    return undefined;
  }
}
