/** Every text that a résumé's data holds, as a reader of any of its forms must find it. */
import type { Resume } from '../../data/types.ts';

const given = (values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined);

/** The person's own. */
export const personFacts = ({ person }: Resume): string[] =>
  given([person.name, person.role, person.tagline, ...person.places, ...person.about, ...(person.likes ?? []), person.since.slice(0, 4)]);

/** How to be reached. */
export const contactFacts = ({ person: { contacts } }: Resume): string[] =>
  given([contacts?.email, contacts?.phone, ...(contacts?.profiles ?? []).map(({ url }) => url)]);

/** Those of all lists. */
export const entryFacts = (resume: Resume): string[] =>
  given([
    ...resume.jobs.flatMap((job) => [
      job.title,
      job.employer,
      ...job.places,
      job.start.slice(0, 4),
      job.end === 'now' ? undefined : job.end.slice(0, 4),
      ...job.summary,
      ...(job.highlights ?? []),
      ...(job.technologies ?? []),
    ]),
    ...resume.education.flatMap((course) => [
      course.institution,
      course.degree,
      course.field,
      course.start.slice(0, 4),
      course.end.slice(0, 4),
    ]),
    ...resume.talks.flatMap((talk) => [talk.title, talk.at, talk.note, talk.date?.slice(0, 4)]),
    ...resume.projects.flatMap((project) => [project.name, project.summary, project.link, ...(project.technologies ?? [])]),
    ...resume.writing.flatMap((piece) => [piece.title, piece.summary, piece.link, piece.date?.slice(0, 4)]),
    ...resume.systems.flatMap((system) => [system.slug, system.title, system.claim]),
  ]);

/** All of them. */
export const allFacts = (resume: Resume): string[] => [...personFacts(resume), ...contactFacts(resume), ...entryFacts(resume)];

/** The texts that a form lacks, whatever its line breaks. */
export const missing = (form: string, facts: readonly string[]): string[] => {
  const told = form.replace(/\s+/g, ' ');
  return facts.filter((fact) => !told.includes(fact));
};
