/** The fields of a typed record, told one by one; the compiler holds a page to its type. */
import type { Block } from '../../os/man.ts';

/** What a field is for; of one that may be left out, also what happens then. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? readonly [told: string, without: string] : string;
};

/** A term for each field, in the order of the table. */
export const fieldBlocks = <T>(fields: Fields<T>): readonly Block[] =>
  Object.entries<string | readonly string[]>(fields).map(([term, told]) => ({
    term,
    text: typeof told === 'string' ? told : told.join(' '),
  }));

/** An example's file as it reads where it belongs, so many folders above the one it is kept in. */
export const fileAt = (text: string, from: string, to: string): Block => ({ code: text.replaceAll(`'${from}`, `'${to}`).trimEnd() });
