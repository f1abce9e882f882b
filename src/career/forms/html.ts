/** The résumé as semantic HTML, for readers without scripts and for print. */
import type { Figure, Resume } from '../../../data/types.ts';
import { dateText, endText } from '../dates.ts';
import { type Direction, directionOf, resumeDirection } from '../direction.ts';
import { FIGURE } from '../entries/display.ts';
import { aboutEntry, type Entry, type Fact, type Item, type Note, remarkOf } from '../entries/entry.ts';
import { pathOf, type Section, sectionsOf } from '../entries/sections.ts';

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

/** Prose of the data, its figures strong. */
const proseHtml = (text: string, script: Script): string =>
  (directionOf(text) ?? script.direction) === script.direction
    ? text
        .split(FIGURE)
        .map((part, index) => (index % 2 === 1 ? `<b>${escapeHtml(part)}</b>` : escapeHtml(part)))
        .join('')
    : textHtml(text, script);

const datesHtml = ([start, end]: NonNullable<Fact['dates']>): string => {
  const from = timeHtml(start, dateText(start));
  if (start === end) return from;
  return `${from} – ${end === 'now' ? '<strong>now</strong>' : timeHtml(end, endText(end))}`;
};

/** An employer leads to the job's own page. */
const whoseHtml = (fact: Fact, entry: Entry, script: Script): string =>
  fact.label === 'Employer'
    ? `<a href="./jobs/${escapeHtml(entry.slug)}/?plain">${textHtml(fact.text, script)}</a>`
    : itemHtml(fact, script);

const titleHtml = (entry: Entry, script: Script): string => {
  const whose = entry.facts.filter(({ whose }) => whose).map((fact) => `<span>, ${whoseHtml(fact, entry, script)}</span>`);
  return `<h3>${textHtml(entry.title, script)}${whose.join('')}</h3>`;
};

/** The word before a fact that would not be clear without it. */
const leadHtml = ({ lead, label }: Fact, script: Script): string =>
  lead === undefined || label === 'While' ? '' : `<span${ownWord(script)}>${escapeHtml(label)}</span> `;

/** Dates, then places, links and what else there is to say. */
const whenHtml = ({ facts }: Entry, script: Script): string => {
  const rest = facts.filter(({ whose }) => !whose);
  const dates = rest.flatMap((fact) => (fact.dates ? [`<span class="dates">${datesHtml(fact.dates)}</span>`] : []));
  const others = rest.flatMap((fact) => (fact.dates ? [] : [`<span>${leadHtml(fact, script)}${itemHtml(fact, script)}</span>`]));
  return dates.length + others.length === 0 ? '' : `<p class="when">${[...dates, ...others].join(' ')}</p>`;
};

/** An exhibit as what it lets a reader do. */
const playHtml = (note: Note, resume: Resume, script: Script): string => {
  const slug = note.items[0]?.text ?? '';
  const action = resume.systems.find((system) => system.slug === slug)?.action ?? slug;
  const told = `${slug}: ${remarkOf(note) ?? ''}`;
  return `<li><a href="./#${escapeHtml(slug)}"><span>Play: </span>${textHtml(action, script)}</a> <small>${textHtml(told, script)}</small></li>`;
};

const labelledHtml = (notes: readonly Note[], script: Script): string =>
  element(
    'dl',
    notes.flatMap((note, index) => [
      ...(notes[index - 1]?.label === note.label ? [] : [`<dt${ownWord(script)}>${textHtml(note.label, script)}</dt>`]),
      `<dd>${note.items.map((item) => itemHtml(item, script)).join(', ')}</dd>`,
    ]),
  );

/** An entry's prose, list and notes. */
const bodyHtml = (entry: Entry, script: Script): string => {
  const text = present([
    ...entry.paragraphs.map((it) => paragraph(proseHtml(it, script))),
    element(
      'ul',
      entry.highlights.map((it) => `<li>${proseHtml(it, script)}</li>`),
    ),
    labelledHtml(
      entry.notes.filter(({ label }) => label !== 'Exhibit'),
      script,
    ),
  ]);
  return text.length === 0 ? '' : `<div class="text">\n${text.join('\n')}\n</div>`;
};

