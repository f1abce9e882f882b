/** One entry of a résumé, in the shape from which every form is made. */

import type { Education, Job, PartialDate, Person, Project, Resume, Talk, Writing } from '../../../data/types.ts';
import type { Sentences } from '../../locales/speech.ts';
import { quoteWord } from '../../os/quote.ts';
import { dateText, type End, endOf, spanText } from '../dates.ts';
import { slugOf } from '../names.ts';

/** The lists of a résumé in their order; each is a directory. */
export const sections = ['jobs', 'education', 'talks', 'projects', 'writing'] as const;

export type Section = (typeof sections)[number];

/** The heading of each list. */
export const sectionTitles = {
  jobs: 'Experience',
  education: 'Education',
  talks: 'Talks',
  projects: 'Projects',
  writing: 'Writing',
} as const satisfies Readonly<Record<Section, Sentences>>;

/** The labels of facts and notes, in English; the code that shows them translates them. */
const labels = {
  years: 'Years',
  date: 'Date',
  since: 'Since',
  employer: 'Employer',
  place: 'Place',
  places: 'Places',
  institution: 'Institution',
  at: 'At',
  job: 'While',
  link: 'Link',
  role: 'Role',
  technologies: 'Technologies',
  exhibit: 'Exhibit',
  likes: 'Likes',
  email: 'E-mail',
  phone: 'Phone',
} as const satisfies Sentences;

/** Words before facts that are shown without their labels. */
const leads = { since: 'since', job: 'while' } as const satisfies Sentences;

/** A text that may be a link. */
export interface Item {
  readonly text: string;
  /** The line that prints more about it. */
  readonly run?: string;
  /** Its web address. */
  readonly href?: string;
}

/** A labelled fact. */
export interface Fact extends Item {
  readonly label: string;
  /** The word before it if it is shown without its label. */
  readonly lead?: string;
  /** The date or span that the text states. */
  readonly dates?: readonly [start: PartialDate, end: End];
}

/** The word before a fact that is shown without its label; at the start of the phrase, the label itself. */
export const leadOf = ({ label, lead = '' }: Fact, index: number): string => (index === 0 ? label : lead);

/** A labelled list after the prose. */
export interface Note {
  readonly label: string;
  readonly items: readonly Item[];
  /** A phrase that says what the items are. */
  readonly remark?: string;
  /** What the résumé claims of them; its prose says so too. */
  readonly claim?: string;
}

/** The remark with the claim, where the prose may not be at hand. */
export const remarkOf = ({ remark, claim }: Note): string | undefined =>
  remark === undefined || claim === undefined ? remark : `${remark} (${claim})`;

/** An entry: a title, facts with labels, prose, then notes. */
export interface Entry {
  readonly slug: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** The present job. */
  readonly active: boolean;
  readonly paragraphs: readonly string[];
  readonly highlights: readonly string[];
  readonly notes: readonly Note[];
  /** The end of its last year or month, or now; milliseconds since 1970. */
  readonly mtime: number;
}

const blank = { active: false, paragraphs: [], highlights: [], notes: [] } as const;

const spanFact = ({ start, end }: Job | Education): Fact => ({ label: labels.years, text: spanText(start, end), dates: [start, end] });

const dateFact = (label: string, date: PartialDate): Fact => ({ label, text: dateText(date), dates: [date, date] });

/** Role and employer in one phrase. */
export const jobName = ({ title, employer }: Job): string => `${title}, ${employer}`;

const employerFact = ({ employer }: Job, resume: Resume): Fact => {
  const fact = { label: labels.employer, text: employer };
  const roles = resume.jobs.filter((job) => job.employer === employer);
  return roles.length > 1 ? { ...fact, run: `cat ${slugOf(employer)}` } : fact;
};

const technologyNotes = (names: readonly string[] = []): readonly Note[] =>
  names.length === 0 ? [] : [{ label: labels.technologies, items: names.map((text) => ({ text, run: `tech ${quoteWord(text)}` })) }];

const exhibitNotes = (job: Job, resume: Resume): readonly Note[] =>
  (job.systems ?? [])
    .flatMap((slug) => resume.systems.filter((system) => system.slug === slug))
    .map(({ slug, title, claim }) => ({
      label: labels.exhibit,
      items: [{ text: slug, run: slug }],
      remark: title,
      ...(claim === undefined ? {} : { claim }),
    }));

