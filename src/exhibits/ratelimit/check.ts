/** Checks the limits by what was let through, without asking the limiters. Times are in milliseconds. */
import type { Lane } from './lane.ts';
import { RULES } from './limiter.ts';

/** The largest burst: requests beyond what the rate brings, in any stretch of the admissions (a leaky bucket that only counts). */
export const largestBurst = (admissions: readonly number[]): number => {
  let [level, last, most] = [0, 0, 0];
  for (const time of admissions) {
    level = Math.max(0, level - (RULES.rate * (time - last)) / 1000) + 1;
    last = time;
    most = Math.max(most, level);
  }
  return most;
};

/** The most admissions in any window. */
export const fullestWindow = (admissions: readonly number[]): number => {
  let [first, most] = [0, 0];
  for (const [index, time] of admissions.entries()) {
    while ((admissions[first] ?? time) <= time - RULES.span) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
};

/** What a lane's limit came to at most, and what it allows. */
export interface Limit {
  readonly peak: number;
  readonly most: number;
  readonly kept: boolean;
}

/** Less than any request, more than any error of rounding. */
const EPSILON = 1e-6;

const peakOf = ({ kind, admissions, handlers }: Lane): readonly [peak: number, most: number] => {
  if (kind === 'bucket') return [largestBurst(admissions), RULES.burst];
  if (kind === 'window') return [fullestWindow(admissions), RULES.limit];
  return [handlers.length, RULES.slots];
};

/** Checks the limit of a lane. */
export const limitOf = (lane: Lane): Limit => {
  const [peak, most] = peakOf(lane);
  return { peak, most, kept: peak <= most + EPSILON };
};

/** Slots that are taken by no handler. */
export const leaked = ({ limiter, handlers }: Lane): number => (limiter.kind === 'slots' ? limiter.used - handlers.length : 0);

/** Whether each request has been refused, answered, or is being worked on: none is lost, none counts twice. */
export const allAnswered = ({ counts, handlers }: Lane): boolean =>
  counts.lost === 0 && counts.offered === counts.limited + counts.answered + counts.panicked + handlers.length;

/** Whether all that is promised of a lane holds now. */
export const holds = (lane: Lane): boolean => limitOf(lane).kept && leaked(lane) === 0 && allAnswered(lane);
