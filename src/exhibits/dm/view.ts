/** How the exhibit looks: the two ends with the wire between them, what happens, and what holds. */
import { phrase, type Speech } from '../../locales/speech.ts';
import type { Line, Style } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { verdict } from '../../tui/widgets.ts';
import { drawLog } from '../stage/log.ts';
import { drawChat, legend, type Shown, stateOf } from './chat-view.ts';
import { faultOf } from './check.ts';
import type { Message, Model } from './model.ts';
import type { Peer } from './peer.ts';
import { lineOf } from './text.ts';
import { drawEnds, drawLadder, wireCounts, wireState } from './wire-view.ts';
import type { World } from './world.ts';

/** From these sizes on the wire is beside the talk, and between two of them. */
const PAIR = { columns: 64, rows: 14 };
const TRIPLE = { columns: 104, rows: 20 };
/** From here on there is a row for what the signs mean. */
const ROOMY = 18;

const muted: Style = { role: 'muted' };

const nameOfFar = ({ translate }: Speech, { far }: World): string => (far ? translate('echo') : translate('other tab'));

const nearShown = (speech: Speech, { world }: Model): Shown => ({
  peer: world.near,
  isNear: true,
  other: nameOfFar(speech, world),
  now: world.now,
  hint: [
    speech.translate('Nothing was said yet.'),
    '',
    speech.translate('m says something for you,'),
    speech.translate('t lets you type.'),
  ],
});

const farShown = ({ translate }: Speech, peer: Peer, now: number): Shown => ({
  peer,
  isNear: false,
  other: translate('you'),
  now,
  hint: [translate('The echo listens.')],
});

/** The row in which one writes; a tap begins. */
const drawDraft = (canvas: Canvas<Message>, { draft, lines, setting }: Model): void => {
  if (draft === undefined) {
    canvas.put(canvas.put(0, 0, '› ', muted), 0, `m: “${lineOf(setting.lines, lines)}”`, muted);
    canvas.tap({ chord: 'Enter' });
    return;
  }
  const after = canvas.put(0, 0, '› ', { role: 'prompt', bold: true });
  // The end of a long line is where it goes on.
  let shown = draft;
  while (cells(shown) > canvas.columns - after - 1) shown = [...shown].slice(1).join('');
  canvas.showCursor(canvas.put(after, 0, shown), 0);
};

const drawVerdict = (speech: Speech, canvas: Canvas, y: number, world: World): void => {
  const fault = faultOf(world);
  const after = verdict(canvas, y, fault === undefined, speech.translate(fault ?? phrase`each message once, in order`));
  const { near, far } = world;
  const here = near.written + near.received;
  const there = far ? speech.say`${here} messages here, ${far.written + far.received} there` : speech.say`${here} messages here`;
  if (after + cells(there) + 2 <= canvas.columns) canvas.right(y, there, muted);
};

/** Which safeguard is off, or else what the wire does. */
const drawState = (speech: Speech, canvas: Canvas, y: number, { setting, world }: Model): void => {
  const [text, style] = wireState(speech, world.wire);
  const x = setting.without === undefined ? 0 : canvas.put(0, y, speech.say`without ${setting.without}  `, { role: 'bad', bold: true });
  const after = canvas.put(x, y, text, style);
  const counts = wireCounts(speech, world.wire);
  if (after + cells(counts) + 2 <= canvas.columns) canvas.right(y, counts, muted);
};

const titled = (canvas: Canvas<Message>, name: string, state: Line): Canvas<Message> => {
  const inside = canvas.box(name);
  const width = state.reduce((sum, { text }) => sum + cells(text), 0) + 2;
  const x = canvas.columns - width - 2;
  if (state.length > 0 && x > cells(name) + 4) canvas.line(x, 0, [{ text: ' ' }, ...state, { text: ' ' }]);
  return inside.region(1, 0, inside.columns - 2);
};

/** The near end in a box, with its line to write on. */
const drawNear = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const inside = titled(canvas, speech.translate('you'), stateOf(speech, model.world.near));
  drawChat(speech, inside.region(0, 0, inside.columns, inside.rows - 2), nearShown(speech, model));
  inside.region(0, inside.rows - 2, inside.columns, 1).fill('┈', muted);
  drawDraft(inside.region(0, inside.rows - 1, inside.columns, 1), model);
};

