/** Finds manual pages: by name, and by words of their summaries. */
import { type ManualPage, manualPage } from '../../../os/man.ts';
import type { CommandRegistry } from '../../../os/registry.ts';

/** The page of a command, or of none; undefined for an unknown name. */
export const findPage = async (commands: CommandRegistry, name: string): Promise<ManualPage | undefined> => {
  const command = await commands.find(name);
  return command ? manualPage(command) : commands.manual?.find(name);
};

/** A page's name, section and summary. */
export type Heading = Pick<ManualPage, 'name' | 'section' | 'summary'>;

/** The headings of all pages, sorted by name. */
export const headings = async (commands: CommandRegistry): Promise<readonly Heading[]> => {
  const { manual } = commands;
  const others = await Promise.all(manual?.names().map((name) => manual.find(name)) ?? []);
  const pages: Heading[] = [...(await commands.listings()), ...others.filter((page) => page !== undefined)];
  return pages.sort((a, b) => (a.name < b.name ? -1 : 1));
};
