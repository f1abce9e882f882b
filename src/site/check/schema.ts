/** The shape of a résumé's data as a valibot schema; each message says what is wrong, then how to fix it. */
import * as v from 'valibot';
import { isClean } from '../../term/clean.ts';

/** Names that the tree, `resume.txt` and the elements of the page use. */
const reserved = new Set([
  ...['about', 'resume', 'jobs', 'education', 'talks', 'projects', 'writing', 'exhibits'],
  ...['volunteering', 'certificates', 'awards', 'skills', 'languages', 'interests', 'references'],
  ...['skip', 'shell', 'plain', 'bar', 'terminal', 'screen', 'xterm', 'status', 'log'],
]);

/** Most characters of a line, of a paragraph, and of an address; a longer one is a mistake. */
const LINE = 300;
const PROSE = 5_000;
const ADDRESS = 2_000;

/** What to do about an empty text. */
const REQUIRED = 'Write something: it is needed.';
const OPTIONAL = 'Write something, or leave the field out.';
const ITEM = 'Write something, or remove it.';

const upTo = (most: number, cure: typeof REQUIRED | typeof OPTIONAL | typeof ITEM = REQUIRED) =>
  v.pipe(
    v.string('is missing or not a text. Write it between quotes.'),
    v.check((value) => value.trim() !== '', `is empty. ${cure}`),
    v.check(isClean, 'has a control character or an invisible one. Retype it by hand.'),
    v.check((value) => !/[\n\t]/.test(value), 'has a line break or a tab. Make each line an item or a paragraph.'),
    v.check((value) => value === value.trim(), 'begins or ends with a blank. Remove it.'),
    v.maxLength(most, ({ received }) => `is too long (${received} characters). Use at most ${most}.`),
  );

const text = upTo(LINE);
const prose = upTo(PROSE);

/** The same in fields that may be left out. */
const ofText = v.optional(upTo(LINE, OPTIONAL));
const ofProse = v.optional(upTo(PROSE, OPTIONAL));

/** A valid slug that the page does not reserve. */
export const slug = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a safe slug. Use lower-case letters a–z, digits, and single hyphens between them.'),
  v.maxLength(60, 'is too long for a file name and an address. Use at most 60 characters.'),
  v.check((value) => !reserved.has(value), 'is a name that the page itself uses. Choose another one.'),
);

const year = (value: string): number => Number(value.slice(0, 4));

const isPlausible = (value: string): boolean => value === 'now' || (year(value) >= 1900 && year(value) <= 2100);

const dateOf = (pattern: RegExp, forms: string) =>
  v.pipe(
    v.string(`is missing or not a date. Write ${forms}, between quotes.`),
    v.regex(pattern, `is not a date. Write ${forms}.`),
    v.check(isPlausible, 'is a year out of range. Write one between 1900 and 2100.'),
  );

/** A year, or a month of one. */
export const date = dateOf(/^\d{4}(-(0[1-9]|1[0-2]))?$/, "a year such as '2021', or a month such as '2021-02'");

const end = dateOf(/^(now|\d{4}(-(0[1-9]|1[0-2]))?)$/, "a year such as '2021', a month such as '2021-02', or 'now'");

const isWebAddress = (value: string): boolean => {
  try {
    const { protocol, username, password, hostname } = new URL(value);
    return /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.');
  } catch {
    return false;
  }
};

/** A complete web address. */
export const url = v.pipe(upTo(ADDRESS), v.check(isWebAddress, 'is not a web address. Write a complete one, beginning with https://.'));

const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'is missing or not a list. Write [ … ]; it can be empty.');

const record = <const T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, ({ expected, received }) =>
    expected === 'never'
      ? `is not a field of this entry. Its fields are ${Object.keys(entries).join(', ')}; correct the name or remove it.`
      : received === 'undefined'
        ? 'is missing. Add it.'
        : `is not a record (${received}). Write { … } with ${Object.keys(entries).join(', ')}.`,
  );

const texts = list(upTo(LINE, ITEM));
const paragraphs = list(upTo(PROSE, ITEM));

/** Room for a few words. */
const FEW = 40;

const label = upTo(FEW);
const ofLabel = v.optional(upTo(FEW, OPTIONAL));

const job = record({
  slug,
  title: text,
  employer: text,
  places: texts,
  start: date,
  end,
  business: ofText,
  link: v.optional(url),
  summary: paragraphs,
  highlights: v.optional(paragraphs),
  technologies: v.optional(texts),
  note: ofLabel,
  systems: v.optional(list(slug)),
});

/** A start needs an end; that is checked where parts are put together. */
const span = { start: v.optional(date), end: v.optional(end) };

const education = record({
  slug,
  institution: text,
  degree: ofText,
  field: ofText,
  ...span,
  score: ofText,
  courses: v.optional(texts),
  link: v.optional(url),
});

const volunteering = record({
  slug,
  organization: text,
  title: ofText,
  ...span,
  summary: v.optional(paragraphs),
  highlights: v.optional(paragraphs),
  link: v.optional(url),
});