const drawFar = (speech: Speech, canvas: Canvas<Message>, peer: Peer, now: number): void => {
  drawChat(speech, titled(canvas, speech.translate('echo'), stateOf(speech, peer)), farShown(speech, peer, now));
};

/** The wire in a box, and below it what happens. */
const drawWire = (speech: Speech, canvas: Canvas<Message>, model: Model, logRows: number): void => {
  const { world, log } = model;
  const inside = titled(canvas.region(0, 0, canvas.columns, canvas.rows - logRows), speech.translate('the wire'), [
    {
      text: world.far
        ? speech.say`echo, ${world.wire.latency / 1000} s away`
        : speech.say`another tab, ${world.wire.latency / 1000} s away`,
      style: muted,
    },
  ]);
  drawLadder(speech, inside, world.wire, world.near.side, world.now);
  drawLog(speech, titled(canvas.region(0, canvas.rows - logRows), speech.translate('what happens'), []), log);
};

const drawBelow = (speech: Speech, canvas: Canvas, y: number, model: Model): void => {
  drawState(speech, canvas, y, model);
  drawVerdict(speech, canvas, y + 1, model.world);
};

const drawTriple = (speech: Speech, canvas: Canvas<Message>, model: Model, far: Peer): void => {
  const side = Math.min(44, Math.floor((canvas.columns - 2) * 0.31));
  const rows = canvas.rows - 3;
  drawNear(speech, canvas.region(0, 0, side, rows), model);
  drawWire(speech, canvas.region(side + 1, 0, canvas.columns - 2 * side - 2, rows), model, Math.min(10, Math.floor(rows / 3)));
  drawFar(speech, canvas.region(canvas.columns - side, 0, side, rows), far, model.world.now);
  canvas.line(1, rows, legend(speech));
  drawBelow(speech, canvas.region(1, 0, canvas.columns - 2), rows + 1, model);
};

const drawPair = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const side = Math.floor((canvas.columns - 1) * 0.45);
  const rows = canvas.rows - (canvas.rows < ROOMY ? 2 : 3);
  drawNear(speech, canvas.region(0, 0, side, rows), model);
  drawWire(speech, canvas.region(side + 1, 0, canvas.columns - side - 1, rows), model, Math.min(10, Math.floor(rows / 3)));
  if (rows + 2 < canvas.rows) canvas.line(1, rows, legend(speech));
  drawBelow(speech, canvas.region(1, 0, canvas.columns - 2), canvas.rows - 2, model);
};

const rule = (canvas: Canvas, y: number, name: string, state: Line): void => {
  canvas.region(0, y, canvas.columns, 1).fill('─', muted);
  canvas.put(1, y, ` ${name} `, { role: 'heading' });
  const width = state.reduce((sum, { text }) => sum + cells(text), 0) + 2;
  canvas.line(canvas.columns - width - 1, y, [{ text: ' ' }, ...state, { text: ' ' }]);
};

const drawStacked = (speech: Speech, canvas: Canvas<Message>, model: Model): void => {
  const { world, log } = model;
  const news = Math.max(1, Math.min(5, Math.floor((canvas.rows - 14) / 4)));
  const room = Math.max(0, canvas.rows - 5 - news);
  const talk = Math.ceil(room * 0.6);
  rule(canvas, 0, speech.translate('you'), stateOf(speech, world.near));
  drawChat(speech, canvas.region(0, 1, canvas.columns, talk), nearShown(speech, model));
  rule(canvas, talk + 1, speech.translate('the wire'), [{ text: nameOfFar(speech, world), style: { role: 'heading' } }]);
  drawLadder(speech, drawEnds(canvas.region(0, talk + 2, canvas.columns, room - talk)), world.wire, world.near.side, world.now);
  drawLog(speech, canvas.region(0, room + 2, canvas.columns, news), log);
  drawBelow(speech, canvas, canvas.rows - 3, model);
  drawDraft(canvas.region(0, canvas.rows - 1, canvas.columns, 1), model);
};

/** Draws the model. */
export const view = (model: Model, canvas: Canvas<Message>, speech: Speech): void => {
  const fits = ({ columns, rows }: typeof PAIR): boolean => canvas.columns >= columns && canvas.rows >= rows;
  const { far } = model.world;
  if (fits(TRIPLE) && far) drawTriple(speech, canvas, model, far);
  else if (fits(PAIR)) drawPair(speech, canvas, model);
  else drawStacked(speech, canvas, model);
};
