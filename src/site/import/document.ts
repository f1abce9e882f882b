/** The shape of a JSON Resume document as far as it is read: what is there has the right type; what is absent, or null, is not missed. */
import * as v from 'valibot';

const text = v.nullish(v.string('is not a text. Write it between quotes, or leave it out.'));

const list = <T extends v.GenericSchema>(item: T) => v.nullish(v.array(item, 'is not a list. Write [ … ], or leave it out.'));

const texts = list(v.string('is not a text. Write it between quotes.'));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const record = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.custom(isRecord, 'is not a record. Write { … }.'), v.looseObject(entries));

const place = record({ address: text, city: text, region: text, countryCode: text, postalCode: text });

const dated = { startDate: text, endDate: text, url: text, summary: text, description: text, highlights: texts, keywords: texts };

const work = record({
  ...dated,
  name: text,
  position: text,
  location: v.nullish(v.union([v.string(), place], 'is neither a text nor a record.')),
});

const basics = record({
  name: text,
  label: text,
  email: text,
  phone: text,
  url: text,
  summary: text,
  location: v.nullish(place),
  image: text,
  profiles: list(record({ network: text, username: text, url: text })),
});

const skill = record({ name: text, level: text, keywords: texts });

const custom = record({ heading: text, entries: list(record({ ...dated, name: text, entity: text })) });

/** A document of any version of the schema, with members of anybody's own. */
export const documentSchema = record({
  basics: v.nullish(basics),
  work: list(work),
  volunteer: list(record({ ...dated, organization: text, position: text })),
  education: list(record({ ...dated, institution: text, studyType: text, area: text, score: text, courses: texts })),
  awards: list(record({ title: text, date: text, awarder: text, summary: text })),
  certificates: list(record({ name: text, issuer: text, date: text, url: text })),
  publications: list(record({ name: text, publisher: text, releaseDate: text, url: text, summary: text })),
  skills: list(skill),
  languages: list(record({ language: text, fluency: text })),
  interests: list(skill),
  references: list(record({ name: text, reference: text })),
  projects: list(record({ ...dated, name: text, type: text, entity: text, roles: texts })),
  custom: list(custom),
});
