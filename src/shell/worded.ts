/** Puts a syntax failure's sentence into the reader's language. */
import type { Wording } from '../syntax/wording.ts';
import { phrase } from '../term/say.ts';

/** The sentence with its values. */
export const worded = ({ key, values }: Wording): string =>
  phrase(
    key,
    values.map((value) => (typeof value === 'string' ? value : worded(value))),
  );
