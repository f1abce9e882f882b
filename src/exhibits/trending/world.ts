/** A marketplace: products and searches come in, something is suddenly wanted, and all of it is indexed and counted. */
import type { Random } from '../stage/random.ts';
import { countSearches, newScores, type Scores } from './scores.ts';
import {
  add,
  DAY,
  holdsOnce,
  newIndex,
  type Practices,
  type Product,
  type ProductIndex,
  QUERY_LENGTH,
  safePractices,
  tend,
} from './segments.ts';

const kinds = (
  'amber bamboo brass canvas cedar ceramic copper cotton denim enamel felt folding glass leather linen marble mini oak ' +
  'quilted rattan silk solar steel striped velvet vintage walnut wicker wooden woollen'
).split(' ');

const things = (
  'apron basket bench blanket bottle bowl broom candle chair clock cup curtain cushion desk drum fan flute hammock hat ' +
  'jacket kettle kite lamp mirror mug pan pillow plate rug scarf shelf shoes stool table teapot tent tray vase'
).split(' ');

const colours = 'black blue green grey orange pink red white yellow'.split(' ');

/** Every keyword. */
const keywords: readonly string[] = kinds.flatMap((kind) => things.map((thing) => `${kind} ${thing}`));

/** The words that a product may have beside its keyword. */
const variants: readonly string[] = colours;

/** How steeply interest falls from the most wanted keyword to the next ones (the exponent of Zipf's law). */
const STEEPNESS = 1.1;

const cumulative: readonly number[] = (() => {
  let sum = 0;
  return keywords.map((_, rank) => (sum += 1 / (rank + 1) ** STEEPNESS));
})();

/** The rank that is drawn by a number from 0 to 1: low ranks far more often than high ones. */
const rankOf = (chance: number): number => {
  const wanted = chance * (cumulative.at(-1) ?? 0);
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Minutes of one step. */
export const STEP = 15;
/** Products and searches of a step, on average. */
const PRODUCTS = 3;
const SEARCHES = 20;
/** How much of all searches a surge makes up, and how long it lasts. */
const SURGE_SHARE = 0.15;
const SURGE_LASTS = DAY / 2;
/** A surge comes by itself so often a day. */
const SURGES_A_DAY = 1.5;
/** Surges that go on at once. */
const MAX_SURGES = 4;
/** The longest time that the index keeps what it has taken in, in days. */
export const MAX_RETENTION = 7;
/** Steps of that time, and the present one. */
const REMEMBERED = (MAX_RETENTION * DAY) / STEP + 1;
/** Widths of the sketch to choose from. */
const widths: readonly number[] = [16, 32, 64, 128, 256];

/** Something is suddenly wanted. */
interface Surge {
  readonly keyword: string;
  readonly until: number;
}

/** How large everything is. */
export interface Scale {
  /** Counters in each row of the sketch. */
  readonly width: number;
  /** Hours. */
  readonly halfLife: number;
  /** Days. */
  readonly retention: number;
}

/** All that there is. */
export interface World {
  readonly now: number;
  readonly random: Random;
  readonly running: boolean;
  readonly scale: Scale;
  /** Keywords, most wanted first. */
  readonly order: readonly string[];
  readonly surges: readonly Surge[];
  readonly scores: Scores;
  readonly index: ProductIndex;
  readonly nextId: number;
  /** The number of the first product of each of the last steps, as far back as anything is kept. */
  readonly firstOfStep: readonly number[];
  /** The first product that the index has promised to keep. */
  readonly promised: number;
  readonly searches: number;
  /** Text of the search prompt; undefined while nothing is asked. */
  readonly query: string | undefined;
  readonly typing: boolean;
}

/** What can happen. */
export type WorldEvent =
  | { readonly kind: 'step' | 'surge' | 'pause' | 'width' | 'ask' | 'done' | 'forget' | 'erase' }
  | { readonly kind: 'retain'; readonly by: number }
  | { readonly kind: 'type'; readonly text: string };

/** A world at its beginning. */
export const newWorld = (random: Random, scale: Scale, practices: Practices = safePractices): World => ({
  now: 0,
  order: random.shuffle(keywords),
  random,
  running: true,
  scale,
  surges: [],
  scores: newScores(scale.halfLife * 60, scale.width, 0),
  index: newIndex(practices),
  nextId: 1,
  firstOfStep: [],
  promised: 1,
  searches: 0,
  query: undefined,
  typing: false,
});

/** How many come in a step; Knuth's method for Poisson variates. */
const howMany = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let number = 0;
  for (let product = random.next(); product > limit; product *= random.next()) number++;
  return number;
};

