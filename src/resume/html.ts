/** The résumé as semantic HTML, for readers without scripts and for print. */
import type { Resume } from '../../data/types.ts';
import { dateText, endText } from './dates.ts';
import {
  aboutEntry,
  type Entry,
  type Fact,
  type Item,
  leadOf,
  type Note,
  type Section,
  sectionEntries,
  sections,
  sectionTitles,
} from './entry.ts';
import { activeMark } from './entry-text.ts';
import { escapeHtml } from './escape-html.ts';

/** The schemes that a link may have. */
const allowed = /^(https?:\/\/|mailto:|tel:)/i;

/** What lies inside an element is indented no further: the text is what counts. */
const element = (name: string, children: readonly string[]): string =>
  children.length === 0 ? '' : `<${name}>\n${children.join('\n')}\n</${name}>`;

const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`);

const itemHtml = ({ text, run, href }: Item): string => {
  const target = run?.startsWith('cat ') ? `#${run.slice('cat '.length)}` : href;
  if (target === undefined || !(target.startsWith('#') || allowed.test(target))) return escapeHtml(text);
  return `<a href="${escapeHtml(target)}">${escapeHtml(text)}</a>`;
};

const timeHtml = (date: string, text: string): string => `<time datetime="${escapeHtml(date)}">${escapeHtml(text)}</time>`;

const factHtml = (fact: Fact, index: number): string => {
  const lead = fact.lead === undefined ? '' : `${leadOf(fact, index)} `;
  if (!fact.dates) return lead + itemHtml(fact.label === 'Employer' ? { text: fact.text } : fact);
  const [start, end] = fact.dates;
  const from = timeHtml(start, dateText(start));
  if (start === end) return lead + from;
  return `${lead}${from} – ${end === 'now' ? end : timeHtml(end, endText(end))}`;
};

const factsHtml = ({ facts, active }: Entry): string =>
  paragraph([facts.map(factHtml).join(' · '), ...(active ? [`<strong>${activeMark}</strong>`] : [])].join(' '));

const noteHtml = ({ label, items, remark }: Note, index: number, notes: readonly Note[]): string => {
  const term = notes[index - 1]?.label === label ? '' : `<dt>${escapeHtml(label)}</dt>\n`;
  const told = items.map(itemHtml).join(', ');
  return `${term}<dd>${remark === undefined ? told : `${told}: ${escapeHtml(remark)}`}</dd>`;
};

const bodyHtml = (entry: Entry): readonly string[] => [
  factsHtml(entry),
  ...entry.paragraphs.map((text) => paragraph(escapeHtml(text))),
  element(
    'ul',
    entry.highlights.map((text) => `<li>${escapeHtml(text)}</li>`),
  ),
  element('dl', entry.notes.map(noteHtml)),
];

/** An entry as an `article` with its slug as id; `level` is its heading's. */
export const entryHtml = (entry: Entry, level: 1 | 2 | 3): string => {
  const title = `<h${level}>${escapeHtml(entry.title)}</h${level}>`;
  return `<article id="${escapeHtml(entry.slug)}">\n${present([title, ...bodyHtml(entry)]).join('\n')}\n</article>`;
};

const sectionHtml = (resume: Resume, section: Section): string => {
  const entries = sectionEntries(resume, section, 0);
  return entries.length === 0
    ? ''
    : element('section', [`<h2>${sectionTitles[section]}</h2>`, ...entries.map((entry) => entryHtml(entry, 3))]);
};

/** The whole résumé, for the inside of a `main` element. Whatever is absent from the data is absent here, headings included. */
export const resumeHtml = (resume: Resume): string => {
  const about = aboutEntry(resume, 0);
  const header = element('header', present([`<h1>${escapeHtml(about.title)}</h1>`, ...bodyHtml(about)]));
  const lists = sections.map((section) => sectionHtml(resume, section));
  return present([header, ...lists]).join('\n');
};
