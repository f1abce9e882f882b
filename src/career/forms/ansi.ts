/** The résumé as text with SGR colours, for `curl` in a terminal. */
import type { Resume } from '../../../data/types.ts';
import { paint } from '../../term/ansi.ts';
import { clean } from '../../term/clean.ts';
import type { Piece } from '../../term/style.ts';
import { resumeLines, TEXT_COLUMNS } from './text.ts';

/**
 * Without links, since a line only runs on the page, and an address shows as text anyway. Without the titles' bright white
 * and the soft white, which terminals with a light background show on white.
 */
const coloured = ({ text, style = {} }: Piece): string => {
  const { run: _run, href: _href, role, ...look } = style;
  const safe = role === 'soft' ? 'muted' : role;
  return paint({ text: clean(text), style: safe === 'title' ? { ...look, bold: true } : { ...look, ...(safe ? { role: safe } : {}) } });
};

/** The text of `resume.ans`: as `resume.txt`, coloured. */
export const resumeAnsi = (resume: Resume, now: number): string =>
  resumeLines(resume, now, TEXT_COLUMNS)
    .map((pieces) => `${pieces.map(coloured).join('')}\n`)
    .join('');
