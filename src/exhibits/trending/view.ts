/** How the marketplace looks: what trends, by the sketch and exactly; the segments of the index by day; the search prompt. */
import type { Speech } from '../../locales/speech.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { across, bar, prose } from '../../tui/widgets.ts';
import { type Counted, DEPTH, topBySketch, topExactly, understates } from './scores.ts';
import { type Answer, DAY, dayOf, FLUSH, type Found, type ProductIndex, search, size } from './segments.ts';
import { age, amount, figure, precision, surging, timeOf } from './text.ts';
import { isComplete, type World, type WorldEvent } from './world.ts';

/** From this width on there is room for frames. */
const WIDE = 76;
/** From this width on there is room for whole sentences. */
const WORDY = 100;
/** Cells of a keyword, and of its score. */
const NAME = 16;
const SCORE = 7;

interface Ranking {
  readonly counted: readonly Counted[];
  /** Keys of the other ranking, to tell what is only in this one. */
  readonly others: ReadonlySet<string>;
  readonly surges: ReadonlySet<string>;
}

const drawRanking = (canvas: Canvas, { counted, others, surges }: Ranking): void => {
  const most = counted[0]?.count ?? 1;
  counted.slice(0, canvas.rows).forEach(({ key, count }, y) => {
    const same = others.has(key);
    canvas.region(0, y, NAME, 1).put(0, 0, `${surges.has(key) ? '↑' : ' '}${key}`, { role: same ? 'good' : 'warn' });
    const area = canvas.region(NAME + 1, y, canvas.columns - NAME - SCORE - 1, 1);
    area.put(0, 0, bar(count / most, area.columns), { role: 'accent' });
    canvas.right(y, count.toFixed(area.columns > 0 ? 1 : 0), { role: 'muted' });
  });
};

const drawRankings = ({ say }: Speech, canvas: Canvas, { scores, scale, surges, now }: World, framed: boolean): void => {
  const [left, right] = across(canvas, 2);
  const [sketched, exact] = [topBySketch(scores, now), topExactly(scores, now)];
  const wanted = new Set(surges.map(({ keyword }) => keyword));
  const draw = (place: Canvas | undefined, title: string, counted: readonly Counted[], other: readonly Counted[]): void => {
    const inside = framed ? place?.box(title) : place?.region(0, 1);
    if (!framed) place?.put(0, 0, title, { role: 'heading' });
    if (inside) drawRanking(inside, { counted, others: new Set(other.map(({ key }) => key)), surges: wanted });
  };
  draw(left, framed ? say`by a sketch of ${DEPTH}×${scale.width} counters` : say`sketch, ${DEPTH * scale.width}`, sketched, exact);
  draw(right, framed ? say`exactly, a counter for each of ${scores.exact.size}` : say`exact, ${scores.exact.size}`, exact, sketched);
};

/** A day's segments, side by side: a square for as many products as are written at once. */
const squares = ({ segments }: ProductIndex, day: number): string =>
  segments
    .filter((segment) => segment.day === day)
    .map(({ products }) => '■'.repeat(Math.max(1, Math.round(products.length / FLUSH))))
    .join('│');

const drawIndex = ({ say }: Speech, canvas: Canvas, { index, now, scale }: World): void => {
  const today = dayOf(now);
  const days = [...new Set([...index.segments.map(({ day }) => day), today])].sort((a, b) => b - a);
  days.slice(0, canvas.rows).forEach((day, y) => {
    const ending = now - scale.retention * DAY > day * DAY;
    const x = canvas.put(0, y, say`day ${day + 1}`.padEnd(8), { role: ending ? 'warn' : 'muted' });
    const after = canvas.put(x, y, squares(index, day), { role: day === today ? 'accent' : ending ? 'warn' : 'good' });
    if (day === today) canvas.put(after, y, `${after > x ? '│' : ''}${'□'.repeat(index.buffer.length > 0 ? 1 : 0)}`, { role: 'muted' });
  });
};

const indexTitle = ({ say }: Speech, { index, scale }: World): string =>
  say`${amount(size(index), 'product')}, ${amount(index.segments.length, 'segment')}, ${amount(index.merges, 'merge')}, ${index.dropped} dropped, ${amount(scale.retention, 'day')} kept`;

const drawFound = (speech: Speech, canvas: Canvas, y: number, { product, score }: Found, now: number): void => {
  canvas.put(0, y, score.toFixed(1).padStart(6), { role: 'accent' });
  canvas.put(8, y, product.terms.join(' '));
  canvas.right(y, age(speech, now - product.at), { role: 'muted' });
};

