/** Sellers who open their dashboards, the visitor's own among them, and the library that fetches what the widgets need. */
import type { Random } from '../stage/random.ts';
import { abandon, type Client, type Health, inFlight, land, library, newClient, type Practice, type Practices, send } from './client.ts';
import { devices, layout, states, upstreams } from './layouts.ts';
import { beginPage, isPartial, PAGE_DEADLINE, type Page, takeDeadline, takeLandings } from './page.ts';

/** Milliseconds of one step. */
const STEP = 5;
/** Pages a second, to choose from. */
const traffics: readonly number[] = [0, 5, 10, 20, 40];
/** Sellers other than the visitor's. */
const SELLERS = 50;
/** Pages under way; more sellers are asked to come back. */
const MAX_PAGES = 100;
/** Pages whose times are remembered. */
const REMEMBERED = 100;

/** A page that went out. */
interface Sent {
  readonly took: number;
  readonly partial: boolean;
}

/** All that there is. */
export interface World {
  readonly now: number;
  readonly random: Random;
  readonly client: Client;
  readonly health: readonly Health[];
  /** Pages under way. */
  readonly pages: readonly Page[];
  /** The visitor's page, under way or sent. */
  readonly mine: Page;
  readonly nextPage: number;
  readonly nextArrival: number;
  readonly traffic: number;
  readonly state: number;
  readonly device: number;
  /** The upstream to which faults are done. */
  readonly selected: number;
  readonly sent: readonly Sent[];
}

/** What can happen. */
export type WorldEvent =
  | { readonly kind: 'step' | 'load' | 'state' | 'device' | 'fault' | 'busier' | 'calmer' }
  | { readonly kind: 'select'; readonly by: number }
  | { readonly kind: 'switch'; readonly practice: Practice };

const MINE = 0;

const load = (world: World): World => {
  const [state, device] = [states[world.state], devices[world.device]];
  const widgets = state && device ? layout(state, device) : [];
  const { client, page } = beginPage(world.client, { id: world.nextPage, seller: MINE, begun: world.now }, widgets);
  // A page that is asked for again before it came is of no use any more.
  const pages = world.pages.filter(({ seller }) => seller !== MINE);
  return { ...world, client, pages: [...pages, page], mine: page, nextPage: world.nextPage + 1 };
};

/** A world at its beginning, the visitor's page asked for. */
export const newWorld = (random: Random, traffic: number, practices: Practices = library): World =>
  load({
    now: 0,
    random,
    client: newClient(practices),
    health: upstreams.map(() => 'well'),
    pages: [],
    mine: { id: 0, seller: MINE, begun: 0, slots: [], sent: 0 },
    nextPage: 1,
    nextArrival: 0,
    traffic,
    state: 0,
    device: 0,
    selected: 2,
    sent: [],
  });

const arrive = (world: World, random: Random): World => {
  if (world.traffic === 0) return { ...world, nextArrival: world.now };
  let next = world;
  while (next.nextArrival <= next.now) {
    const nextArrival = next.nextArrival + random.exponential(1000 / next.traffic);
    const page = { id: next.nextPage, seller: random.integer(1, SELLERS + 1), begun: next.now };
    const widgets = layout(random.pick(states), random.pick(devices));
    const begun = next.pages.length < MAX_PAGES ? beginPage(next.client, page, widgets) : undefined;
    next = begun
      ? { ...next, nextArrival, nextPage: next.nextPage + 1, client: begun.client, pages: [...next.pages, begun.page] }
      : { ...next, nextArrival };
  }
  return next;
};

const wanted = (pages: readonly Page[]): ReadonlySet<number> =>
  new Set(pages.flatMap(({ slots }) => slots.filter(({ status }) => status === 'waiting').map(({ flight }) => flight)));

const deliver = (world: World): World => {
  const { client, landings } = land(world.client, world.now);
  const byFlight = new Map(landings.map((landing) => [landing.flight.id, landing]));
  const pages = world.pages
    .map((page) => takeLandings(page, byFlight, world.now))
    .map((page) => (client.practices.deadline ? takeDeadline(page, client, world.now) : page));
  const gone = pages.filter(({ sent }) => sent !== undefined);
  const rest = pages.filter(({ sent }) => sent === undefined);
  const sent = gone.map((page) => ({ took: world.now - page.begun, partial: isPartial(page) }));
  return {
    ...world,
    client: abandon(client, wanted(rest)),
    pages: rest,
    mine: pages.find(({ id }) => id === world.mine.id) ?? world.mine,
    sent: sent.length === 0 ? world.sent : [...world.sent, ...sent].slice(-REMEMBERED),
  };
};

const step = (world: World): World => {
  const random = world.random.clone();
  const arrived = arrive(deliver({ ...world, now: world.now + STEP }), random);
  return { ...arrived, random, client: send(arrived.client, arrived.health, arrived.now, random) };
};

const nextHealth: Readonly<Record<Health, Health>> = { well: 'slow', slow: 'failing', failing: 'well' };

const fault = (world: World): World => ({
  ...world,
  health: world.health.map((health, index) => (index === world.selected ? nextHealth[health] : health)),
});

const withTraffic = (world: World, traffic = world.traffic): World => ({ ...world, traffic, nextArrival: world.now });

const switched = (world: World, practice: Practice): World => {
  const { practices } = world.client;
  return { ...world, client: { ...world.client, practices: { ...practices, [practice]: !practices[practice] } } };
};

/** The world after an event. Pure. */
export const happen = (world: World, event: WorldEvent): World => {
  switch (event.kind) {
    case 'step':
      return step(world);
    case 'load':
      return load(world);
    case 'state':
      return load({ ...world, state: (world.state + 1) % states.length });
    case 'device':
      return load({ ...world, device: (world.device + 1) % devices.length });
    case 'fault':
      return fault(world);
    case 'busier':
      return withTraffic(
        world,
        traffics.find((traffic) => traffic > world.traffic),
      );
    case 'calmer':
      return withTraffic(
        world,
        traffics.findLast((traffic) => traffic < world.traffic),
      );
    case 'select':
      return { ...world, selected: (world.selected + event.by + upstreams.length) % upstreams.length };
    case 'switch':
      return switched(world, event.practice);
  }
};

/** The time below which so many of the last pages went out, 0 to 1; 0 before there were any. */
export const quantile = ({ sent }: World, share: number): number => {
  const times = sent.map(({ took }) => took).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
};

/** How many of the last pages went out with something missing, 0 to 1. */
export const partialShare = ({ sent }: World): number =>
  sent.length === 0 ? 0 : sent.filter(({ partial }) => partial).length / sent.length;

/** Whether no upstream has more calls than its limit. */
export const keepsLimits = ({ client }: World): boolean => upstreams.every(({ limit }, upstream) => inFlight(client, upstream) <= limit);

/** Whether no question is asked twice at a time, but by a twin. */
export const asksOnce = ({ client: { flights } }: World): boolean => new Set(flights.map(({ key }) => key)).size === flights.length;

/** Whether no page is later than its deadline. */
export const isPunctual = ({ pages, now }: World): boolean => pages.every(({ begun }) => now - begun < PAGE_DEADLINE);
