/** The whole résumé set for reading: as lines, and as plain text. */
import type { Resume } from '../../../data/types.ts';
import { english, looking, type Speech } from '../../locales/speech.ts';
import { type Line, line, plain } from '../../term/style.ts';
import { entryDisplay, MEASURE } from '../entries/display.ts';
import { aboutEntry } from '../entries/entry.ts';
import { type Section, sectionsOf } from '../entries/sections.ts';

const heading = ({ title, custom }: Section, columns: number, speech: Speech): readonly Line[] => [
  line((custom ? title : speech.translate(title)).toUpperCase(), {
    ...(custom ? {} : looking(speech)),
    ...{ role: 'heading', bold: true, level: 1 },
  }),
  line('─'.repeat(Math.min(columns, MEASURE)), { role: 'muted' }),
];

/**
 * About, then each list that is not empty, in lines of at most `columns` cells. `now` is in milliseconds since 1970. Headings,
 * labels and dates are in English unless another language is given.
 */
export const resumeLines = (resume: Resume, now: number, columns: number, speech: Speech = english): readonly Line[] => [
  ...entryDisplay(aboutEntry(resume, now), columns, 1, speech),
  ...sectionsOf(resume, now).flatMap((section) => [
    [],
    [],
    ...heading(section, columns, speech),
    // The heading has said the title of a section that is one file.
    ...section.entries.flatMap((entry) => [[], ...entryDisplay(section.single ? { ...entry, title: '' } : entry, columns, 2, speech)]),
  ]),
];

/** Columns of the text files of the résumé. */
export const TEXT_COLUMNS = 80;

/** The text of `resume.txt`: lines of at most 80 cells without trailing blanks. */
export const resumeText = (resume: Resume, now: number): string =>
  resumeLines(resume, now, TEXT_COLUMNS)
    .map((pieces) => `${plain(pieces).trimEnd()}\n`)
    .join('');
