/** The first screen: what this person does, where now, since when, where before, what to type. */
import type { Resume } from '../../../data/types.ts';
import { english, looking, type Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Piece, plain } from '../../term/style.ts';
import { cells, truncate } from '../../term/width.ts';
import { beginning } from '../dates.ts';
import { MEASURE } from '../entries/display.ts';
import { railRows } from './first-screen.ts';
import { railLines } from './rail.ts';

/** Rows that the prompt needs below. */
const PROMPT_ROWS = 2;

/** `A`, `A and B`, or `A, B and C`. */
const listed = ({ say }: Speech, names: readonly string[]): string =>
  names.length < 2 ? names.join('') : say`${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

const headline = (speech: Speech, resume: Resume): Line => {
  const { name, role, places } = resume.person;
  const since = beginning(resume);
  return [
    { text: name ?? role, style: { role: 'title', bold: true, level: 1 } },
    ...(name === undefined ? [] : [{ text: ' · ', style: { role: 'muted' } } as const, { text: role }]),
    ...(since === undefined ? [] : [{ text: ` ${speech.say`since ${since.slice(0, 4)}`}`, style: looking(speech, { role: 'muted' }) }]),
    ...(places.length > 0 ? [{ text: `, ${speech.say`in ${listed(speech, places)}`}`, style: looking(speech, { role: 'muted' }) }] : []),
  ];
};

/** At most `rows` of the lines; the last one shows that there is more. */
const cut = (lines: readonly Line[], rows: number, columns: number): readonly Line[] =>
  lines.length <= rows
    ? lines
    : lines.slice(0, rows).map((pieces, index) => (index < rows - 1 ? pieces : line(`${truncate(plain(pieces), columns - 1).trimEnd()}…`)));

/** As many commands as fit on one line. */
const suggestions = (speech: Speech, { jobs }: Resume, columns: number): Line => {
  const newest = jobs[0];
  const pieces: Piece[] = [{ text: speech.translate('Try'), style: looking(speech, { role: 'muted' }) }];
  for (const run of newest ? [`cat ${newest.slug}`, 'ls jobs', 'whoami', 'help'] : ['whoami', 'ls', 'help']) {
    if (cells(plain(pieces)) + 2 + cells(run) <= columns) pieces.push({ text: '  ' }, { text: run, style: { role: 'command', run } });
  }
  return pieces;
};

/** At most `rows` − 2 lines of at most `columns` cells; in English unless another language is given. */
export const welcome = (resume: Resume, columns: number, rows: number, speech: Speech = english): readonly Line[] => {
  const measure = Math.min(columns, MEASURE);
  const room = Math.max(1, rows - PROMPT_ROWS);
  const foot = [[], suggestions(speech, resume, columns)];
  const told = [headline(speech, resume), ...(resume.person.tagline === '' ? [] : [line(resume.person.tagline)])];
  const head = cut(
    told.flatMap((pieces) => wrap(pieces, measure)),
    Math.max(1, (room - foot.length) >> 1),
    measure,
  );
  const career = railLines(railRows(resume, speech, room - foot.length - head.length - 1), columns);
  return [...head, ...(resume.jobs.length > 0 ? [[], ...career] : []), ...foot].slice(0, room);
};
