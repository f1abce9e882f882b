/** What is read off a lane: what a frame cost, and whether its promises hold. Times are in microseconds. */
import { TTL } from './client.ts';
import { flightsPerKey, type Lane } from './lane.ts';

/** What one frame of a lane came to. */
export interface Frame {
  /** The share of the time that Redis was busy. */
  readonly cpu: number;
  readonly commands: number;
  readonly values: number;
  readonly hits: number;
}

/** What a lane did in a span of time since it `was`. */
export const frameOf = (lane: Lane, was: Lane, span: number): Frame => ({
  cpu: (lane.busy - was.busy) / span,
  commands: lane.counts.commands - was.counts.commands,
  values: lane.counts.values - was.counts.values,
  hits: lane.counts.hits - was.counts.hits,
});

/** Several frames as one: the mean of the shares, the sum of the counts. */
export const together = (frames: readonly Frame[]): Frame => {
  const sum = (of: (frame: Frame) => number): number => frames.reduce((total, frame) => total + of(frame), 0);
  return {
    cpu: sum(({ cpu }) => cpu) / Math.max(1, frames.length),
    commands: sum(({ commands }) => commands),
    values: sum(({ values }) => values),
    hits: sum(({ hits }) => hits),
  };
};

/** What holds of a lane at this moment. */
export interface Checks {
  /** Every request is answered, failed or under way, and none twice. */
  readonly answered: boolean;
  /** No value given in this frame was older than a value may be. */
  readonly fresh: boolean;
  /** The age of the oldest one. */
  readonly oldest: number;
  /** No backend asks for one key twice at once. */
  readonly single: boolean;
  /** The most flights that one key has. */
  readonly flights: number;
}

/** Checks a lane as it is. */
export const check = (lane: Lane): Checks => {
  const { arrived, answered, failed } = lane.counts;
  const flights = flightsPerKey(lane);
  return {
    answered: arrived === answered + failed + lane.pending.size,
    fresh: lane.oldest <= TTL,
    oldest: lane.oldest,
    single: flights <= 1,
    flights,
  };
};

/** By how much less `after` is than `before`, as a share: 0.5 is half. */
export const saving = (before: number, after: number): number => (before > 0 ? 1 - after / before : 0);
