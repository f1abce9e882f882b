/** The first help: what to type to read the résumé, see it run, look around, take it along and make it yours. */

import { looking, type Speech } from '../../../locales/speech.ts';
import type { Process } from '../../../os/process.ts';
import { wrap } from '../../../term/layout.ts';
import { type Line, line, type Piece, plain, type Style } from '../../../term/style.ts';
import { cells } from '../../../term/width.ts';
import { besideMargin, MARGIN, SPREAD } from '../../entries/display.ts';
import { resumeOf } from '../../extension.ts';

/** A line to type, and what it shows. */
type Offer = readonly [run: string, shows: string];

/** Offers under one name; the main ones stand out, each on a row of its own. */
interface Group {
  readonly name: string;
  readonly offers: readonly Offer[];
  readonly main?: boolean;
}

/** Cells of a command before what it shows, and where a row's second command begins. */
const COMMAND = 16;
const SECOND = 40;

/** Exhibits that the first help names. */
const FEATURED = 3;

const when = (condition: unknown, ...offers: readonly Offer[]): readonly Offer[] => (condition ? offers : []);

const reading = ({ say, translate }: Speech, process: Process): readonly Offer[] => {
  const { commands } = process;
  const { person, jobs } = resumeOf(process);
  const present = jobs.find(({ end }) => end === 'now') ?? jobs[0];
  return [
    ...when(person.about.length > 0, ['cat about', translate('who this is')]),
    ...when(jobs.length > 0, ['ls jobs', translate('the jobs, newest first')]),
    ...(present ? [[`cat ${present.slug}`, say`the job at ${present.employer}`] as const] : []),
    ...when(commands.has('timeline'), ['timeline', translate('the years as bars')]),
    ...when(commands.has('tech'), ['tech', translate('technologies, and where they were used')]),
    ...when(commands.has('contact'), ['contact', translate('how to get in touch')]),
  ];
};

/** The exhibits that the résumé's figures lead to, then others of the newest jobs. */
const running = ({ language, translate }: Speech, process: Process): readonly Offer[] => {
  const { systems, figures = [] } = resumeOf(process);
  const known = systems.filter(({ slug }) => process.commands.has(slug));
  const named = known.filter(({ slug }) => figures.some(({ exhibit }) => exhibit === slug));
  return [
    ...[...new Set([...named, ...known])]
      .slice(0, FEATURED)
      .map(({ slug, action, title }): Offer => [slug, language === 'en' && action !== undefined ? action : translate(title)]),
    ...when(known.length > FEATURED, ['ls exhibits', translate('all of them')]),
    ...when(process.commands.has('tour'), ['tour', translate('the best of it, in three minutes')]),
  ];
};

const around = ({ translate }: Speech): readonly Offer[] => [
  ['ls', translate('what is here')],
  ['tree', translate('all of it at once')],
  ['grep -ri go .', translate('find a word')],
  ['man cvsh', translate('the manual')],
];

const taking = ({ translate }: Speech, { host, commands }: Process): readonly Offer[] => [
  ...when(host.print, ['download pdf', translate('on paper')]),
  ...when(host.download, ['download json', translate('as JSON Resume')]),
  ...when(!host.print, ['resume', translate('as text')]),
  ...when(host.address && commands.has('share'), ['share', translate('a link, a QR code')]),
  ...when(host.preferences, ['plain', translate('as a web page')]),
];

const yours = ({ translate }: Speech, { host, tty }: Process): readonly Offer[] => [
  ...when(
    host.preferences,
    ['theme', translate('colours')],
    ['font', translate('larger, smaller')],
    ['motion', translate('still, or moving')],
  ),
  ...when(tty?.keys, ['help keys', translate('the keyboard')]),
  ['help access', translate('a screen reader')],
];

