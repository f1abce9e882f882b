/** A command line in a web address: `share` makes it and the page reads it, by the same rule. */

/** Characters of a linked line. */
const LENGTH = 500;

const foreign = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Why a line cannot be in a link; undefined if it can. */
export const refusalOf = (line: string): string | undefined => {
  if (line.length > LENGTH) return `the line is longer than ${LENGTH} characters`;
  return foreign.test(line) ? 'the line has characters that do not belong on a command line' : undefined;
};

/** The address that brings `line` to the prompt of the site at `address`. The line must not be refused. */
export const linkTo = (address: string, line: string): string =>
  line.trim() === ''
    ? address
    : `${address}#${encodeURIComponent(line).replaceAll('%2F', '/').replaceAll('%2A', '*').replaceAll('%2C', ',')}`;

/** A linked line, or why it is refused. */
export type LinkedLine = { readonly line: string } | { readonly refused: string };

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
  const refused = refusalOf(line);
  if (refused !== undefined) return { refused };
  return line.trim() === '' ? undefined : { line };
};
