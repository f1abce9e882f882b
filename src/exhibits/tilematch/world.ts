/** Players and bots on their lines, and the referee among them or far away: what happens as time passes. */
import { Random } from '../stage/random.ts';
import { moves, type Pair } from './board.ts';
import { type Client, claimPair, connect, disconnect, drained, enqueue, hear, isPlaying, newClient, step } from './client.ts';
import { arrived, type Faults, type Link, newLink, post, switched } from './line.ts';
import { FIRST_RATING } from './match.ts';
import type { Referee } from './referee.ts';

/** Milliseconds that a bot of the first rating takes to find a pair, on average. */
const REACTION = 2600;
/** Points of rating that make a bot twice as quick. */
const TWICE_AS_QUICK = 400;
/** A bot takes no pair in less. */
const SHORTEST = 700;
/** How often a bot claims two tiles that it should not. */
const SLIP = 0.06;

/** A bot's own state. */
interface Bot {
  readonly thinksUntil: number;
  /** The round in which it is, so that it looks at a new board first. */
  readonly round: string;
}

/** A bot that has seen nothing. */
const newBot: Bot = { thinksUntil: 0, round: '' };

const reaction = (rating: number, random: Random): number =>
  SHORTEST + random.exponential(Math.max(1, REACTION / 2 ** ((rating - FIRST_RATING) / TWICE_AS_QUICK) - SHORTEST));

const choice = (tiles: string, random: Random): Pair | undefined => {
  const pairs = moves(tiles);
  if (pairs.length === 0) return undefined;
  const [a, b] = random.pick(pairs);
  return random.chance(SLIP) ? [a, (b + 1) % tiles.length] : [a, b];
};

/** The bot after a look at its board, and the pair that it claims, if any. */
const think = (bot: Bot, client: Client, random: Random, now: number): readonly [Bot, Pair | undefined] => {
  const { table } = client;
  if (!table || !isPlaying(client, now)) return [bot, undefined];
  const round = `${table.id}.${table.round}`;
  const next = { round, thinksUntil: now + reaction(client.rating, random) };
  if (bot.round !== round) return [next, undefined];
  return now < bot.thinksUntil ? [bot, undefined] : [next, choice(table.tiles, random)];
};

/** Arrivals that one step of time works off; the others wait for the next. */
const TURNS = 500;
/** Milliseconds after a result until a bot plays again. */
const REST = 4000;

/** A player, its line, and the bot that plays if no person does. */
export interface Seat {
  /** Of the connection; another one after each break. */
  readonly connection: string;
  readonly breaks: number;
  readonly client: Client;
  readonly link: Link;
  readonly bot: Bot | undefined;
  /** Until when a bot that plays no match looks for none. */
  readonly restsUntil: number | undefined;
}

/** Text for somebody outside: a player's connection, or the far referee. */
export interface Outward {
  readonly to: string | undefined;
  readonly text: string;
}

/** Text from a player elsewhere, by its connection; undefined when that was lost. */
interface Inbound {
  readonly from: string;
  readonly text: string | undefined;
}

/** Everything on this side. The first seat is the visitor's. */
export interface World {
  readonly now: number;
  readonly random: Random;
  /** Undefined where it is far away. */
  readonly referee: Referee | undefined;
  readonly seats: readonly Seat[];
  /** What has come for the referee and not been heard yet, and what is to go out. */
  readonly inbound: readonly Inbound[];
  readonly outward: readonly Outward[];
}

/** How a line without a network behaves. */
const plainFaults: Faults = { delay: 0, jitter: 0, loss: 0, repeat: 0 };

/** A seat; a bot comes to it at `comesAt`. */
export const newSeat = (client: Client, faults: Faults, bot: boolean, comesAt: number): Seat => ({
  connection: `${client.name}#0`,
  breaks: 0,
  client,
  link: newLink(faults),
  bot: bot ? newBot : undefined,
  restsUntil: comesAt,
});

/** One player who is not connected; a bot comes to the queue by itself as soon as it is. */
export const farWorld = (name: string, seed: number, now: number, isBot = false): World => {
  const seat = newSeat(newClient(name, FIRST_RATING), plainFaults, isBot, now);
  return {
    now,
    random: new Random(seed),
    referee: undefined,
    seats: [{ ...seat, link: switched(seat.link, false) }],
    inbound: [],
    outward: [],
  };
};

