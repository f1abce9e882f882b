/** Shops with their events and their connections, before two pipelines: one straight, one with the engine. */
import type { Random } from '../stage/random.ts';
import { advance, engine, newPipeline, type Pipeline, type Practice, type Practices, STEP, straight } from './pipeline.ts';

/** Events a second of a shop on an ordinary day. */
const ORDINARY = 1;
/** Events a second of a shop in a flash sale, and of every shop in a flood. */
const SALE = 700;
const FLOOD = 40;
/** How long they last. */
const SALE_LASTS = 3000;
const FLOOD_LASTS = 5000;
/** Bursts that may go on at once. */
const MAX_BURSTS = 20;
/** Connections that one key adds. */
const CROWD = 200;
/** Connections that one machine holds. */
const MAX_CONNECTIONS = 20_000;
/** From this mean on, a Poisson variate is as good as a normal one. */
const LARGE_MEAN = 30;

/** A time in which a shop, or every one, has more events than usual. */
interface Burst {
  readonly shop: number | undefined;
  readonly until: number;
}

/** All that there is. */
export interface World {
  readonly now: number;
  readonly random: Random;
  /** Connections that watch each shop. */
  readonly watchers: readonly number[];
  readonly bursts: readonly Burst[];
  /** The last shop that had a sale. */
  readonly sale: number | undefined;
  /** Events of each shop in the last step, and of all so far. */
  readonly events: readonly number[];
  readonly total: number;
  readonly straight: Pipeline;
  readonly engine: Pipeline;
}

/** What can happen. */
export type WorldEvent =
  | { readonly kind: 'step' | 'sale' | 'flood' | 'join' | 'leave' }
  | { readonly kind: 'switch'; readonly practice: Practice };

/** How large a world is. */
export interface Scale {
  readonly shops: number;
  readonly connections: number;
}

/** The first shops are watched most (Zipf's law). */
const someShop = (random: Random, shops: number): number => Math.min(shops, Math.floor((shops + 1) ** random.next())) - 1;

const joined = (watchers: readonly number[], connections: number, random: Random): readonly number[] => {
  const more = [...watchers];
  for (let i = 0; i < connections; i++) {
    const shop = someShop(random, more.length);
    more[shop] = (more[shop] ?? 0) + 1;
  }
  return more;
};

/** A world at its beginning. */
export const newWorld = (random: Random, { shops, connections }: Scale, practices: Practices = engine): World => ({
  now: 0,
  watchers: joined(new Array<number>(shops).fill(0), connections, random),
  random,
  bursts: [],
  sale: undefined,
  events: new Array<number>(shops).fill(0),
  total: 0,
  straight: newPipeline(straight, shops),
  engine: newPipeline(practices, shops),
});

/** How many independent events fall into a time in which `mean` are expected (Knuth's method; the normal distribution for many). */
const poisson = (random: Random, mean: number): number => {
  if (mean > LARGE_MEAN) return Math.max(0, Math.round(random.normal(mean, Math.sqrt(mean))));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
};

const rateOf = (bursts: readonly Burst[], index: number): number =>
  bursts.reduce((rate, { shop }) => (shop === undefined ? rate + FLOOD : shop === index ? rate + SALE : rate), ORDINARY);

/** Connections in all. */
export const connections = ({ watchers }: World): number => watchers.reduce((sum, count) => sum + count, 0);

const step = (world: World): World => {
  const now = world.now + STEP;
  const random = world.random.clone();
  const bursts = world.bursts.filter(({ until }) => until > now);
  const events = world.watchers.map((_, index) => poisson(random, (rateOf(bursts, index) * STEP) / 1000));
  return {
    ...world,
    now,
    random,
    bursts,
    events,
    total: world.total + events.reduce((sum, count) => sum + count, 0),
    straight: advance(world.straight, events, world.watchers, now),
    engine: advance(world.engine, events, world.watchers, now),
  };
};

const burst = (world: World, shop: number | undefined, lasts: number): World =>
  world.bursts.length >= MAX_BURSTS ? world : { ...world, bursts: [...world.bursts, { shop, until: world.now + lasts }] };

const sale = (world: World): World => {
  const random = world.random.clone();
  const shop = someShop(random, world.watchers.length);
  return { ...burst(world, shop, SALE_LASTS), random, sale: shop };
};

const join = (world: World): World => {
  if (connections(world) + CROWD > MAX_CONNECTIONS) return world;
  const random = world.random.clone();
  return { ...world, random, watchers: joined(world.watchers, CROWD, random) };
};

const switched = (world: World, practice: Practice): World => {
  const { practices } = world.engine;
  return { ...world, engine: { ...world.engine, practices: { ...practices, [practice]: !practices[practice] } } };
};

/** The world after an event. Pure. */
export const happen = (world: World, event: WorldEvent): World => {
  switch (event.kind) {
    case 'step':
      return step(world);
    case 'sale':
      return sale(world);
    case 'flood':
      return burst(world, undefined, FLOOD_LASTS);
    case 'join':
      return join(world);
    case 'leave':
      return { ...world, watchers: world.watchers.map((count) => count >> 1) };
    case 'switch':
      return switched(world, event.practice);
  }
};
