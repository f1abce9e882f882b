/** The person of a foreign document. */
import * as v from 'valibot';
import type { Contacts, Job, Person } from '../../../data/types.ts';
import { email, phone } from '../check/schema.ts';
import { UNKNOWN } from './entries.ts';
import type { Source } from './source.ts';
import { firstSentence } from './texts.ts';

type Profile = NonNullable<Contacts['profiles']>[number];

/** A text that a schema accepts; another one is told. */
export const checked = (source: Source, key: string, schema: v.GenericSchema): string | undefined => {
  const text = source.text(key);
  if (text === undefined || v.is(schema, text)) return text;
  source.remark(`cannot be used (${text}).`, key);
  return undefined;
};

const profile = (source: Source): readonly Profile[] => {
  const url = source.address('url');
  if (url === undefined) return [];
  const name = source.text('network', 'username') ?? new URL(url).hostname;
  // The address has it, as a rule.
  const username = source.text('username');
  if (username !== undefined && username !== name && !url.includes(username))
    source.remark(`the data has no place for it (${username}).`, 'username');
  return [{ name, url }];
};

const profiles = (source: Source, website: string | undefined): readonly Profile[] => [
  ...source.each('profiles', profile).flat(),
  ...(website === undefined ? [] : [{ name: 'Website', url: website }]),
];

const contacts = (source: Source, website: string | undefined): Contacts | undefined => {
  const address = checked(source, 'email', email);
  const number = checked(source, 'phone', phone);
  const links = profiles(source, website);
  if (address === undefined && number === undefined && links.length === 0) return undefined;
  return {
    ...(address === undefined ? {} : { email: address }),
    ...(number === undefined ? {} : { phone: number }),
    ...(links.length === 0 ? {} : { profiles: links }),
  };
};

const places = (source: Source): readonly string[] => {
  const listed = source.texts('places');
  const location = source.record('location');
  const city = location.text('city', 'region', 'countryCode');
  location.finish();
  return listed ?? (city === undefined ? [] : [city]);
};

/** One line on what they do, and the rest of what they say: a document of others has the line at the head of its summary. */
const words = (source: Source): Pick<Person, 'tagline' | 'about'> => {
  const tagline = source.text('tagline');
  const about = source.paragraphs('summary');
  if (tagline !== undefined || about.length === 0) return { tagline: tagline ?? '', about };
  const [first, rest] = firstSentence(about[0] ?? '');
  return { tagline: first, about: [...(rest === '' ? [] : [rest]), ...about.slice(1)] };
};

/** What interests them, with the particulars that a document may give. */
export const interest = (source: Source): readonly string[] => {
  const name = source.text('name');
  const keywords = source.texts('keywords')?.join(', ');
  return name === undefined ? (keywords === undefined ? [] : [keywords]) : [keywords === undefined ? name : `${name}: ${keywords}`];
};

const earliest = (jobs: readonly Job[]): Person['since'] => {
  const starts = jobs.map(({ start }) => start).filter((start) => start !== UNKNOWN);
  return starts.sort()[0] ?? UNKNOWN;
};

/** The person, from the document's `basics`; what nobody says of them in so many words is told by their jobs. `website` is a page of theirs. */
export const person = (basics: Source, likes: readonly string[], jobs: readonly Job[], website: string | undefined): Person => {
  const name = basics.text('name');
  const role = basics.text('label') ?? jobs[0]?.title ?? '';
  const reached = contacts(basics, website);
  const { tagline, about } = words(basics);
  return {
    ...(name === undefined ? {} : { name }),
    role,
    tagline: tagline || role,
    since: basics.date('since') ?? earliest(jobs),
    places: places(basics),
    about,
    ...(likes.length === 0 ? {} : { likes }),
    ...(reached ? { contacts: reached } : {}),
  };
};
