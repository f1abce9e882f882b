/** How the two caches look: the same rain of requests on two furnaces, of which one has a shelf above it that stops the most. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { duration, percent } from '../stage/figures.ts';
import { block, heading, meter, write } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { TTL } from './client.ts';
import { LOAD } from './engine.ts';
import { check, type Frame, type Lane, percentile, saving, together } from './lane.ts';
import type { Message, Model } from './model.ts';

/** Columns from which the furnaces stand side by side. */
const WIDE = 84;
/** Frames over which numbers are averaged, and of which the rain is made. */
const AVERAGED = 25;
/** Load of a furnace from which on it glows. */
const HOT = 0.75;

const shares = [0.5, 0.95, 0.99] as const;

/** What is drawn of a lane. */
interface Furnace {
  readonly name: string;
  readonly lane: Lane;
  readonly recent: Frame;
  /** The share of the keys that are asked for which memory does not have. */
  readonly falls: number;
}

const furnaceOf = (name: string, lane: Lane, frames: readonly Frame[]): Furnace => {
  const recent = together(frames.slice(-AVERAGED));
  return { name, lane, recent, falls: recent.values > 0 ? 1 - recent.hits / recent.values : 1 };
};

/** A number that looks like chance and is the same each time (the finalizer of MurmurHash3). */
const scatter = (column: number, salt: number): number => {
  let bits = column * 2 + salt + 1;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
};

/** Drops that fall through the rows, in a share of the columns. */
const drawRain = (canvas: Canvas, share: number, at: number): void => {
  for (let x = 0; x < canvas.columns; x++) {
    if (scatter(x, 1) >= share) continue;
    const y = (at + Math.floor(scatter(x, 2) * canvas.rows)) % Math.max(1, canvas.rows);
    block(canvas, x, y, 1, 1, 'accent');
  }
};

const drawFurnace = (speech: Speech, canvas: Canvas, { name, lane, recent, falls }: Furnace, { bench }: Model, slowest: number): void => {
  const at = Math.floor(bench.now / 20_000);
  const share = Math.min(1, 0.15 + bench.load / (2 * LOAD.most));
  heading(canvas, 0, name, speech.say`Redis CPU ${percent(recent.cpu)}`, recent.cpu > HOT ? 'bad' : 'good');
  const times = canvas.rows >= 14 ? shares.length + 1 : 0;
  const room = canvas.rows - 1 - times;
  const above = Math.max(1, Math.floor(room * 0.28));
  const hasShelf = lane.on.has('cache');
  drawRain(canvas.region(0, 1, canvas.columns, above), share, at);
  if (hasShelf) {
    block(canvas, 0, 1 + above, canvas.columns, 1, 'other');
    write(canvas, 1, 1 + above, speech.say`memory answers ${percent(1 - falls)}`, 'on', true);
  }
  drawRain(canvas.region(0, 2 + above, canvas.columns, Math.max(1, Math.floor(above / 2) + 1)), share * (hasShelf ? falls : 1), at);
  const top = 2 + above + Math.max(1, Math.floor(above / 2) + 1);
  const rows = Math.max(1, room + 1 - top);
  const full = Math.max(1, Math.round(Math.min(1, recent.cpu) * rows));
  block(canvas, 0, top, canvas.columns, rows, 'panel');
  block(canvas, 0, top + rows - full, canvas.columns, full, recent.cpu > HOT ? 'bad' : 'accent');
  if (times === 0) return;
  shares.forEach((part, index) => {
    const y = canvas.rows - shares.length + index;
    const value = percentile(lane, part);
    write(canvas, 0, y, `p${part * 100}`, 'quiet');
    meter(canvas, 4, y, canvas.columns - 14, value / slowest, 'other');
    write(canvas, canvas.columns - 9, y, duration(value / 1e6).padStart(9), 'text');
  });
};

const furnaces = (speech: Speech, { bench, before, after }: Model): readonly [Furnace, Furnace] => [
  furnaceOf(speech.translate('before: every key from Redis'), bench.before, before),
  furnaceOf(speech.translate('after: a memory of its own'), bench.after, after),
];

const drawHero = (speech: Speech, canvas: Canvas, model: Model): void => {
  const both = furnaces(speech, model);
  const slowest = Math.max(1, ...both.map(({ lane }) => percentile(lane, 0.99)));
  const isWide = canvas.columns >= WIDE;
  const half = isWide ? Math.floor((canvas.columns - 4) / 2) : canvas.columns;
  const rows = isWide ? canvas.rows : Math.floor((canvas.rows - 1) / 2);
  drawFurnace(speech, canvas.region(0, 0, half, rows), both[0], model, slowest);
  drawFurnace(speech, isWide ? canvas.region(half + 4, 0, half, rows) : canvas.region(0, rows + 1, half, rows), both[1], model, slowest);
};

const figuresOf = (speech: Speech, model: Model): readonly Figure[] => {
  const [before, after] = furnaces(speech, model);
  const cpu = saving(before.recent.cpu, after.recent.cpu);
  const p95 = saving(percentile(before.lane, 0.95), percentile(after.lane, 0.95));
  const share = (value: number): string => String(Math.round(-100 * value));
  const oldest = check(after.lane).oldest / 1000;
  return [
    { value: share(cpu), unit: '%', label: speech.translate('CPU here'), short: speech.translate('% CPU here') },
    { value: share(p95), unit: '%', label: speech.translate('p95 here'), short: speech.translate('% p95 here') },
    {
      value: String(Math.round(oldest)),
      unit: 'ms',
      label: speech.translate('oldest value'),
      short: speech.translate('ms oldest'),
      ...(oldest > TTL / 1000 ? { hue: 'bad' as const } : {}),
    },
  ];
};

const verdictOf = (speech: Speech, { bench }: Model): Verdict => {
  const { answered, fresh, oldest, single, flights } = check(bench.after);
  if (!answered)
    return {
      holds: false,
      text: speech.translate('NOT each request is answered once.'),
      short: speech.translate('NOT each answered once.'),
    };
  if (!fresh) {
    const [age, most] = [duration(oldest / 1e6), duration(TTL / 1e6)];
    return {
      holds: false,
      text: speech.say`NOT every value is fresh: one was ${age} old, of at most ${most}.`,
      short: speech.say`NOT fresh: one was ${age} old.`,
    };
  }
  if (!single)
    return {
      holds: false,
      text: speech.say`NOT one flight for a key: ${flights} asked for the same one at once.`,
      short: speech.say`NOT one flight: ${flights} at once.`,
    };
  return {
    holds: true,
    text: speech.translate('Each request is answered once, and no value is too old.'),
    short: speech.translate('Answered once, no value too old.'),
  };
};

const headlines = {
  first: 'The same game, without and with a memory of its own. Press [t]: everyone asks for one key.',
  firstShort: 'The same game, without and with a memory. Press [t]: all ask for one key.',
  next: 'Memory has a price, and expiry pays it. Press [4] to let values live for ever: they grow too old.',
  nextShort: 'Press [4] to let values live for ever: they grow too old.',
} satisfies Sentences;

/** What a visitor sees of the caches. */
export const show = (model: Model, isTried: boolean, speech: Speech): Show<Message> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  claim: model.claim,
  figures: figuresOf(speech, model),
  verdict: verdictOf(speech, model),
  hero: (canvas) => drawHero(speech, canvas, model),
});
