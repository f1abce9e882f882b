/** What is said of the marketplace: on the screen, in the events of a run, and to a screen reader. */
import { phrase, type Sentences, say, translate } from '../../term/say.ts';
import { hits, topBySketch } from './scores.ts';
import { DAY, dayOf } from './segments.ts';
import { TOP } from './sketch.ts';
import { isComplete, type World } from './world.ts';

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
export const amount = (count: number, thing: keyof typeof amounts): string => phrase(amounts[thing][count === 1 ? 0 : 1], [figure(count)]);

/** A time as day and hour. */
export const timeOf = (minutes: number): string => {
  const ofDay = minutes % DAY;
  return say`day ${dayOf(minutes) + 1}, ${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/** An age in the largest unit that fits. */
export const age = (minutes: number): string => {
  if (minutes < 60) return say`${minutes} min`;
  return minutes < DAY ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / DAY)} d`;
};

/** What is wanted suddenly. */
export const surging = ({ surges }: World): string => surges.map(({ keyword }) => keyword).join(', ');

/** How much of the true top the sketch has found. */
export const precision = ({ scores, now }: World): string => say`${hits(scores, now)} of ${Math.min(TOP, scores.exact.size)}`;

/** What has changed, in sentences. */
export const sentences = (before: World, after: World): string[] => {
  const begun = after.surges.filter((surge) => !before.surges.includes(surge)).map(({ keyword }) => say`${keyword} is suddenly wanted.`);
  const [first] = topBySketch(after.scores, after.now);
  const [former] = topBySketch(before.scores, before.now);
  const news = dayOf(after.now) !== dayOf(before.now);
  return [
    ...begun,
    ...(first && former && first.key !== former.key ? [say`${first.key} trends most.`] : []),
    ...(news ? [say`Day ${dayOf(after.now) + 1} begins; ${amount(after.index.segments.length, 'segment')}.`] : []),
    ...(isComplete(before) && !isComplete(after) ? [translate('The index has lost a product.')] : []),
  ];
};
