/** What players and referee say to each other: frames of JSON, each checked field by field before it is believed. */

import { type Check, type Checked, either, flag, list, literal, parse, record, text, two, whole } from '../stage/json.ts';
import { KINDS, TILES } from './board.ts';
import { refusals } from './match.ts';

/** The port of the server of this project; the page's policy lets the game ask no other. */
export const SERVER_PORT = 8787;

/** Units of the longest frame that a player may send, and that the referee does. */
export const LONGEST_REQUEST = 512;
const LONGEST_REPLY = 4096;

/** Players of the queue that are shown. */
export const SHOWN_WAITING = 24;

const MILLION = 1_000_000;
const sequence = whole(0, 1e9);
const cell = whole(0, TILES - 1);
const score = whole(0, MILLION);
const rating = whole(-10_000, 10_000);
const milliseconds = whole(0, 1e8);
const sides = either(literal(0), literal(1));
const token = text(64, /^[0-9a-zA-Z-]{1,64}$/);
const tiles = text(TILES, new RegExp(`^[${KINDS}.]{${TILES}}$`));
const round = whole(1, 99);

/** A player's name: letters, digits and single signs. */
export const playerName = text(16, /^[\p{L}\p{N} _.-]{1,16}$/u);

/** What a player wants. There is no way to say who moves, or what it is worth. */
const request = either(
  record({ t: literal('queue') }),
  record({ t: literal('leave') }),
  record({ t: literal('claim'), round, a: cell, b: cell }),
);
/** A player's wish. */
export type Request = Checked<typeof request>;

/** Why the referee does not hear a connection that has not greeted, or was held to be lost. */
export const GREET_FIRST = 'greet first';

const why = text(40, /^[a-z ]+$/);

/** What a player is told of a match. */
const reply = either(
  record({ t: literal('lobby'), waiting: list(SHOWN_WAITING, rating), window: whole(0, MILLION), others: whole(0, MILLION) }),
  record({ t: literal('match'), id: sequence, side: sides, foe: playerName, foeRating: rating, rating, rounds: round }),
  record({ t: literal('round'), round, tiles, starts: milliseconds, lasts: milliseconds, scores: two(score) }),
  record({ t: literal('taken'), side: sides, a: cell, b: cell, points: whole(0, 100), scores: two(score) }),
  record({ t: literal('dealt'), tiles }),
  record({ t: literal('refused'), a: cell, b: cell, why: either(...refusals.map((refusal) => literal(refusal))) }),
  record({ t: literal('foe'), here: flag }),
  record({ t: literal('pause'), round, scores: two(score) }),
  record({
    t: literal('result'),
    scores: two(score),
    winner: either(literal(0), literal(1), literal(-1)),
    rating,
    change: whole(-99, 99),
    why,
  }),
);
/** Something a player is told. */
export type Reply = Checked<typeof reply>;

const data = <T>(body: Check<T>) => record({ k: literal('data'), s: sequence, a: sequence, m: body });
const acknowledgement = record({ k: literal('ack'), a: sequence });

const toReferee = either(
  record({ k: literal('hello'), token: either(literal(null), token), name: playerName }),
  data(request),
  acknowledgement,
  record({ k: literal('ping'), t: whole(0, Number.MAX_SAFE_INTEGER) }),
);
/** A frame from a player: a greeting, a numbered request, or what concerns the line itself. */
export type ToReferee = Checked<typeof toReferee>;

const toPlayer = either(
  record({ k: literal('welcome'), token, rating, resumed: flag }),
  data(reply),
  acknowledgement,
  record({ k: literal('pong'), t: whole(0, Number.MAX_SAFE_INTEGER) }),
  record({ k: literal('no'), why }),
  record({ k: literal('bye'), why }),
);
/** A frame from the referee. */
export type ToPlayer = Checked<typeof toPlayer>;

/** A player's frame; undefined for anything else, or anything more. */
export const parseRequest = (json: string): ToReferee | undefined => parse(json, LONGEST_REQUEST, toReferee);

/** The referee's frame; undefined for anything else. */
export const parseReply = (json: string): ToPlayer | undefined => parse(json, LONGEST_REPLY, toPlayer);
