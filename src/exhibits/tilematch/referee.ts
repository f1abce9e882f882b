/** The referee: matches players by rating, judges their claims, and alone knows boards, clocks and scores. */
import type { Sentences } from '../../locales/speech.ts';
import type { Pair } from './board.ts';
import {
  change,
  type Match,
  type MatchEvent,
  type MatchStep,
  newMatch,
  pairUp,
  passTime,
  refusalOf,
  type Side,
  type Timing,
  take,
  type Waiting,
  windowOf,
} from './match.ts';
import { type Reply, type Request, SHOWN_WAITING } from './protocol.ts';
import { type Door, type Heard, type Output, Roster, type Session } from './roster.ts';

/** How a referee works. */
export interface Terms extends Door {
  readonly timing: Timing;
  /** Whether claims are judged; without it any claim is believed, to show what judging is for. */
  readonly verify: boolean;
}

/** Milliseconds between two looks at the queue, and two words to those in it. */
const PAIRING = 250;
const LOBBY = 500;

/** A match and the secrets of its players. */
export interface Game {
  readonly match: Match;
  readonly players: readonly [string, string];
}

const sides = [0, 1] as const;

const outcome = ({ match, players }: Game, left: string | undefined): Side | -1 => {
  if (left !== undefined) return players[0] === left ? 1 : 0;
  const [one, other] = match.scores;
  if (one === other) return -1;
  return one > other ? 0 : 1;
};

const reason = (player: string, left: string | undefined): string => {
  if (left === undefined) return 'all rounds played' satisfies Sentences;
  return player === left ? ('you left' satisfies Sentences) : ('the other one left' satisfies Sentences);
};

/** A referee. Deterministic: time comes with each call, chance from the terms. What it says is fetched by `take`. */
export class Referee {
  readonly #terms: Terms;
  readonly #roster: Roster;
  readonly #games: Map<number, Game>;
  #matches = 0;
  #pairedAt = -Infinity;
  #toldAt = -Infinity;

  /** A new one, or one that goes on from where another stands. */
  constructor(terms: Terms, like?: Referee) {
    this.#terms = terms;
    this.#roster = new Roster(terms, like ? like.#roster : undefined);
    this.#games = new Map(like ? like.#games : []);
    if (!like) return;
    this.#matches = like.#matches;
    this.#pairedAt = like.#pairedAt;
    this.#toldAt = like.#toldAt;
  }

