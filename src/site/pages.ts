/** The pages of the site: the whole résumé, and one for each entry. */
import type { Resume } from '../../data/types.ts';
import { aboutEntry, type Entry, type Section, sectionEntries, sections } from '../resume/entry.ts';
import { entryHtml, resumeHtml } from '../resume/html.ts';

/** One page, by its place below the site's address. */
export interface SitePage {
  /** Empty, or a path that ends in a slash. */
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines and cards. */
  readonly description: string;
  /** The line that the terminal runs when the page opens; empty for the first screen alone. */
  readonly line: string;
  /** The page as read without a terminal. */
  readonly main: string;
}

/** Characters of a description that search engines show. */
const DESCRIPTION = 160;

const sentence = (text: string): string =>
  text.length <= DESCRIPTION ? text : `${text.slice(0, DESCRIPTION - 1).replace(/\s+\S*$/, '')}…`;

const who = ({ person }: Resume): string => person.name ?? person.role;

const factText = (entry: Entry): string => entry.facts.map(({ text }) => text).join(' · ');

const entryPage = (resume: Resume, section: Section, entry: Entry): SitePage => {
  const path = `${section}/${entry.slug}/`;
  const up = '../'.repeat(path.split('/').length - 1);
  return {
    path,
    title: [entry.title, factText(entry)].filter(Boolean).join(' · '),
    description: sentence([entry.title, entry.paragraphs[0] ?? factText(entry)].join('. ')),
    line: `cat ${section}/${entry.slug}`,
    main: `${entryHtml(entry, 1)}\n<p><a href="${up}?plain">The whole résumé of ${who(resume)
      .toLowerCase()
      .replace(/^/, resume.person.name ? '' : 'this ')}</a></p>`,
  };
};

/** Every page, the whole résumé first. */
export const sitePages = (resume: Resume): readonly SitePage[] => {
  const { person } = resume;
  const about = aboutEntry(resume, 0);
  return [
    {
      path: '',
      title: `${who(resume)}: a résumé that is a shell`,
      description: sentence(person.tagline === '' ? about.title : person.tagline),
      line: '',
      main: resumeHtml(resume),
    },
    ...sections.flatMap((section) => sectionEntries(resume, section, 0).map((entry) => entryPage(resume, section, entry))),
  ];
};
