/** Work that a pager cannot do at once: reading on, searching, following. */
import { plain } from '../../term/style.ts';
import { type Effect, withEffects } from '../program.ts';
import type { Message, Model, Next, Pattern, Waiting } from './model.ts';

/** Milliseconds between two looks at a file that is followed. */
const POLL = 500;

/** Lines searched between two breaths. */
const STRIDE = 64;

/** Ends whatever the model waits for. */
export const cancel = (model: Model): Model => {
  if (!model.waiting && !model.following) return model;
  for (const work of [model.waiting, model.following]) if (work) work.cancelled = true;
  model.view.document.stop();
  return { ...model, waiting: undefined, following: undefined };
};

/** Goes on with `act` once the document has `lines` lines or has ended; `retry` is the message that comes back here. */
export const needing = (model: Model, lines: number, retry: Message, act: (model: Model) => Next): Next => {
  const { document } = model.view;
  if (document.ended || document.count >= lines) return act(model);
  const waiting: Waiting = { label: 'Reading… (Ctrl-C stops)', cancelled: false };
  return withEffects({ ...model, waiting }, async ({ send }) => {
    await document.need(lines);
    send({ kind: 'ready', waiting, retry });
  });
};

/** Reads a little more while the screen is not full, without a word about it; the answer comes back here. */
export const filling = (model: Model): Next => {
  const { document, top } = model.view;
  // One line more than fits tells whether this is the end.
  if (model.waiting || document.ended || document.count > top.line + model.size.rows) return model;
  const waiting: Waiting = { label: '', cancelled: false };
  return withEffects({ ...model, waiting }, async ({ send }) => {
    await document.need(document.count + 1);
    send({ kind: 'ready', waiting, retry: undefined });
  });
};

const matches = ({ find, inverted }: Pattern, text: string): boolean => find(text).length > 0 !== inverted;

/** Looks for the `count`th line that matches, from `from` on; the first line looked at is `from` itself. */
export const searching = (model: Model, from: number, backward: boolean, count: number): Next => {
  const { pattern, pace } = model;
  if (!pattern) return { ...model, message: 'No previous pattern' };
  const { document } = model.view;
  const waiting: Waiting = { label: `Searching for ${pattern.text}… (Ctrl-C stops)`, cancelled: false };
  const effect: Effect<Message> = async ({ send }) => {
    let left = count;
    for (let line = from; line >= 0 && !waiting.cancelled; line += backward ? -1 : 1) {
      if (line >= document.count) await document.need(line + 1);
      if (line >= document.count) break;
      if (matches(pattern, plain(document.line(line))) && --left === 0) return send({ kind: 'found', waiting, line });
      if (line % STRIDE === 0) await pace();
    }
    send({ kind: 'found', waiting, line: undefined });
  };
  return withEffects({ ...model, waiting }, effect);
};

/** Shows the end, and whatever comes after it as it comes. */
export const following = (model: Model): Next => {
  const { document } = model.view;
  const work: Waiting = { label: 'Waiting for data… (any key stops)', cancelled: false };
  return withEffects({ ...model, following: work }, async ({ send, process, signal }) => {
    while (!work.cancelled && !signal.aborted) {
      send({ kind: 'grew', following: work });
      if (!document.ended) await document.need(document.count + 1);
      else {
        await process.host.sleep(POLL, signal);
        document.grow();
      }
    }
  });
};
