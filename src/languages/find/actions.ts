/** The actions of find: printing, running commands, removing. */

import { nameStyle } from '../../coreutils/paths.ts';
import { CommandError, VfsError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteWord } from '../../os/quote.ts';
import { createConfirm, warn } from '../../os/report.ts';
import { compilePrintf, listing } from './format.ts';
import { type ArgumentQueue, type Found, nameOf, type Predicate, type Search } from './search.ts';

/** What an action's reader may ask of the expression around it. */
export interface Hooks {
  /** Runs at the end of the search. */
  finish(last: (search: Search) => Promise<void>): void;
  /** Entries come before their directory. */
  depthFirst(): void;
}

/** Reads an action's arguments and answers the action. */
export type ActionReader = (args: ArgumentQueue, primary: string, process: Process, hooks: Hooks) => Predicate;

/** `-print`: names are links on a terminal. */
export const print: Predicate = async ({ name, path, inode }, { process, output }) => {
  if (process.stdout.isTty) await writeLines(process.stdout, [[{ text: name, style: nameStyle(process, path, inode) }]]);
  else await output.put(`${name}\n`);
  return true;
};

const put =
  (format: (file: Found) => string): Predicate =>
  async (file, { output }) => {
    await output.put(format(file));
    return true;
  };

/** Commands' names in one call of `-exec … +`. */
const BATCH = 1000;

const spawn = async ({ process, output }: Search, argv: readonly string[]): Promise<number> => {
  await output.flush();
  return process.spawn(argv);
};

/** Runs a command in a directory, from which the file is `./NAME`. */
const spawnIn = async ({ process, output }: Search, directory: string, argv: readonly string[]): Promise<number> => {
  await output.flush();
  return process.shell(`cd -- ${quoteWord(directory)} && ${argv.map(quoteWord).join(' ')}`);
};

const runEach = (words: readonly string[], primary: string, process: Process): Predicate => {
  const confirm = createConfirm(process);
  return async (file, search) => {
    if (primary.startsWith('-ok') && !(await confirm(`< ${words[0]} ... ${file.name} > ?`))) return false;
    const inPlace = primary.endsWith('dir');
    const name = inPlace ? `./${nameOf(file)}` : file.name;
    const argv = words.map((word) => word.replaceAll('{}', () => name));
    return (await (inPlace ? spawnIn(search, parentPath(file.path), argv) : spawn(search, argv))) === 0;
  };
};

const runTogether = (words: readonly string[], hooks: Hooks): Predicate => {
  let names: string[] = [];
  const flush = async (search: Search): Promise<void> => {
    if (names.length === 0) return;
    const argv = [...words, ...names];
    names = [];
    if ((await spawn(search, argv)) !== 0) search.failed = true;
  };
  hooks.finish(flush);
  return async ({ name }, search) => {
    names.push(name);
    if (names.length >= BATCH) await flush(search);
    return true;
  };
};

const exec: ActionReader = (args, primary, process, hooks) => {
  const words: string[] = [];
  for (;;) {
    const word = args.valueOf(primary);
    if (word === ';') break;
    if (word === '+' && words.at(-1) === '{}') {
      const command = words.slice(0, -1);
      if (command.some((part) => part.includes('{}'))) throw new CommandError(`Only one instance of {} is supported with ${primary} ... +`);
      return primary === '-execdir' ? runEach(words, primary, process) : runTogether(command, hooks);
    }
    words.push(word);
    if (word === '+' && words.some((part) => part.includes('{}') && part !== '{}') && args.peek() === undefined) {
      throw new CommandError(`Only one instance of {} is supported with ${primary} ... +`);
    }
  }
  if (words.length === 0) throw new CommandError(`invalid argument \`;' to \`${primary}'`);
  return runEach(words, primary, process);
};

const remove: Predicate = async ({ name, path, inode, depth }, search) => {
  const { process } = search;
  if (depth === 0 && name === '.') return true;
  try {
    if (inode.kind === 'directory') process.fs.removeDirectory(path);
    else process.fs.unlink(path);
    return true;
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    search.failed = true;
    await warn(process, `cannot delete ${quote(name)}: ${error.message}`);
    return false;
  }
};

/** The actions, by name; all but `-prune` and `-quit` leave nothing to be printed by default. */
export const actions: ReadonlyMap<string, ActionReader> = new Map<string, ActionReader>([
  ['-print', () => print],
  ['-print0', () => put(({ name }) => `${name}\0`)],
  ['-printf', (args, primary, process) => put(compilePrintf(process, args.valueOf(primary)))],
  ['-ls', (_args, _primary, process) => put(listing(process))],
  ['-exec', exec],
  ['-execdir', exec],
  ['-ok', exec],
  ['-okdir', exec],
  [
    '-delete',
    (_args, _primary, _process, hooks) => {
      hooks.depthFirst();
      return remove;
    },
  ],
]);

/** The actions beside which the files are still printed. */
export const quietActions: ReadonlyMap<string, Predicate> = new Map<string, Predicate>([
  [
    '-prune',
    (_file, search) => {
      search.pruned = true;
      return true;
    },
  ],
  [
    '-quit',
    (_file, search) => {
      search.ended = true;
      return true;
    },
  ],
]);
