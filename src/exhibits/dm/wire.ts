/** The wire between two ends: it takes time, and loses, delays, swaps and doubles frames when it is told to. */
import type { Random } from '../stage/random.ts';
import type { Frame, Side } from './frame.ts';

/** Milliseconds from one end to the other: slow enough to be watched. */
export const LATENCY = 800;

/** Milliseconds that a delayed frame takes longer, and for which a frame that is to be overtaken waits for another. */
const DELAY = 2400;
const HOLD = 2600;
/** Milliseconds after which one frame follows another that overtook it, or a copy the first. */
const BEHIND = 250;

/** Frames on the wire at once, and those kept that have been on it. */
const CAPACITY = 128;
const KEPT = 60;

/** Faults that are kept for the next frames. */
const MOST_ARMED = 9;

/** What can befall a frame. */
export const faults = ['drop', 'delay', 'swap', 'twice'] as const;
export type Fault = (typeof faults)[number];

/** What befalls frames by chance: probabilities, and the mean of a delay in milliseconds. */
export interface Weather {
  readonly loss: number;
  readonly twice: number;
  readonly jitter: number;
}

/** Nothing does. */
export const fair: Weather = { loss: 0, twice: 0, jitter: 0 };

/** A frame that is or was on the wire. */
export interface Flight {
  readonly id: number;
  readonly from: Side;
  readonly frame: Frame;
  /** When and where (0 to 1) it was last known to be, and when it gets to the end. */
  readonly at: number;
  readonly place: number;
  readonly endsAt: number;
  /** How far it gets: less than 1 if it gets lost. */
  readonly reach: number;
  readonly fate: 'flies' | 'arrived' | 'lost';
  /** Waits until another overtakes it. */
  readonly holds: boolean;
  /** What is odd about it. */
  readonly mark: 'again' | 'copy' | 'late' | 'swapped' | undefined;
}

/** A wire. */
export interface Wire {
  readonly latency: number;
  readonly weather: Weather;
  readonly isCut: boolean;
  readonly flights: readonly Flight[];
  readonly armed: Readonly<Record<Fault, number>>;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
}

/** A wire with nothing on it. */
export const newWire = (weather = fair, latency = LATENCY): Wire => ({
  latency,
  weather,
  isCut: false,
  flights: [],
  armed: { drop: 0, delay: 0, swap: 0, twice: 0 },
  sent: 0,
  lost: 0,
  doubled: 0,
});

/** Whether it is on the wire. */
export const flies = ({ fate }: Flight): boolean => fate === 'flies';

/** Where a frame is, from 0 where it began to 1 where it ends. */
export const placeOf = ({ at, place, endsAt, reach, fate }: Flight, now: number): number => {
  if (fate === 'arrived') return 1;
  if (fate === 'lost') return reach;
  return endsAt <= at ? 1 : Math.min(1, place + ((1 - place) * Math.max(0, now - at)) / (endsAt - at));
};

/** The flight on another course from where it is. */
const turned = (flight: Flight, now: number, change: Partial<Flight>): Flight => ({
  ...flight,
  place: placeOf(flight, now),
  at: now,
  ...change,
});

const withFlight = (wire: Wire, flight: Flight): Wire => ({
  ...wire,
  flights: wire.flights.map((other) => (other.id === flight.id ? flight : other)),
});

const withNew = (wire: Wire, flight: Flight): Wire => {
  const spare = Math.max(0, wire.flights.length + 1 - KEPT);
  const old = new Set(wire.flights.filter((other) => !flies(other)).slice(0, spare));
  return { ...wire, flights: [...wire.flights.filter((other) => !old.has(other)), flight], sent: wire.sent + 1 };
};

/** Loses a frame where it is. */
const lose = (wire: Wire, flight: Flight, now: number): Wire =>
  withFlight({ ...wire, lost: wire.lost + 1 }, turned(flight, now, { fate: 'lost', reach: placeOf(flight, now) }));

const copy = (wire: Wire, flight: Flight, now: number): Wire => {
  const twin = turned(flight, now, { id: wire.sent, endsAt: flight.endsAt + BEHIND, mark: 'copy', holds: false });
  return { ...withNew(wire, twin), doubled: wire.doubled + 1 };
};

/** Lets a frame change places with the one before it in its direction, or with the next one that comes. */
const swap = (wire: Wire, flight: Flight, now: number): Wire => {
  const before = wire.flights.findLast((other) => flies(other) && other.from === flight.from && other.id < flight.id && other.reach === 1);
  if (!before) return withFlight(wire, turned(flight, now, { holds: true, endsAt: flight.endsAt + HOLD, mark: 'swapped' }));
  const [early, late] = [Math.min(before.endsAt, flight.endsAt), Math.max(before.endsAt, flight.endsAt)];
  const second = turned(before, now, { endsAt: Math.max(late, early + BEHIND), holds: false, mark: 'swapped' });
  return withFlight(withFlight(wire, turned(flight, now, { endsAt: early, mark: 'swapped' })), second);
};

