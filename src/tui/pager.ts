/** The full-screen pager: shows text of any length, as less does. */
import type { Process } from '../os/process.ts';
import { decodeKeys, flushKeys, noPendingInput } from '../term/key.ts';
import { createModel, type Message, type Model, type PagerOptions, type Source } from './pager/model.ts';
import { isBusy, update } from './pager/update.ts';
import { shownText, view } from './pager/view.ts';
import type { Effect, Program } from './program.ts';
import { runProgram } from './run.ts';

export type { Compile, Find, PagerOptions, Source } from './pager/model.ts';

/** Types a command into the pager as it starts (less's `+COMMAND`); Enter ends a pattern. */
const typing =
  (command: string): Effect<Message> =>
  ({ send }) => {
    const { keys, pending } = decodeKeys(/^[/?&]/.test(command) ? `${command}\r` : command, noPendingInput);
    for (const key of [...keys, ...flushKeys(pending).keys]) send({ kind: 'key', key });
  };

const program = (
  process: Process,
  sources: readonly [Source, ...Source[]],
  size: Model['size'],
  options: PagerOptions,
  first: string,
): Program<Model, Message> => ({
  title: 'pager',
  bare: true,
  init: createModel(process, size, sources, options),
  start: first === '' ? [] : [typing(first)],
  bindings: [],
  key: (model, key) => (key.chord === 'C-c' && !isBusy(model) ? undefined : { kind: 'key', key }),
  resized: (changed) => ({ kind: 'resize', size: changed }),
  update,
  view,
  announce: (model, before) => {
    const told = new Set(before.opened ? shownText(before) : []);
    return shownText(model).filter((line) => !told.has(line));
  },
});

/**
 * Shows the sources on the terminal until the visitor leaves; resolves to the exit status. `first` is a command to begin with,
 * as it would be typed. Throws VfsError when the first source cannot be read.
 */
export const page = async (
  process: Process,
  sources: readonly [Source, ...Source[]],
  options: PagerOptions & { readonly first?: string },
): Promise<number> => {
  const size = process.tty?.size ?? { columns: process.stdout.columns, rows: 24 };
  const { status, model } = await runProgram(process, program(process, sources, size, options, options.first ?? ''));
  model.view.whole.close();
  return status;
};
