/** What is said of the marketplace: sentences for a listener, and the lines of a run in a pipe. */
import type { Phrase, Sentences, Speech } from '../../locales/speech.ts';
import { hits, TOP, topBySketch, understates } from './scores.ts';
import { DAY, dayOf, type Found, search, size } from './segments.ts';
import { happen, isComplete, STEP, type World } from './world.ts';

/** A whole number with thousands apart. */
export const figure = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** One of a thing, and several. */
const amounts = {
  product: ['{0} product', '{0} products'],
  segment: ['{0} segment', '{0} segments'],
  merge: ['{0} merge', '{0} merges'],
  place: ['{0} place', '{0} places'],
  day: ['{0} day', '{0} days'],
} as const satisfies Sentences;

/** How many there are of something. */
export const amount = (count: number, thing: keyof typeof amounts): Phrase => ({
  key: amounts[thing][count === 1 ? 0 : 1],
  values: [figure(count)],
});

/** An age in the largest unit that fits. */
export const age = ({ say }: Speech, minutes: number): string => {
  if (minutes < 60) return say`${minutes} min`;
  return minutes < DAY ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / DAY)} d`;
};

/** What is wanted suddenly. */
const surging = ({ surges }: World): string => surges.map(({ keyword }) => keyword).join(', ');

/** How much of the true top the sketch has found. */
const precision = ({ say }: Speech, { scores, now }: World): string => say`${hits(scores, now)} of ${Math.min(TOP, scores.exact.size)}`;

/** What has changed, in sentences. */
export const sentences = ({ say, translate }: Speech, before: World, after: World): string[] => {
  const begun = after.surges.filter((surge) => !before.surges.includes(surge)).map(({ keyword }) => say`Suddenly wanted: ${keyword}.`);
  const [first] = topBySketch(after.scores, after.now);
  const [former] = topBySketch(before.scores, before.now);
  const news = dayOf(after.now) !== dayOf(before.now);
  return [
    ...begun,
    ...(first && former && first.key !== former.key ? [say`Now wanted most: ${first.key}.`] : []),
    ...(news ? [say`Day ${dayOf(after.now) + 1} began; ${amount(after.index.segments.length, 'segment')}.`] : []),
    ...(isComplete(before) && !isComplete(after) ? [translate('The index has lost a product.')] : []),
  ];
};

/** Products that a search prints. */
const SHOWN = 5;

const dayLines = (speech: Speech, day: number, before: World, after: World): string[] => {
  const top = topBySketch(after.scores, after.now)
    .slice(0, 3)
    .map(({ key, count }) => `${key} ${count.toFixed(1)}`);
  const { index } = after;
  const wanted = surging(after);
  return [
    speech.say`day ${day}: ${after.nextId - before.nextId} products, ${figure(after.searches - before.searches)} searches${wanted === '' ? '' : `; ${speech.say`suddenly wanted: ${wanted}`}`}`,
    speech.say`  trending: ${top.join(', ')}; top ${precision(speech, after)} found by the sketch`,
    speech.say`  index: ${amount(size(index), 'product')} in ${amount(index.segments.length, 'segment')}, ${amount(index.merges - before.index.merges, 'merge')}, ${index.dropped - before.index.dropped} dropped`,
  ];
};

const foundLine = (speech: Speech, { product, score }: Found, now: number): string =>
  speech.say`  ${score.toFixed(1).padStart(6)}  ${product.terms.join(' ')}, product ${product.id}, ${age(speech, now - product.at)} old`;

const answerLines = (speech: Speech, world: World, query: string): string[] => {
  const { found, visited, read } = search(world.index, world.scores, query, world.now);
  return [
    speech.say`search '${query}': ${found.length} found in ${amount(visited, 'segment')}, ${amount(read, 'place')} read`,
    ...found.slice(0, SHOWN).map((product) => foundLine(speech, product, world.now)),
  ];
};

/** The lines of a run of so many days, and of a search at its end. */
export function* run(speech: Speech, start: World, days: number, query: string | undefined): Generator<string> {
  let world = start;
  let [sound, complete] = [true, true];
  for (let day = 1; day <= days; day++) {
    const before = world;
    for (let i = 0; i < DAY / STEP; i++) {
      world = happen(world, { kind: 'step' });
      complete &&= isComplete(world);
    }
    sound &&= !understates(world.scores);
    yield* dayLines(speech, day, before, world);
  }
  if (query !== undefined) yield* answerLines(speech, world, query);
  yield speech.say`each product in one segment: ${complete ? speech.translate('yes') : speech.translate('NO')}; sketch says too little: ${sound ? speech.translate('never') : speech.translate('YES')}`;
}
