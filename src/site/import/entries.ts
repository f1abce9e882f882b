/** The entries of a foreign document as entries of the data. */
import type {
  Award,
  Certificate,
  Custom,
  CustomEntry,
  Education,
  Field,
  Figure,
  Job,
  Project,
  Reference,
  Skill,
  Spoken,
  System,
  Talk,
  Volunteering,
  Writing,
} from '../../../data/types.ts';
import type { Span } from '../../career/dates.ts';
import type { Slugs } from './slugs.ts';
import type { Source } from './source.ts';
import { joined } from './texts.ts';

/** Drops the members that are undefined. */
const given = <T extends object>(members: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

/** The date of an entry without one; no check accepts it, since only the person knows the real one. */
const UNKNOWN = '' as `${number}`;

/** An entry whose slug must wait until its siblings are known. */
export type Unnamed<T> = Omit<T, 'slug'> & { readonly wanted: string | undefined };

const places = (source: Source): readonly string[] => {
  const listed = source.texts('places');
  const location = source.text('location');
  if (listed || location !== undefined) return listed ?? [location ?? ''];
  const record = source.record('location');
  const parts = ['city', 'region', 'countryCode'].flatMap((key) => record.text(key) ?? []);
  record.finish();
  return parts.length === 0 ? [] : [parts.join(', ')];
};

/** A position held at an employer. */
export const job = (source: Source): Unnamed<Job> => ({
  wanted: source.text('slug'),
  ...given<Omit<Job, 'slug'>>({
    title: source.text('position', 'title') ?? '',
    employer: source.text('name', 'company', 'organization') ?? '',
    places: places(source),
    start: source.date('startDate') ?? UNKNOWN,
    end: source.end('endDate') ?? UNKNOWN,
    summary: source.paragraphs('summary'),
    business: source.text('description'),
    link: source.address('url', 'website'),
    highlights: source.texts('highlights'),
    technologies: source.texts('keywords'),
    note: source.text('note'),
    systems: source.texts('systems'),
  }),
});

/** When something was, as far as a document tells it: what began and has no end goes on. An end that cannot be read stays for the person to put right. */
const span = (source: Source): Span => {
  const start = source.date('startDate');
  const end = source.end('endDate');
  if (start !== undefined) return { start, end: end ?? UNKNOWN };
  return end === undefined || end === 'now' ? {} : { end };
};

/** Paragraphs; undefined where there are none. */
const paragraphs = (source: Source, key: string): readonly string[] | undefined => {
  const texts = source.paragraphs(key);
  return texts.length === 0 ? undefined : texts;
};

/** Unpaid work. */
export const volunteering =
  (slugs: Slugs) =>
  (source: Source): Volunteering => {
    const organization = source.text('organization', 'name', 'company') ?? '';
    return given<Volunteering>({
      slug: slugs.give(source.text('slug'), organization, 'volunteering'),
      organization,
      title: source.text('position'),
      ...span(source),
      summary: paragraphs(source, 'summary'),
      highlights: source.texts('highlights'),
      link: source.address('url', 'website'),
    });
  };

/** A prize. */
export const award =
  (slugs: Slugs) =>
  (source: Source): Award => {
    const title = source.text('title', 'name') ?? '';
    return given<Award>({
      slug: slugs.give(source.text('slug'), title, 'award'),
      title,
      awarder: source.text('awarder'),
      date: source.date('date'),
      summary: source.text('summary'),
    });
  };

/** What somebody says. */
export const reference =
  (slugs: Slugs) =>
  (source: Source): Reference => {
    const name = source.text('name') ?? '';
    return given<Reference>({ slug: slugs.give(source.text('slug'), name, 'reference'), name, text: source.text('reference') });
  };

/** A skill; none for what our own documents have from the jobs and projects. */
export const skill = (source: Source): readonly Skill[] => {
  if (source.flag('used')) {
    source.skip('name');
    return [];
  }
  const [first, ...others] = source.texts('keywords') ?? [];
  const name = source.text('name') ?? first ?? '';
  const keywords = first === undefined || name === first ? others : [first, ...others];
  const level = source.text('level');
  return name === '' && level === undefined ? [] : [given<Skill>({ name, level, keywords: keywords.length === 0 ? undefined : keywords })];
};

/** A language that the person speaks. */
export const spoken = (source: Source): Spoken =>
  given<Spoken>({ language: source.text('language', 'name') ?? '', fluency: source.text('fluency', 'level') });

const customEntry =
  (slugs: Slugs) =>
  (source: Source): CustomEntry => {
    const title = source.text('name') ?? '';
    return given<CustomEntry>({
      slug: slugs.give(source.text('slug'), title, 'entry'),
      title,
      at: source.text('entity'),
      ...span(source),
      summary: paragraphs(source, 'summary'),
      highlights: source.texts('highlights'),
      link: source.address('url'),
    });
  };

/** A section of the owner's own, which only our documents have. */
export const custom =
  (slugs: Slugs) =>
  (source: Source): Custom => {
    const heading = source.text('heading') ?? '';
    return { slug: slugs.give(source.text('slug'), heading, 'section'), heading, entries: source.each('entries', customEntry(slugs)) };
  };

/** A course of study. */
export const course =
  (slugs: Slugs) =>
  (source: Source): Education => {
    const institution = source.text('institution') ?? '';
    return given<Education>({
      slug: slugs.give(source.text('slug'), institution, 'course'),
      institution,
      degree: source.text('studyType'),
      field: source.text('area'),
      ...span(source),
      score: source.text('score', 'gpa'),
      courses: source.texts('courses'),
      link: source.address('url', 'website'),
    });
  };

/** A certificate. */
export const certificate =
  (slugs: Slugs) =>
  (source: Source): Certificate => {
    const name = source.text('name', 'title') ?? '';
    return given<Certificate>({
      slug: slugs.give(source.text('slug'), name, 'certificate'),
      name,
      issuer: source.text('issuer'),
      date: source.date('date'),
      link: source.address('url', 'website'),
    });
  };

/** Something published. */
export const publication =
  (slugs: Slugs) =>
  (source: Source): Writing => {
    const title = source.text('name') ?? '';
    return given<Writing>({
      slug: slugs.give(source.text('slug'), title, 'writing'),
      title,
      publisher: source.text('publisher'),
      summary: source.text('summary'),
      date: source.date('releaseDate'),
      link: source.address('url', 'website'),
    });
  };

/** What a document calls a project: something built, a talk, or a system that an exhibit shows. */
export type Undertaking =
  | { readonly kind: 'project'; readonly entry: Project }
  | { readonly kind: 'talk'; readonly entry: Talk }
  | { readonly kind: 'system'; readonly entry: System };

/** A description and what follows it as one paragraph. */
const told = (source: Source): string | undefined => {
  const description = source.text('description', 'summary');
  const texts = [...(description === undefined ? [] : [description]), ...(source.texts('highlights') ?? [])];
  return texts.length < 2 ? texts[0] : joined(texts);
};

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
    link: source.address('url', 'website'),
    note: told(source),
  });
};

const system = (slugs: Slugs, source: Source, ofJob: string): System => {
  const title = source.text('name') ?? '';
  const slug = slugs.give(source.text('slug'), title, 'system');
  return given<System>({ slug, title, job: ofJob, claim: source.text('description'), action: source.text('action') });
};

const project = (slugs: Slugs, source: Source, kind: string | undefined): Project => {
  const name = source.text('name') ?? '';
  return given<Project>({
    slug: slugs.give(source.text('slug'), name, 'project'),
    name,
    summary: source.text('description', 'summary'),
    highlights: source.texts('highlights'),
    kind,
    entity: source.text('entity'),
    roles: source.texts('roles'),
    ...span(source),
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
    return { kind: 'project', entry: project(slugs, source, type === '' || /^(project|exhibit)$/i.test(type) ? undefined : type) };
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
