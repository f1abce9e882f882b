/** A server from its first request to its exit: what it accepts, what it answers, what it leaves behind. */

/** What a server does well, each by itself. Without any of them it has the fault. */
export interface Practices {
  /** Says that it is not ready and goes on accepting until the balancer has noticed, before it closes the listener. */
  readonly readiness: boolean;
  /** `main` waits until what is in flight has ended, instead of returning as soon as the listener is closed. */
  readonly drain: boolean;
  /** The channel for an upstream's answer has room for it, so that the goroutine which brings it ends though nobody waits any more. */
  readonly room: boolean;
  /** Waits so long and no longer: then it cancels what still runs, and says so to the client. */
  readonly deadline: boolean;
}

/** The name of one practice. */
export type Practice = keyof Practices;

/** None of the practices. */
export const fault: Practices = { readiness: false, drain: false, room: false, deadline: false };
/** All of them. */
export const fix: Practices = { readiness: true, drain: true, room: true, deadline: true };

/** A handler answers 504 when its upstream takes longer: milliseconds, as all times here. */
const HANDLER_TIMEOUT = 1500;
/** Until the balancer, having asked for the health now and then, sends no more requests. */
export const NOTICE = 1000;
/** From SIGTERM until a server with a deadline cancels what still runs. */
export const DEADLINE = 5000;
/** From SIGTERM until the orchestrator loses patience and sends SIGKILL. */
const GRACE = 10_000;
/** Requests that are remembered after their end, for the timeline. */
const REMEMBERED = 160;
/** Numbers of goroutines that are remembered, one a step. */
const HISTORY = 240;

/** What a client asks for. */
export interface Arrival {
  readonly id: number;
  /** A `call` waits for an upstream, in a goroutine, up to the handler's timeout; a `download` lasts as long as it lasts. */
  readonly kind: 'call' | 'download';
  readonly takes: number;
}

/** What became of a request: 200, 504, 503 with an invitation to retry, no connection, a connection cut without an answer. */
export type Outcome = 'answered' | 'timeout' | 'cancelled' | 'refused' | 'lost';

/** A request that was accepted, or refused. */
export interface Request extends Arrival {
  readonly arrived: number;
  /** The row of the timeline. */
  readonly lane: number;
}

/** A request that has ended. */
export interface Ended extends Request {
  readonly at: number;
  readonly outcome: Outcome;
}

/** A goroutine that waits for an upstream to answer. */
interface Call {
  readonly request: number;
  readonly ready: number;
}

/** How a server's life ended. */
export interface Exit {
  readonly at: number;
  readonly by: 'main returned' | 'drained' | 'deadline' | 'SIGKILL';
  /** Goroutines that had not ended. */
  readonly left: number;
}

/** A server at a moment. */
export interface Server {
  readonly practices: Practices;
  readonly phase: 'serving' | 'leaving' | 'draining' | 'exited';
  readonly accepted: number;
  readonly flight: readonly Request[];
  readonly calls: readonly Call[];
  /** Goroutines that block for ever on a channel from which nobody reads. */
  readonly blocked: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** The last requests that ended, oldest first. */
  readonly ended: readonly Ended[];
  /** The numbers of goroutines, oldest first. */
  readonly history: readonly number[];
  readonly exit: Exit | undefined;
}

/** A server that has just begun. */
export const newServer = (practices: Practices): Server => ({
  practices,
  phase: 'serving',
  accepted: 0,
  flight: [],
  calls: [],
  blocked: 0,
  counts: { answered: 0, timeout: 0, cancelled: 0, refused: 0, lost: 0 },
  ended: [],
  history: [],
  exit: undefined,
});

const freeLane = (flight: readonly Request[]): number => {
  const taken = new Set(flight.map(({ lane }) => lane));
  let lane = 0;
  while (taken.has(lane)) lane++;
  return lane;
};

