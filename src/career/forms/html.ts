/** The résumé as semantic HTML, for readers without scripts and for print. */
import type { Resume } from '../../../data/types.ts';
import { dateText, endText } from '../dates.ts';
import { type Direction, directionOf, resumeDirection } from '../direction.ts';
import {
  aboutEntry,
  type Entry,
  type Fact,
  type Item,
  leadOf,
  type Note,
  remarkOf,
  type Section,
  sectionEntries,
  sections,
  sectionTitles,
} from '../entries/entry.ts';
import { activeMark } from '../entries/text.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** The text as HTML text, or as an attribute's value between quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes.get(character) ?? character);

/** The language of the product's own words. */
const OWN = 'en';

/** The schemes that a link may have. */
const allowed = /^(https?:\/\/|mailto:|tel:)/i;

/** An element with its children, one a line, without indents. */
const element = (name: string, children: readonly string[]): string =>
  children.length === 0 ? '' : `<${name}>\n${children.join('\n')}\n</${name}>`;

const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`);

/** The direction and the language of the whole. */
interface Script {
  readonly direction: Direction;
  /** The language of the data, if it is not the product's own. */
  readonly language: string | undefined;
}

const scriptOf = (resume: Resume): Script => {
  const { language } = resume;
  return { direction: resumeDirection(resume), language: language === undefined || language === OWN ? undefined : language };
};

/** A text of the data, isolated from the text around it if its direction differs. */
const textHtml = (text: string, { direction }: Script): string => {
  const html = escapeHtml(text);
  return (directionOf(text) ?? direction) === direction ? html : `<bdi>${html}</bdi>`;
};

/** The attribute of an element that holds a word of the product's own. */
const ownWord = ({ language }: Script): string => (language === undefined ? '' : ` lang="${OWN}"`);

const itemHtml = ({ text, run, href }: Item, script: Script): string => {
  const html = textHtml(text, script);
  const target = run?.startsWith('cat ') ? `#${run.slice('cat '.length)}` : href;
  if (target === undefined || !(target.startsWith('#') || allowed.test(target))) return html;
  return `<a href="${escapeHtml(target)}">${html}</a>`;
};

const timeHtml = (date: string, text: string): string => `<time datetime="${escapeHtml(date)}">${escapeHtml(text)}</time>`;

const factHtml = (fact: Fact, index: number, script: Script): string => {
  const lead = fact.lead === undefined ? '' : `${leadOf(fact, index)} `;
  if (!fact.dates) return lead + itemHtml(fact.label === 'Employer' ? { text: fact.text } : fact, script);
  const [start, end] = fact.dates;
  const from = timeHtml(start, dateText(start));
  if (start === end) return lead + from;
  return `${lead}${from} – ${end === 'now' ? end : timeHtml(end, endText(end))}`;
};

const factsHtml = ({ facts, active }: Entry, script: Script): string =>
  paragraph(
    [
      facts.map((fact, index) => factHtml(fact, index, script)).join(' · '),
      ...(active ? [`<strong>${textHtml(activeMark, script)}</strong>`] : []),
    ].join(' '),
  );

const noteHtml = (note: Note, script: Script): string => {
  const remark = remarkOf(note);
  const told = note.items.map((item) => itemHtml(item, script)).join(', ');
  return `<dd>${remark === undefined ? told : `${told}: ${textHtml(remark, script)}`}</dd>`;
};

const notesHtml = (notes: readonly Note[], script: Script): string =>
  element(
    'dl',
    notes.flatMap((note, index) => [
      ...(notes[index - 1]?.label === note.label ? [] : [`<dt${ownWord(script)}>${textHtml(note.label, script)}</dt>`]),
      noteHtml(note, script),
    ]),
  );

const bodyHtml = (entry: Entry, script: Script): readonly string[] => [
  factsHtml(entry, script),
  ...entry.paragraphs.map((text) => paragraph(textHtml(text, script))),
  element(
    'ul',
    entry.highlights.map((text) => `<li>${textHtml(text, script)}</li>`),
  ),
  notesHtml(entry.notes, script),
];

const articleHtml = (entry: Entry, level: 1 | 3, script: Script): string => {
  const title = `<h${level}>${textHtml(entry.title, script)}</h${level}>`;
  return `<article id="${escapeHtml(entry.slug)}">\n${present([title, ...bodyHtml(entry, script)]).join('\n')}\n</article>`;
};

const sectionHtml = (resume: Resume, section: Section, script: Script): string => {
  const entries = sectionEntries(resume, section, 0);
  const title = `<h2${ownWord(script)}>${sectionTitles[section]}</h2>`;
  return entries.length === 0 ? '' : element('section', [title, ...entries.map((entry) => articleHtml(entry, 3, script))]);
};

/** Marks content whose language or direction differs from the page's. */
const marked = (html: string, { direction, language }: Script): string => {
  const attributes = [
    ...(language === undefined ? [] : [` lang="${escapeHtml(language)}"`]),
    ...(direction === 'ltr' ? [] : [` dir="${direction}"`]),
  ].join('');
  return attributes === '' ? html : `<div${attributes}>\n${html}\n</div>`;
};

/** One entry as an `article` with its slug as id and the page's main heading. */
export const entryHtml = (entry: Entry, resume: Resume): string => {
  const script = scriptOf(resume);
  return marked(articleHtml(entry, 1, script), script);
};

/** The whole résumé, for the inside of a `main` element. It leaves out what the data leaves out, headings included. */
export const resumeHtml = (resume: Resume): string => {
  const script = scriptOf(resume);
  const about = aboutEntry(resume, 0);
  const header = element('header', present([`<h1>${textHtml(about.title, script)}</h1>`, ...bodyHtml(about, script)]));
  const lists = sections.map((section) => sectionHtml(resume, section, script));
  return marked(present([header, ...lists]).join('\n'), script);
};
