/** The manual's pages that are not a command's: one file each, found by its name. */
import { type ManualPage, translatedPage } from '../../../os/man.ts';

const files = import.meta.glob<ManualPage>('../../../career/manual/pages/*.ts', { import: 'default' });

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);

/** Their names, sorted. */
export const topicNames = (): readonly string[] => Object.keys(files).map(nameOf).sort();

/** The page of a topic in the reader's language; undefined for an unknown name. */
export const topicPage = async (name: string): Promise<ManualPage | undefined> => {
  const path = Object.keys(files).find((known) => nameOf(known) === name);
  const page = path === undefined ? undefined : await files[path]?.();
  return page && translatedPage(page);
};
