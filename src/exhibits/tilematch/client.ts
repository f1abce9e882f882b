/** A player's end of the line: what the referee has said so far, and what is still to be said to it. */
import type { Sentences } from '../../locales/speech.ts';
import { type Board, type Pair, without } from './board.ts';
import { accept, acknowledged, dueFrames, newStream, push, resumed, type Safeguards, type Stream, safe } from './line.ts';
import type { Side } from './match.ts';
import { GREET_FIRST, parseReply, type Reply, type Request, type ToPlayer, type ToReferee } from './protocol.ts';

/** Milliseconds between two greetings until one is answered, and between two pings. */
const GREETING = 600;
const PING = 500;

/** A match as the player knows it; times are on the player's clock. */
export interface Table {
  readonly id: number;
  readonly side: Side;
  readonly foe: string;
  readonly foeRating: number;
  readonly foeHere: boolean;
  readonly rounds: number;
  readonly round: number;
  readonly isOn: boolean;
  readonly tiles: Board;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly scores: readonly [number, number];
  /** What the player counts by itself: pairs and points of this round and match, to be compared with what the referee says. */
  readonly pairs: readonly [number, number];
  readonly points: readonly [number, number];
  /** Pairs that were taken though their tiles differ. */
  readonly odd: number;
  /** The pair taken last, and the board before that. */
  readonly last:
    | { readonly pair: Pair; readonly side: Side; readonly points: number; readonly at: number; readonly before: Board }
    | undefined;
}

/** How a match ended. */
export type Result = Extract<Reply, { t: 'result' }>;

/** A player. */
export interface Client {
  readonly name: string;
  readonly isConnected: boolean;
  readonly token: string | null;
  readonly isWelcome: boolean;
  readonly greetAt: number;
  readonly rating: number;
  readonly stream: Stream<Request, Reply>;
  /** What the stream takes care of. */
  readonly safeguards: Safeguards;
  readonly isQueued: boolean;
  readonly queuedAt: number;
  readonly lobby: Extract<Reply, { t: 'lobby' }> | undefined;
  readonly table: Table | undefined;
  readonly result: Result | undefined;
  /** The claim that is not answered yet. */
  readonly claim: { readonly pair: Pair; readonly at: number } | undefined;
  /** Why the last claim was refused. */
  readonly refusal: { readonly pair: Pair; readonly why: string; readonly at: number } | undefined;
  /** Milliseconds of the last round trips of pings, and of claims with their answers. */
  readonly trips: readonly number[];
  readonly answers: readonly number[];
  readonly pingAt: number;
  /** What the referee said of the line itself. */
  readonly notice: string | undefined;
  /** Frames to send. */
  readonly out: readonly string[];
}

/** A player who is not connected. */
export const newClient = (name: string, rating: number): Client => ({
  name,
  isConnected: false,
  token: null,
  isWelcome: false,
  greetAt: 0,
  rating,
  stream: newStream(),
  safeguards: safe,
  isQueued: false,
  queuedAt: 0,
  lobby: undefined,
  table: undefined,
  result: undefined,
  claim: undefined,
  refusal: undefined,
  trips: [],
  answers: [],
  pingAt: 0,
  notice: undefined,
  out: [],
});

const say = (client: Client, frame: ToReferee): Client => ({ ...client, out: [...client.out, JSON.stringify(frame)] });

const flush = (client: Client, now: number): Client => {
  if (!client.isWelcome) return client;
  const [stream, frames] = dueFrames(client.stream, now);
  return frames.reduce<Client>(say, stream === client.stream ? client : { ...client, stream });
};

/** The frames that wait to be sent, taken out. */
export const drained = (client: Client): readonly [Client, readonly string[]] =>
  client.out.length === 0 ? [client, []] : [{ ...client, out: [] }, client.out];

/** There is a connection: the player greets, with the secret of an earlier one if it has one. */
export const connect = (client: Client, now: number): Client =>
  step({ ...client, isConnected: true, isWelcome: false, greetAt: now, pingAt: now }, now);

/** The connection is lost; what was not acknowledged is kept. */
export const disconnect = (client: Client): Client => ({ ...client, isConnected: false, isWelcome: false, out: [] });

/** A player of the same name and rating who has met no referee. */
export const forget = ({ name, rating, notice, safeguards }: Client): Client => ({ ...newClient(name, rating), notice, safeguards });

/** Says something to the referee, once and in order, whatever the line does. */
const ask = (client: Client, request: Request, now: number): Client => flush({ ...client, stream: push(client.stream, request, now) }, now);

/** Looks for a match. */
export const enqueue = (client: Client, now: number): Client =>
  ask({ ...client, isQueued: true, queuedAt: now, lobby: undefined, table: undefined, result: undefined }, { t: 'queue' }, now);

/** Claims a pair; the tiles stay until the referee has spoken. */
export const claimPair = (client: Client, pair: Pair, now: number): Client => {
  if (!client.table) return client;
  const [a, b] = pair;
  return ask({ ...client, claim: { pair, at: now }, refusal: undefined }, { t: 'claim', round: client.table.round, a, b }, now);
};

/** Whether tiles may be claimed. */
export const isPlaying = ({ table, claim }: Client, now: number): boolean =>
  table?.isOn === true && now >= table.startsAt && claim === undefined;

