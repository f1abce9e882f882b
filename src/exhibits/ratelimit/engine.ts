/** The same requests for three limiters as time goes by, and a check of what was let through. Times are in milliseconds. */
import { phrase } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { createLane, elapse, type Job, type Lane, offer, type Told } from './lane.ts';
import { kinds, type Part, parts, RULES } from './limiter.ts';

/** The grain of time. */
export const STEP = 50;
/** Handlers work for so long. */
const WORK = { least: 400, most: 1200 };
/** The chance that the handler of a request that comes by itself panics. */
const PANIC = 0.02;
/** Requests in a burst. */
const BURST = 15;
/** Milliseconds between two bursts, on average. */
const BETWEEN_BURSTS = 4000;

/** What comes by itself: nothing, or so many requests a second, with bursts or without. */
export const loads = {
  off: { rate: 0, bursts: false },
  steady: { rate: 4, bursts: false },
  bursts: { rate: 4, bursts: true },
  flood: { rate: 40, bursts: false },
} as const;

/** A load by its name. */
export type LoadName = keyof typeof loads;

/** Three servers under one load. */
export interface Bench {
  readonly now: number;
  readonly lanes: readonly Lane[];
  readonly on: ReadonlySet<Part>;
  readonly load: LoadName;
  readonly nextId: number;
  /** What happened in the last step. */
  readonly entries: readonly Entry[];
}

/** A bench before the first request, with some of the parts left out. */
export const createBench = (load: LoadName, without: readonly Part[] = []): Bench => ({
  now: 0,
  lanes: kinds.map(createLane),
  on: new Set(parts.filter((part) => !without.includes(part))),
  load,
  nextId: 1,
  entries: [],
});

const each = (bench: Bench, change: (lane: Lane) => Told): Bench => {
  const told = bench.lanes.map(change);
  return {
    ...bench,
    lanes: told.map(({ lane }) => lane),
    entries: [...bench.entries, ...told.flatMap(({ entries }) => entries)],
  };
};

const sendOne = (bench: Bench, panics: boolean, random: Random): Bench => {
  const job: Job = { id: bench.nextId, work: random.integer(WORK.least, WORK.most), panics };
  return each({ ...bench, nextId: bench.nextId + 1 }, (lane) => offer(lane, job, bench.now, bench.on));
};

const sendMany = (start: Bench, count: number, panic: number, random: Random): Bench => {
  let bench = start;
  for (let i = 0; i < count; i++) bench = sendOne(bench, random.chance(panic), random);
  return bench;
};

/** The bench after a visitor's request, or one whose handler panics. */
export const send = (bench: Bench, panics: boolean, random: Random): Bench => sendOne({ ...bench, entries: [] }, panics, random);

/** The bench after a visitor's burst. */
export const burst = (bench: Bench, random: Random): Bench => sendMany({ ...bench, entries: [] }, BURST, 0, random);

/** How many requests come in a step: their gaps are exponential, so their number is Poisson's. */
const arrivals = (rate: number, random: Random): number => {
  if (rate === 0) return 0;
  let count = 0;
  for (let time = random.exponential(1000 / rate); time < STEP; time += random.exponential(1000 / rate)) count++;
  return count;
};

/** The bench one step on. */
export const step = (before: Bench, random: Random): Bench => {
  const now = before.now + STEP;
  const bench = each({ ...before, now, entries: [] }, (lane) => elapse(lane, now, before.on));
  const { rate, bursts } = loads[bench.load];
  const extra = bursts && random.chance(STEP / BETWEEN_BURSTS) ? BURST : 0;
  return sendMany(bench, arrivals(rate, random) + extra, PANIC, random);
};

const names = Object.keys(loads) as LoadName[];

/** The bench under the next kind of load. */
export const nextLoad = (bench: Bench): Bench => {
  const load = names[(names.indexOf(bench.load) + 1) % names.length] ?? 'off';
  return { ...bench, load, entries: [{ text: phrase`load: ${load}`, role: 'accent', aloud: true }] };
};

/** The bench with a part switched on or off. */
export const toggle = (bench: Bench, part: Part): Bench => {
  const on = new Set(bench.on);
  if (!on.delete(part)) on.add(part);
  return { ...bench, on, entries: [{ text: on.has(part) ? phrase`${part} on` : phrase`${part} off`, role: 'accent', aloud: true }] };
};

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
interface Limit {
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
