/** The terminal's first screen as HTML, so that it stands there before the terminal does. */
import { hasRightToLeft } from '../../career/direction.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import type { Line, Piece } from '../../term/style.ts';
import { roleColour } from '../../term/style.ts';

const piece = ({ text, style }: Piece): string => {
  const classes = [
    ...(style?.role ? [`c${roleColour[style.role]}`] : []),
    ...(style?.bold || style?.role === 'title' ? ['b'] : []),
    ...(style?.underline ? ['u'] : []),
  ];
  const run = style?.run === undefined ? '' : ` data-run="${escapeHtml(style.run)}"`;
  const look = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  // Text that is written the other way is ordered by itself.
  return look === '' && !hasRightToLeft(text) ? escapeHtml(text) : `<span${look}${run}>${escapeHtml(text)}</span>`;
};

/** Lines as the inside of a `<pre>`. */
export const screenHtml = (lines: readonly Line[]): string => lines.map((line) => line.map(piece).join('')).join('\n');
