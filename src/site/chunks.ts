/** Which modules travel together: the page's own, the shell with the commands that a first visitor types, an exhibit with its folder. */
import type { Rolldown } from 'vite';

/** Asked for first, so they come with the shell: what a first visitor runs, what runs it and tells of it, and the keys beyond the first. */
const first = [
  'commands/files/ls',
  'commands/text/cat',
  'career/commands/whoami',
  'readline/press',
  'readline/keymap',
  'app/terminal/foreground',
  'app/announcement',
  'browser/host/programs',
].map((name) => `/src/${name}.ts`);

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

/** Answers the group of a module for Rolldown's code splitting: the page's own modules stay in the entry. */
export const createChunkNames = (root: string): ((id: string, context: { getModuleInfo: InfoOf }) => string | null) => {
  let shell: ReadonlySet<string> | undefined;
  const at = (path: string): string => root + path;
  return (id, context) => {
    if (!shell) {
      const infoOf: InfoOf = (module) => context.getModuleInfo(module);
      const page = reach([at('/src/browser/main.ts')], infoOf);
      const asked = ['/src/app/engine.ts', '/data/resume.ts', ...first].map(at);
      shell = new Set([...reach(asked, infoOf)].filter((module) => !page.has(module)));
    }
    const exhibit = /\/src\/exhibits\/(\w+)(?:\.ts$|\/)/.exec(id)?.[1];
    // What an exhibit asks for later shares with what it begins with: that is there already.
    if (exhibit && reach([at(`/src/exhibits/${exhibit}.ts`)], (module) => context.getModuleInfo(module)).has(id)) return exhibit;
    if (id.startsWith(at('/src/locales/'))) return `${LOCALE}${id.slice(id.lastIndexOf('/') + 1, id.lastIndexOf('.'))}`;
    return shell.has(id) ? 'engine' : null;
  };
};
