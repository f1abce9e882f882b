/** Finds manual pages by name, and lists them by name or by words of their summaries, a line each (man-db: whatis and apropos). */
import { writeLines } from '../../../os/lines.ts';
import { type ManualPage, manualPage } from '../../../os/man.ts';
import type { Process } from '../../../os/process.ts';
import type { CommandRegistry } from '../../../os/registry.ts';
import { SUCCESS } from '../../../os/status.ts';
import { table } from '../../../term/layout.ts';
import type { Line } from '../../../term/style.ts';

/** man-db's status for a page or a word that was not found. */
export const NO_PAGE = 16;

const row = ({ name, section, summary }: Heading): readonly Line[] => [
  [{ text: name, style: { role: 'command', run: `man ${name}` } }, { text: ` (${section})` }],
  [{ text: `- ${summary}` }],
];

/** Lists the pages that `matches` a word, for all words; of a word without a page it is said on stderr. */
const list = async (process: Process, words: readonly string[], matches: (heading: Heading, word: string) => boolean): Promise<number> => {
  const all = await headings(process.commands);
  const found = all.filter((heading) => words.some((word) => matches(heading, word)));
  await writeLines(process.stdout, table(found.map(row), process.stdout.columns));
  const missing = words.filter((word) => !all.some((heading) => matches(heading, word)));
  for (const word of missing) await process.stderr.write(`${word}: nothing appropriate.\n`, { role: 'bad' });
  return missing.length === words.length ? NO_PAGE : SUCCESS;
};

/** The pages of just these names. */
export const whatis = (process: Process, names: readonly string[]): Promise<number> =>
  list(process, names, ({ name }, word) => name === word);

/** The pages in whose name or summary a word occurs, in any letter case. */
export const apropos = (process: Process, words: readonly string[]): Promise<number> =>
  list(process, words, ({ name, summary }, word) => `${name} ${summary}`.toLowerCase().includes(word.toLowerCase()));

/** The page of a command, or of none; undefined for an unknown name. */
export const findPage = async (commands: CommandRegistry, name: string): Promise<ManualPage | undefined> => {
  const command = await commands.find(name);
  return command ? manualPage(command) : (await commands.manual?.())?.find(name);
};

/** A page's name, section and summary. */
export type Heading = Pick<ManualPage, 'name' | 'section' | 'summary'>;

/** The headings of all pages, sorted by name. */
const headings = async (commands: CommandRegistry): Promise<readonly Heading[]> => {
  const manual = await commands.manual?.();
  const others = await Promise.all(manual?.names().map((name) => manual.find(name)) ?? []);
  const pages: Heading[] = [...(await commands.listings()), ...others.filter((page) => page !== undefined)];
  return pages.sort((a, b) => (a.name < b.name ? -1 : 1));
};
