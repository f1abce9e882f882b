/** The partner who is always there: reads what comes, types for a while, and gives back the last words of it. */
import { type Peer, see, type, write } from './peer.ts';
import { across } from './talk.ts';

/** Milliseconds until a message is read, before typing begins, and of typing. */
const READS = 900;
const THINKS = 500;
const TYPES = 1400;

/** Words given back. */
const WORDS = 3;

/** What the partner is about to do. */
export interface Echo {
  /** Up to which message it has answered. */
  readonly answered: number;
  /** When it has read, begins to type, and is done with it. */
  readonly readsAt: number | undefined;
  readonly typesAt: number | undefined;
  readonly writesAt: number | undefined;
}

/** A partner who has heard nothing. */
export const newEcho: Echo = { answered: 0, readsAt: undefined, typesAt: undefined, writesAt: undefined };

/** The last words of a text, as they come back from far away. */
export const echoOf = (text: string): string => {
  const words = text.replace(/[\s.,;:!?…]+$/u, '').split(/\s+/u);
  const last = words.slice(-WORDS).join(' ').toLowerCase();
  return `…${last === '' ? text : last}…`;
};

const read = (echo: Echo, peer: Peer, now: number): readonly [Echo, Peer] => {
  if (peer.seen === peer.received) return [echo, peer];
  if (echo.readsAt === undefined) return [{ ...echo, readsAt: now + READS }, peer];
  return echo.readsAt > now ? [echo, peer] : [{ ...echo, readsAt: undefined }, see(peer)];
};

const answer = (echo: Echo, peer: Peer, now: number): readonly [Echo, Peer] => {
  const next = echo.answered + 1;
  if (next > peer.seen) return [echo, peer];
  if (echo.writesAt === undefined) return [{ ...echo, typesAt: now + THINKS, writesAt: now + THINKS + TYPES }, peer];
  if (now < echo.writesAt) return [echo, now >= (echo.typesAt ?? now) ? type(peer, now) : peer];
  const asked = peer.talk.find(({ from, number }) => from === across(peer.side) && number === next);
  // A message that is forgotten already needs no answer.
  const answered = asked ? write(peer, echoOf(asked.text)) : peer;
  return answered ? [{ ...echo, answered: next, typesAt: undefined, writesAt: undefined }, answered] : [echo, peer];
};

/** What the partner does by now with its end. Pure. */
export const attend = (echo: Echo, peer: Peer, now: number): readonly [Echo, Peer] => {
  const [reading, seen] = read(echo, peer, now);
  return answer(reading, seen, now);
};
