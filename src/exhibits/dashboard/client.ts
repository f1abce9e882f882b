/** The library through which widgets call: limits by upstream, single flight, hedging, and calls that nobody waits for any more given up. */
import type { Random } from '../stage/random.ts';
import { upstreams } from './layouts.ts';

/** What the library does, each by itself. */
export interface Practices {
  /** No more calls at once to an upstream than it can serve. */
  readonly limits: boolean;
  /** A page goes out when its time is up, with what there is; what it waited for is given up. */
  readonly deadline: boolean;
  /** A call that takes long gets a twin, if there is room; the first answer counts. */
  readonly hedging: boolean;
  /** Who asks what is being asked already waits for that answer. */
  readonly singleFlight: boolean;
}

/** The name of one practice. */
export type Practice = keyof Practices;

/** The whole library. */
export const library: Practices = { limits: true, deadline: true, hedging: true, singleFlight: true };

/** How an upstream is. */
export type Health = 'well' | 'slow' | 'failing';

/** How many times longer a slow upstream takes. */
const SLOW = 8;
/** Some calls take many times longer, for no reason that the caller sees. */
const TAIL = 0.06;
const TAIL_FACTOR = 5;
/** A twin is sent after so many times the usual. */
const HEDGE_AFTER = 1.5;
/** What a failing upstream fails at. */
const FAILURE = 0.8;

/** One call on the wire. */
export interface Attempt {
  readonly started: number;
  readonly ends: number;
  readonly succeeds: boolean;
}

/** A question on its way: waiting for its turn, or asked once or twice. */
export interface Flight {
  readonly id: number;
  readonly key: string;
  readonly upstream: number;
  readonly asked: number;
  /** None while it waits for its turn. */
  readonly attempts: readonly Attempt[];
}

/** What the library counts. */
export interface Counts {
  /** Questions of widgets. */
  readonly asked: number;
  /** Those that found a call under way. */
  readonly shared: number;
  /** Calls on the wire. */
  readonly called: number;
  readonly hedged: number;
  /** Twins that were first. */
  readonly won: number;
  readonly abandoned: number;
}

/** The library at a moment. */
export interface Client {
  readonly practices: Practices;
  /** In the order in which they were asked. */
  readonly flights: readonly Flight[];
  readonly nextId: number;
  readonly counts: Counts;
}

/** A flight that has landed. */
export interface Landing {
  readonly flight: Flight;
  readonly succeeded: boolean;
}

/** A library at its beginning. */
export const newClient = (practices: Practices): Client => ({
  practices,
  flights: [],
  nextId: 1,
  counts: { asked: 0, shared: 0, called: 0, hedged: 0, won: 0, abandoned: 0 },
});

/** A widget asks; answers the flight that will tell. */
export const ask = (client: Client, key: string, upstream: number, now: number): { readonly client: Client; readonly flight: number } => {
  const { counts } = client;
  const same = client.practices.singleFlight ? client.flights.find((flight) => flight.key === key) : undefined;
  if (same) return { client: { ...client, counts: { ...counts, asked: counts.asked + 1, shared: counts.shared + 1 } }, flight: same.id };
  const flight: Flight = { id: client.nextId, key, upstream, asked: now, attempts: [] };
  const asked = { ...client, flights: [...client.flights, flight], nextId: flight.id + 1, counts: { ...counts, asked: counts.asked + 1 } };
  return { client: asked, flight: flight.id };
};

/** Calls on the wire to an upstream. */
export const inFlight = ({ flights }: Client, upstream: number): number =>
  flights.reduce((sum, flight) => (flight.upstream === upstream ? sum + flight.attempts.length : sum), 0);

/** Questions that wait for their turn at an upstream. */
export const queued = ({ flights }: Client, upstream: number): number =>
  flights.reduce((sum, flight) => (flight.upstream === upstream && flight.attempts.length === 0 ? sum + 1 : sum), 0);

const landed = (flight: Flight, now: number): Landing | undefined => {
  const over = flight.attempts.filter(({ ends }) => ends <= now);
  const succeeded = over.some(({ succeeds }) => succeeds);
  // A failure waits for its twin.
  return succeeded || (over.length > 0 && over.length === flight.attempts.length) ? { flight, succeeded } : undefined;
};

const wonByTwin = ({ flight, succeeded }: Landing): boolean => {
  const [first, twin] = flight.attempts;
  return succeeded && first !== undefined && twin !== undefined && (twin.ends < first.ends || !first.succeeds);
};

/** Takes the flights that have an answer, the twin that is slower with them. */
export const land = (client: Client, now: number): { readonly client: Client; readonly landings: readonly Landing[] } => {
  const landings = client.flights.map((flight) => landed(flight, now)).filter((landing) => landing !== undefined);
  if (landings.length === 0) return { client, landings };
  const over = new Set(landings.map(({ flight }) => flight.id));
  const { counts } = client;
  return {
    client: {
      ...client,
      flights: client.flights.filter(({ id }) => !over.has(id)),
      counts: { ...counts, won: counts.won + landings.filter(wonByTwin).length },
    },
    landings,
  };
};

/** Gives up the flights for which nobody waits. */
export const abandon = (client: Client, wanted: ReadonlySet<number>): Client => {
  const flights = client.flights.filter(({ id }) => wanted.has(id));
  const given = client.flights.length - flights.length;
  return given === 0 ? client : { ...client, flights, counts: { ...client.counts, abandoned: client.counts.abandoned + given } };
};

/** What an upstream makes of a call while it serves `busy` others. */
const attempt = (upstream: number, health: Health, busy: number, now: number, random: Random): Attempt => {
  const { usual = 0, limit = 1 } = upstreams[upstream] ?? {};
  const luck = Math.exp(random.normal(0, 0.25)) * (random.chance(TAIL) ? TAIL_FACTOR : 1);
  const crowd = Math.max(1, (busy + 1) / limit);
  const takes = usual * luck * crowd * (health === 'slow' ? SLOW : 1);
  return { started: now, ends: now + takes, succeeds: !(health === 'failing' && random.chance(FAILURE)) };
};

const wantsTwin = ({ attempts: [first, twin], upstream }: Flight, { hedging }: Practices, now: number): boolean =>
  hedging && first !== undefined && twin === undefined && now - first.started >= HEDGE_AFTER * (upstreams[upstream]?.usual ?? 0);

/** Sends what may be sent: those whose turn it is, then twins where nobody waits. */
export const send = (client: Client, health: readonly Health[], now: number, random: Random): Client => {
  const { practices, counts } = client;
  const busy = upstreams.map((_, upstream) => inFlight(client, upstream));
  const waiting = upstreams.map((_, upstream) => queued(client, upstream));
  let [called, hedged] = [0, 0];
  const flights = client.flights.map((flight) => {
    const { upstream, attempts } = flight;
    const [there = 0, queue = 0] = [busy[upstream], waiting[upstream]];
    const hasRoom = !practices.limits || there < (upstreams[upstream]?.limit ?? 0);
    const isFirst = attempts.length === 0;
    if (!hasRoom || !(isFirst || (queue === 0 && wantsTwin(flight, practices, now)))) return flight;
    called++;
    if (isFirst) waiting[upstream] = queue - 1;
    else hedged++;
    busy[upstream] = there + 1;
    return { ...flight, attempts: [...attempts, attempt(upstream, health[upstream] ?? 'well', there, now, random)] };
  });
  return { ...client, flights, counts: { ...counts, called: counts.called + called, hedged: counts.hedged + hedged } };
};