const groupsOf = (speech: Speech, process: Process): readonly Group[] =>
  [
    { name: speech.translate('Read the résumé'), offers: reading(speech, process), main: true },
    { name: speech.translate('See it run'), offers: running(speech, process), main: true },
    { name: speech.translate('Look around'), offers: around(speech) },
    { name: speech.translate('Take it along'), offers: taking(speech, process) },
    { name: speech.translate('Make it yours'), offers: yours(speech, process) },
  ].filter(({ offers }) => offers.length > 0);

const command = (run: string, look: Style = {}): Piece => ({ text: run, style: { ...look, role: 'command', run } });

const offer = (speech: Speech, [run, shows]: Offer, main = false): Line => [
  command(run, main ? { bold: true } : {}),
  { text: ' '.repeat(Math.max(2, COMMAND - cells(run))) },
  { text: shows, style: looking(speech, main ? {} : { role: 'soft' }) },
];

/** One offer a row in the main group, else two. */
const offerRows = (speech: Speech, { offers, main = false }: Group, columns: number): readonly Line[] => {
  const told = offers.map((each) => offer(speech, each, main));
  if (main || columns < 2 * SECOND - 2) return told.flatMap((row) => wrap(row, columns, { hanging: Math.min(COMMAND, columns >> 1) }));
  return told.flatMap((row, index) => {
    if (index % 2 === 1) return [];
    const next = told[index + 1];
    return [next ? [...row, { text: ' '.repeat(Math.max(2, SECOND - cells(plain(row)))) }, ...next] : row];
  });
};

const title = (speech: Speech, text: string): Line => line(text, looking(speech, { role: 'heading', bold: true }));

/** With all that the lines show. */
const full = (speech: Speech, groups: readonly Group[], columns: number): readonly Line[] =>
  groups.flatMap((group, index) => [
    ...(index > 0 ? [[]] : []),
    ...(columns >= SPREAD
      ? besideMargin([title(speech, group.name)], offerRows(speech, group, columns - MARGIN))
      : [...wrap(title(speech, group.name), columns), ...offerRows(speech, group, columns)]),
  ]);

/** Pieces two blanks apart on as many rows as they need, none of them broken. */
const flowing = (pieces: readonly Piece[], columns: number): readonly Line[] => {
  const rows: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    room -= cells(piece.text) + 2;
    if (room < -2 || rows.length === 0) {
      rows.push([piece]);
      room = columns - cells(piece.text);
    } else rows.at(-1)?.push({ text: '  ' }, piece);
  }
  return rows.flatMap((row) => wrap(row, columns));
};

/** The lines alone, for a screen that has no room for more. */
const short = (speech: Speech, groups: readonly Group[], columns: number, air: readonly Line[]): readonly Line[] =>
  groups.flatMap(({ name, offers }) => [
    ...air,
    ...wrap(title(speech, name), columns),
    ...flowing(
      offers.map(([run]) => command(run)),
      columns,
    ),
  ]);

/** The guide in lines of at most `columns` cells: all of it, or without what each line shows where it would be more than `rows`. */
export const overview = (speech: Speech, process: Process, columns: number, rows = Number.POSITIVE_INFINITY): readonly Line[] => {
  const groups = groupsOf(speech, process);
  const hello = wrap(
    line(speech.translate('Type a line, or press anything underlined. Tab completes.'), looking(speech, { role: 'soft' })),
    columns - (columns >= SPREAD ? MARGIN : 0),
  );
  const rest: Line[] = [line(speech.translate('Everything else'), looking(speech, { role: 'soft' }))];
  const all = offer(speech, ['help all', speech.translate('every command, by topic')]);
  const lines =
    columns >= SPREAD
      ? [...besideMargin([], hello), [], ...full(speech, groups, columns), [], ...besideMargin(rest, [all])]
      : [...hello, [], ...full(speech, groups, columns), [], ...wrap(all, columns)];
  if (lines.length <= rows) return lines;
  const briefly = (air: readonly Line[]): readonly Line[] => [
    ...hello,
    ...short(speech, groups, columns, air),
    ...air,
    ...wrap(all, columns),
  ];
  const airy = briefly([[]]);
  return airy.length <= rows ? airy : briefly([]);
};
