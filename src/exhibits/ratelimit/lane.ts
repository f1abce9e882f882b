/** A server behind one limiter: its handlers, and how it takes a panic. Times are in milliseconds. */
import { phrase } from '../../locales/speech.ts';
import type { Entry } from '../stage/log.ts';
import { admitted, createLimiter, type Kind, type Limiter, type Part, released, settled } from './limiter.ts';

/** Milliseconds until a server that has crashed is there again. */
const RESTART = 2000;
/** How long admissions are remembered, to check the limits by; and how many at most. */
const MEMORY = { span: 10_000, most: 500 };

/** A request, the same one for all lanes. */
export interface Job {
  readonly id: number;
  /** How long its handler works. */
  readonly work: number;
  /** Its handler panics instead of answering. */
  readonly panics: boolean;
}

/** A handler at work. */
export interface Handler extends Job {
  readonly since: number;
}

/** What has become of the requests since the start. */
export interface Counts {
  readonly offered: number;
  readonly limited: number;
  readonly answered: number;
  /** Answered with an error, because the handler panicked and that was contained. */
  readonly panicked: number;
  /** Never answered: none, as long as panics are contained. */
  readonly lost: number;
}

/** A server with its limiter. */
export interface Lane {
  readonly kind: Kind;
  readonly limiter: Limiter;
  readonly handlers: readonly Handler[];
  /** When the last requests were let through. */
  readonly admissions: readonly number[];
  /** It refuses requests just now. */
  readonly limiting: boolean;
  /** It has crashed, and is back then. */
  readonly downUntil: number;
  readonly counts: Counts;
}

/** A lane, and what is to be told of it. */
export interface Told {
  readonly lane: Lane;
  readonly entries: readonly Entry[];
}

/** What the limiters are called. */
export const names: Readonly<Record<Kind, string>> = { bucket: 'token bucket', window: 'sliding window', slots: 'concurrency' };

/** A server without requests. */
export const createLane = (kind: Kind): Lane => ({
  kind,
  limiter: createLimiter(kind, 0),
  handlers: [],
  admissions: [],
  limiting: false,
  downUntil: 0,
  counts: { offered: 0, limited: 0, answered: 0, panicked: 0, lost: 0 },
});

const counted = (lane: Lane, change: Partial<Counts>): Counts => {
  const counts = { ...lane.counts };
  for (const key of Object.keys(change) as (keyof Counts)[]) counts[key] += change[key] ?? 0;
  return counts;
};

/** Says that refusing begins or ends, once each. */
const turned = (lane: Lane, limiting: boolean): readonly Entry[] => {
  if (lane.limiting === limiting) return [];
  return [
    {
      text: limiting ? phrase`${names[lane.kind]} refuses` : phrase`${names[lane.kind]} lets through again`,
      role: limiting ? 'warn' : 'muted',
    },
  ];
};

/** The lane after a request has come to it. */
export const offer = (lane: Lane, job: Job, now: number, on: ReadonlySet<Part>): Told => {
  if (now < lane.downUntil) return { lane: { ...lane, counts: counted(lane, { offered: 1, lost: 1 }) }, entries: [] };
  const before = settled(lane.limiter, now, on);
  const limiter = admitted(before, now);
  const entries = turned(lane, limiter === undefined);
  if (!limiter) return { lane: { ...lane, limiter: before, limiting: true, counts: counted(lane, { offered: 1, limited: 1 }) }, entries };
  return {
    lane: {
      ...lane,
      limiter,
      limiting: false,
      handlers: [...lane.handlers, { ...job, since: now }],
      admissions: [...lane.admissions, now].slice(-MEMORY.most),
      counts: counted(lane, { offered: 1 }),
    },
    entries,
  };
};

const answer = (lane: Lane, handler: Handler): Lane => ({
  ...lane,
  limiter: released(lane.limiter),
  handlers: lane.handlers.filter(({ id }) => id !== handler.id),
  counts: counted(lane, { answered: 1 }),
});

/** The panic ends its own handler: the caller gets an error, the slot is given back on the way out. */
const contain = (lane: Lane, handler: Handler, on: ReadonlySet<Part>): Told => ({
  lane: {
    ...lane,
    limiter: on.has('release') ? released(lane.limiter) : lane.limiter,
    handlers: lane.handlers.filter(({ id }) => id !== handler.id),
    counts: counted(lane, { panicked: 1 }),
  },
  entries: [{ text: phrase`${names[lane.kind]}: handler ${handler.id} panics; contained`, role: 'warn', aloud: true }],
});

/** The panic takes the whole process with it. */
const crash = (lane: Lane, now: number): Told => ({
  lane: {
    ...lane,
    limiter: createLimiter(lane.kind, now),
    handlers: [],
    admissions: [],
    limiting: false,
    downUntil: now + RESTART,
    counts: counted(lane, { lost: lane.handlers.length }),
  },
  entries: [{ text: phrase`${names[lane.kind]}: a panic kills it, ${lane.handlers.length} requests lost`, role: 'bad', aloud: true }],
});

const end = (lane: Lane, handler: Handler, now: number, on: ReadonlySet<Part>): Told => {
  if (!handler.panics) return { lane: answer(lane, handler), entries: [] };
  return on.has('recovery') ? contain(lane, handler, on) : crash(lane, now);
};

/** The lane at a later moment: the handlers that are through have ended. */
export const elapse = (start: Lane, now: number, on: ReadonlySet<Part>): Told => {
  let lane: Lane = {
    ...start,
    limiter: settled(start.limiter, now, on),
    admissions: start.admissions.filter((time) => time > now - MEMORY.span),
  };
  const entries: Entry[] = [];
  for (const handler of start.handlers) {
    // A crash has taken those that come after.
    if (handler.since + handler.work > now || !lane.handlers.includes(handler)) continue;
    const told = end(lane, handler, now, on);
    lane = told.lane;
    entries.push(...told.entries);
  }
  if (start.downUntil > 0 && start.downUntil <= now) {
    lane = { ...lane, downUntil: 0 };
    entries.push({ text: phrase`${names[lane.kind]}: the server is back`, role: 'good', aloud: true });
  }
  return { lane, entries };
};
