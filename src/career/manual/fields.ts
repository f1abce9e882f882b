/** Explains the fields of a typed record one by one; the compiler checks a page against the type. */
import type { Block } from '../../os/man.ts';

/** What a field is for; for an optional field, also what happens if it is left out. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? readonly [told: string, without: string] : string;
};

/** A term for each field, in the order of the table. */
export const fieldBlocks = <T>(fields: Fields<T>): readonly Block[] =>
  Object.entries<string | readonly string[]>(fields).map(([term, told]) => ({
    term,
    text: typeof told === 'string' ? told : told.join(' '),
  }));

/** The file of an example, with its imports as they are where the file belongs. */
export const fileAt = (text: string, from: string, to: string): Block => ({ code: text.replaceAll(`'${from}`, `'${to}`).trimEnd() });
