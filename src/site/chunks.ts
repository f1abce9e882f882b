/** Which modules travel together: the page's own, the shell with the commands that a first visitor types, an exhibit with its folder. */
import type { Rolldown } from 'vite';

/** Asked for first, so they come with the shell: what a first visitor runs, what runs it, and the keys beyond the first. */
const first = ['browser/host/spawn', 'readline/press', 'app/terminal/foreground', 'term/grounds', 'browser/arrival/early-terminal'].map(
  (name) => `/src/${name}.ts`,
);

/** How the file of a language begins: it is loaded by those who speak it, and by nobody else. */
export const LOCALE = 'locale-';

type InfoOf = (id: string) => Rolldown.ModuleInfo | null;

/** All that `roots` import, and their imports import, without what loads later. */
const reach = (roots: readonly string[], infoOf: InfoOf): ReadonlySet<string> => {
  const found = new Set<string>();
  const rest = [...roots];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const next of infoOf(id)?.importedIds ?? []) rest.push(next);
  }
  return found;
};

/** The group of a module for Rolldown's code splitting. */
type ChunkName = (id: string, context: { getModuleInfo: InfoOf }) => string | null;

/** What an exhibit asks for later shares with what it begins with: that is there already. */
const exhibitOf = (id: string, root: string, infoOf: InfoOf): string | undefined => {
  const [, name] = /\/src\/exhibits\/(\w+)(?:\.ts$|\/)/.exec(id) ?? [];
  return name !== undefined && reach([`${root}/src/exhibits/${name}.ts`], infoOf).has(id) ? name : undefined;
};

/** What asks for a language's file, a few bytes for each thread. */
const catalogueOf = (id: string, root: string): string | undefined => {
  const [, name] = id.split(`${root}/src/locales/`);
  return name === undefined || name.endsWith('.ts') ? undefined : `catalogue-${name.replace('.json', '')}`;
};

/** Commands of a few lines that share all else travel together: a file of its own would cost more than it holds. */
const families: readonly (readonly [name: string, modules: RegExp])[] = [
  ['sums', /\/(?:md5sum|sha\d+sum|sums|digests)\.ts$/],
  ['names', /\/(?:by-other-name|ll|bat|rg)\.ts$/],
  ['unavailable', /\/career\/commands\/(?:(?:curl|code|emacs|nano|vi|vim)\.ts|unavailable\/(?:editor|program|programs)\.ts)$/],
  ['grep', /\/commands\/text\/(?:[ef]?grep\.ts|grep\/)/],
];

const familyOf = (id: string, root: string): string | undefined =>
  id.startsWith(`${root}/src/`) ? families.find(([, modules]) => modules.test(id))?.[0] : undefined;

/** The files of the page's thread: its own modules stay in the entry. */
export const createPageChunks = (root: string): ChunkName => {
  let shell: ReadonlySet<string> | undefined;
  return (id, context) => {
    const infoOf: InfoOf = (module) => context.getModuleInfo(module);
    if (!shell) {
      const page = reach([`${root}/src/browser/main.ts`], infoOf);
      shell = new Set(
        [
          ...reach(
            first.map((path) => root + path),
            infoOf,
          ),
        ].filter((module) => !page.has(module)),
      );
    }
    return catalogueOf(id, root) ?? (shell.has(id) ? 'engine' : null);
  };
};

/** The files of the shell's thread: one for all that it begins with, one for each exhibit. */
export const createThreadChunks = (root: string): ChunkName => {
  const entry = `${root}/src/browser/host/shell-worker.ts`;
  let begin: ReadonlySet<string> | undefined;
  return (id, context) => {
    const infoOf: InfoOf = (module) => context.getModuleInfo(module);
    begin ??= reach([entry], infoOf);
    if (begin.has(id)) return 'shell-worker';
    return exhibitOf(id, root, infoOf) ?? catalogueOf(id, root) ?? familyOf(id, root) ?? null;
  };
};
