/** Anybody's JSON Resume as data of this program: keeps what it can, and tells what it could not place. */
import * as v from 'valibot';
import type { Education, Interest, Job, Resume, System } from '../../../data/types.ts';
import { sentences } from '../check/check.ts';
import { language } from '../check/schema.ts';
import { documentSchema } from './document.ts';
import {
  award,
  certificate,
  course,
  custom,
  field,
  figure,
  job,
  publication,
  reference,
  skill,
  spoken,
  type Undertaking,
  type Unnamed,
  undertaking,
  volunteering,
} from './entries.ts';
import { checked, interest, person } from './person.ts';
import { Slugs } from './slugs.ts';
import { Source } from './source.ts';

/** What an import came to: mistakes of the document's form, or a résumé with remarks on what it does not hold. */
export type Imported =
  | { readonly ok: false; readonly faults: readonly string[] }
  | { readonly ok: true; readonly resume: Resume; readonly remarks: readonly string[] };

/** As a date to compare: a year as its last month, the present after all; where the end is not known, the start. */
const lateness = ({ start, end }: Job | Education): string => (end === 'now' ? '9999' : (end || start || '').padEnd(7, '-12'));

const isBefore = (a: Job | Education, b: Job | Education): boolean => lateness(a) < lateness(b);

/** Newest first; a list that is so already, as precisely as its dates tell, stays as it is. */
const newestFirst = <T extends Job | Education>(entries: readonly T[]): readonly T[] => {
  const isOrdered = entries.every(({ end = '' }, index) => {
    const above = entries[index - 1]?.end ?? 'now';
    return above === 'now' || (end !== 'now' && !(above.slice(0, end.length) < end.slice(0, above.length)));
  });
  if (isOrdered) return entries;
  return [...entries].sort((a, b) => (isBefore(a, b) ? 1 : isBefore(b, a) ? -1 : 0));
};

/** An employer's name alone stands for all roles there, so that several roles are named by their titles too. */
const named = (jobs: readonly Unnamed<Job>[], slugs: Slugs): readonly Job[] => {
  const counts = new Map<string, number>();
  for (const { employer } of jobs) counts.set(employer, (counts.get(employer) ?? 0) + 1);
  return jobs.map(({ wanted, ...rest }) => {
    const name = counts.get(rest.employer) === 1 ? rest.employer : `${rest.employer} ${rest.title}`;
    return { slug: slugs.give(wanted, name, 'job'), ...rest };
  });
};

const jobsOf = (document: Source, slugs: Slugs): readonly Job[] => newestFirst(named(document.each('work', job), slugs));

/** The site's address is where the document itself stands, as this program writes it; else a page of the person's own. */
const siteOf = (meta: Source, own: string | undefined): string | undefined =>
  own !== undefined && meta.text('canonical') === `${own}resume.json` ? own : undefined;

const entriesOf = <K extends Undertaking['kind']>(found: readonly Undertaking[], kind: K) =>
  found.flatMap((it) => (it.kind === kind ? [it.entry as Extract<Undertaking, { kind: K }>['entry']] : []));

/** A job's exhibits are those that the document has, and that name the job. */
const withSystems = (jobs: readonly Job[], systems: readonly System[], remark: (text: string) => void): readonly Job[] =>
  jobs.map(({ systems: named = [], ...rest }) => {
    const own = systems.filter(({ job }) => job === rest.slug).map(({ slug }) => slug);
    const lost = named.filter((slug) => !own.includes(slug));
    if (lost.length > 0) remark(`no exhibit has this name (${lost.join(', ')}).`);
    const kept = [...new Set([...named.filter((slug) => own.includes(slug)), ...own])];
    return kept.length === 0 ? rest : { ...rest, systems: kept };
  });

/** The lists that are not empty. */
const present = <T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;

const convert = (document: Source): Resume => {
  document.skip('$schema');
  const slugs = new Slugs();
  const basics = document.record('basics');
  const own = basics.address('url', 'website');
  const meta = document.record('meta');
  const site = siteOf(meta, own);
  const tag = checked(meta, 'language', language);
  const jobs = jobsOf(document, slugs);
  const interests = document.each('interests', interest);
  const likes = interests.filter((it) => typeof it === 'string');
  const who = person(basics, likes, jobs, site === undefined ? own : undefined);
  basics.finish();
  const education = newestFirst(document.each('education', course(slugs)));
  const found = document.each(
    'projects',
    undertaking(slugs, (slug) => jobs.some((it) => it.slug === slug)),
  );
  const systems = entriesOf(found, 'system');
  const projects = entriesOf(found, 'project');
  const figures = document.each('figures', figure);
  const cells = document.record('field');
  const shown = field(cells);
  cells.finish();
  return {
    person: who,
    jobs: withSystems(jobs, systems, (text) => document.remark(text, 'work')),
    education,
    talks: entriesOf(found, 'talk'),
    projects,
    writing: document.each('publications', publication(slugs)),
    systems,
    ...present({
      volunteering: document.each('volunteer', volunteering(slugs)),
      certificates: document.each('certificates', certificate(slugs)),
      awards: document.each('awards', award(slugs)),
      skills: document.each('skills', skill).flat(),
      languages: document.each('languages', spoken),
      interests: interests.filter((it): it is Interest => typeof it === 'object'),
      references: document.each('references', reference(slugs)),
      custom: document.each('custom', custom(slugs)),
    }),
    ...(figures.length === 0 ? {} : { figures }),
    ...(shown === undefined ? {} : { field: shown }),
    ...(site === undefined ? {} : { site }),
    ...(tag === undefined ? {} : { language: tag }),
  };
};

/** Reads a document, already parsed from JSON. */
export const importResume = (value: unknown): Imported => {
  const { issues = [] } = v.safeParse(documentSchema, value, { abortPipeEarly: true });
  if (issues.length > 0) return { ok: false, faults: sentences(value, issues) };
  const remarks: string[] = [];
  const document = new Source(value, remarks);
  const resume = convert(document);
  document.finish();
  return { ok: true, resume, remarks };
};