const playsHtml = (entry: Entry, resume: Resume, script: Script): string => {
  const plays = entry.notes.filter(({ label }) => label === 'Exhibit').map((note) => playHtml(note, resume, script));
  return plays.length === 0 ? '' : `<ul class="play" aria-label="Exhibits">\n${plays.join('\n')}\n</ul>`;
};

const articleHtml = (entry: Entry, resume: Resume, script: Script): string =>
  present([
    `<article id="${escapeHtml(entry.slug)}">`,
    entry.title === '' ? '' : titleHtml(entry, script),
    whenHtml(entry, script),
    bodyHtml(entry, script),
    playsHtml(entry, resume, script),
    '</article>',
  ]).join('\n');

const sectionHtml = (resume: Resume, { name, title, custom, single, entries }: Section, script: Script): string => {
  const heading = custom ? `<h2>${textHtml(title, script)}</h2>` : `<h2${ownWord(script)}>${title}</h2>`;
  // The heading has said the title of a section that is one file.
  const rows = entries.map((entry) => articleHtml(single ? { ...entry, title: '' } : entry, resume, script));
  return `<section class="${escapeHtml(name)}">\n${heading}\n<div>\n${rows.join('\n')}\n</div>\n</section>`;
};

const aboutHtml = ({ person }: Resume, script: Script): string =>
  person.about.length === 0
    ? ''
    : `<section class="about">\n<h2${ownWord(script)}>About</h2>\n<div>\n${person.about.map((it) => paragraph(textHtml(it, script))).join('\n')}\n</div>\n</section>`;

/** A figure as a phrase, in the order in which it is read. */
const figureHtml = (figure: Figure, script: Script): string => {
  const { before, value, unit, qualifier, what, where, job } = figure;
  const head = [qualifier, before].filter((it) => it !== undefined).join(' ');
  return [
    `<li><a href="#${escapeHtml(job)}">`,
    head === '' ? '' : `<span>${textHtml(head, script)}</span> `,
    `<b>${textHtml([value, ...(unit === undefined ? [] : [unit])].join(unit === undefined || /^\W/.test(unit) ? '\u00a0' : ' '), script)}</b> `,
    `<span>${textHtml(what, script)}</span>`,
    where === undefined ? '' : ` <small>${textHtml(where, script)}</small>`,
    '</a></li>',
  ].join('');
};

/** Some figures as a list. */
const figuresHtml = (figures: readonly Figure[], script: Script): string =>
  figures.length === 0
    ? ''
    : `<ul class="figures" aria-label="In figures">\n${figures.map((figure) => figureHtml(figure, script)).join('\n')}\n</ul>`;

/** Texts as a phrase lists them. */
const inWords = new Intl.ListFormat('en-GB');

const headerHtml = (resume: Resume, script: Script): string => {
  const { person, figures = [] } = resume;
  const about = aboutEntry(resume, 0);
  const facts = about.facts.map((fact, index) => {
    if (fact.label === 'Since') return `Since ${textHtml(fact.text, script)}`;
    const before = index === 0 ? '' : fact.label === 'Places' && !script.language ? ', in ' : ' · ';
    return (
      before + (before === ', in ' ? inWords.format((person.places ?? []).map((place) => textHtml(place, script))) : itemHtml(fact, script))
    );
  });
  const contacts = about.notes
    .filter(({ label }, index) => about.notes[index - 1]?.label !== label)
    .map(({ label }) => {
      const items = about.notes.filter((note) => note.label === label).flatMap((note) => note.items);
      return `<li><span${ownWord(script)}>${textHtml(label, script)}</span> ${items.map((item) => itemHtml(item, script)).join(', ')}</li>`;
    });
  return element(
    'header',
    present([
      person.picture === undefined ? '' : `<img src="./${escapeHtml(person.picture)}" alt="${escapeHtml(about.title)}" />`,
      `<h1>${textHtml(about.title, script)}</h1>`,
      facts.length === 0 ? '' : `<p class="when">${facts.join('')}</p>`,
      person.tagline === '' ? '' : `<p class="lead">${textHtml(person.tagline, script)}</p>`,
      contacts.length === 0 ? '' : `<ul class="contacts">\n${contacts.join('\n')}\n</ul>`,
      figuresHtml(figures, script),
    ]),
  );
};

