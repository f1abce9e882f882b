/** Finds every command, builtin and exhibit by its file; loads what is large when it is asked for. */
import type { Resume } from '../../data/types.ts';
import type { Builtin } from '../os/builtin.ts';
import type { Command } from '../os/command.ts';
import type { CommandRegistry } from '../os/registry.ts';

type Loader = () => Promise<Command>;

const commandFiles = import.meta.glob<Command>('../commands/*.ts', { import: 'default' });
const exhibitFiles = import.meta.glob<Command>('../exhibits/*.ts', { import: 'default' });
const themeFiles = import.meta.glob('../themes/*.ts');
const builtinFiles = import.meta.glob<Builtin>('../builtins/*.ts', { import: 'default', eager: true });

/** File names that cannot be a command's own name. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['bracket', '['],
  ['colon', ':'],
  ['dot', '.'],
]);

const nameOf = (path: string): string => {
  const base = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
  return spellings.get(base) ?? base;
};

/** Commands that have nothing to work on in this résumé. */
const absent = ({ person: { contacts } }: Resume): ReadonlySet<string> =>
  new Set(contacts && (contacts.email ?? contacts.phone ?? contacts.profiles?.length) ? [] : ['contact']);

/** The builtins by name; they are small, and always there. */
export const findBuiltins = (): ReadonlyMap<string, Builtin> =>
  new Map(Object.values(builtinFiles).map((builtin) => [builtin.name, builtin]));

/** The names of the exhibits. */
export const exhibitNames = (): readonly string[] => Object.keys(exhibitFiles).map(nameOf).sort();

/** The names of the themes. */
export const themeNames = (): readonly string[] => Object.keys(themeFiles).map(nameOf).sort();

/** The commands, builtins among them for those who only ask what a name is. */
export const createRegistry = (resume: Resume): CommandRegistry => {
  const hidden = absent(resume);
  const loaders = new Map<string, Loader>();
  for (const [path, load] of Object.entries({ ...commandFiles, ...exhibitFiles })) {
    const name = nameOf(path);
    if (!hidden.has(name)) loaders.set(name, load);
  }
  const builtins = findBuiltins();
  const names = [...new Set([...loaders.keys(), ...builtins.keys()])].sort();
  return {
    names: () => names,
    has: (name) => loaders.has(name) || builtins.has(name),
    find: async (name) => {
      const load = loaders.get(name);
      if (load) return load();
      // A builtin runs only inside the shell, which looks there first; here it is its facts that are wanted.
      return builtins.get(name) as unknown as Command | undefined;
    },
  };
};