  /** A copy that goes on from here by itself; nothing may be left to take. */
  clone(): Referee {
    return new Referee({ ...this.#terms, random: this.#terms.random.clone() }, this);
  }

  /** How often things of each kind happened. */
  get tally(): ReadonlyMap<string, number> {
    return this.#roster.tally;
  }

  /** Matches that are played now. */
  get games(): readonly Game[] {
    return [...this.#games.values()];
  }

  /** Players there are, on a line or away. */
  get players(): number {
    return this.#roster.size;
  }

  /** Who waits for a match. */
  get queue(): readonly Waiting[] {
    const waiting: Waiting[] = [];
    for (const { token, rating, waitsSince } of this.#roster.sessions)
      if (waitsSince !== undefined) waiting.push({ id: token, rating, since: waitsSince });
    return waiting;
  }

  /** The text that is to go out since the last call. */
  take(): readonly Output[] {
    return this.#roster.takeOutput();
  }

  /** Text came from a connection, which need not be known yet. */
  receive(id: string, text: string, now: number): void {
    this.#roster.receive(id, text, now);
    this.#answer(now);
  }

  /** A connection was lost. */
  closed(id: string, now: number): void {
    this.#roster.closed(id, now);
    this.#answer(now);
  }

  /** Time has passed. */
  step(now: number): void {
    for (const { match } of this.#games.values()) this.#advance(passTime(match, now), now);
    if (now - this.#pairedAt >= PAIRING) this.#pair(now);
    if (now - this.#toldAt >= LOBBY) this.#tellLobby(now);
    this.#roster.step(now);
    this.#answer(now);
  }

  #answer(now: number): void {
    for (const heard of this.#roster.takeHeard()) this.#notice(heard, now);
  }

  #notice(heard: Heard, now: number): void {
    const session = this.#roster.find(heard.token);
    if (heard.kind === 'gone') {
      const game = this.games.find(({ players }) => players.includes(heard.token));
      if (game) this.#end(game, heard.token, now);
    } else if (session && heard.kind === 'wants') this.#obey(session, heard.request, now);
    else if (session) this.#tellFoe(session, { t: 'foe', here: heard.kind === 'back' }, now);
  }

  #obey(session: Session, request: Request, now: number): void {
    const game = this.#games.get(session.match ?? -1);
    if (request.t === 'claim') this.#judge(session, request.round, [request.a, request.b], now);
    else if (!game) this.#roster.put({ ...session, waitsSince: request.t === 'queue' ? (session.waitsSince ?? now) : undefined });
    else if (request.t === 'leave') this.#end(game, session.token, now);
  }

  #judge({ token, match }: Session, round: number, pair: Pair, now: number): void {
    const game = this.#games.get(match ?? -1);
    const why = game ? refusalOf(game.match, round, pair) : 'no round is on';
    this.#roster.count(why ?? 'taken');
    const [a, b] = pair;
    if (game && (why === undefined || !this.#terms.verify))
      this.#advance(take(game.match, game.players[0] === token ? 0 : 1, pair, now), now);
    else this.#roster.tell(token, { t: 'refused', a, b, why: why ?? 'no round is on' }, now);
  }

  #tellFoe({ token, match }: Session, body: Reply, now: number): void {
    const foe = this.#games.get(match ?? -1)?.players.find((player) => player !== token);
    if (foe !== undefined) this.#roster.tell(foe, body, now);
  }

  /** Takes a match to its next state, and tells both players how it came to it. */
  #advance({ match, events }: MatchStep, now: number): void {
    const before = this.#games.get(match.id);
    if (!before || before.match === match) return;
    const game = { ...before, match };
    this.#games.set(match.id, game);
    for (const event of events) {
      const body = this.#news(match, event, now);
      if (body) for (const player of game.players) this.#roster.tell(player, body, now);
      if (event.kind === 'over') this.#end(game, undefined, now);
    }
  }

  #news({ scores, board, round, until, timing }: Match, event: MatchEvent, now: number): Reply | undefined {
    switch (event.kind) {
      case 'taken':
        return { t: 'taken', side: event.side, a: event.pair[0], b: event.pair[1], points: event.points, scores };
      case 'dealt':
        return { t: 'dealt', tiles: board };
      case 'pause':
        return { t: 'pause', round, scores };
      case 'round':
        return { t: 'round', round, tiles: board, starts: Math.max(0, Math.round(until - now)), lasts: timing.round, scores };
      case 'start':
      case 'over':
        return undefined;
    }
  }

  #pair(now: number): void {
    this.#pairedAt = now;
    for (const [one, other] of pairUp(this.queue, now)) this.#begin([one.id, other.id], now);
  }

  #begin(players: readonly [string, string], now: number): void {
    const match = newMatch(++this.#matches, this.#terms.random.integer(1e9), this.#terms.timing, now);
    this.#games.set(match.id, { match, players });
    this.#roster.count('matches');
    for (const side of sides) this.#seat(match, players, side, now);
  }

  #seat(match: Match, players: readonly [string, string], side: Side, now: number): void {
    const [own, foe] = [this.#roster.find(players[side]), this.#roster.find(players[side === 0 ? 1 : 0])];
    if (!own || !foe) return;
    this.#roster.put({ ...own, match: match.id, waitsSince: undefined });
    const { id, timing } = match;
    const body: Reply = { t: 'match', id, side, foe: foe.name, foeRating: foe.rating, rating: own.rating, rounds: timing.rounds };
    this.#roster.tell(own.token, body, now);
    const round = this.#news(match, { kind: 'round' }, now);
    if (round) this.#roster.tell(own.token, round, now);
  }

  /** Ends a match; whoever `left` it has lost it. */
  #end(game: Game, left: string | undefined, now: number): void {
    this.#games.delete(game.match.id);
    this.#roster.count('results');
    const winner = outcome(game, left);
    const ratings = game.players.map((player) => this.#roster.find(player)?.rating ?? 0);
    for (const side of sides) {
      const [own = 0, foe = 0] = side === 0 ? ratings : [...ratings].reverse();
      const gain = change(own, foe, winner === -1 ? 0.5 : Number(winner === side));
      this.#release(game, side, gain, winner, reason(game.players[side], left), now);
    }
  }

  #release({ match, players }: Game, side: Side, gain: number, winner: Side | -1, why: string, now: number): void {
    const session = this.#roster.find(players[side]);
    if (!session) return;
    const rating = session.rating + gain;
    this.#roster.put({ ...session, rating, match: undefined });
    this.#roster.tell(session.token, { t: 'result', scores: match.scores, winner, rating, change: gain, why }, now);
  }

  #tellLobby(now: number): void {
    this.#toldAt = now;
    const queue = [...this.queue].sort((a, b) => a.rating - b.rating);
    queue.forEach((own, place) => {
      const from = Math.max(0, Math.min(place - SHOWN_WAITING / 2, queue.length - SHOWN_WAITING));
      const waiting = queue.slice(from, from + SHOWN_WAITING).map(({ rating }) => rating);
      this.#roster.tell(own.id, { t: 'lobby', waiting, window: Math.round(windowOf(own, now)), others: queue.length - 1 }, now);
    });
  }
}
