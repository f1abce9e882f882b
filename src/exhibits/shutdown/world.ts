/** Two servers under the same requests: one with the fault, the other with as much of the fix as the visitor wants. */
import type { Random } from '../stage/random.ts';
import { type Arrival, advance, arrive, fault, fix, NOTICE, newServer, type Practice, type Practices, type Server } from './server.ts';

/** Milliseconds of one step. */
export const STEP = 50;
/** What an upstream takes on average. */
const UPSTREAM = 350;
/** What a hanging upstream takes, and a long download. */
const HANGING = 7000;
/** How many requests one press of a key adds. */
const BATCH = 3;
/** Goroutines of one server beyond which a visitor's requests wait outside. */
const CROWD = 200;
/** The world stands still so long after the last server has exited. */
const AFTERMATH = 1500;

/** All that there is. */
export interface World {
  readonly now: number;
  readonly random: Random;
  /** Requests a second. */
  readonly rate: number;
  readonly nextArrival: number;
  readonly nextId: number;
  /** When SIGTERM came. */
  readonly signalled: number | undefined;
  readonly faulty: Server;
  readonly mended: Server;
}

/** What can happen. */
export type WorldEvent =
  | { readonly kind: 'step' | 'signal' | 'hang' | 'download' | 'again' }
  | { readonly kind: 'switch'; readonly practice: Practice };

/** A world at its beginning; `mended` are the practices of the second server. */
export const newWorld = (random: Random, rate: number, mended: Practices = fix): World => ({
  now: 0,
  random,
  rate,
  nextArrival: 0,
  nextId: 1,
  signalled: undefined,
  faulty: newServer(fault),
  mended: newServer(mended),
});

const isCrowded = ({ flight, calls }: Server): boolean => flight.length + calls.length >= CROWD;

/** The balancer sends a request, unless it knows already that the server is about to go. */
const request = (world: World, kind: Arrival['kind'], takes: number): World => {
  if (world.signalled !== undefined && world.now - world.signalled > NOTICE) return world;
  if (isCrowded(world.faulty) || isCrowded(world.mended)) return world;
  const arrival: Arrival = { id: world.nextId, kind, takes };
  return {
    ...world,
    nextId: arrival.id + 1,
    faulty: arrive(world.faulty, arrival, world.now),
    mended: arrive(world.mended, arrival, world.now),
  };
};

const batch = (world: World, kind: Arrival['kind']): World => {
  let next = world;
  for (let i = 0; i < BATCH; i++) next = request(next, kind, HANGING + i * 2 * STEP);
  return next;
};

const load = (world: World): World => {
  const random = world.random.clone();
  let next: World = { ...world, random };
  while (next.nextArrival <= next.now) {
    const takes = Math.ceil(random.exponential(UPSTREAM) / STEP) * STEP;
    next = { ...request(next, 'call', takes), nextArrival: next.nextArrival + random.exponential(1000 / next.rate) };
  }
  return next;
};

/** Whether nothing more will happen by itself. */
export const atRest = ({ now, faulty, mended }: World): boolean => {
  if (!faulty.exit || !mended.exit) return false;
  return now - Math.max(faulty.exit.at, mended.exit.at) >= AFTERMATH;
};

const step = (world: World): World => {
  const loaded = load({ ...world, now: world.now + STEP });
  const { now, signalled, faulty, mended } = loaded;
  return { ...loaded, faulty: advance(faulty, now, signalled), mended: advance(mended, now, signalled) };
};

const switched = (world: World, practice: Practice): World => {
  const { practices } = world.mended;
  return { ...world, mended: { ...world.mended, practices: { ...practices, [practice]: !practices[practice] } } };
};

/** The world after an event. Pure. */
export const happen = (world: World, event: WorldEvent): World => {
  switch (event.kind) {
    case 'step':
      return atRest(world) ? world : step(world);
    case 'signal':
      return world.signalled === undefined ? { ...world, signalled: world.now } : world;
    case 'hang':
      return batch(world, 'call');
    case 'download':
      return batch(world, 'download');
    case 'switch':
      return switched(world, event.practice);
    case 'again':
      return newWorld(world.random, world.rate, world.mended.practices);
  }
};
