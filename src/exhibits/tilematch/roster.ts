/** Who is there: players and their connections, kept apart, since players stay while connections come and go. */

import type { Sentences } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { accept, acknowledged, dueFrames, isDue, isStuffed, newStream, push, resumed, type Safeguards, type Stream } from './line.ts';
import { GREET_FIRST, parseRequest, type Reply, type Request, type ToPlayer, type ToReferee } from './protocol.ts';

/** A player, who stays one while connections come and go. */
export interface Session {
  /** The secret by which the player comes back; known to nobody else. */
  readonly token: string;
  readonly name: string;
  readonly rating: number;
  /** The connection that speaks for the player now. */
  readonly connection: string | undefined;
  /** When the last connection was lost. */
  readonly awaySince: number;
  readonly stream: Stream<Reply, Request>;
  /** Since when the player waits for a match. */
  readonly waitsSince: number | undefined;
  readonly match: number | undefined;
}

/** A connection: whose it is, how much it may still say, how often it said nonsense. */
interface Connection {
  readonly token: string | undefined;
  readonly allowance: number;
  readonly allowedAt: number;
  readonly strikes: number;
}

/** Messages a second that a connection may send, and at once. */
const RATE = 25;
const BURST = 60;

/** Bad messages after which a connection is closed. */
const MOST_STRIKES = 8;

/** Text for a connection; `close` ends it after that. */
export interface Output {
  readonly to: string;
  readonly text: string;
  readonly close?: true;
}

/** A player who has just come. */
const newSession = (token: string, name: string, rating: number, connection: string): Session => ({
  token,
  name,
  rating,
  connection,
  awaySince: 0,
  stream: newStream(),
  waitsSince: undefined,
  match: undefined,
});

/** A connection that has said nothing. */
const newConnection = (now: number): Connection => ({ token: undefined, allowance: BURST, allowedAt: now, strikes: 0 });

/** The connection after one more message (a token bucket); undefined when it says too much. */
const spoke = (connection: Connection, now: number): Connection | undefined => {
  const allowance = Math.min(BURST, connection.allowance + (RATE * Math.max(0, now - connection.allowedAt)) / 1000);
  return allowance < 1 ? undefined : { ...connection, allowance: allowance - 1, allowedAt: now };
};

/** A frame as it goes out. */
const outputOf = (to: string, frame: ToPlayer, close = false): Output => ({
  to,
  text: JSON.stringify(frame),
  ...(close ? { close: true as const } : {}),
});

/** Milliseconds until a player who is away is gone. */
const GRACE = 15_000;

/** Players that there may be at once, on a line or away. */
const MOST_SESSIONS = 20_000;

/** How new players are let in, and which safeguards their streams have. */
export interface Door {
  readonly random: Random;
  /** Secrets that nobody can guess. */
  readonly newToken: (random: Random) => string;
  /** The rating of somebody new. */
  readonly ratingOf: (name: string, random: Random) => number;
  readonly safeguards: Safeguards;
}

/** What the players did: they want something, or their line came and went. */
export type Heard =
  | { readonly kind: 'wants'; readonly token: string; readonly request: Request }
  | { readonly kind: 'back' | 'away' | 'gone'; readonly token: string };

/** All players. What it has to say is fetched by `takeOutput`, what it has heard by `takeHeard`. */
export class Roster {
  readonly #door: Door;
  readonly #sessions: Map<string, Session>;
  readonly #connections: Map<string, Connection>;
  /** How often things of each kind happened. */
  readonly tally: Map<string, number>;
  #out: Output[] = [];
  #heard: Heard[] = [];

  constructor(door: Door, like?: Roster) {
    this.#door = door;
    this.#sessions = new Map(like ? like.#sessions : []);
    this.#connections = new Map(like ? like.#connections : []);
    this.tally = new Map(like?.tally ?? []);
  }

  get sessions(): Iterable<Session> {
    return this.#sessions.values();
  }

  get size(): number {
    return this.#sessions.size;
  }

  find(token: string): Session | undefined {
    return this.#sessions.get(token);
  }

  /** Changes what is known of a player. */
  put(session: Session): void {
    this.#sessions.set(session.token, session);
  }

  count(kind: string): void {
    this.tally.set(kind, (this.tally.get(kind) ?? 0) + 1);
  }

