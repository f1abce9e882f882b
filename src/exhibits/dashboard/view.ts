/** How the page looks: its widgets fill as their calls run, up to the line at which it goes out, and the upstreams beside them. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, cut, type Hue, heading, write, writeRight } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import type { Attempt, Client } from './client.ts';
import { inFlight, queued } from './client.ts';
import { upstreams } from './layouts.ts';
import { PAGE_DEADLINE, type Slot } from './page.ts';
import { healthNames, pageTitle } from './text.ts';
import { asksOnce, isPunctual, keepsLimits, quantile, type World, type WorldEvent } from './world.ts';

/** Columns of a widget's name, and of its time. */
const NAME = 14;
const TIME = 10;
/** Columns of the upstreams, where they stand beside the page. */
const SIDE = 44;
const WIDE = 100;
/** How much later than its deadline a page is shown, in shares of it. */
const REACH = 1.15;

const hues: Readonly<Record<Slot['status'], Hue>> = { waiting: 'accent', there: 'good', late: 'bad', failed: 'bad' };
const late = 'left out' satisfies Sentences;
const failed = 'failed' satisfies Sentences;

const attemptsOf = ({ attempts, flight, status }: Slot, { flights }: Client): readonly Attempt[] =>
  status === 'waiting' ? (flights.find(({ id }) => id === flight)?.attempts ?? []) : attempts;

/** A widget: what it is called, its call from when it had its turn, and when it was there. */
const drawSlot = (speech: Speech, canvas: Canvas, y: number, rows: number, slot: Slot, world: World): void => {
  const { mine, client, now } = world;
  const bar = canvas.region(NAME, y, canvas.columns - NAME - TIME, rows);
  const longest = Math.max(PAGE_DEADLINE * REACH, (mine.sent ?? now) - mine.begun);
  const column = (at: number): number => Math.min(bar.columns, Math.round(((at - mine.begun) / longest) * bar.columns));
  const until = slot.ended ?? Math.min(now, mine.sent ?? now);
  const [first, twin] = attemptsOf(slot, client);
  const hue = hues[slot.status];
  const middle = y + Math.floor((rows - 1) / 2);
  write(canvas, 0, middle, cut(speech.translate(slot.widget.title), NAME - 1), undefined, slot.status === 'there');
  block(bar, 0, 0, bar.columns, rows, 'panel');
  block(bar, 0, 0, column(until), rows, 'raised');
  if (first) block(bar, Math.max(0, column(first.started)), 0, Math.max(1, column(until) - Math.max(0, column(first.started))), rows, hue);
  if (twin && twin.started <= until) block(bar, Math.max(0, column(twin.started)), 0, 1, rows, 'other');
  const text =
    slot.status === 'there'
      ? `${(slot.ended ?? now) - mine.begun} ms`
      : slot.status === 'waiting'
        ? ''
        : speech.translate(slot.status === 'late' ? late : failed);
  write(canvas, canvas.columns - TIME + 1, middle, cut(text, TIME - 1), slot.status === 'there' ? 'quiet' : 'bad', slot.status !== 'there');
};

/** The page with the line at which it goes out through all its widgets. */
const drawPage = (speech: Speech, canvas: Canvas, world: World): void => {
  const { mine, now } = world;
  const sent = mine.sent === undefined ? speech.translate('on its way') : speech.say`out after ${mine.sent - mine.begun} ms`;
  heading(canvas, 0, pageTitle(speech, world), sent, mine.sent === undefined ? 'lit' : 'good');
  // Widgets share the rows, a blank one between two where there is room, three at most for one.
  const room = Math.max(mine.slots.length, Math.min(canvas.rows - 2, 4 * mine.slots.length));
  const top = (index: number): number => 1 + Math.floor((index * room) / mine.slots.length);
  mine.slots.forEach((slot, index) => void drawSlot(speech, canvas, top(index), Math.max(1, top(index + 1) - top(index) - 1), slot, world));
  const longest = Math.max(PAGE_DEADLINE * REACH, (mine.sent ?? now) - mine.begun);
  const x = NAME + Math.round((PAGE_DEADLINE / longest) * (canvas.columns - NAME - TIME));
  const end = Math.min(canvas.rows - 1, Math.max(1 + mine.slots.length, room));
  block(canvas, x, 1, 1, end - 1, 'signal');
  const text = speech.say`${PAGE_DEADLINE} ms`;
  write(canvas, Math.max(0, x - Math.floor(text.length / 2)), end, text, 'signal', true);
};

const healthRoles: Readonly<Record<World['health'][number], Role>> = { well: 'good', slow: 'lit', failing: 'bad' };

