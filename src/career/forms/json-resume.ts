/** The résumé in the JSON Resume shape (schema 1.0.0, jsonresume.org). */
import type { Education, Job, Project, Resume, System, Talk, Writing } from '../../../data/types.ts';
import type { End } from '../dates.ts';
import { technologies } from '../technologies.ts';

const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** JSON Resume has no word for the present; it leaves the end out. */
const endDate = (end: End): string | undefined => (end === 'now' ? undefined : end);

const basics = ({ person, site }: Resume) => ({
  name: person.name,
  label: person.role,
  email: person.contacts?.email,
  phone: person.contacts?.phone,
  url: site,
  summary: person.about.join('\n\n'),
  profiles: person.contacts?.profiles?.map(({ name, url }) => ({ network: name, url })),
  tagline: person.tagline,
  since: person.since,
  places: person.places,
});

const work = (job: Job) => ({
  name: job.employer,
  position: job.title,
  location: job.places.join(' / '),
  startDate: job.start,
  endDate: endDate(job.end),
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
  startDate: course.start,
  endDate: endDate(course.end),
  slug: course.slug,
});

const project = ({ slug, name, summary, technologies: keywords, link }: Project) => ({
  name,
  type: 'project',
  description: summary,
  keywords,
  url: link,
  slug,
});

const talk = ({ slug, title, date, at, job, note }: Talk) => ({
  name: title,
  type: 'talk',
  description: note,
  entity: at,
  startDate: date,
  endDate: date,
  slug,
  job,
});

const system = ({ slug, title, job, claim, action }: System) => ({ name: title, type: 'exhibit', description: claim, action, slug, job });

const publication = ({ slug, title, summary, date, link }: Writing) => ({ name: title, summary, releaseDate: date, url: link, slug });

/**
 * The document, ready for JSON.stringify, which drops what is undefined. Data for which the schema has no name keeps our own
 * names, which the schema allows, so that an import can restore everything.
 */
export const jsonResume = (resume: Resume) => ({
  $schema: schema,
  basics: basics(resume),
  work: resume.jobs.map(work),
  education: resume.education.map(education),
  skills: technologies(resume).map(({ name }) => ({ name })),
  interests: resume.person.likes?.map((name) => ({ name })),
  publications: resume.writing.map(publication),
  projects: [...resume.projects.map(project), ...resume.talks.map(talk), ...resume.systems.map(system)],
  figures: resume.figures,
  field: resume.field,
  meta: { version: 'v1.0.0', canonical: resume.site && `${resume.site}resume.json`, language: resume.language },
});

/** The document as the text of `resume.json`. */
export const jsonResumeText = (resume: Resume): string => `${JSON.stringify(jsonResume(resume), undefined, 2)}\n`;
