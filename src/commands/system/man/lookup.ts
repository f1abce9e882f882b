/** Finds manual pages: by name, and by words of their summaries. */
import { type ManualPage, manualPage, sectionOf } from '../../../os/man.ts';
import type { CommandRegistry } from '../../../os/registry.ts';
import { topicNames, topicPage } from './pages.ts';

/** The page of a command or a topic; undefined for an unknown name. */
export const findPage = async (commands: CommandRegistry, name: string): Promise<ManualPage | undefined> => {
  const command = await commands.find(name);
  return command ? manualPage(command) : topicPage(name);
};

/** A page's name, section and summary. */
export type Heading = Pick<ManualPage, 'name' | 'section' | 'summary'>;

/** The headings of all pages, sorted by name. */
export const headings = async (commands: CommandRegistry): Promise<readonly Heading[]> => {
  const topics = await Promise.all(topicNames().map(topicPage));
  const listed = (await commands.listings()).map(({ name, summary, topic }) => ({
    name,
    section: sectionOf(topic),
    summary: summary,
  }));
  const pages: Heading[] = [...listed, ...topics.filter((page) => page !== undefined)];
  return pages.sort((a, b) => (a.name < b.name ? -1 : 1));
};
