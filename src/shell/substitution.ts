/** Command and process substitution (POSIX 2.6.3; bash manual, "Process Substitution"). */
import { BrokenPipe, VfsError } from '../os/failure.ts';
import { LimitError, TEXT_LENGTH } from '../os/limits.ts';
import { nullWriter, readAll, type Writer } from '../os/stream.ts';
import type { ProcessPart, Redirect, Script } from '../syntax/ast.ts';
import { type Context, subshellContext } from './context.ts';
import { ShellFault } from './control.ts';
import { asInput, freeDescriptor } from './descriptors.ts';
import { Job } from './jobs.ts';
import { openForReading, openPipe } from './open.ts';
import { runSubshell } from './subshell.ts';

/** Collects output up to TEXT_LENGTH; at the bound it fails once, and is a broken pipe from then on. `end` gives back its memory. */
const createCapture = ({ job, runtime }: Context): Writer & { text(): string; end(): void } => {
  const memory = runtime.fs.ledger.open();
  const chunks: string[] = [];
  let size = 0;
  return {
    ...nullWriter,
    write: async (text) => {
      if (size > TEXT_LENGTH) throw new BrokenPipe();
      size += text.length;
      if (size > TEXT_LENGTH) throw new LimitError('captured output', TEXT_LENGTH);
      memory.hold(text.length);
      chunks.push(text);
      await job.pace();
    },
    text: () => chunks.join(''),
    end: () => memory.close(),
  };
};

const trimmed = (output: string): string => output.replaceAll('\0', '').replace(/\n+$/, '');

/** The redirect of `$(<FILE)`, which stands for the file's text. */
const onlyInput = ({ lists }: Script): Redirect | undefined => {
  const [list] = lists;
  const [command] = list?.first.commands ?? [];
  if (lists.length !== 1 || list?.rest.length !== 0 || list.first.commands.length !== 1) return undefined;
  if (command?.type !== 'simple' || command.words.length + command.assignments.length > 0 || command.redirects.length !== 1)
    return undefined;
  return command.redirects[0]?.operator === '<' ? command.redirects[0] : undefined;
};

/** The output of `$(…)` without its last newlines; its status becomes the state's `substituted`. */
export const capture = async (script: Script, context: Context, expand: (redirect: Redirect) => Promise<string>): Promise<string> => {
  const input = onlyInput(script);
  if (input) return trimmed(await fileText(await expand(input), context));
  const child = subshellContext(context);
  const output = createCapture(context);
  child.descriptors.set(1, { writer: output });
  const inherits = child.state.options.has('inherit_errexit');
  if (!inherits) child.state.options.delete('errexit');
  try {
    const status = await runSubshell({ ...child, tested: inherits && child.tested }, (inner) =>
      context.runtime.runner.script(script, inner),
    );
    if (!child.state.jobs.isIdle) await child.state.jobs.idle();
    context.state.status = context.state.substituted = status;
    return trimmed(output.text());
  } finally {
    output.end();
  }
};

const fileText = async (path: string, context: Context): Promise<string> => {
  try {
    return await readAll(openForReading(path, context));
  } catch (error) {
    if (error instanceof VfsError) throw new ShellFault(`${path}: ${error.message}`);
    throw error;
  }
};

/** Bash counts these descriptors down from here. */
const FIRST_DESCRIPTOR = 63;

/** Starts `<(…)` or `>(…)` and answers the path by which the command around it opens its pipe. */
export const substituteProcess = ({ script, direction }: ProcessPart, context: Context): string => {
  const { runtime, descriptors, state } = context;
  const descriptor = freeDescriptor(context.descriptors, FIRST_DESCRIPTOR);
  const { reader, writer } = openPipe(context);
  const input = asInput(reader);
  const child = subshellContext(context);
  if (direction === 'in') child.descriptors.set(1, { writer });
  else child.descriptors.set(0, { reader: input });
  const finished = runSubshell({ ...child, tested: false }, (inner) => runtime.runner.script(script, inner)).finally(() =>
    direction === 'in' ? writer.close() : reader.close(),
  );
  const process = new Job(0, child.shellId ?? 0, '', new AbortController(), finished);
  state.jobs.addHidden(process);
  state.background = process.id;
  // A stop reaches the command around it as well, which tells the job.
  const over = Promise.allSettled([finished]);
  descriptors.set(descriptor, direction === 'in' ? { reader: input } : { writer });
  state.ends.push(async (kept) => {
    descriptors.delete(descriptor);
    kept.delete(descriptor);
    // `exec 3< <(…)` keeps it open.
    if ([...kept.values()].some((file) => file.reader === input || file.writer === writer)) return;
    if (direction === 'in') return input.close();
    writer.close();
    await over;
  });
  return `/dev/fd/${descriptor}`;
};
