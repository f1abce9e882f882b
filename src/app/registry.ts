/** Finds every command, builtin and exhibit by its file, and loads each on demand. */
import type { Resume } from '../../data/types.ts';
import { unavailableNames } from '../career/commands/unavailable/names.ts';
import { hasContacts } from '../career/entries/entry.ts';
import type { Builtin, BuiltinRegistry } from '../os/builtin.ts';
import type { Command } from '../os/command.ts';
import type { CommandRegistry } from '../os/registry.ts';

type Loader<T> = () => Promise<T>;

const commandFiles = import.meta.glob<Command>(['../commands/*/*.ts', '../career/commands/*.ts'], { import: 'default' });
const exhibitFiles = import.meta.glob<Command>('../exhibits/*.ts', { import: 'default' });
const builtinFiles = import.meta.glob<Builtin>('../builtins/*.ts', { import: 'default' });

/** Commands whose names cannot be file names, by the names of their files. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['bracket', '['],
  ['colon', ':'],
  ['dot', '.'],
]);

/** The name of the command that a file defines. */
export const nameOf = (path: string): string => {
  const base = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
  return spellings.get(base) ?? base;
};

/** Loads each definition once; a loaded one is there without waiting. */
const keeping = <T>(loaders: ReadonlyMap<string, Loader<T>>): ((name: string) => T | Promise<T> | undefined) => {
  const loaded = new Map<string, T>();
  const load = async (name: string, loader: Loader<T>): Promise<T> => {
    const definition = await loader();
    loaded.set(name, definition);
    return definition;
  };
  return (name) => {
    const loader = loaders.get(name);
    return loaded.get(name) ?? (loader && load(name, loader));
  };
};

const builtins: ReadonlyMap<string, Loader<Builtin>> = new Map(Object.entries(builtinFiles).map(([path, load]) => [nameOf(path), load]));

/** The builtins; each is loaded when it is first called. */
export const findBuiltins = (): BuiltinRegistry => ({ has: (name) => builtins.has(name), find: keeping(builtins) });

/** The names of the exhibits. */
export const exhibitNames = (): readonly string[] => Object.keys(exhibitFiles).map(nameOf).sort();

/** The exhibits of the systems that a résumé names; the others stay hidden. */
export const exhibitsOf = ({ systems }: Resume): readonly string[] => {
  const slugs = new Set(systems.map(({ slug }) => slug));
  return exhibitNames().filter((name) => slugs.has(name));
};

/** Commands for which this résumé has no data. */
const absent = (resume: Resume): ReadonlySet<string> =>
  new Set([
    ...(hasContacts(resume) ? [] : ['contact']),
    ...(resume.jobs.length + resume.education.length > 0 ? [] : ['timeline']),
    ...(exhibitsOf(resume).length > 0 ? [] : ['tour']),
  ]);

const unavailable = async (name: string): Promise<Command> => {
  const command = (await import('../career/commands/unavailable/programs.ts')).unavailableProgram(name);
  if (!command) throw new Error(`${name} has no row`);
  return command;
};

/**
 * The commands; builtins are among them, so that their facts can be found. Programs that cannot be here answer to their
 * names, and are in no list.
 */
export const createRegistry = (resume: Resume): CommandRegistry => {
  const hidden = absent(resume);
  const loaders = new Map<string, Loader<Command>>();
  // A builtin runs only inside the shell, which looks there first; here, only its facts are needed.
  for (const [name, load] of builtins) loaders.set(name, load as unknown as Loader<Command>);
  for (const [path, load] of Object.entries({ ...commandFiles, ...exhibitFiles })) {
    const name = nameOf(path);
    if (!hidden.has(name)) loaders.set(name, load);
  }
  const elsewhere = unavailableNames.filter((name) => !loaders.has(name));
  for (const name of elsewhere) loaders.set(name, () => unavailable(name));
  const foreign = new Set([...exhibitNames(), ...elsewhere]);
  for (const name of exhibitsOf(resume)) foreign.delete(name);
  const names = [...loaders.keys()].filter((name) => !foreign.has(name)).sort();
  const find = keeping(loaders);
  return {
    names: () => names,
    has: (name) => loaders.has(name),
    find: async (name) => find(name),
    manual: async () => (await import('./manual.ts')).manual,
    listings: async () => {
      const { listings } = await import('virtual:listings');
      return listings.filter(({ name }) => names.includes(name));
    },
  };
};
