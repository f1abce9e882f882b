/** How the marketplace looks: a race of keywords, counted exactly and by the sketch, and the days of the index below. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, cut, heading, write, writeRight } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { DEPTH, hits, TOP, topBySketch, topExactly, understates } from './scores.ts';
import { DAY, dayOf, FLUSH, search, size } from './segments.ts';
import { age, amount, figure } from './text.ts';
import { isComplete, type World, type WorldEvent } from './world.ts';

/** Keywords in the race. */
const SHOWN = 8;
/** Columns of a keyword, and of its count. */
const NAME = 18;
const COUNT = 8;
/** Columns from which the days stand beside the race. */
const WIDE = 100;

/** A keyword as long as what is counted exactly, and what the sketch says too much as an overhang. */
const drawRace = (speech: Speech, canvas: Canvas, world: World): void => {
  const { scores, now, surges, scale } = world;
  heading(canvas, 0, speech.translate('wanted right now'), speech.say`${DEPTH}×${scale.width} counters for ${scores.exact.size} keywords`);
  const exact = new Map(topExactly(scores, now).map(({ key, count }) => [key, count]));
  const wanted = new Set(surges.map(({ keyword }) => keyword));
  const ranking = topBySketch(scores, now).slice(0, Math.min(SHOWN, canvas.rows - 2));
  const most = ranking[0]?.count ?? 1;
  const pitch = Math.max(1, Math.min(3, Math.floor((canvas.rows - 2) / SHOWN)));
  const room = canvas.columns - NAME - COUNT;
  ranking.forEach(({ key, count }, index) => {
    const y = 1 + index * pitch;
    const isSurging = wanted.has(key);
    write(canvas, 0, y, cut(`${isSurging ? '↑ ' : ''}${key}`, NAME - 1), isSurging ? 'lit' : undefined, isSurging);
    const bar = canvas.region(NAME, y, room, Math.max(1, pitch - 1));
    const right = Math.min(count, exact.get(key) ?? count);
    const columns = (value: number): number => Math.round((value / most) * (room - 1));
    block(bar, 0, 0, columns(count), bar.rows, 'bad');
    block(bar, 0, 0, columns(right), bar.rows, isSurging ? 'accent' : 'good');
    writeRight(canvas, y, count.toFixed(1), 'quiet');
  });
  const y = Math.min(canvas.rows - 1, 1 + SHOWN * pitch);
  const x = canvas.columns < WIDE ? 0 : NAME;
  block(canvas, x, y, 2, 1, 'good');
  const after = write(canvas, x + 3, y, speech.translate('counted'), 'quiet') + 2;
  block(canvas, after, y, 2, 1, 'bad');
  write(canvas, after + 3, y, speech.translate('the sketch says too much'), 'quiet');
};

/** A day's segments as blocks, as wide as they are large; the day that goes next is marked. */
const drawDay = (speech: Speech, canvas: Canvas, day: number, { index, now, scale }: World): void => {
  const isEnding = now - scale.retention * DAY > day * DAY;
  const isToday = day === dayOf(now);
  write(canvas, 0, 0, speech.say`day ${day + 1}`, isToday ? 'lit' : 'quiet', isToday);
  let x = 8;
  const rows = Math.max(1, canvas.rows - (canvas.rows > 1 ? 1 : 0));
  for (const { products } of index.segments.filter((segment) => segment.day === day)) {
    const width = Math.max(1, Math.round(Math.sqrt(products.length / FLUSH) * 3));
    block(canvas, x, 0, width, rows, isEnding ? 'bad' : isToday ? 'accent' : 'other');
    x += width + 1;
  }
  if (isToday && index.buffer.length > 0) block(canvas, x, 0, 1, rows, 'rule');
};

