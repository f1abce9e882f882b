/** The entries of a foreign document as entries of the data. */
import type { Education, Field, Figure, Job, Project, System, Talk, Writing } from '../../../data/types.ts';
import type { Slugs } from './slugs.ts';
import type { Source } from './source.ts';
import { joined } from './texts.ts';

/** Drops the members that are undefined. */
const given = <T extends object>(members: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

/** The date of an entry without one; no check accepts it, since only the person knows the real one. */
export const UNKNOWN = '' as `${number}`;

/** An entry whose slug must wait until its siblings are known. */
export type Unnamed<T> = Omit<T, 'slug'> & { readonly wanted: string | undefined };

const places = (source: Source): readonly string[] => {
  const listed = source.texts('places');
  const location = source.text('location');
  if (listed || location !== undefined) return listed ?? [location ?? ''];
  const record = source.record('location');
  const city = record.text('city', 'region', 'countryCode');
  record.finish();
  return city === undefined ? [] : [city];
};

/** A position held, at an employer or as a volunteer. */
export const job = (source: Source): Unnamed<Job> => ({
  wanted: source.text('slug'),
  ...given<Omit<Job, 'slug'>>({
    title: source.text('position', 'title') ?? '',
    employer: source.text('name', 'company', 'organization') ?? '',
    places: places(source),
    start: source.date('startDate') ?? UNKNOWN,
    end: source.end('endDate') ?? UNKNOWN,
    summary: source.paragraphs('summary', 'description'),
    highlights: source.texts('highlights'),
    technologies: source.texts('keywords'),
    note: source.text('note'),
    systems: source.texts('systems'),
  }),
});

/** A course of study. */
export const course =
  (slugs: Slugs) =>
  (source: Source): Education => {
    const institution = source.text('institution') ?? '';
    const degree = source.text('studyType') ?? source.text('area') ?? '';
    return given<Education>({
      slug: slugs.give(source.text('slug'), institution, 'course'),
      institution,
      degree,
      field: source.text('area'),
      start: source.date('startDate') ?? UNKNOWN,
      end: source.end('endDate') ?? UNKNOWN,
    });
  };

/** A certificate, as a course of study that ended when it began. */
export const certificate =
  (slugs: Slugs) =>
  (source: Source): Education => {
    const degree = source.text('name') ?? '';
    const date = source.date('date') ?? UNKNOWN;
    source.remark('is now part of the education.');
    return { slug: slugs.give(undefined, degree, 'certificate'), institution: source.text('issuer') ?? '', degree, start: date, end: date };
  };

/** Something published. */
export const publication =
  (slugs: Slugs) =>
  (source: Source): Writing => {
    const title = source.text('name') ?? '';
    return given<Writing>({
      slug: slugs.give(source.text('slug'), title, 'writing'),
      title,
      summary: source.text('summary') ?? '',
      date: source.date('releaseDate'),
      link: source.address('url', 'website'),
    });
  };

/** What a document calls a project: something built, a talk, or a system that an exhibit shows. */
export type Undertaking =
  | { readonly kind: 'project'; readonly entry: Project }
  | { readonly kind: 'talk'; readonly entry: Talk }
  | { readonly kind: 'system'; readonly entry: System };

const talk = (slugs: Slugs, source: Source, ofJob: string | undefined): Talk => {
  const title = source.text('name') ?? '';
  const date = source.date('startDate');
  const end = source.date('endDate');
  if (end !== undefined && end !== date) source.remark(`a talk has one date (${end} is left out).`, 'endDate');
  return given<Talk>({
    slug: slugs.give(source.text('slug'), title, 'talk'),
    title,
    date,
    at: source.text('entity'),
    job: ofJob,
    note: source.text('description'),
  });
};

const system = (slugs: Slugs, source: Source, ofJob: string): System => {
  const title = source.text('name') ?? '';
  const slug = slugs.give(source.text('slug'), title, 'system');
  return given<System>({ slug, title, job: ofJob, claim: source.text('description'), action: source.text('action') });
};

const project = (slugs: Slugs, source: Source): Project => {
  const name = source.text('name') ?? '';
  const description = source.text('description', 'summary');
  const told = [...(description === undefined ? [] : [description]), ...(source.texts('highlights') ?? [])];
  return given<Project>({
    slug: slugs.give(source.text('slug'), name, 'project'),
    name,
    summary: told.length === 1 ? told.join() : joined(told),
    technologies: source.texts('keywords'),
    link: source.address('url', 'website'),
  });
};

/** Reads one by its type; an exhibit is a type of our own, and names one of the jobs. */
export const undertaking =
  (slugs: Slugs, isJob: (slug: string) => boolean) =>
  (source: Source): Undertaking => {
    const type = source.text('type') ?? '';
    const named = source.text('job');
    const ofJob = named !== undefined && isJob(named) ? named : undefined;
    if (named !== ofJob) source.remark(`names no job (${named}).`, 'job');
    if (/^(talk|presentation|conference)$/i.test(type)) return { kind: 'talk', entry: talk(slugs, source, ofJob) };
    if (/^exhibit$/i.test(type) && ofJob !== undefined) return { kind: 'system', entry: system(slugs, source, ofJob) };
    if (type !== '' && !/^project$/i.test(type)) source.remark(`the data has no place for it (${type}).`, 'type');
    return { kind: 'project', entry: project(slugs, source) };
  };

/** A figure of the first screen, which only our own documents have. */
export const figure = (source: Source): Figure =>
  given<Figure>({
    before: source.text('before'),
    value: source.text('value') ?? '',
    unit: source.text('unit'),
    short: source.text('short'),
    qualifier: source.text('qualifier'),
    what: source.text('what') ?? '',
    where: source.text('where'),
    job: source.text('job') ?? '',
    exhibit: source.text('exhibit'),
  });

/** The field of the first screen, likewise; undefined where there is none. */
export const field = (source: Source): Field | undefined => {
  const cells = source.number('cells');
  return cells === undefined
    ? undefined
    : { each: source.text('each') ?? '', cells, total: source.text('total') ?? '', exhibit: source.text('exhibit') ?? '' };
};
