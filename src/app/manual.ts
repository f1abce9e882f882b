/** The manual's pages that belong to no command: one file each, found by its name. */
import type { ManualPage } from '../os/man.ts';
import type { Manual } from '../os/registry.ts';

const files = import.meta.glob<ManualPage>('../career/manual/pages/*.ts', { import: 'default' });

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);

const pages = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

/** All of them. */
export const manual: Manual = {
  name: 'cvsh manual',
  names: () => [...pages.keys()].sort(),
  find: async (name) => pages.get(name)?.(),
};
