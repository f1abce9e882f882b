/** What the referee keeps of a player and of a connection, whether or not the two are together now. */
import type { Reply, Request, ToPlayer } from './protocol.ts';
import { newStream, type Stream } from './stream.ts';

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
export interface Connection {
  readonly token: string | undefined;
  readonly allowance: number;
  readonly allowedAt: number;
  readonly strikes: number;
}

/** Messages a second that a connection may send, and at once. */
const RATE = 25;
const BURST = 60;

/** Bad messages after which a connection is closed. */
export const MOST_STRIKES = 8;

/** Text for a connection; `close` ends it after that. */
export interface Output {
  readonly to: string;
  readonly text: string;
  readonly close?: true;
}

/** A player who has just come. */
export const newSession = (token: string, name: string, rating: number, connection: string): Session => ({
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
export const newConnection = (now: number): Connection => ({ token: undefined, allowance: BURST, allowedAt: now, strikes: 0 });

/** The connection after one more message (a token bucket); undefined when it says too much. */
export const spoke = (connection: Connection, now: number): Connection | undefined => {
  const allowance = Math.min(BURST, connection.allowance + (RATE * Math.max(0, now - connection.allowedAt)) / 1000);
  return allowance < 1 ? undefined : { ...connection, allowance: allowance - 1, allowedAt: now };
};

/** A frame as it goes out. */
export const outputOf = (to: string, frame: ToPlayer, close = false): Output => ({
  to,
  text: JSON.stringify(frame),
  ...(close ? { close: true as const } : {}),
});
