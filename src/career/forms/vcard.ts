/** The contacts as a vCard (RFC 6350). */
import type { Location, Resume } from '../../../data/types.ts';

/** Most octets of a content line before it is folded (RFC 6350, 3.2). */
const FOLD = 75;

const escaped = (text: string): string => text.replace(/[\\,;]/g, (character) => `\\${character}`).replace(/\n/g, '\\n');

const encoder = new TextEncoder();

/** Folds between characters, never inside one. */
const folded = (text: string): string => {
  const rows: string[] = [];
  let row = '';
  let size = 0;
  for (const character of text) {
    const octets = encoder.encode(character).length;
    if (size + octets > FOLD) {
      rows.push(row);
      row = ' ';
      size = 1;
    }
    row += character;
    size += octets;
  }
  return [...rows, row].map((part) => `${part}\r\n`).join('');
};

/** The parts in their order: post box, extended address, street, city, region, postal code, country (RFC 6350, 6.3.1). */
const addressOf = ({ address, city, region, postalCode, country }: Location): string =>
  ['', '', ...[address, city, region, postalCode, country].map((part = '') => escaped(part))].join(';');

/** The text of `contact.vcf`; undefined without a contact, since the card would be useless. */
export const vcard = ({ person, jobs, site }: Resume): string | undefined => {
  const { email, phone, location, profiles = [] } = person.contacts ?? {};
  const addresses = profiles.flatMap(({ url }) => url ?? []);
  if ((email ?? phone ?? location ?? addresses[0]) === undefined) return undefined;
  const present = jobs.find(({ end }) => end === 'now');
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(person.name ?? person.role)}`,
    `TITLE:${escaped(person.role)}`,
    ...(present ? [`ORG:${escaped(present.employer)}`] : []),
    ...(email === undefined ? [] : [`EMAIL:${escaped(email)}`]),
    ...(phone === undefined ? [] : [`TEL;VALUE=text:${escaped(phone)}`]),
    ...(location === undefined ? [] : [`ADR:${addressOf(location)}`]),
    ...[...addresses, ...(site === undefined ? [] : [site])].map((url) => `URL:${url}`),
    `NOTE:${escaped(person.tagline)}`,
    'END:VCARD',
  ]
    .map(folded)
    .join('');
};
