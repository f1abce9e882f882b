/** The pages of the site: the whole résumé, and one for each entry. */
import type { Resume } from '../../../data/types.ts';
import { aboutEntry, type Entry } from '../../career/entries/entry.ts';
import { pathOf, type Section, sectionsOf } from '../../career/entries/sections.ts';
import { entryHtml, resumeHtml } from '../../career/forms/html.ts';
import { graphemes } from '../../term/width.ts';

/** One page, by its place below the site's address. */
export interface SitePage {
  /** Empty, or a path that ends in a slash. */
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines and cards. */
  readonly description: string;
  /** The line that the terminal runs when the page opens; empty for just the first screen. */
  readonly line: string;
  /** The page without the terminal. */
  readonly main: string;
  /** The entry that it is about; none for the whole résumé. */
  readonly entry?: Entry;
}

/** Most characters of a title and of a description that search engines show. */
const TITLE = 110;
const DESCRIPTION = 160;

/** The start of a text, in at most `most` characters; whole words, unless too little would be left. */
const start = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    if (kept.length + grapheme.length > most - 1) break;
    kept += grapheme;
  }
  const words = kept.replace(/\s+\S*$/, '');
  return `${(words.length > most / 2 ? words : kept).replace(/[\s·,;:.–-]+$/, '')}…`;
};

/** Two texts as two sentences. */
const sentences = (first: string, second: string): string => {
  if (second === '') return first;
  return /[.!?…。！？؟]$/.test(first) ? `${first} ${second}` : `${first}. ${second}`;
};

const who = ({ person }: Resume): string => person.name ?? person.role;

const factText = (entry: Entry): string => entry.facts.map(({ text }) => text).join(' · ');

const entryPage = (resume: Resume, section: Section, entry: Entry): SitePage => {
  const file = pathOf(section, entry);
  const path = `${file}/`;
  const up = '../'.repeat(path.split('/').length - 1);
  return {
    path,
    title: start([entry.title, factText(entry)].filter(Boolean).join(' · '), TITLE),
    description: start(sentences(entry.title, entry.paragraphs[0] ?? (factText(entry) || entry.highlights.join(', '))), DESCRIPTION),
    line: `cat ${file}`,
    main: entryHtml(resume, section, entry, up),
    entry,
  };
};

/** Every page, the whole résumé first. */
export const sitePages = (resume: Resume): readonly SitePage[] => {
  const { person } = resume;
  const about = aboutEntry(resume, 0);
  return [
    {
      path: '',
      title: `${start(who(resume), TITLE)}: a résumé that is a shell`,
      description: start(person.tagline === '' ? about.title : person.tagline, DESCRIPTION),
      line: '',
      main: resumeHtml(resume),
    },
    ...sectionsOf(resume, 0).flatMap((section) => section.entries.map((entry) => entryPage(resume, section, entry))),
  ];
};
