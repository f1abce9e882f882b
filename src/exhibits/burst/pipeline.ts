/** From events to the store and to the connections that watch: straight, or through the engine that prevents bursts. */

/** Writes that it does in a second. */
export const CAPACITY = 150;
/** Writes that wait for their turn; more are refused. */
export const QUEUE = 1500;

/** The store: how many writes wait. */
interface Store {
  readonly backlog: number;
}

/** A store at rest. */
const newStore: Store = { backlog: 0 };

/** Milliseconds until a write that comes now is done. */
export const latency = ({ backlog }: Store): number => (backlog / CAPACITY) * 1000;

/** How many of `writes` the store has room for. */
const accepts = ({ backlog }: Store, writes: number): number => Math.min(writes, Math.max(0, QUEUE - Math.ceil(backlog)));

/** The store with more writes waiting. */
const enqueue = ({ backlog }: Store, writes: number): Store => ({ backlog: backlog + writes });

/** The store after so many milliseconds of work. */
const work = ({ backlog }: Store, milliseconds: number): Store => ({
  backlog: Math.max(0, backlog - (CAPACITY * milliseconds) / 1000),
});

/** Milliseconds of one step. */
export const STEP = 50;
/** A shop without an event for so long is quiet: what waits is written. */
const QUIET = 100;
/** What waits is written after this long even if the shop is never quiet. */
const SHORTEST_WAIT = 400;
/** The engine never lets the connections wait longer than this. */
export const LONGEST_WAIT = 3200;
/** How many times longer the wait becomes each time that the store gets too much. */
const RAISE = 1.5;
/** How much shorter the wait becomes each time that the store could do more. */
const EASE = 100;
/** How often the engine looks at the store. */
const REVIEW = 500;
/** Writes a second that the engine means the store to get: well below what it can take. */
const BUDGET = 60;
/** How much earlier than the last of them the first shop's turn comes, or all would write at the same moment. */
const SPREAD = 0.4;
/** The golden section: it sends neighbours far apart. */
const GOLDEN = 0.618034;
/** Steps that are remembered for the charts. */
const HISTORY = 240;
/** Steps in a second. */
const SECOND = 1000 / STEP;

/** What the engine does; without any of it each event is a write of its own. */
export interface Practices {
  /** The events of a shop that wait together become one write of their sum, and one push. */
  readonly coalesce: boolean;
  /** They wait until the shop is quiet. */
  readonly debounce: boolean;
  /** But not for ever. */
  readonly bound: boolean;
  /** How long at most follows the load on the store: longer above the budget, a little less below. */
  readonly adapt: boolean;
  /** What waits is a sum. The mutation under which the last event replaces the others is for the tests. */
  readonly sum: boolean;
}

/** The practices that a visitor may take away. */
export type Practice = Exclude<keyof Practices, 'sum'>;

/** Every event by itself. */
export const straight: Practices = { coalesce: false, debounce: false, bound: false, adapt: false, sum: true };
/** The whole engine. */
export const engine: Practices = { coalesce: true, debounce: true, bound: true, adapt: true, sum: true };

/** Events that wait to be written. */
interface Waiting {
  readonly count: number;
  readonly since: number;
  readonly last: number;
}

/** What the pipeline knows of one shop. */
interface Shop {
  /** Events that came. */
  readonly seen: number;
  readonly waiting: Waiting | undefined;
  readonly stored: number;
  /** Events that the store had no room for. */
  readonly lost: number;
}

/** What happened in one step. */
interface Sample {
  readonly writes: number;
  readonly pushes: number;
}

/** A pipeline at a moment. */
export interface Pipeline {
  readonly practices: Practices;
  readonly shops: readonly Shop[];
  readonly store: Store;
  /** How long events wait at most. */
  readonly wait: number;
  readonly writes: number;
  readonly pushes: number;
  /** The last steps, oldest first. */
  readonly history: readonly Sample[];
}

const newShop: Shop = { seen: 0, waiting: undefined, stored: 0, lost: 0 };

