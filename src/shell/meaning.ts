/** Finds what a command word means: keyword, alias, function, builtin or file (POSIX 2.9.1.1). */
import { resolvePath } from '../os/path.ts';
import type { Meaning } from '../os/shell-port.ts';
import type { Context } from './context.ts';

const keywords: ReadonlySet<string> = new Set(
  '! [[ ]] case do done elif else esac fi for function if in select then time until while { }'.split(' '),
);

/** Commands of ours that other shells build in, so that they are there whatever PATH says. */
const builtIn: ReadonlySet<string> = new Set(['[', 'echo', 'expr', 'false', 'help', 'printf', 'test', 'true']);

/** Names under which a shell is called, besides its own. */
const shells: ReadonlySet<string> = new Set(['bash', 'dash', 'sh']);

/** Whether a shell is called so. */
export const isShell = (name: string, { runtime }: Context): boolean => name === runtime.shell || shells.has(name);

/** Where the commands of the registry live. */
const commandDirectories: ReadonlySet<string> = new Set(['/bin', '/usr/bin']);

/** Builtins that are commands of the system too (POSIX 1.7). */
const alsoFiles: ReadonlySet<string> = new Set(['[', 'echo', 'false', 'kill', 'printf', 'pwd', 'test', 'true']);

/** Paths of files that the word means, in the order of PATH. */
const files = (name: string, { runtime, state }: Context): readonly string[] => {
  const isFile = !runtime.builtins.has(name) || alsoFiles.has(name);
  const known = runtime.commands.has(name);
  return (state.variables.get('PATH') ?? '/bin')
    .split(':')
    .map((directory) => resolvePath(state.cwd, directory || '.'))
    .filter((directory) => {
      if (known && commandDirectories.has(directory)) return isFile;
      const inode = runtime.fs.find(`${directory}/${name}`);
      return inode?.kind === 'file' && (inode.mode & 0o100) !== 0;
    })
    .map((directory) => `${directory}/${name}`);
};

/** Every meaning of a word, the one that the shell takes first. */
export const meaningsOf = (name: string, context: Context): readonly Meaning[] => {
  const { state, runtime } = context;
  const meanings: Meaning[] = [];
  const alias = state.aliases.get(name);
  if (alias !== undefined) meanings.push({ kind: 'alias', text: alias });
  if (keywords.has(name)) meanings.push({ kind: 'keyword' });
  if (state.functions.has(name)) meanings.push({ kind: 'function' });
  if (runtime.builtins.has(name) || (builtIn.has(name) && runtime.commands.has(name))) meanings.push({ kind: 'builtin' });
  const paths = name.includes('/') ? filePath(name, context) : name === '' ? [] : files(name, context);
  return [...meanings, ...paths.map((path): Meaning => ({ kind: 'file', path }))];
};

const filePath = (name: string, { runtime, state }: Context): readonly string[] => {
  const inode = runtime.fs.find(resolvePath(state.cwd, name));
  return inode?.kind === 'file' && (inode.mode & 0o100) !== 0 ? [name] : [];
};

/** Whether the registry's command of that name can be run here by its bare name. */
export const isCommand = (name: string, context: Context): boolean => {
  if (!context.runtime.commands.has(name)) return false;
  return (
    builtIn.has(name) || (context.state.variables.get('PATH') ?? '/bin').split(':').some((directory) => commandDirectories.has(directory))
  );
};

/** The first file that PATH has for a bare name. */
export const findInPath = (name: string, context: Context): string | undefined => (name === '' ? undefined : files(name, context)[0]);
