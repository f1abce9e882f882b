/** How the three limiters look: doors side by side, each with what it counts, and what it let in and turned away. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { count } from '../stage/figures.ts';
import { block, cut, heading, meter, sparkline, write } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { allAnswered, type Bench, leaked, limitOf } from './engine.ts';
import type { Lane } from './lane.ts';
import { RULES } from './limiter.ts';
import type { Message, Model, Moment } from './model.ts';

/** Columns from which the doors stand side by side. */
const WIDE = 84;
/** Requests in a step that fill a column of what was let in, or turned away. */
const CROWD = 4;

const doors = { bucket: 'a bucket of tokens', window: 'a sliding window', slots: 'slots' } satisfies Sentences;

const ruleOf = (speech: Speech, { kind }: Lane): string => {
  if (kind === 'bucket') return speech.say`${RULES.rate} tokens a second, at most ${RULES.burst}`;
  return kind === 'window'
    ? speech.say`${RULES.limit} in any ${RULES.span / 1000} seconds`
    : speech.say`${RULES.slots} requests at work at once`;
};

const stateOf = (speech: Speech, { limiting, downUntil }: Lane, now: number): readonly [text: string, role: Role] => {
  if (downUntil > now) return [speech.say`crashed, back in ${((downUntil - now) / 1000).toFixed(1)} s`, 'bad'];
  return limiting ? [speech.translate('turns away'), 'bad'] : [speech.translate('open'), 'good'];
};

/** Cells in a row, of which some are filled. */
const drawSlots = (canvas: Canvas, filled: number, most: number): void => {
  const pitch = Math.max(2, Math.floor((canvas.columns + 1) / most));
  for (let slot = 0; slot < most; slot++)
    block(canvas, slot * pitch, 0, pitch - 1, canvas.rows, slot < Math.floor(filled) ? 'good' : 'raised');
  const spare = Math.floor(filled) - most;
  if (spare > 0) write(canvas, 0, 0, `+${spare}`, 'on', true);
};

/** The last requests as they slide out of the window. */
const drawWindow = (canvas: Canvas, times: readonly number[], now: number): void => {
  block(canvas, 0, 0, canvas.columns, canvas.rows, 'raised');
  for (const time of times) {
    const x = Math.round((1 - (now - time) / RULES.span) * (canvas.columns - 2));
    block(canvas, Math.max(0, x), 0, 1, canvas.rows, 'good');
  }
};

/** The handlers at work, each as far as it is; a slot that nobody has and nobody gets is lost. */
const drawHandlers = (canvas: Canvas, { handlers, limiter }: Lane, now: number): void => {
  const pitch = Math.max(2, Math.floor((canvas.columns + 1) / RULES.slots));
  const used = limiter.kind === 'slots' ? limiter.used : 0;
  for (let slot = 0; slot < RULES.slots; slot++) {
    const handler = handlers[slot];
    const ground = handler || slot >= used ? 'raised' : 'bad';
    for (let y = 0; y < canvas.rows; y++) {
      if (handler) meter(canvas, slot * pitch, y, pitch - 1, Math.max(0.1, (now - handler.since) / handler.work), 'accent');
      else block(canvas, slot * pitch, y, pitch - 1, 1, ground);
    }
  }
};

const drawCounter = (canvas: Canvas, lane: Lane, now: number): void => {
  const { limiter } = lane;
  if (limiter.kind === 'bucket') drawSlots(canvas, limiter.tokens, RULES.burst);
  else if (limiter.kind === 'window') drawWindow(canvas, limiter.times, now);
  else drawHandlers(canvas, lane, now);
};

/** The newest moments, a cell each: let in, turned away, or nothing. */
const drawStrip = (canvas: Canvas, y: number, strip: readonly Moment[]): void => {
  strip.slice(-canvas.columns).forEach(({ passed, refused }, x) => {
    block(canvas, x, y, 1, 1, refused > 0 ? 'bad' : passed > 0 ? 'good' : 'panel');
  });
};

