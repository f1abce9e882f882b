/** The full-screen pager: shows text of any length, as less does. */
import { writeLines } from '../os/lines.ts';
import type { Process } from '../os/process.ts';
import { SUCCESS } from '../os/status.ts';
import { decodeKeys, flushKeys, noPendingInput } from '../term/key.ts';
import { createModel, geometryOf, type Message, type Model, type PagerOptions, type Source } from './pager/model.ts';
import { bottom } from './pager/rows.ts';
import { isBusy, update } from './pager/update.ts';
import { shownText, view } from './pager/view.ts';
import type { Effect, Program } from './program.ts';
import { runProgram } from './run.ts';

/** Types a command into the pager as it starts (less's `+COMMAND`); Enter ends a pattern. */
const typing =
  (command: string): Effect<Message> =>
  ({ send }) => {
    const { keys, pending } = decodeKeys(/^[/?&]/.test(command) ? `${command}\r` : command, noPendingInput);
    for (const key of [...keys, ...flushKeys(pending).keys]) send({ kind: 'key', key });
  };

const program = (init: Model, first: string): Program<Model, Message> => ({
  title: 'pager',
  bare: true,
  init,
  start: first === '' ? [] : [typing(first)],
  bindings: [],
  key: (model, key) => (key.chord === 'C-c' && !isBusy(model) ? undefined : { kind: 'key', key }),
  resized: (changed) => ({ kind: 'resize', size: changed }),
  update,
  view,
  announce: (model, before) => {
    const told = new Set(before.opened ? shownText(before) : []);
    const { message } = model;
    const news = message === undefined || message === before.message ? [] : [message];
    return [...news, ...shownText(model).filter((line) => !told.has(line))];
  },
});

/** Prints a view that is shorter than the screen; false when it is not. */
const printed = async (process: Process, model: Model): Promise<boolean> => {
  const { document } = model.view;
  await document.need(model.size.rows);
  const last = bottom(geometryOf(model));
  if (!document.ended || last.line > 0 || last.row > 0) return false;
  await writeLines(
    process.stdout,
    Array.from({ length: document.count }, (_, index) => document.line(index)),
  );
  return true;
};

/** How a pager begins. */
export interface PageOptions extends PagerOptions {
  /** A command to begin with, as it would be typed. */
  readonly first?: string;
  /** What fits on one screen is only printed. */
  readonly quitIfOneScreen?: boolean;
}

/**
 * Shows the sources on the terminal until the user leaves; resolves to the exit status. Throws VfsError when the first source
 * cannot be read.
 */
export const page = async (process: Process, sources: readonly [Source, ...Source[]], options: PageOptions = {}): Promise<number> => {
  const size = process.tty?.size ?? { columns: process.stdout.columns, rows: 24 };
  const model = createModel(process, size, sources, options);
  if (options.quitIfOneScreen && sources.length === 1 && (await printed(process, model))) return SUCCESS;
  const outcome = await runProgram(process, program(model, options.first ?? ''));
  outcome.model.view.whole.close();
  return outcome.status;
};