const certificate = record({ slug, name: text, issuer: ofText, date: v.optional(date), link: v.optional(url) });

const award = record({ slug, title: text, awarder: ofText, date: v.optional(date), summary: ofProse });

const reference = record({ slug, name: text, text: ofProse });

const skill = record({ name: text, level: ofText, keywords: v.optional(texts) });

const spoken = record({ language: text, fluency: ofText });

const interest = record({
  name: text,
  keywords: v.pipe(texts, v.minLength(1, 'is empty. Name something, or move the interest to the likes of the person.')),
});

const customEntry = record({
  slug,
  title: text,
  at: ofText,
  ...span,
  summary: v.optional(paragraphs),
  highlights: v.optional(paragraphs),
  link: v.optional(url),
});

const custom = record({ slug, heading: text, entries: list(customEntry) });

const talk = record({
  slug,
  title: text,
  date: v.optional(date),
  at: ofText,
  job: v.optional(slug),
  link: v.optional(url),
  note: ofProse,
});

const project = record({
  slug,
  name: text,
  summary: ofProse,
  highlights: v.optional(paragraphs),
  kind: v.optional(
    v.pipe(
      upTo(LINE, OPTIONAL),
      v.check(
        (value) => !/^(?:project|talk|presentation|conference|exhibit)$/i.test(value),
        'says nothing, or belongs to the talks or the systems. Leave it out, or move the entry.',
      ),
    ),
  ),
  entity: ofText,
  roles: v.optional(texts),
  ...span,
  technologies: v.optional(texts),
  link: v.optional(url),
});

const writing = record({ slug, title: text, publisher: ofText, summary: ofProse, date: v.optional(date), link: v.optional(url) });

const system = record({ slug, title: text, job: slug, claim: ofText, action: ofText });

const figure = record({
  before: ofLabel,
  value: label,
  unit: ofLabel,
  short: ofLabel,
  qualifier: ofLabel,
  what: label,
  where: ofLabel,
  job: slug,
  exhibit: v.optional(slug),
});

const field = record({
  each: label,
  cells: v.pipe(
    v.number('is missing or not a number. Write it without quotes.'),
    v.integer('is not a whole number.'),
    v.minValue(60, 'is too small for a field. Use at least 60.'),
    v.maxValue(6_000, 'is too large for a field. Use at most 6000.'),
  ),
  total: label,
  exhibit: slug,
});

/** An e-mail address. */
export const email = v.pipe(text, v.email('is not an e-mail address. Write it as name@example.org.'));

/** A telephone number. */
export const phone = v.pipe(text, v.regex(/^\+?[\d ()./-]{5,}$/, 'is not a telephone number. Write digits, as in +65 1234 5678.'));

/** A profile that says where: a name there, an address, or both. */
const profile = v.pipe(
  record({ name: text, username: ofText, url: v.optional(url) }),
  v.check(({ username, url: address }) => (username ?? address) !== undefined, 'leads nowhere. Add its url or the username.'),
);

const contacts = record({
  email: v.optional(email),
  phone: v.optional(phone),
  location: v.optional(record({ address: ofText, postalCode: ofText, city: ofText, region: ofText, country: ofText })),
  profiles: v.optional(list(profile)),
});

/** The path of a picture below `public/`. */
export const picture = v.pipe(
  text,
  v.regex(
    /^[\w-]+(?:[./][\w-]+)*\.(?:jpe?g|png|webp|avif|svg)$/i,
    "is not a picture's file. Put it in public/, and write its name, such as 'me.jpg'.",
  ),
);

const person = record({
  name: ofText,
  role: text,
  tagline: prose,
  since: v.optional(date),
  places: texts,
  about: paragraphs,
  likes: v.optional(texts),
  picture: v.optional(picture),
  contacts: v.optional(contacts),
});

const isLanguage = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
};

/** The tag of a language. */
export const language = v.pipe(text, v.check(isLanguage, "is not a language. Write its tag, such as 'en', 'id' or 'pt-BR'."));

/** A whole résumé. */
export const resumeSchema = record({
  person,
  jobs: list(job),
  education: list(education),
  talks: list(talk),
  projects: list(project),
  writing: list(writing),
  systems: list(system),
  volunteering: v.optional(list(volunteering)),
  certificates: v.optional(list(certificate)),
  awards: v.optional(list(award)),
  skills: v.optional(list(skill)),
  languages: v.optional(list(spoken)),
  interests: v.optional(list(interest)),
  references: v.optional(list(reference)),
  custom: v.optional(list(custom)),
  figures: v.optional(v.pipe(list(figure), v.maxLength(4, 'are too many for the first screen. Keep at most four.'))),
  field: v.optional(field),
  site: v.optional(v.pipe(url, v.endsWith('/', 'does not end in a slash. Add one: https://example.org/.'))),
  language: v.optional(language),
});