const jobEntry = (job: Job, resume: Resume, now: number): Entry => ({
  slug: job.slug,
  title: job.title,
  facts: [
    employerFact(job, resume),
    ...(job.places.length > 0 ? [{ label: labels.place, text: job.places.join(' / ') }] : []),
    spanFact(job),
  ],
  active: job.end === 'now',
  paragraphs: job.summary,
  highlights: job.highlights ?? [],
  notes: [...technologyNotes(job.technologies), ...exhibitNotes(job, resume)],
  mtime: endOf(job.end, now),
});

const educationEntry = (course: Education, now: number): Entry => ({
  ...blank,
  slug: course.slug,
  title: course.field === undefined ? course.degree : `${course.degree}, ${course.field}`,
  facts: [{ label: labels.institution, text: course.institution }, spanFact(course)],
  mtime: endOf(course.end, now),
});

const talkEntry = (talk: Talk, resume: Resume, now: number): Entry => {
  const job = resume.jobs.find(({ slug }) => slug === talk.job);
  return {
    ...blank,
    slug: talk.slug,
    title: talk.title,
    facts: [
      ...(talk.at === undefined ? [] : [{ label: labels.at, text: talk.at }]),
      ...(talk.date === undefined ? [] : [dateFact(labels.date, talk.date)]),
      ...(job ? [{ label: labels.job, lead: leads.job, text: jobName(job), run: `cat ${job.slug}` }] : []),
    ],
    paragraphs: talk.note === undefined ? [] : [talk.note],
    mtime: endOf(talk.date ?? job?.end ?? 'now', now),
  };
};

const linkFact = (link: string | undefined): readonly Fact[] =>
  link === undefined ? [] : [{ label: labels.link, text: link, href: link }];

const projectEntry = (project: Project, now: number): Entry => ({
  ...blank,
  slug: project.slug,
  title: project.name,
  facts: linkFact(project.link),
  paragraphs: [project.summary],
  notes: technologyNotes(project.technologies),
  mtime: now,
});

const writingEntry = (piece: Writing, now: number): Entry => ({
  ...blank,
  slug: piece.slug,
  title: piece.title,
  facts: [...(piece.date === undefined ? [] : [dateFact(labels.date, piece.date)]), ...linkFact(piece.link)],
  paragraphs: [piece.summary],
  mtime: endOf(piece.date ?? 'now', now),
});

/** The ways to reach a person, a note for each; none without contacts. */
export const contactNotes = ({ contacts = {} }: Person): readonly Note[] => [
  ...(contacts.email === undefined ? [] : [{ label: labels.email, items: [{ text: contacts.email, href: `mailto:${contacts.email}` }] }]),
  ...(contacts.phone === undefined ? [] : [{ label: labels.phone, items: [{ text: contacts.phone }] }]),
  ...(contacts.profiles ?? []).map(({ name, url }) => ({ label: name, items: [{ text: url, href: url }] })),
];

/** Whether the person can be reached in at least one way. */
export const hasContacts = ({ person: { contacts } }: Resume): boolean =>
  contacts !== undefined && (contacts.email ?? contacts.phone ?? contacts.profiles?.[0]) !== undefined;

/** The person, as an entry. */
export const aboutEntry = ({ person }: Resume, now: number): Entry => ({
  ...blank,
  slug: 'about',
  title: person.name ?? person.role,
  facts: [
    ...(person.name === undefined ? [] : [{ label: labels.role, text: person.role }]),
    { ...dateFact(labels.since, person.since), lead: leads.since },
    ...(person.places.length > 0 ? [{ label: labels.places, text: person.places.join(' / ') }] : []),
  ],
  paragraphs: [person.tagline, ...person.about],
  notes: [...(person.likes ?? []).map((text) => ({ label: labels.likes, items: [{ text }] })), ...contactNotes(person)],
  mtime: now,
});

/** The entries of one list, newest first as in the data. `now` is in milliseconds since 1970. */
export const sectionEntries = (resume: Resume, section: Section, now: number): readonly Entry[] => {
  switch (section) {
    case 'jobs':
      return resume.jobs.map((job) => jobEntry(job, resume, now));
    case 'education':
      return resume.education.map((course) => educationEntry(course, now));
    case 'talks':
      return resume.talks.map((talk) => talkEntry(talk, resume, now));
    case 'projects':
      return resume.projects.map((project) => projectEntry(project, now));
    case 'writing':
      return resume.writing.map((piece) => writingEntry(piece, now));
  }
};
