/** A referee on this side of the line, and the bots that come to it. */
import { Random } from '../stage/random.ts';
import { newClient } from './client.ts';
import { type Faults, newLink } from './link.ts';
import type { Timing } from './match.ts';
import { FIRST_RATING } from './rating.ts';
import { Referee } from './referee.ts';
import { type Safeguards, safe } from './stream.ts';
import { newBots, newSeat, type Seat, type World } from './world.ts';

/** How a game among bots is set up. */
export interface Setting {
  readonly timing: Timing;
  readonly bots: number;
  /** The visitor's. */
  readonly rating: number;
  readonly faults: Faults;
  /** What the referee and the streams leave out, to show what it is for. */
  readonly without?: 'judging' | 'numbering' | undefined;
}

/** The visitor's name. */
const VISITOR = 'you';

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

/** The visitor, who is not connected yet, bots, and their referee. */
export const newWorld = (setting: Setting, random: Random, now: number): World => {
  const visitor = newSeat(newClient(VISITOR, setting.rating), setting.faults, false, now);
  return worldOf([visitor, ...newBots(setting.bots, random, now)], setting, random, now);
};

/** Bots alone, all over lines with these faults. */
export const newCrowd = (setting: Setting, random: Random): World =>
  worldOf(
    newBots(setting.bots, random, 0).map((seat) => ({ ...seat, link: newLink(setting.faults) })),
    setting,
    random,
    0,
  );