const summary = ({ say }: Speech, { found, visited, read }: Answer): string =>
  say`${figure(found.length)} found: ${amount(visited, 'segment')}, ${amount(read, 'place')} read`;

const drawSearch = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  const { query, typing, index, scores, now } = world;
  const x = canvas.put(0, 0, '/', { role: 'prompt' });
  if (query === undefined) {
    canvas.put(x + 1, 0, speech.translate('search the products, e.g. lamp'), { role: 'hint' });
    canvas.region(0, 0, canvas.columns, 1).tap({ chord: '/' });
    return;
  }
  const end = canvas.put(x + 1, 0, query);
  if (typing) canvas.showCursor(end, 0);
  const answer = search(index, scores, query, now);
  if (query !== '' && canvas.columns - end > summary(speech, answer).length + 1)
    canvas.right(0, summary(speech, answer), { role: 'muted' });
  for (const [row, found] of answer.found.slice(0, canvas.rows - 1).entries()) drawFound(speech, canvas, row + 1, found, now);
};

const drawProof = (speech: Speech, canvas: Canvas, world: World): void => {
  const [sound, complete] = [!understates(world.scores), isComplete(world)];
  const narrow = canvas.columns < WORDY;
  let x = canvas.put(
    0,
    0,
    `${sound ? '✓' : '✗'} ${narrow ? speech.translate('never under') : speech.translate('the sketch never says too little')}`,
    {
      role: sound ? 'good' : 'bad',
    },
  );
  x = canvas.put(
    x + 2,
    0,
    `${complete ? '✓' : '✗'} ${narrow ? speech.translate('each once') : speech.translate('each product is in one segment')}`,
    {
      role: complete ? 'good' : 'bad',
    },
  );
  canvas.put(
    x + 2,
    0,
    narrow ? speech.say`top ${precision(speech, world)}` : speech.say`top ${precision(speech, world)} found by the sketch`,
    { role: 'accent' },
  );
};

const drawClock = (speech: Speech, canvas: Canvas, world: World): void => {
  const x = canvas.put(0, 0, `${timeOf(speech, world.now)}${world.running ? '' : `, ${speech.translate('paused')}`}`, { role: 'heading' });
  const narrow = canvas.columns < WIDE;
  const counts = narrow ? '' : speech.say`${figure(world.nextId - 1)} products, ${figure(world.searches)} searches`;
  const after = canvas.put(x + (narrow ? 0 : 3), 0, counts, { role: 'muted' });
  if (world.surges.length > 0) canvas.put(after + 2, 0, `↑ ${surging(world)}`, { role: 'warn' });
};

const drawWide = (speech: Speech, canvas: Canvas<WorldEvent>, world: World, claim: string): void => {
  const rankings = Math.min(12, Math.floor(canvas.rows / 3));
  drawRankings(speech, canvas.region(0, 0, canvas.columns, rankings), world, true);
  const days = Math.min(world.scale.retention + 2, Math.max(3, Math.floor((canvas.rows - rankings) / 2) - 2));
  drawIndex(speech, canvas.region(0, rankings, canvas.columns, days + 2).box(indexTitle(speech, world)), world);
  const rest = canvas.region(1, rankings + days + 2, canvas.columns - 2);
  drawSearch(speech, rest, world);
  if (world.query === undefined && claim !== '') prose(rest, 2, [speech.say`The résumé’s own claim: ${claim}.`], { role: 'muted' });
};

const drawNarrow = (speech: Speech, canvas: Canvas<WorldEvent>, world: World): void => {
  const rankings = Math.floor(canvas.rows * 0.4) + 1;
  drawRankings(speech, canvas.region(0, 0, canvas.columns, rankings), world, false);
  const found = world.query === undefined ? 1 : 4;
  const days = canvas.rows - rankings - found - 1;
  const title = speech.say`${figure(size(world.index))} in ${amount(world.index.segments.length, 'segment')}, ${amount(world.scale.retention, 'day')}`;
  canvas.put(0, rankings, title, { role: 'heading' });
  drawIndex(speech, canvas.region(0, rankings + 1, canvas.columns, days), world);
  drawSearch(speech, canvas.region(0, canvas.rows - found), world);
};

/** Draws the world; `claim` is what the résumé says of the real one. */
export const view = (speech: Speech, world: World, canvas: Canvas<WorldEvent>, claim: string): void => {
  drawClock(speech, canvas, world);
  const body = canvas.region(0, 1, canvas.columns, canvas.rows - 2);
  if (canvas.columns < WIDE) drawNarrow(speech, body, world);
  else drawWide(speech, body, world, claim);
  drawProof(speech, canvas.region(0, canvas.rows - 1), world);
};
