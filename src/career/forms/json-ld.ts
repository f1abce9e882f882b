/** The person as schema.org data (JSON-LD), for search engines. */
import type { Education, Job, Resume } from '../../../data/types.ts';
import { technologies } from '../technologies.ts';

/** The list, unless it is empty. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const organization = (name: string) => ({ '@type': 'Organization', name });

const occupation = ({ title, places }: Job) => ({
  '@type': 'Occupation',
  name: title,
  occupationLocation: some(places.map((name) => ({ '@type': 'Place', name }))),
});

/** schema.org dates a position with a Role between the person and the organization. */
const role = (job: Job) => ({
  '@type': 'OrganizationRole',
  roleName: job.title,
  startDate: job.start,
  endDate: job.end === 'now' ? undefined : job.end,
  description: some([...job.summary, ...(job.highlights ?? [])])?.join('\n'),
  memberOf: organization(job.employer),
});

const credential = ({ degree, field, institution, start, end }: Education) => ({
  '@type': 'EducationalOccupationalCredential',
  name: field === undefined ? degree : `${degree}, ${field}`,
  recognizedBy: { '@type': 'CollegeOrUniversity', name: institution },
  temporalCoverage: `${start}/${end === 'now' ? '..' : end}`,
});

/** The document, ready for JSON.stringify, which drops what is undefined. */
export const jsonLd = (resume: Resume) => {
  const { person, jobs, education, site } = resume;
  const present = jobs.filter(({ end }) => end === 'now');
  const known = technologies(resume).map(({ name }) => name);
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: person.name,
    jobTitle: person.role,
    description: person.tagline,
    url: site,
    email: person.contacts?.email,
    telephone: person.contacts?.phone,
    sameAs: person.contacts?.profiles?.map(({ url }) => url),
    knowsAbout: some(known),
    worksFor: some(present.map(({ employer }) => organization(employer))),
    hasOccupation: some(present.map(occupation)),
    memberOf: some(jobs.map(role)),
    alumniOf: some(education.map(({ institution }) => ({ '@type': 'CollegeOrUniversity', name: institution }))),
    hasCredential: some(education.map(credential)),
  };
};

/** The document as the text of a `script` element: no `<` that could end it. */
export const jsonLdText = (resume: Resume): string => JSON.stringify(jsonLd(resume)).replaceAll('<', '\\u003c');
