/** The résumé in the JSON Resume shape (schema 1.0.0, jsonresume.org). */
import type {
  Custom,
  CustomEntry,
  Education,
  Job,
  Location,
  Project,
  Resume,
  System,
  Talk,
  Volunteering,
  Writing,
} from '../../../data/types.ts';
import type { Span } from '../dates.ts';
import { technologies } from '../technologies.ts';

const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** JSON Resume has no word for the present; it leaves the end out. */
const span = ({ start, end }: Span) => ({ startDate: start, endDate: end === 'now' ? undefined : end });

const place = ({ country: countryCode, ...parts }: Location) => ({ ...parts, countryCode });

const basics = ({ person, site }: Resume) => ({
  name: person.name,
  label: person.role,
  email: person.contacts?.email,
  phone: person.contacts?.phone,
  url: site,
  image: person.picture,
  // Others have the line at its head.
  summary: [...(person.tagline === '' ? [] : [person.tagline]), ...person.about].join('\n\n'),
  location: person.contacts?.location && place(person.contacts.location),
  profiles: person.contacts?.profiles?.map(({ name, username, url }) => ({ network: name, username, url })),
  tagline: person.tagline,
  since: person.since,
  places: person.places,
});

const work = (job: Job) => ({
  name: job.employer,
  position: job.title,
  location: job.places.join(' / '),
  ...span(job),
  description: job.business,
  url: job.link,
  summary: job.summary.join('\n\n'),
  highlights: job.highlights,
  slug: job.slug,
  places: job.places,
  keywords: job.technologies,
  note: job.note,
  systems: job.systems,
});

const education = (course: Education) => ({
  institution: course.institution,
  studyType: course.degree,
  area: course.field,
  ...span(course),
  score: course.score,
  courses: course.courses,
  url: course.link,
  slug: course.slug,
});

const told = (it: Volunteering | CustomEntry) => ({
  ...span(it),
  summary: it.summary?.join('\n\n'),
  highlights: it.highlights,
  url: it.link,
  slug: it.slug,
});

const volunteer = (it: Volunteering) => ({ organization: it.organization, position: it.title, ...told(it) });

const customEntry = (it: CustomEntry) => ({ name: it.title, entity: it.at, ...told(it) });

const custom = ({ slug, heading, entries }: Custom) => ({ slug, heading, entries: entries.map(customEntry) });

/** What the person names as skills, then what the jobs and projects used, marked as such. */
const skills = (resume: Resume) => {
  const named = new Set((resume.skills ?? []).flatMap(({ name, keywords = [] }) => [name, ...keywords]));
  const used = technologies(resume).filter(({ name }) => !named.has(name));
  return [...(resume.skills ?? []), ...used.map(({ name }) => ({ name, used: true }))];
};

const project = ({ slug, name, summary, highlights, kind, entity, roles, technologies: keywords, link, ...when }: Project) => ({
  name,
  type: kind ?? 'project',
  description: summary,
  highlights,
  entity,
  roles,
  ...span(when),
  keywords,
  url: link,
  slug,
});

const talk = ({ slug, title, date, at, job, link, note }: Talk) => ({
  name: title,
  type: 'talk',
  description: note,
  entity: at,
  url: link,
  startDate: date,
  endDate: date,
  slug,
  job,
});

const system = ({ slug, title, job, claim, action }: System) => ({ name: title, type: 'exhibit', description: claim, action, slug, job });

const publication = ({ slug, title, publisher, summary, date, link }: Writing) => ({
  name: title,
  publisher,
  summary,
  releaseDate: date,
  url: link,
  slug,
});

/**
 * The document, ready for JSON.stringify, which drops what is undefined. Data for which the schema has no name keeps our own
 * names, which the schema allows, so that an import can restore everything.
 */
export const jsonResume = (resume: Resume) => ({
  $schema: schema,
  basics: basics(resume),
  work: resume.jobs.map(work),
  education: resume.education.map(education),
  volunteer: resume.volunteering?.map(volunteer),
  awards: resume.awards,
  certificates: resume.certificates?.map(({ link, ...rest }) => ({ ...rest, url: link })),
  skills: skills(resume),
  languages: resume.languages,
  interests: [...(resume.person.likes ?? []).map((name) => ({ name })), ...(resume.interests ?? [])],
  references: resume.references?.map(({ text, ...rest }) => ({ ...rest, reference: text })),
  publications: resume.writing.map(publication),
  projects: [...resume.projects.map(project), ...resume.talks.map(talk), ...resume.systems.map(system)],
  custom: resume.custom?.map(custom),
  figures: resume.figures,
  field: resume.field,
  meta: { version: 'v1.0.0', canonical: resume.site && `${resume.site}resume.json`, language: resume.language },
});

/** The document as the text of `resume.json`. */
export const jsonResumeText = (resume: Resume): string => `${JSON.stringify(jsonResume(resume), undefined, 2)}\n`;
