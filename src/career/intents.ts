/** Turns English words of a visitor who does not know the shell into the line that they mean. */

import type { Resume } from '../../data/types.ts';
import { quoteWord } from '../os/quote.ts';
import { hasContacts } from './entries/entry.ts';
import { bareNames, slugOf } from './names.ts';
import { technologies } from './technologies.ts';

/** Most words of a question to a résumé. */
const MOST_WORDS = 12;

const word = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.+#-]*[?!.,]*$/u;

/** Words without a meaning of their own here. */
const filler = new Set(
  'a about all am an and any are at can could did do does for from get give go had has have her him his i in is it list look made me my of on open or please read see show some tell that the their them there they this to use used view want was were what where which with would you your'.split(
    ' ',
  ),
);

/** The line that a topic means; undefined if the résumé has nothing on it. */
type Topic = (resume: Resume) => string | undefined;

const listed =
  (section: 'jobs' | 'talks' | 'projects' | 'writing' | 'skills' | 'languages' | 'certificates' | 'references', verb = 'ls'): Topic =>
  (resume) =>
    resume[section]?.length ? `${verb} ${section}` : undefined;

/** Words that ask how to reach the person, and what they earn. */
const CONTACT = 'contact contacts email mail e-mail phone reach call message address profile linkedin github twitter social';
const SALARY = 'salary pay wage wages money rate compensation';

const topics: readonly (readonly [words: string, topic: Topic])[] = [
  ['resume cv vitae curriculum', () => 'resume'],
  [CONTACT, (resume) => (hasContacts(resume) ? 'contact' : 'hire')],
  ['pdf print paper download', () => 'download pdf'],
  [SALARY, () => 'hire'],
  ['hire hiring recruit recruiter offer interview', () => 'hire'],
  ['job jobs work works worked working experience employer employers employment career role roles company companies', listed('jobs')],
  [
    'education school university college degree study studied studies',
    ({ education }) => (education.length > 0 ? 'cat education/*' : undefined),
  ],
  ['skill skills', listed('skills', 'cat')],
  ['language languages', listed('languages', 'cat')],
  ['skill skills stack technology technologies tools languages tech', (resume) => (technologies(resume).length > 0 ? 'tech' : undefined)],
  ['talk talks speaking conference conferences', listed('talks')],
  ['project projects portfolio', listed('projects')],
  ['writing writes article articles blog posts', listed('writing')],
  [
    'project projects portfolio exhibit exhibits demo demos game games play system systems',
    ({ systems }) => (systems.length > 0 ? 'ls exhibits' : undefined),
  ],
  ['certificate certificates certification certifications', listed('certificates')],
  ['reference references referee referees', listed('references')],
  ['timeline years when history', () => 'timeline'],
  ['availability available notice freelance remote relocate', () => 'hire'],
  ['location where city country place places based', () => 'cat about'],
  ['quit q bye goodbye leave close', () => 'exit'],
  ['cls', () => 'clear'],
  ['dir', () => 'ls'],
  ['who name person yourself bio biography introduction hello hi hey', () => 'whoami'],
  ['commands menu options start how', () => 'help'],
];

/** Every word that a topic knows. */
export const topicWords: ReadonlySet<string> = new Set(topics.flatMap(([words]) => words.split(' ')));

/** What the words ask for, where the résumé does not say it. */
export const missing = (words: readonly string[], resume: Resume): 'contact' | 'salary' | undefined => {
  const asks = (known: string): boolean => words.some((text) => known.split(' ').includes(text.toLowerCase().replace(/[?!.,]+$/, '')));
  if (asks(SALARY)) return 'salary';
  return asks(CONTACT) && !hasContacts(resume) ? 'contact' : undefined;
};

/** The longest run of words that names an entry, an employer or an institution. */
const namedEntry = (words: readonly string[], resume: Resume): string | undefined => {
  const names = bareNames(resume);
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const name = words.slice(start, start + length).join('-');
      if (names.has(name) && !topicWords.has(name) && !filler.has(name)) return `cat ${name}`;
    }
  }
  return undefined;
};

const namedTechnology = (words: readonly string[], resume: Resume): string | undefined => {
  const found = technologies(resume).find(({ name }) => words.includes(name.toLowerCase()));
  return found && `tech ${quoteWord(found.name)}`;
};

/** The line of the first topic in the table that the words name; the most specific topics come first. */
const namedTopic = (told: readonly string[], resume: Resume): string | undefined => {
  for (const [words, topic] of topics) {
    const line = words.split(' ').some((name) => told.includes(name)) ? topic(resume) : undefined;
    if (line !== undefined) return line;
  }
  return undefined;
};

/**
 * The line that `words` mean: `show me shopee` → `cat shopee`, `skills` → `tech`. Undefined if they mean nothing here, are
 * not plain words, or are already that line.
 */
export const intent = (words: readonly string[], resume: Resume): string | undefined => {
  if (words.join('') === '?') return 'help';
  if (words.length === 0 || words.length > MOST_WORDS || !words.every((text) => word.test(text))) return undefined;
  const bare = words.map((text) => text.toLowerCase().replace(/[?!.,]+$/, ''));
  const slugs = bare.map(slugOf);
  const told = slugs.filter((slug) => !filler.has(slug));
  const about = slugs.includes('about') && told.length === 0 ? 'cat about' : undefined;
  const you = slugs.includes('you') || slugs.includes('yourself') ? 'whoami' : undefined;
  const line = namedEntry(slugs, resume) ?? namedTechnology(bare, resume) ?? namedTopic(told, resume) ?? you ?? about;
  return line === words.join(' ') ? undefined : line;
};

/** Whether a line that begins with a command's name is English all the same: `jobs at tiktok`, `who are you`. */
export const isEnglish = (words: readonly string[]): boolean => {
  const [first = '', second = ''] = words.map((text) => text.toLowerCase());
  return (
    (first === 'jobs' && /^(at|in|with|of|from|for)$/.test(second)) ||
    (first === 'who' && /^(are|is|r)$/.test(second)) ||
    (first === 'find' && second === 'me') ||
    (first === 'open' && /^(the|your)$/.test(second))
  );
};
