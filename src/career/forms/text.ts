/** The résumé as plain text, pleasant in any terminal. */
import type { Resume } from '../../../data/types.ts';
import { plain } from '../../term/style.ts';
import { resumeLines } from './lines.ts';

/** Columns of the text files that are made of the résumé. */
export const TEXT_COLUMNS = 80;

/** The text of `resume.txt`: lines of at most 80 cells without trailing blanks. */
export const resumeText = (resume: Resume, now: number): string =>
  resumeLines(resume, now, TEXT_COLUMNS)
    .map((pieces) => `${plain(pieces).trimEnd()}\n`)
    .join('');
