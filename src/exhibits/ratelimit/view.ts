/** How the three limiters look: what room each has left, what it let through and refused, its handlers, and what is promised. */
import { type Phrase, phrase, type Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, bar, chart, gauge, verdict } from '../../tui/widgets.ts';
import { count } from '../stage/figures.ts';
import { drawLog } from '../stage/log.ts';
import { allAnswered, type Bench, leaked, limitOf } from './engine.ts';
import { type Lane, names } from './lane.ts';
import { parts, RULES, room } from './limiter.ts';
import type { Model, Moment } from './model.ts';

/** From this size on the limiters stand side by side. */
const WIDE = { columns: 84, rows: 24 };

const rules: Readonly<Record<Lane['kind'], Phrase>> = {
  bucket: phrase`${RULES.rate} tokens a second, holds ${RULES.burst}`,
  window: phrase`${RULES.limit} in any ${RULES.span / 1000} seconds`,
  slots: phrase`${RULES.slots} handlers at once`,
};

const drawRoom = (canvas: Canvas, y: number, { kind, limiter }: Lane): void => {
  const [left, most] = room(limiter);
  const value = `${Math.floor(left)}/${most}`.padStart(5);
  gauge(canvas, y, left / most, { label: names[kind], labelColumns: 14, value, style: { role: left < 1 ? 'bad' : 'good' } });
};

const heights = ['·', '▂', '▄', '▆', '█'];

const lookOf = ({ passed, refused }: Moment): Role => {
  if (passed + refused === 0) return 'muted';
  if (refused === 0) return 'good';
  return passed === 0 ? 'bad' : 'warn';
};

/** The newest moments, a cell each: how many requests, and whether they were let through. */
const drawStrip = (canvas: Canvas, y: number, strip: readonly Moment[]): void => {
  const shown = strip.slice(-canvas.columns);
  for (const [x, moment] of shown.entries()) {
    const height = Math.min(heights.length - 1, moment.passed + moment.refused);
    canvas.put(x, y, heights[height] ?? '·', { role: lookOf(moment) });
  }
};

/** What became of the requests; while the server is down, how long it will be. */
const drawCounts = ({ say }: Speech, canvas: Canvas, y: number, { counts, handlers, downUntil }: Lane, now: number): void => {
  if (downUntil > now) {
    canvas.put(0, y, say`crashed: back in ${((downUntil - now) / 1000).toFixed(1)} s`, { role: 'bad', bold: true });
    return;
  }
  canvas.line(0, y, [
    { text: say`busy ${handlers.length}` },
    { text: say` ok ${counts.answered}`, style: { role: 'good' } },
    { text: say` refused ${counts.limited}`, style: { role: 'warn' } },
    { text: say` panics ${counts.panicked}`, style: { role: counts.panicked > 0 ? 'bad' : 'muted' } },
  ]);
};

const drawHeading = ({ say, translate }: Speech, canvas: Canvas, { bench, paused }: Model): void =>
  void canvas.put(0, 0, say`load ${bench.load}, ${count(bench.nextId - 1)} sent${paused ? `, ${translate('paused')}` : ''}`, {
    role: 'muted',
  });

/** The parts, each of which a key or a tap switches. */
const drawParts = (canvas: Canvas, y: number, { on }: Bench): void => {
  let x = 0;
  for (const [index, part] of parts.entries()) {
    const after = canvas.put(x, y, `${index + 1} ${part}`, { role: on.has(part) ? 'good' : 'muted' });
    canvas.region(x, y, after - x, 1).tap({ chord: String(index + 1) });
    x = after + 2;
  }
};

const answeredText = ({ say }: Speech, lanes: readonly Lane[]): readonly [holds: boolean, text: string] => {
  const sum = (of: (lane: Lane) => number): number => lanes.reduce((total, lane) => total + of(lane), 0);
  const [lost, leaks] = [sum(({ counts }) => counts.lost), sum(leaked)];
  if (lost > 0) return [false, say`${lost} requests never answered`];
  if (leaks > 0) return [false, say`${leaks} slots taken by nobody`];
  return [lanes.every(allAnswered), say`each answered; ${sum(({ counts }) => counts.panicked)} panics contained`];
};

