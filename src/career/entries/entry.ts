/** One entry of a résumé, in the shape from which every form is made; the person is one. */

import type { Job, Location, PartialDate, Person, Profile, Resume } from '../../../data/types.ts';
import type { Sentences } from '../../locales/speech.ts';
import { beginning, dateText, type End } from '../dates.ts';

/** The labels of facts and notes, in English; the code that shows them translates them. */
const labels = [
  'Years',
  'Date',
  'Since',
  'Employer',
  'Place',
  'Places',
  'Institution',
  'At',
  'While',
  'Link',
  'Role',
  'Technologies',
  'Exhibit',
  'Likes',
  'E-mail',
  'Phone',
  'Address',
  'Business',
  'Organization',
  'Issuer',
  'Awarder',
  'Publisher',
  'Score',
  'Courses',
  'Kind',
  'For',
  'Roles',
] as const satisfies Sentences;

/** One of them. */
export type Label = (typeof labels)[number];

/** Words before facts that are shown without their labels. */
const leads = ['since', 'while', 'for', 'score'] as const satisfies Sentences;

/** One of them. */
export type Lead = (typeof leads)[number];

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
  /** Whether it stands behind the title where both share a line: the employer, the institution, the occasion. */
  readonly whose?: true;
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

/** What an entry has not, as a rule. */
export const blank = { active: false, paragraphs: [], highlights: [], notes: [] } as const;

/** A date as a fact. */
export const dateFact = (label: Label, date: PartialDate): Fact => ({ label, text: dateText(date), dates: [date, date] });

/** A fact, if it is known. */
export const known = (label: Label, text: string | undefined, more: Partial<Fact> = {}): readonly Fact[] =>
  text === undefined ? [] : [{ label, text, ...more }];

/** Role and employer in one phrase. */
export const jobName = ({ title, employer }: Job): string => `${title}, ${employer}`;

const addressText = ({ address, postalCode, city, region, country }: Location): string =>
  [address, postalCode, city, region, country].filter((part) => part !== undefined).join(', ');

const profileNote = ({ name, username, url }: Profile): Note => {
  // The address has it, as a rule.
  const own = username !== undefined && url?.includes(username) !== true ? [{ text: username }] : [];
  return { label: name, items: [...own, ...(url === undefined ? [] : [{ text: url, href: url }])] };
};

/** The ways to reach a person, a note for each; none without contacts. */
export const contactNotes = ({ contacts = {} }: Person): readonly Note[] => [
  ...(contacts.email === undefined ? [] : [{ label: 'E-mail', items: [{ text: contacts.email, href: `mailto:${contacts.email}` }] }]),
  ...(contacts.phone === undefined ? [] : [{ label: 'Phone', items: [{ text: contacts.phone }] }]),
  ...(contacts.location === undefined ? [] : [{ label: 'Address', items: [{ text: addressText(contacts.location) }] }]),
  ...(contacts.profiles ?? []).map(profileNote),
];

/** Whether the person can be reached in at least one way. */
export const hasContacts = ({ person: { contacts } }: Resume): boolean =>
  contacts !== undefined && (contacts.email ?? contacts.phone ?? contacts.location ?? contacts.profiles?.[0]) !== undefined;

/** The person, as an entry. */
export const aboutEntry = ({ person, jobs }: Resume, now: number): Entry => {
  const since = beginning({ person, jobs });
  return {
    ...blank,
    slug: 'about',
    title: person.name ?? person.role,
    facts: [
      ...(person.name === undefined ? [] : [{ label: 'Role', text: person.role }]),
      ...(since === undefined ? [] : [{ ...dateFact('Since', since), lead: 'since' satisfies Lead }]),
      ...(person.places.length > 0 ? [{ label: 'Places', text: person.places.join(' / ') }] : []),
    ],
    paragraphs: [person.tagline, ...person.about],
    notes: [...(person.likes ?? []).map((text) => ({ label: 'Likes', items: [{ text }] })), ...contactNotes(person)],
    mtime: now,
  };
};
