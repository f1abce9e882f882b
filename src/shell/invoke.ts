/** Runs a command by its words: a function, a builtin, a command of the registry, or a file (POSIX 2.9.1.1). */
import { BrokenPipe, VfsError } from '../os/failure.ts';
import { writeLines } from '../os/lines.ts';
import { resolvePath } from '../os/path.ts';
import { runAs, runCommand } from '../os/run.ts';
import { BROKEN_PIPE, NOT_EXECUTABLE, NOT_FOUND } from '../os/status.ts';
import { type Context, deeper } from './context.ts';
import { writerOf } from './descriptors.ts';
import { warn } from './fault.ts';
import { findInPath, isCommand, isShell } from './meaning.ts';
import { Port } from './port.ts';
import { ShellProcess } from './process.ts';
import { lineNumber } from './special.ts';
import type { ShellFunction } from './state.ts';
import { hideTraps, runTrap, untilReturn } from './traps.ts';

/** Runs a compound command: given, as the interpreter stands above. */
export type RunBody = (body: ShellFunction, context: Context) => Promise<number>;

const callFunction = async (body: ShellFunction, args: readonly string[], context: Context, run: RunBody): Promise<number> => {
  const { state } = context;
  const { positional } = state;
  const frame = { name: body.definition.name, file: body.file, line: lineNumber(context) };
  const inner = { ...deeper(context), source: body.source, loops: 0, calls: context.calls + 1, frames: [frame, ...context.frames] };
  await context.job.pace();
  state.positional = args;
  state.variables.openScope();
  const restoreTraps = hideTraps(state);
  try {
    if (state.traps.has('DEBUG')) await runTrap('DEBUG', inner);
    return await untilReturn(() => run(body, inner), inner);
  } finally {
    restoreTraps();
    state.variables.closeScope();
    state.positional = positional;
  }
};

/** Waits for a definition that has to be loaded; undefined, and told, when it cannot be. A job that was stopped meanwhile runs no further. */
const load = async <T>(name: string, definition: Promise<T>, context: Context): Promise<T | undefined> => {
  try {
    const loaded = await definition;
    context.job.signal.throwIfAborted();
    return loaded;
  } catch (error) {
    context.job.signal.throwIfAborted();
    context.runtime.host.report(error);
    await warn(`${name}: cannot be loaded; is the network there?`, context);
    return undefined;
  }
};

const callBuiltin = async (argv: readonly string[], context: Context): Promise<number> => {
  const process = new ShellProcess(argv, context);
  const found = context.runtime.builtins.find(process.name);
  const builtin = found instanceof Promise ? await load(process.name, found, context) : found;
  return builtin
    ? runAs(builtin, process, (args) => builtin.run(process, args, new Port(context))).finally(() => process.end())
    : NOT_EXECUTABLE;
};

const callCommand = async (argv: readonly string[], context: Context): Promise<number> => {
  const process = new ShellProcess(argv, context, context.runtime.nextId());
  const command = await load(process.name, context.runtime.commands.find(process.name), context);
  return command ? runCommand(command, process).finally(() => process.end()) : NOT_EXECUTABLE;
};

/** Builtins of bash that are out here: they say so, lest somebody look for a mistake of their own. */
const unsupported: ReadonlySet<string> = new Set('bind caller compgen complete compopt disown enable fc suspend ulimit'.split(' '));

const notFound = async (name: string, context: Context): Promise<number> => {
  const stderr = writerOf(context.descriptors, 2);
  if (unsupported.has(name)) {
    await warn(`${name}: builtin not supported here`, context);
    return NOT_FOUND;
  }
  const meant = context.runtime.suggest(name, context.source);
  if (meant && stderr.isTty && context.runtime.interactive) {
    await writeLines(stderr, meant.lines(stderr.columns));
    return NOT_FOUND;
  }
  await stderr.write(`${name}: command not found\n`, { role: 'bad' });
  if (meant?.hint !== undefined) await stderr.write(`${meant.hint}\n`, { role: 'hint' });
  return NOT_FOUND;
};

/** A command by its name, whatever PATH and functions say. */
const callKnown = (argv: readonly string[], context: Context): Promise<number> =>
  context.runtime.builtins.has(argv[0] ?? '') ? callBuiltin(argv, context) : callCommand(argv, context);

const STUB = /^#!\S*\/(\S+)\n(\S+) "\$@"\n$/;
const INTERPRETER = /^#!\s*(?:\S*\/env\s+)?(?:\S*\/)?(\S+)[ \t]*([^\n]*)\n?/;

const nested = (): Promise<typeof import('./nested.ts')> => import('./nested.ts');

/** Runs an executable file's text: a stub of a command by its name, a script by its interpreter. */
const runText = async (text: string, [path = '', ...args]: readonly string[], context: Context): Promise<number> => {
  const { shell, commands } = context.runtime;
  const [, language, name = ''] = STUB.exec(text) ?? [];
  const stub = language === shell ? name : '';
  if (isShell(stub, context)) return (await nested()).callShell([stub, ...args], context);
  if (commands.has(stub)) return callKnown([stub, ...args], context);
  const [, interpreter = shell, option = ''] = INTERPRETER.exec(text) ?? [];
  if (isShell(interpreter, context)) return (await nested()).runShell({ text, name: path, args }, context);
  return context.runtime.runner.call([interpreter, ...(option === '' ? [] : [option]), path, ...args], context);
};

const runFile = async (path: string, argv: readonly string[], context: Context): Promise<number> => {
  const { runtime, state } = context;
  const refuse = async (error: VfsError): Promise<number> => {
    await warn(`${path}: ${error.message}`, context);
    return error.code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE;
  };
  const absolute = resolvePath(state.cwd, path);
  const inode = runtime.fs.find(absolute);
  if (inode?.kind === 'directory') return refuse(new VfsError('EISDIR'));
  if (inode && (inode.mode & 0o100) === 0) return refuse(new VfsError('EACCES'));
  try {
    return await runText(runtime.fs.readFile(absolute), [path, ...argv.slice(1)], context);
  } catch (error) {
    if (error instanceof VfsError) return refuse(error);
    throw error;
  }
};

const dispatch = async (argv: readonly string[], context: Context, run: RunBody | undefined): Promise<number> => {
  const [name = '', ...args] = argv;
  const body = run && context.state.functions.get(name);
  if (body) return callFunction(body, args, context, run);
  if (context.runtime.builtins.has(name)) return callBuiltin(argv, context);
  if (name.includes('/')) return runFile(name, argv, context);
  if (isShell(name, context)) return (await nested()).callShell(argv, context);
  if (isCommand(name, context)) return callCommand(argv, context);
  const path = findInPath(name, context);
  return path === undefined ? notFound(name, context) : runFile(path, argv, context);
};

/**
 * Runs a command by its expanded words; functions count only when `run` is given. When what reads its output is gone, the
 * whole subshell ends as by SIGPIPE, lest a loop go on writing to nobody.
 */
export const invoke = async (argv: readonly string[], context: Context, run: RunBody | undefined): Promise<number> => {
  const status = await dispatch(argv, context, run);
  if (status === BROKEN_PIPE) await probe(context);
  return status;
};

/** A write of nothing: it throws BrokenPipe when nobody reads any more. */
const probe = async ({ descriptors }: Context): Promise<void> => {
  const writer = descriptors.get(1)?.writer;
  try {
    await writer?.write('');
  } catch (error) {
    if (error instanceof BrokenPipe) throw error;
  }
};