/** A pipeline at its beginning. */
export const newPipeline = (practices: Practices, shops: number): Pipeline => ({
  practices,
  shops: new Array<Shop>(shops).fill(newShop),
  store: newStore,
  wait: SHORTEST_WAIT,
  writes: 0,
  pushes: 0,
  history: [],
});

const takeEvents = (shop: Shop, events: number, now: number, { sum }: Practices): Shop => {
  if (events === 0) return shop;
  const { count, since } = shop.waiting ?? { count: 0, since: now };
  return { ...shop, seen: shop.seen + events, waiting: { count: sum ? count + events : 1, since, last: now } };
};

/** A shop's own share of the wait. */
const shareOf = (wait: number, shop: number): number => wait * (1 - SPREAD * ((shop * GOLDEN) % 1));

const isDue = ({ since, last }: Waiting, { debounce, bound }: Practices, wait: number, now: number): boolean =>
  !debounce || now - last >= QUIET || (bound && now - since >= wait);

interface Flushed extends Sample {
  readonly shop: Shop;
  readonly store: Store;
}

/** Straight to the store, an event a write: what it has no room for is lost. */
const writeEach = (shop: Shop, count: number, store: Store, watchers: number): Flushed => {
  const writes = accepts(store, count);
  return {
    shop: { ...shop, waiting: undefined, stored: shop.stored + writes, lost: shop.lost + count - writes },
    store: enqueue(store, writes),
    writes,
    pushes: writes * watchers,
  };
};

/** One write of the sum, one push of the new total; where there is no room it goes on waiting. */
const writeSum = (shop: Shop, count: number, store: Store, watchers: number): Flushed => {
  if (accepts(store, 1) === 0) return { shop, store, writes: 0, pushes: 0 };
  const written: Shop = { ...shop, waiting: undefined, stored: shop.stored + count };
  return { shop: written, store: enqueue(store, 1), writes: 1, pushes: watchers };
};

/** Above the budget the wait is multiplied, below it is shortened a little (additive increase, multiplicative decrease, of a rate). */
const reviewed = ({ practices, wait, history }: Pipeline, now: number): number => {
  if (!practices.adapt) return SHORTEST_WAIT;
  if (now % REVIEW !== 0) return wait;
  return perSecond(history, 'writes', REVIEW / STEP) > BUDGET ? Math.min(LONGEST_WAIT, wait * RAISE) : Math.max(SHORTEST_WAIT, wait - EASE);
};

/** The rate of the last steps. */
export const perSecond = (history: readonly Sample[], what: keyof Sample, steps = SECOND): number =>
  (history.slice(-steps).reduce((sum, sample) => sum + sample[what], 0) * SECOND) / steps;

/** A step of time passes, in which shop by shop so many events come; `watchers` are their connections. */
export const advance = (pipeline: Pipeline, events: readonly number[], watchers: readonly number[], now: number): Pipeline => {
  const { practices } = pipeline;
  const wait = reviewed(pipeline, now);
  let store = work(pipeline.store, STEP);
  let [writes, pushes] = [0, 0];
  const shops = pipeline.shops.map((before, index) => {
    const shop = takeEvents(before, events[index] ?? 0, now, practices);
    if (!shop.waiting || !isDue(shop.waiting, practices, shareOf(wait, index), now)) return shop;
    const flush = practices.coalesce ? writeSum : writeEach;
    const flushed = flush(shop, shop.waiting.count, store, watchers[index] ?? 0);
    store = flushed.store;
    writes += flushed.writes;
    pushes += flushed.pushes;
    return flushed.shop;
  });
  const history = [...pipeline.history, { writes, pushes }].slice(-HISTORY);
  return { practices, shops, store, wait, writes: pipeline.writes + writes, pushes: pipeline.pushes + pushes, history };
};

/** Events that are neither stored nor wait. */
export const missing = ({ shops }: Pipeline): number =>
  shops.reduce((sum, { seen, waiting, stored }) => sum + seen - stored - (waiting?.count ?? 0), 0);

/** Milliseconds that the oldest event waits. */
export const oldest = ({ shops }: Pipeline, now: number): number =>
  shops.reduce((most, { waiting }) => Math.max(most, waiting ? now - waiting.since : 0), 0);
