/** A referee on this side: who plays there, how a player cheats, and whether it all adds up. */

import type { Sentences } from '../../locales/speech.ts';
import { Random } from '../stage/random.ts';
import { EMPTY, type Pair, TILES, tilesLeft } from './board.ts';
import { type Client, claimPair, connect, enqueue, newClient, type Table } from './client.ts';
import { type Faults, newLink, type Safeguards, safe } from './line.ts';
import { FIRST_RATING, refusals, type Timing } from './match.ts';
import { Referee } from './referee.ts';
import { advance, newBots, newSeat, type Seat, type World, withSeat } from './world.ts';

/** How a game among bots is set up. */
export interface Setting {
  readonly timing: Timing;
  /** Where nobody watches. */
  readonly bots: number;
  /** The visitor's. */
  readonly rating: number;
  readonly faults: Faults;
  /** What the referee and the streams leave out, to show what it is for. */
  readonly without?: 'judging' | 'numbering' | undefined;
}

/** The visitor's name. */
const VISITOR = 'you';

/** Milliseconds of a step until a board is dealt, and after which a line must be hopeless. */
const DEALING = 100;
const LONGEST_DEAL = 60_000;

/** Milliseconds and rounds of a match, unless told otherwise. */
export const usualTiming: Timing = { rounds: 2, round: 45_000, ready: 3000, pause: 2500 };

/** A referee for strangers, who all begin with the first rating. `newToken` makes secrets that nobody can guess. */
export const openReferee = (seed: number, timing: Timing, newToken?: () => string): Referee =>
  new Referee({
    timing,
    random: new Random(seed),
    newToken: newToken ?? plainToken,
    ratingOf: () => FIRST_RATING,
    verify: true,
    safeguards: safe,
  });

/** Two tabs of one visitor keep no secrets from each other; a server takes better ones. */
const plainToken = (random: Random): string => `t${random.integer(2 ** 31)}x${random.integer(2 ** 31)}`;

/** A referee who knows the ratings of those it is told of. */
const newReferee = (random: Random, { timing, without }: Setting, ratings: ReadonlyMap<string, number>): Referee =>
  new Referee({
    timing,
    random: new Random(random.integer(2 ** 31)),
    newToken: plainToken,
    ratingOf: (name) => ratings.get(name) ?? FIRST_RATING,
    verify: without !== 'judging',
    safeguards: safeguardsOf(without),
  });

const safeguardsOf = (without: Setting['without']): Safeguards => (without === 'numbering' ? { once: false, inOrder: false } : safe);

const worldOf = (seats: readonly Seat[], setting: Setting, random: Random, now: number): World => {
  const ratings = new Map(seats.map(({ client }) => [client.name, client.rating]));
  const safeguards = safeguardsOf(setting.without);
  const seated = seats.map((seat) => ({ ...seat, client: { ...seat.client, safeguards } }));
  return { now, random, referee: newReferee(random, setting, ratings), seats: seated, inbound: [], outward: [] };
};

/** How much better than the visitor the bot is rated, at each of its strengths. */
const STRENGTHS = [-300, 0, 300] as const;

/** The visitor, a bot of one of the strengths, and their referee, up to the first move of their first round. */
export const newWorld = (setting: Setting, strength: number, random: Random): World => {
  const visitor = newSeat(connect(newClient(VISITOR, setting.rating), 0), setting.faults, false, 0);
  const rating = Math.max(0, setting.rating + (STRENGTHS[strength] ?? 0));
  const bot = newSeat(newClient('bot', rating), { delay: 30, jitter: 10, loss: 0, repeat: 0 }, true, 0);
  let world = withSeat(worldOf([visitor, bot], setting, random, 0), (seat) => ({ ...seat, client: enqueue(seat.client, 0) }));
  const isDealt = ({ seats: [seat], now }: World): boolean =>
    (seat?.client.table?.round ?? 0) > 0 && now >= (seat?.client.table?.startsAt ?? 0);
  while (!isDealt(world) && world.now < LONGEST_DEAL) world = advance(world, world.now + DEALING);
  return world;
};

/** How many strengths a bot has. */
export const strengths: number = STRENGTHS.length;

/** Bots alone, all over lines with these faults. */
export const newCrowd = (setting: Setting, random: Random): World =>
  worldOf(
    newBots(setting.bots, random, 0).map((seat) => ({ ...seat, link: newLink(setting.faults) })),
    setting,
    random,
    0,
  );

/** Whether each tile of a player's round was taken by one of the two, or still lies there. */
export const isWhole = ({ pairs, tiles, round }: Table): boolean => round === 0 || 2 * (pairs[0] + pairs[1]) + tilesLeft(tiles) === TILES;

/** Whether the referee's scores are the points that it gave. */
export const isPaid = ({ points, scores }: Table): boolean => points[0] === scores[0] && points[1] === scores[1];

/** Whether all that a player knows of a match adds up. */
export const addsUp = (table: Table | undefined): boolean => !table || (isWhole(table) && isPaid(table) && table.odd === 0);

/** How often the referee said no, by the reason. */
export const refused = ({ tally }: Pick<Referee, 'tally'>): readonly (readonly [string, number])[] =>
  [...refusals, ...(['not a valid message', 'twice or early', 'too much nonsense', 'too many messages'] satisfies Sentences)].flatMap(
    (why) => {
      const times = tally.get(why) ?? 0;
      return times === 0 ? [] : [[why, times] as const];
    },
  );

/** The value below which so many per cent of them lie, by nearest rank; 0 of none. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
};

/** The kinds, in words. */
export const cheats = [
  'two tiles that are not equal',
  'the other player’s move',
  'a score of its own',
  'an old message again',
  'an answer to nothing said',
  'too long a message',
] as const satisfies Sentences;
/** One of them. */
type Cheat = (typeof cheats)[number];

const unequal = (tiles: string): Pair => {
  const first = [...tiles].findIndex((tile) => tile !== EMPTY);
  const other = [...tiles].findIndex((tile) => tile !== EMPTY && tile !== tiles[first]);
  return [Math.max(0, first), Math.max(0, other)];
};

const forged = (client: Client, cheat: Cheat): object => {
  const { sent, received } = client.stream;
  const round = Math.max(1, client.table?.round ?? 1);
  const claim = { t: 'claim', round, a: 0, b: 1 };
  const data = (s: number, m: object): object => ({ k: 'data', s, a: received, m });
  switch (cheat) {
    case 'the other player’s move':
      return data(sent + 1, { ...claim, side: 1 - (client.table?.side ?? 0) });
    case 'a score of its own':
      return data(sent + 1, { t: 'score', scores: [9999, 0] });
    case 'an answer to nothing said':
      return { k: 'ack', a: 1e9 };
    case 'too long a message':
      return data(sent + 1, { ...claim, why: 'x'.repeat(600) });
    default:
      return data(1, claim);
  }
};

/** The player after having sent it. */
export const cheat = (client: Client, kind: Cheat, now: number): Client => {
  if (kind === 'two tiles that are not equal') return client.table ? claimPair(client, unequal(client.table.tiles), now) : client;
  return client.isWelcome ? { ...client, out: [...client.out, JSON.stringify(forged(client, kind))] } : client;
};