const drawDays = (speech: Speech, canvas: Canvas, world: World): void => {
  const { index, now, scale } = world;
  const today = dayOf(now);
  heading(
    canvas,
    0,
    speech.say`the index keeps ${amount(scale.retention, 'day')}`,
    speech.say`${amount(index.segments.length, 'segment')}, ${amount(index.merges, 'merge')}`,
  );
  const days = [...new Set([...index.segments.map(({ day }) => day), today])].sort((a, b) => b - a);
  const pitch = Math.max(1, Math.min(3, Math.floor((canvas.rows - 1) / (scale.retention + 2))));
  days.slice(0, Math.floor((canvas.rows - 1) / pitch)).forEach((day, row) => {
    drawDay(speech, canvas.region(0, 1 + row * pitch, canvas.columns, pitch), day, world);
  });
};

/** What is asked for, and what was found by all of its words. */
const drawSearch = (speech: Speech, canvas: Canvas<WorldEvent>, { query = '', typing, index, scores, now }: World): void => {
  const end = write(canvas, write(canvas, 0, 0, '/ ', 'lit', true), 0, query, undefined, true);
  if (typing) canvas.showCursor(end, 0);
  const { found, visited, read } = search(index, scores, query, now);
  const summary = speech.say`${figure(found.length)} found: ${amount(visited, 'segment')}, ${amount(read, 'place')} read`;
  if (query !== '' && canvas.columns - end > summary.length + 1) writeRight(canvas, 0, summary, 'quiet');
  found.slice(0, Math.max(0, canvas.rows - 2)).forEach(({ product, score }, row) => {
    write(canvas, 0, row + 2, score.toFixed(1).padStart(6), 'lit');
    write(canvas, 8, row + 2, cut(product.terms.join(' '), canvas.columns - 14));
    writeRight(canvas, row + 2, age(speech, now - product.at), 'quiet');
  });
};

const drawHero = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  const isWide = canvas.columns >= WIDE;
  const race = isWide ? Math.floor(canvas.columns * 0.58) : canvas.columns;
  const rows = isWide ? canvas.rows : Math.max(4, Math.ceil(canvas.rows * 0.6));
  drawRace(speech, canvas.region(0, 0, race, rows), world);
  const rest = isWide ? canvas.region(race + 5, 0) : canvas.region(0, rows + (rows + 6 < canvas.rows ? 1 : 0));
  if (world.query === undefined) drawDays(speech, rest, world);
  else drawSearch(speech, rest, world);
};

const figuresOf = (speech: Speech, { scores, now, scale, index }: World): readonly Figure[] => [
  {
    value: String(hits(scores, now)),
    unit: speech.say`of ${Math.min(TOP, scores.exact.size)}`,
    label: speech.translate('of the top found'),
    short: speech.translate('of top 10'),
  },
  {
    value: String(DEPTH * scale.width),
    unit: speech.say`of ${scores.exact.size}`,
    label: speech.translate('counters kept'),
    short: speech.translate('counters'),
  },
  { value: figure(size(index)), label: speech.translate('products kept'), short: speech.translate('products') },
];

const verdictOf = (speech: Speech, world: World): Verdict => {
  if (understates(world.scores))
    return {
      holds: false,
      text: speech.translate('NOT never too little: the sketch has lost searches.'),
      short: speech.translate('NOT right: searches are lost.'),
    };
  if (!isComplete(world))
    return {
      holds: false,
      text: speech.translate('NOT every product is in one segment.'),
      short: speech.translate('NOT each product once.'),
    };
  return {
    holds: true,
    text: speech.translate('The sketch never says too little, and each product is in one segment.'),
    short: speech.translate('Never too little, each once.'),
  };
};

const headlines = {
  first: 'What is wanted right now, guessed by a sketch and counted exactly. Press [t]: something surges.',
  firstShort: 'What is wanted now, guessed and counted. Press [t]: something surges.',
  next: 'A smaller sketch says too much, never too little. Press [w] to change it, or [/] to search.',
  nextShort: 'A small sketch says too much. Press [w] to change it, [/] to search.',
} satisfies Sentences;

/** What a visitor sees of the marketplace; `claim` is what the résumé says of the real one. */
export const show = (world: World, claim: string, isTried: boolean, speech: Speech): Show<WorldEvent> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  claim,
  figures: figuresOf(speech, world),
  verdict: verdictOf(speech, world),
  hero: (canvas) => drawHero(speech, canvas, world),
});
