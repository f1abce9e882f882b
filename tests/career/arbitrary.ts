/** Any résumé that the checks let pass. */
import fc from 'fast-check';
import type {
  Award,
  Certificate,
  Contacts,
  CustomEntry,
  Education,
  Figure,
  Interest,
  Job,
  Location,
  PartialDate,
  Person,
  Profile,
  Project,
  Reference,
  Resume,
  Skill,
  Spoken,
  System,
  Talk,
  Volunteering,
  Writing,
} from '../../data/types.ts';
import { isClean } from '../../src/term/clean.ts';

const word = fc.constantFrom(
  'Go',
  'lamp',
  "keeper's",
  '“fog”',
  'día',
  '灯台',
  'محمد',
  'C++',
  'a\\b',
  '`x`',
  '${y}',
  '</b>',
  '20 %',
  '  ',
  '—',
  '🙂',
);

const text = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ minLength: 1 }),
);

const fit = text
  .map((value) => value.replaceAll(/[\n\r\t\v\f\u0085\u2028\u2029]/g, ' ').trim())
  .filter((value) => value !== '' && isClean(value));

const list = fc.array(fit, { maxLength: 3 });
const some = fc.array(fit, { minLength: 1, maxLength: 3 });

const date: fc.Arbitrary<PartialDate> = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.option(fc.integer({ min: 1, max: 12 })))
  .map(([year, month]) => (month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`) as PartialDate);

/** Few words. */
const label = fit.filter((value) => value.length <= 40);

const link = fc.webUrl({ withQueryParameters: true });

const bare = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: readonly (keyof T)[]): fc.Arbitrary<T> =>
  fc.record(model, { requiredKeys: [...required] }) as unknown as fc.Arbitrary<T>;

const contacts = bare<Required<Contacts>>(
  {
    email: fc.constantFrom('a@example.org', 'ada.b+c@mail.example.com'),
    phone: fc.constantFrom('+62 21 123456', '(021) 12-34-56'),
    location: bare<Required<Location>>({ address: fit, postalCode: fit, city: fit, region: fit, country: fit }, []).filter(
      (given) => Object.keys(given).length > 0,
    ),
    profiles: fc.array(
      bare<Required<Profile>>({ name: fit, username: fit, url: link }, ['name']).filter(
        ({ username, url }) => (username ?? url) !== undefined,
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
  [],
).filter((given) => Object.keys(given).length > 0);

const person = bare<Required<Person>>(
  {
    name: fit,
    role: fit,
    tagline: fit,
    since: date,
    places: list,
    about: list,
    likes: some,
    picture: fc.constantFrom('me.jpg', 'pictures/me-2.png'),
    contacts,
  },
  ['role', 'tagline', 'places', 'about'],
) as fc.Arbitrary<Person>;

/** Start and end in order, or an end that is now. */
const span = fc.tuple(date, date, fc.boolean()).map(([a, b, goesOn]): { start: PartialDate; end: PartialDate | 'now' } => {
  const [start, end] = a < b ? [a, b] : [b, a];
  return { start, end: goesOn ? 'now' : end };
});

/** That, the end alone, or nothing. */
const anySpan = fc.oneof(
  span,
  date.map((end) => ({ end })),
  fc.constant({}),
);

/** A span comes later. */
const noSpan = { start: fc.constant('2000' as const), end: fc.constant('2000' as const) };

const lateness = (end = ''): string => (end === 'now' ? '9999' : end.padEnd(7, '-12'));

const newestFirst = <T extends { readonly end?: string }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (lateness(a.end) < lateness(b.end) ? 1 : -1));

type Draft<T> = Omit<T, 'slug'>;

const jobs = fc.array(
  fc
    .tuple(
      bare<Draft<Omit<Required<Job>, 'start' | 'end' | 'systems'>>>(
        { title: fit, employer: fit, places: list, business: fit, link, summary: list, highlights: some, technologies: some, note: label },
        ['title', 'employer', 'places', 'summary'],
      ),
      span,
    )
    .map(([job, when]) => ({ ...job, ...when })),
  { maxLength: 4 },
);

/** With a span of its own. */
const spanned = <T extends object>(entry: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(entry, anySpan).map(([{ ...rest }, when]) => {
    const { start: _start, end: _end, ...others } = rest as Record<string, unknown>;
    return { ...others, ...when } as T;
  });

const education = fc.array(
  spanned(
    bare<Draft<Required<Education>>>({ institution: fit, degree: fit, field: fit, score: fit, courses: some, link, ...noSpan }, [
      'institution',
    ]),
  ),
  { maxLength: 2 },
);

const talks = fc.array(bare<Draft<Omit<Required<Talk>, 'job'>>>({ title: fit, date, at: fit, link, note: fit }, ['title']), {
  maxLength: 2,
});
const projects = fc.array(
  spanned(
    bare<Draft<Required<Project>>>(
      {
        name: fit,
        summary: fit,
        highlights: some,
        kind: fc.constant('application'),
        entity: fit,
        roles: some,
        ...noSpan,
        technologies: some,
        link,
      },
      ['name'],
    ),
  ),
  { maxLength: 2 },
);
const volunteering = fc.array(
  spanned(
    bare<Draft<Required<Volunteering>>>({ organization: fit, title: fit, ...noSpan, summary: some, highlights: some, link }, [
      'organization',
    ]),
  ),
  { maxLength: 2 },
);
const certificates = fc.array(bare<Draft<Required<Certificate>>>({ name: fit, issuer: fit, date, link }, ['name']), { maxLength: 2 });
const awards = fc.array(bare<Draft<Required<Award>>>({ title: fit, awarder: fit, date, summary: fit }, ['title']), { maxLength: 2 });
const references = fc.array(bare<Draft<Required<Reference>>>({ name: fit, text: fit }, ['name']), { maxLength: 2 });
const skills = fc.array(bare<Required<Skill>>({ name: fit, level: fit, keywords: some }, ['name']), { maxLength: 2 });
const languages = fc.array(bare<Required<Spoken>>({ language: fit, fluency: fit }, ['language']), { maxLength: 2 });
const interests = fc.array(fc.record({ name: fit, keywords: some }) as fc.Arbitrary<Interest>, { maxLength: 2 });
const custom = fc.array(
  fc.record({
    heading: fit,
    entries: fc.array(
      spanned(bare<Draft<Required<CustomEntry>>>({ title: fit, at: fit, ...noSpan, summary: some, highlights: some, link }, ['title'])),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 2 },
);
const writing = fc.array(bare<Draft<Required<Writing>>>({ title: fit, publisher: fit, summary: fit, date, link }, ['title']), {
  maxLength: 2,
});
const systems = fc.array(bare<{ title: string; claim: string; action: string }>({ title: fit, claim: fit, action: fit }, ['title']), {
  maxLength: 2,
});

const figures = fc.array(
  bare<Omit<Required<Figure>, 'job' | 'exhibit'>>(
    { before: label, value: label, unit: label, short: label, qualifier: label, what: label, where: label },
    ['value', 'what'],
  ),
  { minLength: 1, maxLength: 4 },
);
const field = fc.record({ each: label, cells: fc.integer({ min: 60, max: 6_000 }), total: label });

const slugged = <T extends object>(kind: string, entries: readonly T[]): (T & { readonly slug: string })[] =>
  entries.map((entry, index) => ({ slug: `${kind}-${index + 1}`, ...entry }));

const language = fc.option(fc.constantFrom('en', 'id', 'ar', 'zh-Hans', 'pt-BR'), { nil: undefined });

const drafts = fc.record({
  person,
  jobs,
  education,
  talks,
  projects,
  writing,
  systems,
  figures,
  field,
  isAtHome: fc.boolean(),
  language,
  volunteering,
  certificates,
  awards,
  references,
  skills,
  languages,
  interests,
  custom,
});

/** The lists that are not empty. */
const present = <T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> =>
  Object.fromEntries(Object.entries(lists).filter(([, entries]) => entries.length > 0)) as Partial<T>;

/** Optional lists and contacts are never empty: empty and absent are the same. */
export const anyResume: fc.Arbitrary<Resume> = drafts.map((draft): Resume => {
  const named = slugged('job', newestFirst(draft.jobs));
  const first = named[0]?.slug;
  const shown: System[] = first === undefined ? [] : slugged('system', draft.systems).map((system) => ({ ...system, job: first }));
  return {
    person: draft.person,
    jobs: named.map((job) => (job.slug === first && shown.length > 0 ? { ...job, systems: shown.map(({ slug }) => slug) } : job)) as Job[],
    education: slugged('course', newestFirst(draft.education)) as Education[],
    talks: slugged('talk', draft.talks).map((talk) => (first === undefined ? talk : { ...talk, job: first })) as Talk[],
    projects: slugged('project', draft.projects) as Project[],
    writing: slugged('writing', draft.writing) as Writing[],
    systems: shown,
    ...present({
      volunteering: slugged('help', draft.volunteering),
      certificates: slugged('certificate', draft.certificates),
      awards: slugged('award', draft.awards),
      references: slugged('reference', draft.references),
      skills: draft.skills,
      languages: draft.languages,
      interests: draft.interests,
      custom: slugged('section', draft.custom).map(({ entries, slug, ...rest }) => ({
        slug,
        ...rest,
        entries: slugged(`${slug}-entry`, entries),
      })),
    }),
    ...(first === undefined ? {} : { figures: draft.figures.map((figure) => ({ ...figure, job: first }) as Figure) }),
    ...(shown[0] === undefined ? {} : { field: { ...draft.field, exhibit: shown[0].slug } }),
    ...(draft.isAtHome ? { site: 'https://example.org/cv/' } : {}),
    ...(draft.language === undefined ? {} : { language: draft.language }),
  };
});