const befall = (wire: Wire, fault: Fault, flight: Flight, now: number): Wire => {
  switch (fault) {
    case 'drop':
      return lose(wire, flight, now);
    case 'delay':
      return withFlight(wire, turned(flight, now, { endsAt: flight.endsAt + DELAY, mark: 'late' }));
    case 'swap':
      return swap(wire, flight, now);
    case 'twice':
      return copy(wire, flight, now);
  }
};

/** A fault for the newest frame on the wire; when there is none, for the next one. */
export const strike = (wire: Wire, fault: Fault, now: number): Wire => {
  const flight = wire.flights.findLast((other) => flies(other) && other.reach === 1 && (fault !== 'swap' || !other.holds));
  if (flight) return befall(wire, fault, flight, now);
  return { ...wire, armed: { ...wire.armed, [fault]: Math.min(MOST_ARMED, wire.armed[fault] + 1) } };
};

/** Those that wait for being overtaken go on behind this one. */
const release = (wire: Wire, flight: Flight, now: number): Wire => {
  const waits = wire.flights.filter((other) => flies(other) && other.holds && other.from === flight.from && other.id !== flight.id);
  return waits.reduce((next, held) => withFlight(next, turned(held, now, { holds: false, endsAt: flight.endsAt + BEHIND })), wire);
};

const isAgain = ({ flights }: Wire, from: Side, frame: Frame): boolean =>
  frame.k === 'msg' && flights.some((other) => other.from === from && other.frame.k === 'msg' && other.frame.n === frame.n);

/** How far a frame gets that is dropped before it sets out. */
const HALFWAY = 0.55;

const launch = (wire: Wire, from: Side, frame: Frame, now: number, random: Random): Flight => {
  const { loss, jitter } = wire.weather;
  const endsAt = now + wire.latency + (jitter > 0 ? Math.round(random.exponential(jitter)) : 0);
  const reach = wire.isCut || (loss > 0 && random.chance(loss)) ? 0.3 + 0.4 * random.next() : 1;
  const mark = isAgain(wire, from, frame) ? 'again' : undefined;
  return { id: wire.sent, from, frame, at: now, place: 0, endsAt, reach, fate: 'flies', holds: false, mark };
};

/** Puts a frame on the wire, under the faults that wait for it. */
export const post = (wire: Wire, from: Side, frame: Frame, now: number, random: Random): Wire => {
  const flight = launch(wire, from, frame, now, random);
  if (wire.flights.filter(flies).length >= CAPACITY) return lose(withNew(wire, flight), flight, now);
  let next = release(withNew(wire, flight), flight, now);
  if (wire.weather.twice > 0 && random.chance(wire.weather.twice)) next = copy(next, flight, now);
  if (flight.reach < 1) return next;
  for (const fault of faults) {
    if (next.armed[fault] === 0) continue;
    const current = next.flights.find(({ id }) => id === flight.id) ?? flight;
    next = { ...next, armed: { ...next.armed, [fault]: next.armed[fault] - 1 } };
    if (fault === 'drop') return withFlight(next, { ...current, reach: HALFWAY });
    next = befall(next, fault, current, now);
  }
  return next;
};

/** A frame that has come from elsewhere: it has its journey behind it. */
export const noteArrival = (wire: Wire, from: Side, frame: Frame, now: number): Wire =>
  withNew(wire, {
    id: wire.sent,
    from,
    frame,
    at: now,
    place: 1,
    endsAt: now,
    reach: 1,
    fate: 'arrived',
    holds: false,
    mark: isAgain(wire, from, frame) ? 'again' : undefined,
  });

/** The frames that have arrived by now, in the order of their arrival, and the wire after it. */
export const arrive = (wire: Wire, now: number): readonly [Wire, readonly Flight[]] => {
  if (!wire.flights.some(flies)) return [wire, []];
  const isDone = (flight: Flight): boolean => flies(flight) && flight.reach === 1 && flight.endsAt <= now;
  const isGone = (flight: Flight): boolean => flies(flight) && flight.reach < 1 && placeOf(flight, now) >= flight.reach;
  const done = wire.flights.filter(isDone).sort((a, b) => a.endsAt - b.endsAt || a.id - b.id);
  const gone = wire.flights.filter(isGone);
  if (done.length + gone.length === 0) return [wire, []];
  const settle = (flight: Flight): Flight =>
    isDone(flight) ? { ...flight, fate: 'arrived' } : isGone(flight) ? { ...flight, fate: 'lost' } : flight;
  return [{ ...wire, flights: wire.flights.map(settle), lost: wire.lost + gone.length }, done];
};

/** The wire cut, which loses all that is on it; or mended. */
export const cut = (wire: Wire, isCut: boolean, now: number): Wire =>
  wire.flights.filter(flies).reduce((next, flight) => lose(next, flight, now), { ...wire, isCut });