const welcomed = (client: Client, { token, rating, resumed: isBack }: Extract<ToPlayer, { k: 'welcome' }>, now: number): Client => {
  if (client.isWelcome) return client;
  // A referee that does not know the player begins anew, and so does the player.
  const isForgotten = client.token !== null && !(isBack && client.token === token);
  const base = isForgotten ? { ...forget(client), isConnected: true } : client;
  const notice = isForgotten ? ('it does not know you' satisfies Sentences) : undefined;
  const back = { ...base, token, rating, isWelcome: true, stream: resumed(base.stream, now), notice };
  // Whoever loses the line loses the place in the queue.
  return client.isQueued && client.token !== null ? enqueue(back, now) : flush(back, now);
};

/** Text has come from the referee; whatever is no frame of its kind is dropped. */
export const hear = (client: Client, text: string, now: number): Client => {
  const frame = parseReply(text);
  if (!frame) return client;
  switch (frame.k) {
    case 'welcome':
      return welcomed(client, frame, now);
    case 'pong':
      return { ...client, trips: kept(client.trips, Math.max(0, now - frame.t)) };
    case 'no':
      return frame.why === GREET_FIRST ? { ...client, isWelcome: false, greetAt: now } : { ...client, notice: frame.why };
    case 'bye':
      return { ...disconnect(forget(client)), notice: frame.why };
    case 'ack':
    case 'data': {
      const stream = client.isWelcome ? acknowledged(client.stream, frame.a) : undefined;
      if (!stream) return client;
      if (frame.k === 'ack') return { ...client, stream };
      const [next, replies] = accept(stream, frame.s, frame.m, client.safeguards);
      return replies.reduce((so, reply) => follow(so, reply, now), { ...client, stream: next });
    }
  }
};

/** Time has passed: greets again, pings, repeats what seems lost. */
export const step = (client: Client, now: number): Client => {
  if (!client.isConnected) return client;
  let next = client;
  if (!next.isWelcome && now >= next.greetAt) {
    next = say({ ...next, greetAt: now + GREETING }, { k: 'hello', token: next.token, name: next.name });
  }
  if (next.isWelcome && now >= next.pingAt) next = say({ ...next, pingAt: now + PING }, { k: 'ping', t: now });
  return flush(next, now);
};

/** Round trips kept. */
const KEPT_TRIPS = 120;

/** The newest of so many milliseconds. */
const kept = (trips: readonly number[], trip: number): readonly number[] => [...trips, trip].slice(-KEPT_TRIPS);

const plus = (pair: readonly [number, number], side: Side, amount: number): readonly [number, number] =>
  side === 0 ? [pair[0] + amount, pair[1]] : [pair[0], pair[1] + amount];

const isOf = ({ a, b }: { readonly a: number; readonly b: number }, pair: Pair | undefined): boolean => pair?.[0] === a && pair[1] === b;

const answered = (client: Client, reply: { readonly a: number; readonly b: number }, now: number): Client =>
  client.claim && isOf(reply, client.claim.pair)
    ? { ...client, claim: undefined, answers: kept(client.answers, now - client.claim.at) }
    : client;

const taken = (client: Client, reply: Extract<Reply, { t: 'taken' }>, now: number): Client => {
  const { table } = client;
  if (!table) return client;
  const { a, b, side, points, scores } = reply;
  const pair: Pair = [a, b];
  const next: Table = {
    ...table,
    tiles: without(table.tiles, pair),
    scores,
    pairs: plus(table.pairs, side, 1),
    points: plus(table.points, side, points),
    odd: table.odd + (table.tiles[a] === table.tiles[b] ? 0 : 1),
    last: { pair, side, points, at: now, before: table.tiles },
  };
  return side === table.side ? answered({ ...client, table: next }, reply, now) : { ...client, table: next };
};

const seated = (client: Client, { id, side, foe, foeRating, rating, rounds }: Extract<Reply, { t: 'match' }>, now: number): Client => {
  const table: Table = {
    id,
    side,
    foe,
    foeRating,
    foeHere: true,
    rounds,
    round: 0,
    isOn: false,
    tiles: '',
    startsAt: now,
    endsAt: now,
    scores: [0, 0],
    pairs: [0, 0],
    points: [0, 0],
    odd: 0,
    last: undefined,
  };
  return { ...client, rating, isQueued: false, table, result: undefined, claim: undefined, refusal: undefined };
};

const withTable = (client: Client, change: Partial<Table>): Client =>
  client.table ? { ...client, table: { ...client.table, ...change } } : client;

const roundBegins = (client: Client, { round, tiles, starts, lasts, scores }: Extract<Reply, { t: 'round' }>, now: number): Client => {
  const startsAt = now + starts;
  const change = { round, tiles, startsAt, endsAt: startsAt + lasts, scores, isOn: true, last: undefined, pairs: [0, 0] } as const;
  return withTable({ ...client, claim: undefined }, change);
};

/** The player after something that the referee said of the match, in its turn. */
const follow = (client: Client, reply: Reply, now: number): Client => {
  switch (reply.t) {
    case 'lobby':
      return { ...client, lobby: reply };
    case 'match':
      return seated(client, reply, now);
    case 'round':
      return roundBegins(client, reply, now);
    case 'taken':
      return taken(client, reply, now);
    case 'dealt':
      return withTable(client, { tiles: reply.tiles });
    case 'refused':
      return answered({ ...client, refusal: { pair: [reply.a, reply.b], why: reply.why, at: now } }, reply, now);
    case 'foe':
      return withTable(client, { foeHere: reply.here });
    case 'pause':
      return withTable({ ...client, claim: undefined }, { isOn: false, scores: reply.scores });
    case 'result':
      return withTable({ ...client, result: reply, rating: reply.rating, claim: undefined }, { isOn: false, scores: reply.scores });
  }
};