const names = ['Ana', 'Budi', 'Citra', 'Dewi', 'Eko', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko', 'Kiki', 'Lina'];

/** Bots with ratings around the first one, who come within two seconds, over lines of their own. */
export const newBots = (count: number, random: Random, now: number): readonly Seat[] =>
  Array.from({ length: count }, (_, i) => {
    const name = `${names[i % names.length]}${i < names.length ? '' : Math.floor(i / names.length) + 1}`;
    const rating = Math.round(random.normal(1200, 130));
    const faults = { delay: random.integer(10, 60), jitter: random.integer(2, 15), loss: 0, repeat: 0 };
    return newSeat(newClient(name, rating), faults, true, now + random.integer(2000));
  });

class Step {
  #now: number;
  readonly #random: Random;
  readonly #referee: Referee | undefined;
  readonly #seats: Seat[];
  readonly #inbound: readonly Inbound[];
  readonly #outward: Outward[];

  constructor(world: World) {
    this.#now = world.now;
    this.#random = world.random.clone();
    this.#referee = world.referee?.clone();
    this.#seats = [...world.seats];
    this.#inbound = world.inbound;
    this.#outward = [...world.outward];
  }

  run(until: number): World {
    this.#settle(until);
    this.#now = until;
    for (const { from, text } of this.#inbound) {
      if (text === undefined) this.#referee?.closed(from, until);
      else this.#referee?.receive(from, text, until);
    }
    this.#referee?.step(until);
    this.#turn();
    this.#settle(until);
    return { now: until, random: this.#random, referee: this.#referee, seats: this.#seats, inbound: [], outward: this.#outward };
  }

  /** Lets every frame arrive in its turn, and whatever answers it. */
  #settle(until: number): void {
    for (let turn = 0; turn < TURNS; turn++) {
      const next = this.#seats.reduce((first, { link }) => link.flights.reduce((least, { at }) => Math.min(least, at), first), Infinity);
      if (next > until) return;
      this.#now = Math.max(this.#now, next);
      this.#turn();
    }
  }

  #turn(): void {
    for (let i = 0; i < this.#seats.length; i++) this.#seats[i] = this.#play(this.#deliver(this.#seats[i] as Seat));
    this.#route();
  }

  #deliver(seat: Seat): Seat {
    const [link, flights] = arrived(seat.link, this.#now);
    let { client } = seat;
    for (const { toReferee, text } of flights) {
      if (!toReferee) client = hear(client, text, this.#now);
      else if (this.#referee) this.#referee.receive(seat.connection, text, this.#now);
      else this.#outward.push({ to: undefined, text });
    }
    return link === seat.link ? seat : { ...seat, link, client };
  }

  #play(seat: Seat): Seat {
    const acted = seat.bot ? this.#act(seat, seat.bot) : seat;
    const [client, frames] = drained(step(acted.client, this.#now));
    const link = frames.reduce((line, text) => post(line, true, text, this.#now, this.#random), acted.link);
    return { ...acted, client, link };
  }

  #act(seat: Seat, bot: Bot): Seat {
    const { client, restsUntil } = seat;
    if (!client.isConnected || client.result) return this.#rest(seat, restsUntil ?? this.#now + REST);
    const [next, pair] = think(bot, client, this.#random, this.#now);
    return { ...seat, bot: next, client: pair ? claimPair(client, pair, this.#now) : client };
  }

  #rest(seat: Seat, restsUntil: number): Seat {
    if (!seat.link.isUp || this.#now < restsUntil) return { ...seat, restsUntil };
    const client = seat.client.isConnected ? seat.client : connect(seat.client, this.#now);
    return { ...seat, restsUntil: undefined, client: enqueue(client, this.#now) };
  }

  /** Sends what the referee has to say on its way. */
  #route(): void {
    for (const { to, text, close } of this.#referee?.take() ?? []) {
      const i = this.#seats.findIndex(({ connection }) => connection === to);
      const seat = this.#seats[i];
      if (!seat) this.#outward.push({ to, text });
      // The end of a connection is noticed, whatever the line does to its last words.
      else if (close) this.#seats[i] = { ...seat, client: hear(seat.client, text, this.#now) };
      else this.#seats[i] = { ...seat, link: post(seat.link, false, text, this.#now, this.#random) };
    }
  }
}

/** The world at a later time. */
export const advance = (world: World, now: number): World => new Step(world).run(now);

/** The world with another first seat. */
export const withSeat = (world: World, change: (seat: Seat) => Seat): World => ({
  ...world,
  seats: world.seats.map((seat, i) => (i === 0 ? change(seat) : seat)),
});

/** Something has come for the referee from elsewhere. */
export const received = (world: World, inbound: Inbound): World => ({ ...world, inbound: [...world.inbound, inbound] });

/** The visitor’s line breaks, and both ends notice. */
export const cut = (world: World): World =>
  withSeat(received(world, { from: world.seats[0]?.connection ?? '', text: undefined }), (seat) => ({
    ...seat,
    client: disconnect(seat.client),
    link: switched(seat.link, false),
  }));

/** The visitor has a line again: another connection. */
export const mend = (world: World): World =>
  withSeat(world, ({ breaks, link, client, ...seat }) => ({
    ...seat,
    breaks: breaks + 1,
    connection: `${client.name}#${breaks + 1}`,
    link: switched(link, true),
    client: connect(client, world.now),
  }));
