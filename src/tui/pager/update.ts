/** How messages change the pager. */
import type { Size } from '../../os/tty.ts';
import type { Key } from '../../term/key.ts';
import { WithEffects, withEffects } from '../program.ts';
import { command, foundAt } from './commands.ts';
import { FilteredDocument, linesDocument } from './document.ts';
import { commandOf } from './keys.ts';
import {
  geometryOf,
  type Message,
  type Model,
  movedTo,
  type Next,
  type Pattern,
  type PatternUse,
  type View,
  type Waiting,
} from './model.ts';
import { typed } from './prompt.ts';
import { bottom, start } from './rows.ts';
import { cancel, filling, searching } from './waiting.ts';

/** Digits that a count may have. */
const COUNT_DIGITS = 9;

/** Whether Ctrl-C has something to stop. */
export const isBusy = ({ waiting, following, prompt }: Model): boolean =>
  (waiting !== undefined && waiting.label !== '') || following !== undefined || prompt !== undefined;

const pressed = (model: Model, key: Key): Next => {
  if (model.prompt) return typed(model, model.prompt, key);
  if (/^[0-9]$/.test(key.chord)) return { ...model, count: (model.count + key.chord).slice(0, COUNT_DIGITS) };
  if (key.chord === 'Backspace' && model.count !== '') return { ...model, count: model.count.slice(0, -1) };
  const name = commandOf(key.chord);
  const next = { ...model, count: '' };
  return name ? command(next, name, model.count === '' ? undefined : Number(model.count)) : next;
};

/** A source that is set for a width is set anew; the place stays as far down as it was. */
const laidOutAnew = (view: View, columns: number): View => {
  if (!('layout' in view.source)) return view;
  const document = linesDocument(view.source.layout(columns));
  const line = Math.round((view.top.line / Math.max(1, view.document.count)) * document.count);
  return { ...view, document, whole: document, filter: undefined, found: undefined, marks: new Map(), top: { line, row: 0 } };
};

const resized = (model: Model, size: Size): Model => {
  const narrower = size.columns === model.size.columns ? model : { ...model, view: laidOutAnew(model.view, size.columns) };
  const under = model.under ? laidOutAnew(model.under, size.columns) : undefined;
  return movedTo({ ...narrower, size, under }, narrower.view.top);
};

const compiled = (model: Model, pattern: Pattern, use: PatternUse): Next => {
  const { view } = model;
  if (use.kind === 'search') {
    const { backward, count } = use;
    const searchable = { ...model, pattern: { ...pattern, backward } };
    return count === 0 ? searchable : searching(searchable, backward ? view.top.line - 1 : view.top.line, backward, count);
  }
  const { find, inverted } = pattern;
  const document = new FilteredDocument(view.whole, (text) => find(text).length > 0 !== inverted, model.pace);
  return { ...model, view: { ...view, document, filter: pattern, top: start, marks: new Map(), found: undefined } };
};

/** The end of what was waited for, unless it was given up. */
const finished = (model: Model, message: Extract<Message, { waiting: Waiting }>): Next => {
  if (model.waiting !== message.waiting) return model;
  const ready = { ...model, waiting: undefined };
  switch (message.kind) {
    case 'ready':
      return message.retry ? changed(ready, message.retry) : ready;
    case 'found':
      return message.line === undefined ? { ...ready, message: 'Pattern not found' } : foundAt(ready, message.line);
    case 'compiled':
      return compiled(ready, message.pattern, message.use);
    case 'failed':
      return { ...ready, message: message.text };
  }
};

/** Keys that do not wait for what goes on. */
const interrupting = new Set(['C-c', 'q', 'Q', 'Escape']);

/** Keys that may wait. */
const AHEAD = 256;

const isHeld = ({ waiting, prompt }: Model, key: Key): boolean =>
  waiting !== undefined && waiting.label !== '' && prompt === undefined && !interrupting.has(key.chord);

const changed = (model: Model, message: Message): Next => {
  switch (message.kind) {
    case 'key':
      if (isHeld(model, message.key)) return { ...model, ahead: [...model.ahead, message.key].slice(0, AHEAD) };
      return pressed({ ...cancel(model), message: undefined, ahead: interrupting.has(message.key.chord) ? [] : model.ahead }, message.key);
    case 'resize':
      return { ...resized(model, message.size), opened: true };
    case 'command':
      return command(model, message.command, message.count);
    case 'grew':
      return model.following === message.following ? movedTo(model, bottom(geometryOf(model))) : model;
    default:
      return finished(model, message);
  }
};

const effectsOf = (next: Next): WithEffects<Model, Message> => (next instanceof WithEffects ? next : withEffects<Model, Message>(next));

const followedBy = (before: Next, act: (model: Model) => Next): WithEffects<Model, Message> => {
  const { model, effects } = effectsOf(before);
  const after = effectsOf(act(model));
  return withEffects(after.model, ...effects, ...after.effects);
};

/** The keys that waited, as far as they need not wait again. */
const withHeldKeys = (model: Model): Next => {
  const [key, ...ahead] = model.ahead;
  if (!key || isHeld(model, key)) return model;
  return followedBy(changed({ ...model, ahead }, { kind: 'key', key }), withHeldKeys);
};

/** The next state; whatever it is, it reads on until the screen is full. */
export const update = (model: Model, message: Message): Next => followedBy(followedBy(changed(model, message), withHeldKeys), filling);
