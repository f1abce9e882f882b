/** The sections of a résumé in their order, each with its entries: every form shows these, and only these. */
import type { CustomEntry, Education, Job, PartialDate, Project, Resume, Talk, Volunteering, Writing } from '../../../data/types.ts';
import type { Sentences } from '../../locales/speech.ts';
import { quoteWord } from '../../os/quote.ts';
import { type End, endOf, type Span, spanText } from '../dates.ts';
import { slugOf } from '../names.ts';
import { blank, dateFact, type Entry, type Fact, jobName, known, type Label, type Lead, type Note } from './entry.ts';

/** The headings of the sections that are not the owner's own, by their names, in their order. */
const titles = {
  jobs: 'Experience',
  education: 'Education',
  certificates: 'Certificates',
  volunteering: 'Volunteering',
  awards: 'Awards',
  talks: 'Talks',
  projects: 'Projects',
  writing: 'Writing',
  skills: 'Skills',
  languages: 'Languages',
  interests: 'Interests',
  references: 'References',
} as const satisfies Sentences;

/** A section with something in it. */
export interface Section {
  /** The name of its directory, or of its only file. */
  readonly name: string;
  readonly title: string;
  /** Whether the title is the owner's own, to be shown as it is. */
  readonly custom: boolean;
  /** Whether it is one file, which has the section's name and title. */
  readonly single: boolean;
  /** Newest first, as in the data. */
  readonly entries: readonly Entry[];
}

const spanFacts = ({ start, end }: Span): readonly Fact[] => {
  if (end === undefined) return [];
  if (start === undefined) return end === 'now' ? [] : [dateFact('Years', end)];
  return [{ label: 'Years', text: spanText(start, end), dates: [start, end] }];
};

const dateFacts = (date: Talk['date']): readonly Fact[] => (date === undefined ? [] : [dateFact('Date', date)]);

const linkFacts = (link: string | undefined): readonly Fact[] => (link === undefined ? [] : known('Link', link, { href: link }));

const whose = (label: Label, text: string | undefined): readonly Fact[] => known(label, text, { whose: true });

const employerFact = ({ employer }: Job, resume: Resume): Fact => {
  const fact = { label: 'Employer', text: employer, whose: true } as const;
  const roles = resume.jobs.filter((job) => job.employer === employer);
  return roles.length > 1 ? { ...fact, run: `cat ${slugOf(employer)}` } : fact;
};

const technologyNotes = (names: readonly string[] = []): readonly Note[] =>
  names.length === 0 ? [] : [{ label: 'Technologies', items: names.map((text) => ({ text, run: `tech ${quoteWord(text)}` })) }];

const exhibitNotes = (job: Job, resume: Resume): readonly Note[] =>
  (job.systems ?? [])
    .flatMap((slug) => resume.systems.filter((system) => system.slug === slug))
    .map(({ slug, title, claim }) => ({
      label: 'Exhibit',
      items: [{ text: slug, run: slug }],
      remark: title,
      ...(claim === undefined ? {} : { claim }),
    }));

/** What comes after the facts. */
interface Told {
  readonly summary?: string | readonly string[] | undefined;
  readonly highlights?: readonly string[] | undefined;
  readonly notes?: readonly Note[];
  /** When it ended, or happened. */
  readonly end?: End | undefined;
}

const entryOf = (slug: string, title: string, facts: readonly Fact[], now: number, told: Told = {}): Entry => ({
  ...blank,
  slug,
  title,
  facts,
  paragraphs: [told.summary ?? []].flat(),
  highlights: told.highlights ?? [],
  notes: told.notes ?? [],
  mtime: endOf(told.end ?? 'now', now),
});

const jobEntry = (job: Job, resume: Resume, now: number): Entry => ({
  ...entryOf(
    job.slug,
    job.title,
    [
      employerFact(job, resume),
      ...known('Business', job.business),
      ...(job.places.length > 0 ? [{ label: 'Place', text: job.places.join(' / ') }] : []),
      ...spanFacts(job),
      ...linkFacts(job.link),
    ],
    now,
    { ...job, notes: [...technologyNotes(job.technologies), ...exhibitNotes(job, resume)] },
  ),
  active: job.end === 'now',
});

/** The degree and its field; the institution where neither is known. */
export const courseName = ({ degree, field, institution }: Education): string =>
  [degree, field].filter((part) => part !== undefined).join(', ') || institution;

const educationEntry = (course: Education, now: number): Entry =>
  entryOf(
    course.slug,
    courseName(course),
    [
      ...whose('Institution', course.institution),
      ...spanFacts(course),
      ...known('Score', course.score, { lead: 'score' satisfies Lead }),
      ...linkFacts(course.link),
    ],
    now,
    { end: course.end, notes: (course.courses ?? []).map((text) => ({ label: 'Courses', items: [{ text }] })) },
  );