const someKeyword = ({ order, surges }: World, random: Random): string => {
  const surge = surges.find(() => random.chance(SURGE_SHARE));
  return surge?.keyword ?? order[rankOf(random.next())] ?? '';
};

const newProduct = (world: World, id: number, random: Random): Product => {
  const keyword = someKeyword(world, random);
  return { id, at: world.now, keyword, terms: [random.pick(variants), ...keyword.split(' ')] };
};

const surge = (world: World, random: Random): World => {
  if (world.surges.length >= MAX_SURGES) return world;
  return { ...world, surges: [...world.surges, { keyword: random.pick(world.order), until: world.now + SURGE_LASTS }] };
};

const takeProducts = (world: World, random: Random): World => {
  const { scale, now } = world;
  const firstOfStep = [...world.firstOfStep, world.nextId].slice(-REMEMBERED);
  let { index, nextId } = world;
  for (let more = howMany(random, PRODUCTS); more > 0; more--) index = add(index, newProduct(world, nextId++, random));
  const oldest = firstOfStep[firstOfStep.length - 1 - (scale.retention * DAY) / STEP] ?? 1;
  return {
    ...world,
    index: tend(index, now, scale.retention * DAY),
    nextId,
    firstOfStep,
    promised: Math.max(world.promised, oldest),
  };
};

const takeSearches = (world: World, random: Random): World => {
  const searches = Array.from({ length: howMany(random, SEARCHES) }, () => someKeyword(world, random));
  return { ...world, scores: countSearches(world.scores, searches, world.now), searches: world.searches + searches.length };
};

const step = (before: World): World => {
  const random = before.random.clone();
  const now = before.now + STEP;
  const aged = { ...before, now, surges: before.surges.filter(({ until }) => until > now), random };
  const world = random.chance((SURGES_A_DAY * STEP) / DAY) ? surge(aged, random) : aged;
  return takeSearches(takeProducts(world, random), random);
};

const surgeByHand = (world: World): World => {
  const random = world.random.clone();
  return { ...surge(world, random), random };
};

const widened = (world: World): World => {
  const width = widths.find((more) => more > world.scale.width) ?? widths[0] ?? 16;
  const scale = { ...world.scale, width };
  return { ...world, scale, scores: newScores(scale.halfLife * 60, width, world.now) };
};

const retained = (world: World, by: number): World => {
  const retention = Math.min(MAX_RETENTION, Math.max(1, world.scale.retention + by));
  return { ...world, scale: { ...world.scale, retention } };
};

/** The world after an event. Pure. */
export const happen = (world: World, event: WorldEvent): World => {
  switch (event.kind) {
    case 'step':
      return step(world);
    case 'surge':
      return surgeByHand(world);
    case 'pause':
      return { ...world, running: !world.running };
    case 'width':
      return widened(world);
    case 'retain':
      return retained(world, event.by);
    case 'ask':
      return { ...world, query: '', typing: true };
    case 'done':
      return { ...world, typing: false };
    case 'forget':
      return { ...world, query: undefined, typing: false };
    case 'erase':
      return { ...world, query: [...(world.query ?? '')].slice(0, -1).join('') };
    case 'type':
      return { ...world, query: [...((world.query ?? '') + event.text)].slice(0, QUERY_LENGTH).join('') };
  }
};

/** Whether every product that must be kept is in the index, once. */
export const isComplete = ({ index, promised, nextId }: World): boolean => holdsOnce(index, promised, nextId);
