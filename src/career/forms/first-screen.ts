/** What the page's first screen holds: the person, a few figures, the jobs along a rail, and what to try. */
import type { Figure, Job, Resume } from '../../../data/types.ts';
import { english, type Sentences, type Speech } from '../../locales/speech.ts';
import { beginning, yearsText } from '../dates.ts';
import type { RailRow } from './rail.ts';

/** Most rows of the rail; jobs beyond it are a line of `ls jobs`. */
const MOST = 8;

const row = ({ start, end, employer, title, note = '', slug }: Job, speech: Speech): RailRow => ({
  years: yearsText(start, end, speech).replace('–', '—'),
  name: employer,
  title,
  note,
  run: `cat ${slug}`,
  now: end === 'now',
  ...(end === 'now' && speech !== english ? { lang: speech.language } : {}),
});

/** The jobs, newest first, on at most `most` rows, with one for those that are too many. */
export const railRows = ({ jobs }: Resume, speech: Speech = english, most = MOST): readonly RailRow[] => {
  const shown = jobs.length > most ? jobs.slice(0, Math.max(0, most - 1)) : jobs;
  const more = jobs.length - shown.length;
  return [
    ...shown.map((job) => row(job, speech)),
    ...(more > 0 && most > 0 ? [{ years: '', name: speech.say`${more} more`, title: '', note: '', run: 'ls jobs', now: false }] : []),
  ];
};

/** The line that a figure runs: its exhibit, else its job. */
export const figureRun = ({ exhibit, job }: Figure): string => exhibit ?? `cat ${job}`;

/** The line below a figure's name: where, and how exact, unless the figure itself says so. */
export const figureRemark = ({ qualifier, short, where }: Figure): string =>
  [...(qualifier === undefined || short !== undefined ? [] : [qualifier]), ...(where === undefined ? [] : [where])].join(', ');

/** The commands to try first. */
export const firstCommands = ({ jobs, systems, figures = [] }: Resume): readonly string[] => {
  const told = figures[0]?.job ?? jobs[0]?.slug;
  const exhibit = figures.find((figure) => figure.exhibit !== undefined)?.exhibit ?? systems[0]?.slug;
  return [
    'cat about',
    ...(told === undefined ? [] : [`cat ${told}`]),
    ...(jobs.length > 0 ? ['timeline'] : []),
    ...(exhibit === undefined ? [] : [exhibit, 'tour']),
    'help',
  ];
};

/** What the empty prompt and the dock say. */
export const firstWords = {
  wide: 'type a command, or press a key below',
  narrow: 'type, or tap a command',
  try: 'Try',
  next: 'Next',
  tab: 'Tab completes',
} as const satisfies Sentences;

/** `8 roles since 2017`; empty where there is nothing to count from. */
export const rolesText = (resume: Resume, { say }: Speech = english): string => {
  const { jobs } = resume;
  const since = beginning(resume)?.slice(0, 4);
  if (since === undefined) return '';
  return jobs.length > 1 ? say`${jobs.length} roles since ${since}` : say`Since ${since}`;
};

/** `Since 2017`; empty likewise. */
export const yearText = (resume: Resume, { say }: Speech = english): string => {
  const since = beginning(resume)?.slice(0, 4);
  return since === undefined ? '' : say`Since ${since}`;
};

/** `Since 2017 · Indonesia, London, Singapore`. */
export const sinceText = (resume: Resume, speech: Speech = english): string =>
  [yearText(resume, speech), resume.person.places.join(', ')].filter((part) => part !== '').join(' · ');
