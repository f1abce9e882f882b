/** Adapts our own output to terminals whose colours and links we do not know. */
import { runScheme } from '../../term/ansi.ts';

/** A colour of ECMA-48's SGR or of the 256, with what separates it from its neighbours. */
const colour = /(?<=^|;)(?:[34]8;5;\d+|3\d|4\d|9\d|10\d)(?:;|$)/g;

/** A link of OSC 8 to a line. */
const runLink = new RegExp(String.raw`\x1b\]8;;${runScheme}[^\x1b]*\x1b\\(.*?)\x1b\]8;;\x1b\\`, 'gs');

/** White and bright white, which a light terminal shows on white. */
const white = /(?<=^|;)[39]7(?:;|$)/g;

const sgr = (codes: string): string => {
  const kept = codes.replace(/;$/, '');
  return kept === '' ? '' : `\x1b[${kept}m`;
};

/**
 * Trusted output without links to lines, which only work on the page, and without white. If `coloured` is false
 * (no-color.org), it has no colour at all; bold, underline and inverse stay.
 */
export const foreign = (data: string, coloured: boolean): string =>
  data
    .replaceAll(runLink, '$1')
    .replaceAll(/\x1b\[([1-9][\d;]*)m/g, (_, codes: string) => sgr(codes.replaceAll(coloured ? white : colour, '')));
