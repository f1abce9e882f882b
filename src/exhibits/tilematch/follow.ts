/** What a player makes of the referee's words about queue and match. */
import { type Pair, without } from './board.ts';
import type { Client, Table } from './client.ts';
import type { Side } from './match.ts';
import type { Reply } from './protocol.ts';

/** Round trips kept. */
const KEPT_TRIPS = 120;

/** The newest of so many milliseconds. */
export const kept = (trips: readonly number[], trip: number): readonly number[] => [...trips, trip].slice(-KEPT_TRIPS);

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
export const follow = (client: Client, reply: Reply, now: number): Client => {
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