const end = (server: Server, requests: readonly Request[], outcome: Outcome, at: number): Server => {
  if (requests.length === 0) return server;
  const over = new Set(requests.map(({ id }) => id));
  return {
    ...server,
    flight: server.flight.filter(({ id }) => !over.has(id)),
    counts: { ...server.counts, [outcome]: server.counts[outcome] + requests.length },
    ended: [...server.ended, ...requests.map((request): Ended => ({ ...request, at, outcome }))].slice(-REMEMBERED),
  };
};

/** A client connects. */
export const arrive = (server: Server, arrival: Arrival, now: number): Server => {
  const request: Request = { ...arrival, arrived: now, lane: freeLane(server.flight) };
  if (server.phase === 'draining' || server.phase === 'exited') return end(server, [request], 'refused', now);
  const call: Call = { request: arrival.id, ready: now + arrival.takes };
  return {
    ...server,
    accepted: server.accepted + 1,
    flight: [...server.flight, request],
    calls: arrival.kind === 'call' ? [...server.calls, call] : server.calls,
  };
};

/** Upstreams answer: a handler that still waits passes it on; otherwise it is the channel's room that counts. */
const collect = (server: Server, now: number): Server => {
  const ready = new Set(server.calls.filter((call) => call.ready <= now).map(({ request }) => request));
  const waiting = server.flight.filter(({ id }) => ready.has(id));
  const unread = server.practices.room ? 0 : ready.size - waiting.length;
  const downloaded = server.flight.filter(({ kind, arrived, takes }) => kind === 'download' && arrived + takes <= now);
  const rest = { ...server, calls: server.calls.filter(({ request }) => !ready.has(request)), blocked: server.blocked + unread };
  return end(rest, [...waiting, ...downloaded], 'answered', now);
};

const giveUp = (server: Server, now: number): Server => {
  const late = server.flight.filter(({ kind, arrived }) => kind === 'call' && now - arrived >= HANDLER_TIMEOUT);
  return end(server, late, 'timeout', now);
};

/** Goroutines beside `main`: a handler for each request, and whoever waits for an upstream or on a channel. */
export const goroutines = ({ flight, calls, blocked }: Server): number => flight.length + calls.length + blocked;

const exit = (server: Server, by: Exit['by'], at: number): Server => {
  const told = by === 'deadline';
  const left = told ? server.blocked : server.calls.length + server.blocked;
  return { ...end(server, server.flight, told ? 'cancelled' : 'lost', at), calls: [], blocked: 0, phase: 'exited', exit: { at, by, left } };
};

const closeListener = (server: Server, now: number): Server =>
  server.practices.drain ? { ...server, phase: 'draining' } : exit(server, 'main returned', now);

/** How the server obeys a SIGTERM of `since` milliseconds ago. */
const obey = (server: Server, since: number, now: number): Server => {
  const { readiness, deadline } = server.practices;
  switch (server.phase) {
    case 'serving':
      return readiness ? { ...server, phase: 'leaving' } : closeListener(server, now);
    case 'leaving':
      return since > NOTICE ? closeListener(server, now) : server;
    case 'draining':
      if (goroutines(server) === 0) return exit(server, 'drained', now);
      if (deadline && since >= DEADLINE) return exit(server, 'deadline', now);
      return since >= GRACE ? exit(server, 'SIGKILL', now) : server;
    case 'exited':
      return server;
  }
};

const work = (server: Server, now: number, signalled: number | undefined): Server => {
  if (server.phase === 'exited') return server;
  const worked = giveUp(collect(server, now), now);
  return signalled === undefined ? worked : obey(worked, now - signalled, now);
};

/** A step of time passes, up to `now`; `signalled` is when SIGTERM came. */
export const advance = (server: Server, now: number, signalled: number | undefined): Server => {
  const worked = work(server, now, signalled);
  return { ...worked, history: [...server.history, goroutines(worked)].slice(-HISTORY) };
};

/** Whether each accepted request has one outcome or is still in flight. */
export const addsUp = ({ accepted, flight, counts }: Server): boolean =>
  accepted === flight.length + counts.answered + counts.timeout + counts.cancelled + counts.lost;

/** Requests of which the client never heard. */
export const unheard = ({ counts }: Server): number => counts.lost + counts.refused;
