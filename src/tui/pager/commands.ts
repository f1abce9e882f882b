/** What each of the pager's commands does. */
import { leave, withEffects } from '../program.ts';
import { linesDocument } from './document.ts';
import { type Command, helpLines } from './keys.ts';
import { geometryOf, jumpedTo, type Message, type Model, movedTo, type Next, type Prompt, type View } from './model.ts';
import { bottom, down, type Position, start, up } from './rows.ts';
import { following, needing, searching } from './waiting.ts';

/** A screenful, less nothing: as less, the next screen begins where this one ends. */
const screenful = (model: Model): number => geometryOf(model).rows;

const atEnd = (model: Model): boolean => {
  const { document, top } = model.view;
  const last = bottom(geometryOf(model));
  return document.ended && top.line === last.line && top.row === last.row;
};

const forward = (model: Model, rows: number, again: Message): Next =>
  needing(model, model.view.top.line + rows + screenful(model) + 1, again, (ready) => {
    if (ready.quitAtEnd && atEnd(ready)) return withEffects<Model, Message>(ready, leave);
    return movedTo(ready, down(geometryOf(ready), ready.view.top, rows));
  });

const backward = (model: Model, rows: number): Model => movedTo(model, up(geometryOf(model), model.view.top, rows));

const toLine = (model: Model, line: number, again: Message): Next =>
  needing(model, line + screenful(model) + 1, again, (ready) =>
    jumpedTo(ready, { line: Math.min(line, ready.view.document.count), row: 0 }),
  );

const toEnd = (model: Model, again: Message): Next =>
  needing(model, Number.POSITIVE_INFINITY, again, (ready) => jumpedTo(ready, bottom(geometryOf(ready))));

const toPercent = (model: Model, percent: number, again: Message): Next =>
  needing(model, Number.POSITIVE_INFINITY, again, (ready) => {
    const { count } = ready.view.document;
    return jumpedTo(ready, { line: Math.floor((Math.min(percent, 100) / 100) * count), row: 0 });
  });

const sideways = (model: Model, columns: number): Model => ({ ...model, chop: true, column: Math.max(0, model.column + columns) });

/** Whether a row of the document is on the screen. */
const isShown = (model: Model, line: number): boolean =>
  line >= model.view.top.line && line <= down(geometryOf(model), model.view.top, screenful(model) - 1).line;

/** The search goes on from the match found last while that is in sight, else from the screen's edge. */
const searchOn = (model: Model, count: number, reverse: boolean): Next => {
  const { pattern, view } = model;
  const back = (pattern?.backward ?? false) !== reverse;
  const found = view.found !== undefined && isShown(model, view.found) ? view.found : view.top.line;
  return searching(model, back ? found - 1 : found + 1, back, count);
};

const openHelp = (model: Model): Model => {
  const document = linesDocument(helpLines());
  const view: View = {
    ...model.view,
    source: { name: 'help', layout: helpLines },
    document,
    whole: document,
    top: start,
    filter: undefined,
  };
  return model.under ? model : { ...model, under: model.view, view };
};

const quit = (model: Model): Next =>
  model.under ? { ...model, view: model.under, under: undefined } : withEffects<Model, Message>(model, leave);

const ask = (model: Model, prompt: Prompt): Model => ({ ...model, prompt });

const pattern = (model: Model, lead: '/' | '?' | '&', count = 1): Model => ask(model, { kind: 'pattern', lead, text: '', count });

/** Name, lines and percentage, in words. */
export const statusText = (model: Model): string => {
  const { view, file, sources } = model;
  const { document, top } = view;
  const last = Math.min(document.count, down(geometryOf(model), top, screenful(model) - 1).line + 1);
  const of = sources.length > 1 && !model.under ? ` (file ${file + 1} of ${sources.length})` : '';
  const lines = document.count === 0 ? '' : ` lines ${top.line + 1}–${last}`;
  const total = document.ended && document.count > 0 ? `/${document.count} ${Math.floor((last / document.count) * 100)}%` : '';
  const cut = document.truncated && document.ended ? ' (the rest of the input is not kept)' : '';
  return `${view.source.name}${of}${lines}${total}${cut}`.trim();
};

/** Does a command; `count` is the number typed before it. */
export const command = (model: Model, name: Command, count: number | undefined): Next => {
  const again: Message = { kind: 'command', command: name, count };
  const half = Math.max(1, Math.floor(screenful(model) / 2));
  switch (name) {
    case 'lineDown':
      return forward(model, count ?? 1, again);
    case 'lineUp':
      return backward(model, count ?? 1);
    case 'pageDown':
      return forward(model, count ?? screenful(model), again);
    case 'pageUp':
      return backward(model, count ?? screenful(model));
    case 'halfDown':
      return forward(model, count ?? half, again);
    case 'halfUp':
      return backward(model, count ?? half);
    case 'right':
      return sideways(model, count ?? Math.floor(model.size.columns / 2));
    case 'left':
      return sideways(model, -(count ?? Math.floor(model.size.columns / 2)));
    case 'first':
      return toLine(model, (count ?? 1) - 1, again);
    case 'last':
      return count === undefined ? toEnd(model, again) : toLine(model, count - 1, again);
    case 'percent':
      return toPercent(model, count ?? 0, again);
    case 'follow':
      return following(model);
    case 'search':
      return pattern(model, '/', count);
    case 'searchBack':
      return pattern(model, '?', count);
    case 'filter':
      return pattern(model, '&');
    case 'next':
      return searchOn(model, count ?? 1, false);
    case 'previous':
      return searchOn(model, count ?? 1, true);
    case 'unmark':
      return { ...model, highlight: !model.highlight };
    case 'mark':
      return ask(model, { kind: 'letter', command: name, lead: 'mark: ' });
    case 'jump':
      return ask(model, { kind: 'letter', command: name, lead: 'go to mark: ' });
    case 'option':
      return ask(model, { kind: 'letter', command: name, lead: '-' });
    case 'colon':
      return ask(model, { kind: 'letter', command: name, lead: ':' });
    case 'status':
      return { ...model, message: statusText(model) };
    case 'help':
      return openHelp(model);
    case 'quit':
      return quit(model);
  }
};

/** The place of a match: at the top, as less puts it, unless the end comes first. */
export const foundAt = (model: Model, line: number): Model => {
  const place: Position = { line, row: 0 };
  const view = { ...model.view, found: line };
  const shown = isShown(model, line) ? { ...model, view } : jumpedTo({ ...model, view }, place);
  return { ...shown, highlight: true };
};
