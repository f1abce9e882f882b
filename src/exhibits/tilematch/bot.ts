/** A player without a person: finds pairs in the time that its rating allows, and errs now and then. */
import type { Random } from '../stage/random.ts';
import { moves, type Pair } from './board.ts';
import { type Client, isPlaying } from './client.ts';
import { FIRST_RATING } from './rating.ts';

/** Milliseconds that a bot of the first rating takes to find a pair, on average. */
const REACTION = 2600;
/** Points of rating that make a bot twice as quick. */
const TWICE_AS_QUICK = 400;
/** A bot takes no pair in less. */
const SHORTEST = 700;
/** How often a bot claims two tiles that it should not. */
const SLIP = 0.06;

/** A bot's own state. */
export interface Bot {
  readonly thinksUntil: number;
  /** The round in which it is, so that it looks at a new board first. */
  readonly round: string;
}

/** A bot that has seen nothing. */
export const newBot: Bot = { thinksUntil: 0, round: '' };

const reaction = (rating: number, random: Random): number =>
  SHORTEST + random.exponential(Math.max(1, REACTION / 2 ** ((rating - FIRST_RATING) / TWICE_AS_QUICK) - SHORTEST));

const choice = (tiles: string, random: Random): Pair | undefined => {
  const pairs = moves(tiles);
  if (pairs.length === 0) return undefined;
  const [a, b] = random.pick(pairs);
  return random.chance(SLIP) ? [a, (b + 1) % tiles.length] : [a, b];
};

/** The bot after a look at its board, and the pair that it claims, if any. */
export const think = (bot: Bot, client: Client, random: Random, now: number): readonly [Bot, Pair | undefined] => {
  const { table } = client;
  if (!table || !isPlaying(client, now)) return [bot, undefined];
  const round = `${table.id}.${table.round}`;
  const next = { round, thinksUntil: now + reaction(client.rating, random) };
  if (bot.round !== round) return [next, undefined];
  return now < bot.thinksUntil ? [bot, undefined] : [next, choice(table.tiles, random)];
};