const drawDoor = (speech: Speech, canvas: Canvas, lane: Lane, strip: readonly Moment[], now: number): void => {
  heading(canvas, 0, speech.translate(doors[lane.kind]), ...stateOf(speech, lane, now));
  if (canvas.rows < 6) {
    drawCounter(canvas.region(0, 1, canvas.columns, 1), lane, now);
    drawStrip(canvas, 2, strip);
    return;
  }
  write(canvas, 0, 1, cut(ruleOf(speech, lane), canvas.columns), 'quiet');
  if (canvas.rows < 10) {
    drawCounter(canvas.region(0, 2, canvas.columns, 2), lane, now);
    drawStrip(canvas, 5, strip);
    return;
  }
  const thick = canvas.rows >= 20 ? 3 : 2;
  drawCounter(canvas.region(0, 3, canvas.columns, thick), lane, now);
  const rest = canvas.region(0, 4 + thick);
  const high = Math.max(1, Math.floor((rest.rows - 3) / 2));
  heading(rest, 0, speech.translate('let in'), count(lane.counts.offered - lane.counts.limited));
  sparkline(
    rest.region(0, 1, rest.columns, high),
    strip.map(({ passed }) => passed),
    'good',
    CROWD,
  );
  heading(rest, high + 2, speech.translate('turned away'), count(lane.counts.limited));
  const away = rest.region(0, high + 3, rest.columns, high);
  sparkline(
    away,
    strip.map(({ refused }) => refused),
    'bad',
    CROWD,
  );
};

const drawHero = (speech: Speech, canvas: Canvas, { bench, history }: Model): void => {
  const { lanes, now } = bench;
  const isWide = canvas.columns >= WIDE;
  const pitch = Math.floor(((isWide ? canvas.columns : canvas.rows) + (isWide ? 4 : 1)) / lanes.length);
  lanes.forEach((lane, index) => {
    const part = isWide
      ? canvas.region(index * pitch, 0, pitch - 4, canvas.rows)
      : canvas.region(0, index * pitch, canvas.columns, Math.max(1, pitch - 1));
    drawDoor(speech, part, lane, history[index] ?? [], now);
  });
};

const total = ({ lanes }: Bench, of: (lane: Lane) => number): number => lanes.reduce((sum, lane) => sum + of(lane), 0);

const figuresOf = (speech: Speech, bench: Bench): readonly Figure[] => [
  { value: count(total(bench, ({ counts }) => counts.offered - counts.limited)), label: speech.translate('let in') },
  { value: count(total(bench, ({ counts }) => counts.limited)), label: speech.translate('turned away') },
  {
    value: count(total(bench, ({ counts }) => counts.panicked)),
    label: speech.translate('panics contained'),
    short: speech.translate('contained'),
  },
];

const limitNames = { bucket: 'in a burst', window: 'in the window', slots: 'at once' } satisfies Sentences;

const verdictOf = (speech: Speech, bench: Bench): Verdict => {
  const broken = bench.lanes.find((lane) => !limitOf(lane).kept);
  const [lost, leaks] = [total(bench, ({ counts }) => counts.lost), total(bench, leaked)];
  if (broken) {
    const { peak, most } = limitOf(broken);
    const what = speech.say`${Math.ceil(peak - 1e-6)} of ${most} ${speech.translate(limitNames[broken.kind])}`;
    return { holds: false, text: speech.say`NOT every door kept its limit: ${what}.`, short: speech.say`NOT kept: ${what}.` };
  }
  if (lost > 0)
    return {
      holds: false,
      text: speech.say`NOT every request was answered: ${lost} were lost in a crash.`,
      short: speech.say`NOT answered: ${lost} were lost.`,
    };
  if (leaks > 0)
    return {
      holds: false,
      text: speech.say`NOT every slot is free again: ${leaks} are taken by nobody.`,
      short: speech.say`NOT free: ${leaks} taken by nobody.`,
    };
  return {
    holds: bench.lanes.every(allAnswered),
    text: speech.translate('No door lets in more than its limit, and each request is answered.'),
    short: speech.translate('Limits kept, each answered.'),
  };
};

const headlines = {
  first: 'Three doors, one crowd. Hold [Space] to send, press [b] for a burst: each door keeps its limit.',
  firstShort: 'Three doors, one crowd. [Space] sends, [b] is a burst: each keeps its limit.',
  next: 'Each door counts in its own way. Press [1] to recover from nothing, then [x]: one panic takes all.',
  nextShort: 'Press [1] to recover from nothing, then [x]: one panic takes all.',
} satisfies Sentences;

/** What a visitor sees of the limiters. */
export const show = (model: Model, isTried: boolean, speech: Speech): Show<Message> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  figures: figuresOf(speech, model.bench),
  verdict: verdictOf(speech, model.bench),
  hero: (canvas) => drawHero(speech, canvas, model),
});