/** An upstream: its calls as cells, up to its limit, and those that wait for their turn. */
const drawUpstream = (speech: Speech, canvas: Canvas<WorldEvent>, index: number, world: World): void => {
  const { name, limit } = upstreams[index] ?? { name: '', limit: 1 };
  const health = world.health[index] ?? 'well';
  const isChosen = index === world.selected;
  const calls = inFlight(world.client, index);
  write(canvas, 0, 0, `${isChosen ? '›' : ' '} ${name}`, isChosen ? 'lit' : undefined, isChosen);
  writeRight(canvas, 0, speech.translate(healthNames[health]), healthRoles[health], health !== 'well');
  canvas.tap({ message: { kind: 'select', by: index - world.selected } });
  const y = canvas.rows > 1 ? 1 : 0;
  const x = canvas.rows > 1 ? 2 : 14;
  for (let slot = 0; slot < limit; slot++) block(canvas, x + slot * 3, y, 2, 1, slot < calls ? 'accent' : 'raised');
  block(canvas, x + limit * 3, y, Math.min(10, Math.max(0, calls - limit)), 1, 'bad');
  const waiting = queued(world.client, index);
  if (waiting > 0) write(canvas, x + limit * 3 + 1, y, speech.say`${waiting} wait`, 'quiet');
};

const drawUpstreams = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  const pitch = Math.max(1, Math.min(3, Math.floor((canvas.rows - 1) / upstreams.length)));
  heading(canvas, 0, speech.translate('upstreams'), speech.say`${world.traffic} pages/s`);
  upstreams.forEach((_, index) => {
    drawUpstream(speech, canvas.region(0, 1 + index * pitch, canvas.columns, Math.max(1, pitch - 1)), index, world);
  });
};

const drawHero = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  if (canvas.columns >= WIDE) {
    drawPage(speech, canvas.region(0, 0, canvas.columns - SIDE - 6), world);
    drawUpstreams(speech, canvas.region(canvas.columns - SIDE, 0), world);
    return;
  }
  const below = canvas.rows >= world.mine.slots.length + upstreams.length + 3 ? upstreams.length + 1 : 0;
  drawPage(speech, canvas.region(0, 0, canvas.columns, canvas.rows - below), world);
  if (below > 0) drawUpstreams(speech, canvas.region(0, canvas.rows - below), world);
};

const figuresOf = (speech: Speech, world: World): readonly Figure[] => {
  const missing = world.mine.slots.filter(({ status }) => status === 'late' || status === 'failed').length;
  return [
    { value: String(quantile(world, 0.95)), unit: 'ms', label: speech.translate('95 % are out in'), short: speech.translate('ms (95 %)') },
    {
      value: String(missing),
      label: speech.translate('widgets missing'),
      short: speech.translate('missing'),
      ...(missing > 0 ? { hue: 'bad' as const } : {}),
    },
    { value: String(world.client.counts.shared), label: speech.translate('calls shared'), short: speech.translate('shared') },
  ];
};

const verdictOf = (speech: Speech, world: World): Verdict => {
  if (!isPunctual(world))
    return {
      holds: false,
      text: speech.say`NOT every page is out in time: one is later than ${PAGE_DEADLINE} ms.`,
      short: speech.say`NOT in time: over ${PAGE_DEADLINE} ms.`,
    };
  if (!keepsLimits(world))
    return {
      holds: false,
      text: speech.translate('NOT every upstream is spared: one has more calls than its limit.'),
      short: speech.translate('NOT spared: calls over a limit.'),
    };
  if (!asksOnce(world))
    return {
      holds: false,
      text: speech.translate('NOT every question is asked once: two calls ask the same.'),
      short: speech.translate('NOT once: two calls ask the same.'),
    };
  return {
    holds: true,
    text: speech.say`Every page is out within ${PAGE_DEADLINE} ms, and no upstream is over its limit.`,
    short: speech.say`Each page out within ${PAGE_DEADLINE} ms.`,
  };
};

const headlines = {
  next: 'The page goes out without it. Press [2] to take the deadline away, then [Space] to fetch again.',
  nextShort: 'It goes out without. Press [2] to drop the deadline, then [Space].',
} satisfies Sentences;

/** What a visitor sees of the page; `claim` is what the résumé says of the real one. */
export const show = (world: World, claim: string, isTried: boolean, speech: Speech): Show<WorldEvent> => ({
  headline: isTried
    ? speech.translate(headlines.next)
    : speech.say`A seller’s page in ${PAGE_DEADLINE} ms, whatever its upstreams do. Press [x]: one becomes slow.`,
  short: isTried
    ? speech.translate(headlines.nextShort)
    : speech.say`A page in ${PAGE_DEADLINE} ms, whatever happens. Press [x]: an upstream turns slow.`,
  claim,
  figures: figuresOf(speech, world),
  verdict: verdictOf(speech, world),
  hero: (canvas) => drawHero(speech, canvas, world),
});
