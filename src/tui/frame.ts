/** One frame of a program: title, body or help screen, footer. */
import type { OfferedKey } from '../os/host.ts';
import type { Size } from '../os/tty.ts';
import { Canvas } from './canvas.ts';
import { drawFooter, footerItems } from './footer.ts';
import { type Chrome, drawHelp } from './help.ts';
import { chordLabel } from './label.ts';
import { ownBindings } from './press.ts';
import { type Binding, bindingsOf, type Program } from './program.ts';

/** Below this many rows the title gives its row to the program. */
const TITLE_FROM = 8;

const drawTitle = (title: string, subtitle: string, canvas: Canvas<unknown>): void => {
  const after = canvas.put(1, 0, title, { role: 'title', bold: true });
  canvas.put(after + 2, 0, subtitle, { role: 'muted' });
};

/** The program's keys that hold now, and the runner's, in the machine's words. */
const keysOf = <Model, Message>(program: Program<Model, Message>, model: Model, chrome: Chrome) => {
  const worded = <Sent>(table: readonly Binding<Sent>[]): readonly Binding<Sent>[] =>
    table.map(({ summary, short = summary, ...binding }) => ({
      ...binding,
      summary: chrome.wording(summary),
      short: chrome.wording(short),
    }));
  const bindings = chrome.help === undefined ? worded(bindingsOf(program, model)) : [];
  return { bindings, own: worded(ownBindings(program, model, chrome)) };
};

/** The keys that hold now, for a host that shows them as buttons. */
export const offeredKeys = <Model, Message>(program: Program<Model, Message>, model: Model, chrome: Chrome): readonly OfferedKey[] => {
  const { bindings, own } = keysOf(program, model, chrome);
  return [...bindings, ...own]
    .filter(({ quiet }) => !quiet)
    .map(({ chords: [chord = ''], label = chordLabel(chord), summary, short = summary }, index) => ({
      chord,
      label,
      summary: short,
      isFirst: index === 0 && bindings.length > 0,
    }));
};

/** A program as it looks now. Pure. */
export const drawFrame = <Model, Message>(
  program: Program<Model, Message>,
  model: Model,
  chrome: Chrome,
  { columns, rows }: Size,
): Canvas<Message> => {
  const screen = Canvas.blank<Message>(columns, rows);
  const helping = chrome.help !== undefined;
  const { bindings, own } = chrome.hasButtons ? { bindings: [], own: [] } : keysOf(program, model, chrome);
  const keys = [...bindings, ...own];
  if (program.bare || (program.isWhole && !helping)) {
    program.view(model, screen, keys);
    return screen;
  }
  const footer = footerItems(bindings, own, columns);
  const top = rows < TITLE_FROM ? 0 : 1;
  const bottom = Math.max(top, rows - footer.length);
  if (top > 0)
    drawTitle(program.title, chrome.wording(helping ? 'how it works' : (program.subtitle ?? '')), screen.region(0, 0, columns, top));
  const body = screen.region(0, top, columns, bottom - top);
  if (helping) drawHelp(program, model, chrome, body);
  else program.view(model, body, keys);
  drawFooter(footer, screen.region(0, bottom));
  return screen;
};
