/** A line in a link's fragment, read and written. */
import { wellFormed } from '../term/clean.ts';

/** Characters of a linked line. */
const LINK_LENGTH = 500;

/** A linked line, or why there is none. */
export type LinkedLine = { readonly line: string } | { readonly refused: string };

const unassigned = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The line in a fragment such as `#cat%20jobs/*`; undefined for an empty one. */
export const readLink = (fragment: string): LinkedLine | undefined => {
  const encoded = fragment.replace(/^#/, '');
  if (encoded === '') return undefined;
  let line: string;
  try {
    line = decodeURIComponent(encoded);
  } catch {
    return { refused: 'the link is not well-formed' };
  }
  if (line.length > LINK_LENGTH) return { refused: `the link is longer than ${LINK_LENGTH} characters` };
  if (unassigned.test(line)) return { refused: 'the link holds characters that do not belong on a command line' };
  return line.trim() === '' ? undefined : { line };
};

/** The fragment that brings `line` to the prompt. */
const writeLink = (line: string): string =>
  `#${encodeURIComponent(wellFormed(line)).replaceAll('%2F', '/').replaceAll('%2A', '*').replaceAll('%2C', ',')}`;

/** The address that opens the site at `address` with `line`; the site's own for an empty line. */
export const linkTo = (address: string, line: string): string => (line === '' ? address : address + writeLink(line));
