/** One match, rounds against the clock and what is answered to a claim; and the ratings by which players are matched. */
import type { Sentences } from '../../locales/speech.ts';
import { Random } from '../stage/random.ts';
import { type Board, EMPTY, hasMove, lineOf, newBoard, type Pair, reshuffled, TILES, without } from './board.ts';

/** Which of the two players. */
export type Side = 0 | 1;

/** How long everything takes, in milliseconds. */
export interface Timing {
  readonly rounds: number;
  readonly round: number;
  /** Before each round, to look at the board. */
  readonly ready: number;
  /** After each round. */
  readonly pause: number;
}

/** Points for a pair; for one within QUICK of one's last, QUICK_POINTS. */
const POINTS = 10;
const QUICK_POINTS = 15;
/** Milliseconds. */
const QUICK = 2500;

/** Why a claim was refused. */
export const refusals = ['no round is on', 'not a tile', 'taken already', 'not equal', 'no line'] as const satisfies Sentences;
type Refusal = (typeof refusals)[number];

/** A match as the referee knows it; times are on its clock. */
export interface Match {
  readonly id: number;
  readonly seed: number;
  readonly timing: Timing;
  /** From 1. */
  readonly round: number;
  readonly phase: 'ready' | 'play' | 'pause' | 'over';
  /** When the phase ends. */
  readonly until: number;
  readonly board: Board;
  readonly deals: number;
  readonly scores: readonly [number, number];
  /** When each last took a pair. */
  readonly took: readonly [number, number];
}

/** What happened in a match. */
export type MatchEvent =
  | { readonly kind: 'round' | 'start' | 'pause' | 'over' | 'dealt' }
  | { readonly kind: 'taken'; readonly side: Side; readonly pair: Pair; readonly points: number };

/** A match, and what happened as it came to this. */
export interface MatchStep {
  readonly match: Match;
  readonly events: readonly MatchEvent[];
}

const dealing = ({ seed, deals }: Match): Random => new Random(seed * 1000 + deals);

const beginRound = (match: Match, now: number): Match => ({
  ...match,
  round: match.round + 1,
  phase: 'ready',
  until: now + match.timing.ready,
  board: newBoard(dealing(match)),
  deals: match.deals + 1,
  took: [-Infinity, -Infinity],
});

/** A match whose first round begins; the same seed deals the same tiles. */
export const newMatch = (id: number, seed: number, timing: Timing, now: number): Match => {
  const before: Match = {
    id,
    seed,
    timing,
    round: 0,
    phase: 'over',
    until: now,
    board: EMPTY.repeat(TILES),
    deals: 0,
    scores: [0, 0],
    took: [0, 0],
  };
  return beginRound(before, now);
};

const nextPhase = (match: Match): MatchStep => {
  const { phase, until, timing, round } = match;
  switch (phase) {
    case 'ready':
      return { match: { ...match, phase: 'play', until: until + timing.round }, events: [{ kind: 'start' }] };
    case 'play':
      return { match: { ...match, phase: 'pause', until: until + timing.pause }, events: [{ kind: 'pause' }] };
    case 'pause':
      if (round < timing.rounds) return { match: beginRound(match, until), events: [{ kind: 'round' }] };
      return { match: { ...match, phase: 'over' }, events: [{ kind: 'over' }] };
    case 'over':
      return { match, events: [] };
  }
};

/** Time has passed: the phases that are over end. */
export const passTime = (match: Match, now: number): MatchStep => {
  const events: MatchEvent[] = [];
  while (match.phase !== 'over' && match.until <= now) {
    const step = nextPhase(match);
    match = step.match;
    events.push(...step.events);
  }
  return { match, events };
};

/** Why a pair may not be taken now; undefined when it may. */
export const refusalOf = ({ phase, board, round }: Match, claimed: number, pair: Pair): Refusal | undefined => {
  const [a, b] = pair;
  if (phase !== 'play' || claimed !== round) return 'no round is on';
  const [one, other] = [board[a], board[b]];
  if (one === undefined || other === undefined || a === b) return 'not a tile';
  if (one === EMPTY || other === EMPTY) return 'taken already';
  if (one !== other) return 'not equal';
  return lineOf(board, pair) ? undefined : 'no line';
};

const replaced = (pair: readonly [number, number], side: Side, value: number): readonly [number, number] =>
  side === 0 ? [value, pair[1]] : [pair[0], value];

const settle = (match: Match, now: number): MatchStep => {
  if (!/[^.]/.test(match.board)) return nextPhase({ ...match, until: now });
  if (hasMove(match.board)) return { match, events: [] };
  return { match: { ...match, board: reshuffled(match.board, dealing(match)), deals: match.deals + 1 }, events: [{ kind: 'dealt' }] };
};

/** A side takes a pair, which the caller has found to be allowed. The board is dealt anew when no pair is left to take. */
export const take = (match: Match, side: Side, pair: Pair, now: number): MatchStep => {
  const points = now - match.took[side] <= QUICK ? QUICK_POINTS : POINTS;
  const scores = replaced(match.scores, side, match.scores[side] + points);
  const after = settle({ ...match, board: without(match.board, pair), scores, took: replaced(match.took, side, now) }, now);
  return { match: after.match, events: [{ kind: 'taken', side, pair, points }, ...after.events] };
};

/** A new player's rating. */
export const FIRST_RATING = 1200;

/** The most that one match can change. */
const K = 32;
/** Points of difference at which one is expected to win ten times as often. */
const SCALE = 400;

/** How far apart two may be at first, and how much further with each second of waiting. */
const FIRST_WINDOW = 40;
const WIDENING = 40;

/** The score that a player may expect against another, from 0 to 1. */
const expected = (own: number, other: number): number => 1 / (1 + 10 ** ((other - own) / SCALE));

/** How much a rating changes by a score of 1, ½ or 0, in whole points. */
export const change = (own: number, other: number, score: number): number => Math.round(K * (score - expected(own, other)));

/** Someone who waits for a match. */
export interface Waiting {
  readonly id: string;
  readonly rating: number;
  /** Milliseconds, on the referee's clock. */
  readonly since: number;
}

/** How far from one's own rating another may be by now. */
export const windowOf = ({ since }: Waiting, now: number): number => FIRST_WINDOW + (WIDENING * Math.max(0, now - since)) / 1000;

/**
 * Pairs of neighbours by rating, each within the other's window. Windows widen with time, so nobody waits for ever while
 * another one does.
 */
export const pairUp = (queue: readonly Waiting[], now: number): (readonly [Waiting, Waiting])[] => {
  const sorted = [...queue].sort((a, b) => a.rating - b.rating || a.since - b.since);
  const pairs: (readonly [Waiting, Waiting])[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [low, high] = [sorted[i], sorted[i + 1]];
    if (!low || !high || high.rating - low.rating > Math.min(windowOf(low, now), windowOf(high, now))) continue;
    pairs.push([low, high]);
    i++;
  }
  return pairs;
};