/** The promises, checked on what was let through: the last two rows. */
const drawVerdict = (speech: Speech, canvas: Canvas, { lanes }: Bench): void => {
  const limits = lanes.map(limitOf);
  const text = limits.map(({ peak, most }, index) => `${['burst', 'window', 'slots'][index]} ${Math.ceil(peak - 1e-6)}/${most}`);
  verdict(
    canvas,
    canvas.rows - 2,
    limits.every(({ kept }) => kept),
    text.join(' '),
  );
  const [answered, answers] = answeredText(speech, lanes);
  verdict(canvas, canvas.rows - 1, answered, answers);
};

const drawNarrow = (speech: Speech, model: Model, canvas: Canvas): void => {
  const { bench } = model;
  drawHeading(speech, canvas, model);
  drawParts(canvas, 1, bench);
  for (const [index, lane] of bench.lanes.entries()) {
    const part = canvas.region(0, 2 + 4 * index, canvas.columns, 4);
    drawRoom(part, 0, lane);
    drawStrip(part, 1, model.history[index] ?? []);
    drawCounts(speech, part, 2, lane, bench.now);
  }
  drawLog(speech, canvas.region(0, 14, canvas.columns, canvas.rows - 16), model.log);
  canvas.region(0, canvas.rows - 2).fill(' ');
  drawVerdict(speech, canvas, bench);
};

const drawHandlers = (canvas: Canvas, { handlers }: Lane, now: number): void => {
  for (const [y, { id, since, work }] of handlers.slice(0, canvas.rows).entries()) {
    canvas.put(0, y, `#${id}`);
    canvas.put(7, y, bar((now - since) / work, canvas.columns - 7).trimEnd(), { role: 'accent' });
  }
};

const drawLane = (speech: Speech, canvas: Canvas, lane: Lane, strip: readonly Moment[], now: number): void => {
  const height = Math.max(1, Math.min(4, Math.floor((canvas.rows - 12) / 4)));
  canvas.put(0, 0, speech.translate(rules[lane.kind]), { role: 'muted' });
  drawRoom(canvas, 1, lane);
  canvas.put(0, 3, speech.translate('let through'), { role: 'muted' });
  const passed = strip.map((moment) => moment.passed);
  chart(canvas.region(0, 4, canvas.columns, height), passed, { role: 'good' }, 4);
  canvas.put(0, 4 + height, speech.translate('refused'), { role: 'muted' });
  const refused = strip.map((moment) => moment.refused);
  chart(canvas.region(0, 5 + height, canvas.columns, height), refused, { role: 'bad' }, 4);
  const y = 6 + 2 * height;
  drawCounts(speech, canvas, y, lane, now);
  drawHandlers(canvas.region(0, y + 2), lane, now);
};

const drawWide = (speech: Speech, model: Model, canvas: Canvas): void => {
  const { bench } = model;
  const bottom = 9;
  drawHeading(speech, canvas, model);
  drawParts(canvas.region(canvas.columns >> 1, 0), 0, bench);
  const boxes = across(canvas.region(0, 1, canvas.columns, canvas.rows - bottom - 1), bench.lanes.length);
  for (const [index, lane] of bench.lanes.entries()) {
    const box = boxes[index]?.box(names[lane.kind]);
    if (box) drawLane(speech, box, lane, model.history[index] ?? [], bench.now);
  }
  drawLog(speech, canvas.region(0, canvas.rows - bottom, canvas.columns, bottom - 3), model.log);
  drawVerdict(speech, canvas, bench);
};

/** Draws the model. */
export const draw = (model: Model, canvas: Canvas, speech: Speech): void => {
  if (canvas.columns >= WIDE.columns && canvas.rows >= WIDE.rows) drawWide(speech, model, canvas);
  else drawNarrow(speech, model, canvas);
};