/** Marks content whose language or direction differs from the page's. */
const marked = (html: string, { direction, language }: Script): string => {
  const attributes = [
    ...(language === undefined ? [] : [` lang="${escapeHtml(language)}"`]),
    ...(direction === 'ltr' ? [] : [` dir="${direction}"`]),
  ].join('');
  return attributes === '' ? html : `<div${attributes}>\n${html}\n</div>`;
};

/** A section of an entry's page, by the product's own heading. */
const partHtml = (title: string, body: string, script: Script): string =>
  body === '' ? '' : `<section>\n<h2${ownWord(script)}>${title}</h2>\n<div>\n${body}\n</div>\n</section>`;

/** The entry before and the entry after, by time, as links. */
const neighboursHtml = (section: Section, entry: Entry, up: string, script: Script): string => {
  const place = section.entries.findIndex(({ slug }) => slug === entry.slug);
  const links = (['Before', 'After'] as const).flatMap((label) => {
    const other = section.entries[label === 'Before' ? place + 1 : place - 1];
    if (!other) return [];
    const name = other.facts.find(({ whose }) => whose)?.text ?? other.title;
    const dates = other.facts.find(({ dates }) => dates)?.dates;
    return [
      `<li><span${ownWord(script)}>${label}</span> <a href="${up}${pathOf(section, other)}/?plain">${textHtml(name, script)}</a> ` +
        `<small>${present([name === other.title ? '' : textHtml(other.title, script), dates ? datesHtml(dates) : '']).join(', ')}</small></li>`,
    ];
  });
  return links.length === 0 ? '' : `<ul class="around">\n${links.join('\n')}\n</ul>`;
};

/**
 * The page of one entry: where it stands, as links by `up`, the way to the site's root; an `article` with its slug as id and
 * the page's main heading, a job's by its employer and with its figures; then the jobs around it.
 */
export const entryHtml = (resume: Resume, section: Section, entry: Entry, up: string): string => {
  const script = scriptOf(resume);
  const { person, figures = [] } = resume;
  const isJob = section.name === 'jobs';
  const whose = entry.facts.filter((fact) => fact.whose);
  const who = whose.map((fact) => itemHtml(fact.label === 'Employer' ? { text: fact.text } : fact, script)).join(', ');
  const home = `<a href="${up}?plain">${textHtml(person.name ?? person.role, script)}</a>`;
  const first = section.entries[0]?.slug ?? '';
  const crumb = `<a href="${up}?plain#${escapeHtml(first)}"${section.custom ? '' : ownWord(script)}>${textHtml(section.title, script)}</a>`;
  const title = isJob && who !== '' ? who : `${textHtml(entry.title, script)}${who === '' ? '' : `<span>, ${who}</span>`}`;
  const role = isJob && who !== '' ? `<p class="role">${textHtml(entry.title, script)}</p>` : '';
  const plays = playsHtml(entry, resume, script);
  const lead = `<p${ownWord(script)}>Small working models of the systems, in the terminal.</p>\n`;
  const parts = [
    `<nav class="crumb" aria-label="Breadcrumb">${home} / ${crumb}</nav>`,
    `<article id="${escapeHtml(entry.slug)}">`,
    element(
      'header',
      present([
        `<h1>${title}</h1>`,
        role,
        whenHtml(entry, script),
        figuresHtml(isJob ? figures.filter(({ job }) => job === entry.slug) : [], script),
      ]),
    ),
    isJob ? partHtml('What I did', bodyHtml(entry, script), script) : bodyHtml(entry, script),
    partHtml('Try it', plays === '' ? '' : lead + plays, script),
    '</article>',
    isJob ? neighboursHtml(section, entry, up, script) : '',
  ];
  return marked(present(parts).join('\n'), script);
};

/** The whole résumé, for the inside of a `main` element. It leaves out what the data leaves out, headings included. */
export const resumeHtml = (resume: Resume): string => {
  const script = scriptOf(resume);
  const lists = sectionsOf(resume, 0).map((section) => sectionHtml(resume, section, script));
  return marked(present([headerHtml(resume, script), ...lists, aboutHtml(resume, script)]).join('\n'), script);
};