  takeOutput(): readonly Output[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  takeHeard(): readonly Heard[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** Says something to a player, now or when the player is back. */
  tell(token: string, body: Reply, now: number): void {
    const session = this.#sessions.get(token);
    if (session) this.#flush({ ...session, stream: push(session.stream, body, now) }, now);
  }

  /** A connection was lost. The player stays for a while. */
  closed(id: string, now: number): void {
    const session = this.#sessions.get(this.#connections.get(id)?.token ?? '');
    this.#connections.delete(id);
    if (session?.connection !== id) return;
    this.put({ ...session, connection: undefined, awaySince: now, waitsSince: undefined });
    this.#heard.push({ kind: 'away', token: session.token });
  }

  /** Text came from a connection, which need not be known yet. */
  receive(id: string, text: string, now: number): void {
    const connection = spoke(this.#connections.get(id) ?? newConnection(now), now);
    if (!connection) {
      this.#expel(id, 'too many messages', now);
      return;
    }
    this.#connections.set(id, connection);
    const frame = parseRequest(text);
    if (frame) this.#handle(id, connection, frame, now);
    else this.#strike(id, connection, now);
  }

  /** Sends what is due; lets go of those who are away too long, or do not listen. */
  step(now: number): void {
    for (const session of this.#sessions.values()) {
      const isGone = session.connection === undefined ? now - session.awaySince >= GRACE : isStuffed(session.stream);
      if (isGone) this.#dismiss(session, now);
      else if (isDue(session.stream, now)) this.#flush(session, now);
    }
  }

  #handle(id: string, connection: Connection, frame: ToReferee, now: number): void {
    if (frame.k === 'ping') this.#frame(id, { k: 'pong', t: frame.t });
    else if (frame.k === 'hello') this.#greet(id, connection, frame.token, frame.name, now);
    else {
      const session = this.#sessions.get(connection.token ?? '');
      if (session?.connection === id) this.#hear(session, connection, frame, now);
      else this.#frame(id, { k: 'no', why: GREET_FIRST });
    }
  }

  #frame(to: string, frame: ToPlayer, close = false): void {
    this.#out.push(outputOf(to, frame, close));
  }

  #flush(session: Session, now: number): void {
    const [stream, frames] = session.connection === undefined ? [session.stream, []] : dueFrames(session.stream, now);
    this.put({ ...session, stream });
    for (const frame of frames) this.#frame(session.connection ?? '', frame);
  }

  #expel(id: string, why: string, now: number): void {
    this.count(why);
    this.#frame(id, { k: 'bye', why }, true);
    this.closed(id, now);
  }

  #strike(id: string, connection: Connection, now: number): void {
    this.count('not a valid message');
    this.#connections.set(id, { ...connection, strikes: connection.strikes + 1 });
    if (connection.strikes + 1 >= MOST_STRIKES) this.#expel(id, 'too much nonsense', now);
    else this.#frame(id, { k: 'no', why: 'not a valid message' });
  }

  #greet(id: string, connection: Connection, token: string | null, name: string, now: number): void {
    // A greeting may arrive twice; the connection keeps the player that it has.
    const known = this.#sessions.get(connection.token ?? token ?? '');
    if (!known && this.#sessions.size >= MOST_SESSIONS) {
      this.#expel(id, 'too many players' satisfies Sentences, now);
      return;
    }
    const session = known ? this.#resume(known, id, now) : this.#admit(id, name);
    this.#connections.set(id, { ...connection, token: session.token });
    this.#frame(id, { k: 'welcome', token: session.token, rating: session.rating, resumed: known !== undefined });
    this.#flush(session, now);
  }

  #admit(id: string, name: string): Session {
    const { random, newToken, ratingOf } = this.#door;
    const session = newSession(newToken(random), name, ratingOf(name, random), id);
    this.put(session);
    return session;
  }

  /** The newest connection that knows the secret speaks for the player; the one before is closed. */
  #resume(session: Session, id: string, now: number): Session {
    const { connection: before } = session;
    if (before === id) return session;
    const back = { ...session, connection: id, stream: resumed(session.stream, now) };
    this.put(back);
    this.count('came back');
    this.#heard.push({ kind: 'back', token: session.token });
    if (before !== undefined) {
      this.#frame(before, { k: 'bye', why: 'connected elsewhere' satisfies Sentences }, true);
      this.#connections.delete(before);
    }
    return back;
  }

  #hear(session: Session, connection: Connection, frame: Extract<ToReferee, { k: 'data' | 'ack' }>, now: number): void {
    const acked = acknowledged(session.stream, frame.a);
    if (!acked) this.#strike(session.connection ?? '', connection, now);
    else if (frame.k === 'ack') this.put({ ...session, stream: acked });
    else {
      const [stream, requests] = accept(acked, frame.s, frame.m, this.#door.safeguards);
      this.put({ ...session, stream });
      if (requests.length === 0) this.count('twice or early');
      for (const request of requests) this.#heard.push({ kind: 'wants', token: session.token, request });
    }
  }

  #dismiss(session: Session, now: number): void {
    if (session.connection !== undefined) this.#expel(session.connection, 'no answer' satisfies Sentences, now);
    this.#sessions.delete(session.token);
    this.#heard.push({ kind: 'gone', token: session.token });
  }
}
