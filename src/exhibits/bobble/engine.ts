/** The same requests for both lanes, a frame of simulated time at once. Times are in microseconds. */
import { type Phrase, phrase, phraseOf, type Sentences } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { flush, receive, request, type Store, serve, write } from './client.ts';
import { copyLane, createLane, drawAsk, KEYS, type Lane, type Mean, means, zipf } from './lane.ts';

/** The grain of simulated time. */
const STEP = 100;
/** Simulated time that a frame covers. */
export const FRAME_SPAN = 20_000;
/** Grains between two batches. */
const WINDOW = 5;
/** How long a tournament lasts, and how much more is asked meanwhile. */
const TOURNAMENT = { span: 400_000, factor: 3 };
/** How long Redis stays slow. */
const SLOW_SPAN = 300_000;
/** Writes a millisecond. */
const WRITES = 0.1;
/** Requests a second that may be chosen. */
export const LOAD = { least: 500, most: 6000, normal: 3000, step: 500 };

/** What may happen to both. */
export const events = ['tournament', 'deploy', 'slow redis'] as const;

/** One of those. */
export type Happening = (typeof events)[number];

/** Both lanes under their load. */
export interface Bench {
  readonly now: number;
  /** Requests a second, in quiet times. */
  readonly load: number;
  readonly before: Lane;
  readonly after: Lane;
  readonly versions: readonly number[];
  readonly nextId: number;
  readonly nextArrival: number;
  readonly nextWrite: number;
  /** When the tournament and the slowness end. */
  readonly cupUntil: number;
  readonly slowUntil: number;
  readonly log: readonly Entry[];
}

/** A bench before the first request, with some of the means left out. */
export const createBench = (load: number, without: readonly Mean[] = []): Bench => ({
  now: 0,
  load,
  before: createLane([]),
  after: createLane(means.filter((mean) => !without.includes(mean))),
  versions: new Array<number>(KEYS + 1).fill(1),
  nextId: 0,
  nextArrival: 0,
  nextWrite: 0,
  cupUntil: 0,
  slowUntil: 0,
  log: [],
});

type Draft = { -readonly [Key in keyof Bench]: Bench[Key] } & { versions: number[] };

const draftOf = (bench: Bench): Draft => ({
  ...bench,
  before: copyLane(bench.before),
  after: copyLane(bench.after),
  versions: [...bench.versions],
  log: [],
});

const arrive = (draft: Draft, store: Store, random: Random): void => {
  const tournament = draft.now < draft.cupUntil;
  const rate = (draft.load * (tournament ? TOURNAMENT.factor : 1)) / 1e6;
  for (; draft.nextArrival <= draft.now; draft.nextArrival += random.exponential(1 / rate)) {
    const ask = drawAsk(draft.nextId++, tournament, random);
    request(draft.before, ask, store);
    request(draft.after, ask, store);
  }
};

const overwrite = (draft: Draft, slow: boolean, random: Random): void => {
  for (; draft.nextWrite <= draft.now; draft.nextWrite += random.exponential(1000 / WRITES)) {
    const key = zipf(random);
    draft.versions[key] = (draft.versions[key] ?? 0) + 1;
    write(draft.before, slow);
    write(draft.after, slow);
  }
};

const tick = (draft: Draft, random: Random): void => {
  draft.now += STEP;
  const slow = draft.now < draft.slowUntil;
  const store: Store = { now: draft.now, slow, versions: draft.versions };
  overwrite(draft, slow, random);
  for (const lane of [draft.before, draft.after]) receive(lane, store);
  arrive(draft, store, random);
  for (const lane of [draft.before, draft.after]) {
    if ((draft.now / STEP) % WINDOW === 0) flush(lane, draft.now);
    serve(lane, store, STEP);
  }
};

const over = (draft: Draft, until: number, text: Phrase): readonly Entry[] =>
  until > draft.now - FRAME_SPAN && until <= draft.now ? [{ text, role: 'good' as const, aloud: true }] : [];

const refused = (name: Phrase, lane: Lane, was: Lane): readonly Entry[] =>
  lane.counts.failed > was.counts.failed
    ? [{ text: phrase`${name}: Redis full, ${lane.counts.failed - was.counts.failed} requests failed`, role: 'bad' }]
    : [];

/** The bench one frame on. */
export const advance = (bench: Bench, random: Random): Bench => {
  const draft = draftOf(bench);
  for (let span = 0; span < FRAME_SPAN; span += STEP) tick(draft, random);
  draft.log = [
    ...over(draft, draft.cupUntil, phrase`The tournament is over.`),
    ...over(draft, draft.slowUntil, phrase`Redis is fast again.`),
    ...refused(phrase`before`, draft.before, bench.before),
    ...refused(phrase`after`, draft.after, bench.after),
  ];
  return draft;
};

const said = {
  tournament: 'A tournament began: three times the load, most of it for one key.',
  deploy: 'A deploy emptied all memories: every key is asked for again.',
  'slow redis': 'Redis became slow: everything costs three times as much.',
} satisfies Sentences;

/** The bench after something has happened to it. */
export const happen = (bench: Bench, what: Happening): Bench => {
  const draft = draftOf(bench);
  if (what === 'tournament') draft.cupUntil = draft.now + TOURNAMENT.span;
  else if (what === 'slow redis') draft.slowUntil = draft.now + SLOW_SPAN;
  else for (const { kept } of draft.after.instances) kept.clear();
  draft.log = [{ text: phraseOf(said[what]), role: 'warn', aloud: true }];
  return draft;
};

/** The bench with one of the means switched on or off. */
export const toggle = (bench: Bench, mean: Mean): Bench => {
  const draft = draftOf(bench);
  const on = new Set(draft.after.on);
  if (!on.delete(mean)) on.add(mean);
  draft.after.on = on;
  draft.log = [
    {
      text: on.has(mean) ? phrase`On the right, ${mean} is on again.` : phrase`On the right, ${mean} was taken away.`,
      role: 'accent',
      aloud: true,
    },
  ];
  return draft;
};

/** The bench under another load. */
export const withLoad = (bench: Bench, change: number): Bench => ({
  ...bench,
  load: Math.min(Math.max(LOAD.least, bench.load + change * LOAD.step), LOAD.most),
  log: [],
});
