/** The terminal's first screen as HTML, so that it shows before the terminal is there. */
import type { Resume } from '../../../data/types.ts';
import { HOME, prompt } from '../../app/prompt.ts';
import { NARROW, WIDE, welcomeLines } from '../../app/welcome.ts';
import { hasRightToLeft } from '../../career/direction.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { type Line, type Piece, roleColour, type Style } from '../../term/style.ts';

/** The classes of a look in the page's style sheets. */
export const classesOf = ({ role, bold, underline }: Style): readonly string[] => [
  ...(role ? [`c${roleColour[role]}`] : []),
  ...(bold || role === 'title' ? ['b'] : []),
  ...(underline ? ['u'] : []),
];

const piece = ({ text, style }: Piece): string => {
  const classes = classesOf(style ?? {});
  const run = style?.run === undefined ? '' : ` data-run="${escapeHtml(style.run)}"`;
  const look = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  // Text of the other direction is ordered by itself.
  return look === '' && !hasRightToLeft(text) ? escapeHtml(text) : `<span${look}${run}>${escapeHtml(text)}</span>`;
};

/** Lines as the inside of a `<pre>`. */
export const screenHtml = (lines: readonly Line[]): string => lines.map((line) => line.map(piece).join('')).join('\n');

const layout = (resume: Resume, columns: number, rows: number, name: string): string => {
  const lines = screenHtml(welcomeLines(resume, columns, rows));
  const start = screenHtml([prompt(HOME, HOME, 0, columns)]);
  return `<pre class="${name}" aria-hidden="true"><span class="lines">${lines}</span>\n${start}<span class="echo"></span><span class="caret"> </span></pre>`;
};

/** The first screen in both its layouts, each with a prompt below it; the style sheet shows one. */
export const firstScreenHtml = (resume: Resume): string =>
  `<div id="screen">${layout(resume, ...WIDE, 'wide')}${layout(resume, ...NARROW, 'narrow')}</div>`;