const talkEntry = (talk: Talk, resume: Resume, now: number): Entry => {
  const job = resume.jobs.find(({ slug }) => slug === talk.job);
  const facts = [
    ...whose('At', talk.at),
    ...dateFacts(talk.date),
    ...(job ? [{ label: 'While', lead: 'while' satisfies Lead, text: jobName(job), run: `cat ${job.slug}` }] : []),
    ...linkFacts(talk.link),
  ];
  return entryOf(talk.slug, talk.title, facts, now, { summary: talk.note, end: talk.date ?? job?.end });
};

const projectEntry = (project: Project, now: number): Entry =>
  entryOf(
    project.slug,
    project.name,
    [
      ...known('Kind', project.kind),
      ...known('For', project.entity, { lead: 'for' satisfies Lead }),
      ...known('Roles', project.roles?.join(', ')),
      ...spanFacts(project),
      ...linkFacts(project.link),
    ],
    now,
    { ...project, notes: technologyNotes(project.technologies) },
  );

const writingEntry = (piece: Writing, now: number): Entry =>
  datedEntry(piece.slug, piece.title, whose('Publisher', piece.publisher), piece, now);

/** What has a date and a link, whatever it is called. */
const datedEntry = (
  slug: string,
  title: string,
  from: readonly Fact[],
  { date, link, summary }: { readonly date?: PartialDate; readonly link?: string; readonly summary?: string },
  now: number,
): Entry => entryOf(slug, title, [...from, ...dateFacts(date), ...linkFacts(link)], now, { summary, end: date });

const volunteeringEntry = (work: Volunteering, now: number): Entry =>
  spannedEntry(work, work.title ?? work.organization, work.title === undefined ? [] : whose('Organization', work.organization), now);

/** What has a span, whatever it is called. */
const spannedEntry = (it: Volunteering | CustomEntry, title: string, from: readonly Fact[], now: number): Entry =>
  entryOf(it.slug, title, [...from, ...spanFacts(it), ...linkFacts(it.link)], now, it);

/** A name, how well, and what belongs to it, on one line. */
const rowText = (name: string, level: string | undefined, keywords: readonly string[] = []): string =>
  `${name}${level === undefined ? '' : ` (${level})`}${keywords.length === 0 ? '' : `: ${keywords.join(', ')}`}`;

/** Every section that has something in it, in its order. `now` is in milliseconds since 1970. */
export const sectionsOf = (resume: Resume, now: number): readonly Section[] => {
  const file = (name: 'skills' | 'languages' | 'interests', rows: readonly string[] = []): readonly Entry[] =>
    rows.length === 0 ? [] : [entryOf(name, titles[name], [], now, { highlights: rows })];
  const entries: Readonly<Record<keyof typeof titles, readonly Entry[]>> = {
    jobs: resume.jobs.map((job) => jobEntry(job, resume, now)),
    education: resume.education.map((course) => educationEntry(course, now)),
    certificates: (resume.certificates ?? []).map((it) => datedEntry(it.slug, it.name, whose('Issuer', it.issuer), it, now)),
    volunteering: (resume.volunteering ?? []).map((it) => volunteeringEntry(it, now)),
    awards: (resume.awards ?? []).map((it) => datedEntry(it.slug, it.title, whose('Awarder', it.awarder), it, now)),
    talks: resume.talks.map((talk) => talkEntry(talk, resume, now)),
    projects: resume.projects.map((project) => projectEntry(project, now)),
    writing: resume.writing.map((piece) => writingEntry(piece, now)),
    skills: file(
      'skills',
      resume.skills?.map(({ name, level, keywords }) => rowText(name, level, keywords)),
    ),
    languages: file(
      'languages',
      resume.languages?.map(({ language, fluency }) => rowText(language, fluency)),
    ),
    interests: file(
      'interests',
      resume.interests?.map(({ name, keywords }) => rowText(name, undefined, keywords)),
    ),
    references: (resume.references ?? []).map(({ slug, name, text }) => entryOf(slug, name, [], now, { summary: text })),
  };
  const own = Object.entries(titles).map(([name, title]) => ({
    name,
    title,
    custom: false,
    single: entries[name as keyof typeof titles][0]?.slug === name,
    entries: entries[name as keyof typeof titles],
  }));
  const custom = (resume.custom ?? []).map(({ slug, heading, entries: list }) => ({
    name: slug,
    title: heading,
    custom: true,
    single: false,
    entries: list.map((it) => spannedEntry(it, it.title, whose('At', it.at), now)),
  }));
  return [...own, ...custom].filter((section) => section.entries.length > 0);
};

/** The entries of the section of that name; none if there is no such section. */
export const sectionEntries = (resume: Resume, name: string, now: number): readonly Entry[] =>
  sectionsOf(resume, now).find((section) => section.name === name)?.entries ?? [];

/** Where an entry's file is, relative to the home directory. */
export const pathOf = ({ name, single }: Section, { slug }: Entry): string => (single ? name : `${name}/${slug}`);
