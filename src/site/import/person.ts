/** The person of a foreign document. */
import * as v from 'valibot';
import type { Contacts, Interest, Job, Location, Person, Profile } from '../../../data/types.ts';
import { email, phone, picture } from '../check/schema.ts';
import type { Source } from './source.ts';
import { firstSentence } from './texts.ts';

/** A text that a schema accepts; another one is told. */
export const checked = (source: Source, key: string, schema: v.GenericSchema): string | undefined => {
  const text = source.text(key);
  if (text === undefined || v.is(schema, text)) return text;
  source.remark(`cannot be used (${text}).`, key);
  return undefined;
};

const profile = (source: Source): readonly Profile[] => {
  const url = source.address('url');
  const username = source.text('username');
  const name = source.text('network') ?? (url === undefined ? username : new URL(url).hostname);
  if (name === undefined) return [];
  if (url === undefined && username === undefined) {
    source.remark(`the data has no place for a name that leads nowhere (${name}).`, 'network');
    return [];
  }
  return [{ name, ...(username === undefined ? {} : { username }), ...(url === undefined ? {} : { url }) }];
};

const parts = ['address', 'postalCode', 'city', 'region'] as const;

const location = (source: Source): Location => {
  const given = parts.flatMap((key) => {
    const text = source.text(key);
    return text === undefined ? [] : [[key, text] as const];
  });
  const country = source.text('countryCode', 'country');
  source.finish();
  return { ...Object.fromEntries(given), ...(country === undefined ? {} : { country }) };
};

const profiles = (source: Source, website: string | undefined): readonly Profile[] => [
  ...source.each('profiles', profile).flat(),
  ...(website === undefined ? [] : [{ name: 'Website', url: website }]),
];

const contacts = (source: Source, home: Location, website: string | undefined): Contacts | undefined => {
  const address = checked(source, 'email', email);
  const number = checked(source, 'phone', phone);
  const links = profiles(source, website);
  const given: Contacts = {
    ...(address === undefined ? {} : { email: address }),
    ...(number === undefined ? {} : { phone: number }),
    ...(Object.keys(home).length === 0 ? {} : { location: home }),
    ...(links.length === 0 ? {} : { profiles: links }),
  };
  return Object.keys(given).length === 0 ? undefined : given;
};

const places = (source: Source, { city, region, country }: Location): readonly string[] => {
  const here = city ?? region ?? country;
  // Our own documents have the list, even if it is empty.
  return source.has('places') ? (source.texts('places') ?? []) : here === undefined ? [] : [here];
};

/** One line on what they do, and the rest of what they say: a document of others has the line at the head of its summary. */
const words = (source: Source): Pick<Person, 'tagline' | 'about'> => {
  const tagline = source.text('tagline');
  const about = source.paragraphs('summary');
  // Our own documents have it at the head of the summary too.
  if (tagline !== undefined || about.length === 0) return { tagline: tagline ?? '', about: about[0] === tagline ? about.slice(1) : about };
  const [first, rest] = firstSentence(about[0] ?? '');
  return { tagline: first, about: [...(rest === '' ? [] : [rest]), ...about.slice(1)] };
};

/** What interests them: a like, or an interest with its particulars. */
export const interest = (source: Source): string | Interest | undefined => {
  const [first, ...others] = source.texts('keywords') ?? [];
  const name = source.text('name') ?? first;
  const keywords = first === undefined || name === first ? others : [first, ...others];
  return name === undefined || keywords.length === 0 ? name : { name, keywords };
};

/** The person, from the document's `basics`; what nobody says of them in so many words is told by their jobs. `website` is a page of theirs. */
export const person = (basics: Source, likes: readonly string[], jobs: readonly Job[], website: string | undefined): Person => {
  const name = basics.text('name');
  const role = basics.text('label') ?? jobs[0]?.title ?? '';
  const home = location(basics.record('location'));
  const reached = contacts(basics, home, website);
  const image = checked(basics, 'image', picture);
  const since = basics.date('since');
  const { tagline, about } = words(basics);
  return {
    ...(name === undefined ? {} : { name }),
    role,
    tagline: tagline || role,
    ...(since === undefined ? {} : { since }),
    places: places(basics, home),
    about,
    ...(likes.length === 0 ? {} : { likes }),
    ...(image === undefined ? {} : { picture: image }),
    ...(reached ? { contacts: reached } : {}),
  };
};
