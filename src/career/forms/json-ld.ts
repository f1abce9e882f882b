/** The person as schema.org data (JSON-LD), for search engines. */
import type { Certificate, Education, Job, Resume, Volunteering, Writing } from '../../../data/types.ts';
import type { Span } from '../dates.ts';
import { courseName } from '../entries/sections.ts';
import { technologies } from '../technologies.ts';

/** The list, unless it is empty. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const organization = (name: string, more: { readonly url?: string | undefined; readonly description?: string | undefined } = {}) => ({
  '@type': 'Organization',
  name,
  ...more,
});

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
  memberOf: organization(job.employer, { url: job.link, description: job.business }),
});

const volunteerRole = (it: Volunteering) => ({
  '@type': 'OrganizationRole',
  roleName: it.title,
  startDate: it.start,
  endDate: it.end === 'now' ? undefined : it.end,
  description: some([...(it.summary ?? []), ...(it.highlights ?? [])])?.join('\n'),
  memberOf: organization(it.organization, { url: it.link }),
});

const school = ({ institution, link }: Education) => ({ '@type': 'CollegeOrUniversity', name: institution, url: link });

/** An interval as ISO 8601-2 has it; the end alone where only that is known. */
const interval = ({ start, end }: Span): string | undefined =>
  start === undefined ? (end === 'now' ? undefined : end) : `${start}/${end === 'now' || end === undefined ? '..' : end}`;

const credential = (course: Education) => ({
  '@type': 'EducationalOccupationalCredential',
  name: courseName(course),
  recognizedBy: school(course),
  temporalCoverage: interval(course),
});

const certificate = ({ name, issuer, date, link }: Certificate) => ({
  '@type': 'EducationalOccupationalCredential',
  credentialCategory: 'certificate',
  name,
  recognizedBy: issuer === undefined ? undefined : organization(issuer),
  dateCreated: date,
  url: link,
});

const work = ({ title, publisher, summary, date, link }: Writing) => ({
  '@type': 'CreativeWork',
  name: title,
  description: summary,
  publisher: publisher === undefined ? undefined : organization(publisher),
  datePublished: date,
  url: link,
});

/** The document, ready for JSON.stringify, which drops what is undefined. */
export const jsonLd = (resume: Resume) => {
  const { person, jobs, education, site } = resume;
  const present = jobs.filter(({ end }) => end === 'now');
  const { certificates = [], volunteering = [], awards = [], skills = [], languages = [] } = resume;
  const location = person.contacts?.location;
  const known = new Set([
    ...skills.flatMap(({ name, keywords = [] }) => [name, ...keywords]),
    ...technologies(resume).map(({ name }) => name),
  ]);
  // What says where or when it came out is a work; the rest is what they write about.
  const works = resume.writing.filter(({ publisher, date, link }) => (publisher ?? date ?? link) !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: person.name,
    jobTitle: person.role,
    description: person.tagline,
    url: site,
    email: person.contacts?.email,
    telephone: person.contacts?.phone,
    image: site === undefined || person.picture === undefined ? undefined : site + person.picture,
    address: location && {
      '@type': 'PostalAddress',
      streetAddress: location.address,
      postalCode: location.postalCode,
      addressLocality: location.city,
      addressRegion: location.region,
      addressCountry: location.country,
    },
    sameAs: some((person.contacts?.profiles ?? []).flatMap(({ url }) => url ?? [])),
    knowsAbout: some([...known]),
    knowsLanguage: some(languages.map(({ language }) => ({ '@type': 'Language', name: language }))),
    award: some(awards.map(({ title }) => title)),
    worksFor: some(present.map(({ employer }) => organization(employer))),
    hasOccupation: some(present.map(occupation)),
    memberOf: some([...jobs.map(role), ...volunteering.map(volunteerRole)]),
    alumniOf: some(education.map(school)),
    hasCredential: some([...education.map(credential), ...certificates.map(certificate)]),
    '@reverse': works.length === 0 ? undefined : { author: works.map(work) },
  };
};

/** The document as the text of a `script` element: no `<` that could end it. */
export const jsonLdText = (resume: Resume): string => JSON.stringify(jsonLd(resume)).replaceAll('<', '\\u003c');
