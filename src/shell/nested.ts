/** Shells inside the shell: `sh -c LINE`, `bash FILE`, a script that runs by its name (POSIX `sh`). */
import { CommandError, VfsError } from '../os/failure.ts';
import { firstOptions, optionLetters } from '../os/shell-options.ts';
import { NOT_FOUND, SUCCESS, USAGE } from '../os/status.ts';
import { readAll } from '../os/stream.ts';
import { type Context, subshellContext } from './context.ts';
import { readerOf } from './descriptors.ts';
import { warn } from './fault.ts';
import { openForReading } from './open.ts';
import { runSubshell } from './subshell.ts';
import { Variables } from './variables.ts';

/** What a nested shell is given. */
export interface NestedShell {
  readonly text: string;
  /** `$0`. */
  readonly name: string;
  readonly args: readonly string[];
  /** `set` options that are on from the start. */
  readonly options?: ReadonlySet<string>;
}

/** Runs a shell of its own: it knows what is exported, and nothing else of this one. */
export const runShell = ({ text, name, args, options }: NestedShell, context: Context): Promise<number> => {
  const child = subshellContext(context);
  const exported = [...child.state.variables.all].filter(([, { exported, value }]) => exported && typeof value !== 'object');
  child.state.variables.close();
  const memory = context.runtime.fs.ledger.open();
  const variables = new Variables(
    exported.map(([key, variable]) => [key, { ...variable, readonly: false }]),
    memory,
  );
  variables.set('OPTIND', '1');
  const fresh = {
    variables,
    functions: new Map(),
    aliases: new Map(),
    options: new Set([...firstOptions, ...(options ?? [])]),
    positional: args,
    name,
  };
  const state = { ...child.state, ...fresh, substituted: undefined, optionOffset: 0 };
  return runSubshell({ ...child, state, calls: 0, tested: false }, (inner) => inner.runtime.runner.source(text, inner));
};

/** Takes the options off the arguments; `command` when `-c` is among them. */
const readOptions = (
  args: readonly string[],
): { readonly options: Set<string>; readonly command: boolean; readonly stdin: boolean; readonly rest: readonly string[] } => {
  const options = new Set<string>();
  let command = false;
  let stdin = false;
  let i = 0;
  for (; /^[-+]./.test(args[i] ?? ''); i++) {
    const cluster = args[i] ?? '';
    if (cluster === '--') return { options, command, stdin, rest: args.slice(i + 1) };
    for (const letter of cluster.startsWith('--') ? '' : cluster.slice(1)) {
      const name = letter === 'o' ? args[++i] : optionLetters.get(letter);
      if (letter === 'c') command = true;
      else if (letter === 's') stdin = true;
      else if (name !== undefined) options.add(name);
      else if (!'il'.includes(letter)) throw new CommandError(`-${letter}: invalid option`, USAGE);
    }
  }
  return { options, command, stdin, rest: args.slice(i) };
};

const readFile = async (path: string, context: Context): Promise<string> => {
  try {
    return await readAll(openForReading(path, context));
  } catch (error) {
    if (error instanceof VfsError) throw new CommandError(`${path}: ${error.message}`, error.code === 'ENOENT' ? NOT_FOUND : 126);
    throw error;
  }
};

const shellFor = async ([called = '', ...args]: readonly string[], context: Context): Promise<NestedShell | undefined> => {
  const { options, command, stdin, rest } = readOptions(args);
  const [first, ...others] = rest;
  if (command) {
    if (first === undefined) throw new CommandError('-c: option requires an argument', USAGE);
    return { text: first, name: others[0] ?? called, args: others.slice(1), options };
  }
  if (first !== undefined && !stdin) return { text: await readFile(first, context), name: first, args: others, options };
  const input = readerOf(context.descriptors, 0);
  return input.isTty ? undefined : { text: await readAll(input), name: called, args: rest, options };
};

/** Runs `sh` and its kin by their arguments. On a terminal, with nothing to run, there is nothing to do: this is the shell already. */
export const callShell = async (argv: readonly string[], context: Context): Promise<number> => {
  try {
    const shell = await shellFor(argv, context);
    if (shell) return await runShell(shell, context);
    await warn('this is the shell already; `-c LINE` or a FILE runs in another', context);
    return SUCCESS;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await warn(error.message, context);
    return error.status;
  }
};
