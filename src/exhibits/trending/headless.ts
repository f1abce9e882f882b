/** The same marketplace without a screen: a day a line, what trends, and if asked, what a search finds. */
import { say, translate } from '../../term/say.ts';
import { topBySketch, understates } from './scores.ts';
import { type Found, search } from './search.ts';
import { DAY, size } from './segments.ts';
import { age, amount, figure, precision, surging } from './words.ts';
import { happen, isComplete, STEP, type World } from './world.ts';

/** Products that a search prints. */
const SHOWN = 5;

const dayLines = (day: number, before: World, after: World): string[] => {
  const top = topBySketch(after.scores, after.now)
    .slice(0, 3)
    .map(({ key, count }) => `${key} ${count.toFixed(1)}`);
  const { index } = after;
  const wanted = surging(after);
  return [
    say`day ${day}: ${after.nextId - before.nextId} products, ${figure(after.searches - before.searches)} searches${wanted === '' ? '' : `; ${say`suddenly wanted: ${wanted}`}`}`,
    say`  trending: ${top.join(', ')}; top ${precision(after)} found by the sketch`,
    say`  index: ${amount(size(index), 'product')} in ${amount(index.segments.length, 'segment')}, ${amount(index.merges - before.index.merges, 'merge')}, ${index.dropped - before.index.dropped} dropped`,
  ];
};

const foundLine = ({ product, score }: Found, now: number): string =>
  say`  ${score.toFixed(1).padStart(6)}  ${product.terms.join(' ')}, product ${product.id}, ${age(now - product.at)} old`;

const answerLines = (world: World, query: string): string[] => {
  const { found, visited, read } = search(world.index, world.scores, query, world.now);
  return [
    say`search '${query}': ${found.length} found in ${amount(visited, 'segment')}, ${amount(read, 'place')} read`,
    ...found.slice(0, SHOWN).map((product) => foundLine(product, world.now)),
  ];
};

/** The lines of a run of so many days, and of a search at its end. */
export function* run(start: World, days: number, query: string | undefined): Generator<string> {
  let world = start;
  let [sound, complete] = [true, true];
  for (let day = 1; day <= days; day++) {
    const before = world;
    for (let i = 0; i < DAY / STEP; i++) {
      world = happen(world, { kind: 'step' });
      complete &&= isComplete(world);
    }
    sound &&= !understates(world.scores);
    yield* dayLines(day, before, world);
  }
  if (query !== undefined) yield* answerLines(world, query);
  yield say`each product in one segment: ${complete ? translate('yes') : translate('NO')}; sketch says too little: ${sound ? translate('never') : translate('YES')}`;
}
