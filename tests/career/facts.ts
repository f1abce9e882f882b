/** Every text that a résumé's data holds, as a reader of any of its forms must find it. */
import type { Resume } from '../../data/types.ts';

const given = (values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined);

/** The person's own. */
export const personFacts = ({ person }: Resume): string[] =>
  given([person.name, person.role, person.tagline, ...person.places, ...person.about, ...(person.likes ?? []), person.since?.slice(0, 4)]);

/** How to be reached. */
export const contactFacts = ({ person: { contacts } }: Resume): string[] =>
  given([
    contacts?.email,
    contacts?.phone,
    ...Object.values(contacts?.location ?? {}),
    ...(contacts?.profiles ?? []).flatMap(({ username, url }) => [username, url]),
  ]);

/** Those of all lists. */
export const entryFacts = (resume: Resume): string[] =>
  given([
    ...resume.jobs.flatMap((job) => [
      job.title,
      job.employer,
      job.business,
      job.link,
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
      course.start?.slice(0, 4),
      course.end === 'now' ? undefined : course.end?.slice(0, 4),
      course.score,
      ...(course.courses ?? []),
      course.link,
    ]),
    ...resume.talks.flatMap((talk) => [talk.title, talk.at, talk.note, talk.link, talk.date?.slice(0, 4)]),
    ...resume.projects.flatMap((project) => [
      project.name,
      project.summary,
      project.kind,
      project.entity,
      project.link,
      ...(project.roles ?? []),
      ...(project.highlights ?? []),
      ...(project.technologies ?? []),
    ]),
    ...resume.writing.flatMap((piece) => [piece.title, piece.publisher, piece.summary, piece.link, piece.date?.slice(0, 4)]),
    ...(resume.volunteering ?? []).flatMap((it) => [it.organization, it.title, ...(it.summary ?? []), ...(it.highlights ?? []), it.link]),
    ...(resume.certificates ?? []).flatMap((it) => [it.name, it.issuer, it.link]),
    ...(resume.awards ?? []).flatMap((it) => [it.title, it.awarder, it.summary]),
    ...(resume.references ?? []).flatMap((it) => [it.name, it.text]),
    ...(resume.skills ?? []).flatMap((it) => [it.name, it.level, ...(it.keywords ?? [])]),
    ...(resume.languages ?? []).flatMap((it) => [it.language, it.fluency]),
    ...(resume.interests ?? []).flatMap((it) => [it.name, ...it.keywords]),
    ...(resume.custom ?? []).flatMap(({ heading, entries }) => [
      heading,
      ...entries.flatMap((it) => [it.title, it.at, ...(it.summary ?? []), ...(it.highlights ?? []), it.link]),
    ]),
    ...resume.systems.flatMap((system) => [system.slug, system.title, system.claim]),
  ]);

/** All of them. */
export const allFacts = (resume: Resume): string[] => [...personFacts(resume), ...contactFacts(resume), ...entryFacts(resume)];

/** The texts that a form lacks, whatever its line breaks. */
export const missing = (form: string, facts: readonly string[]): string[] => {
  const told = form.replace(/\s+/g, ' ');
  return facts.filter((fact) => !told.includes(fact));
};
