/** Two ends and the wire between them, in small equal steps of time; the far end is an echo, or in another tab. */

import type { Random } from '../stage/random.ts';
import { across, type Frame, type Side } from './frame.ts';
import { goOffline, goOnline, newPeer, type Peer, type Safeguards, safe, see, type, write } from './peer.ts';
import { receive, say } from './protocol.ts';
import { arrive, cut, fair, LATENCY, newWire, noteArrival, post, type Weather, type Wire } from './wire.ts';

/** Milliseconds until a message is read, before typing begins, and of typing. */
const READS = 900;
const THINKS = 500;
const TYPES = 1400;

/** Words given back. */
const WORDS = 3;

/** What the partner is about to do. */
interface Echo {
  /** Up to which message it has answered. */
  readonly answered: number;
  /** When it has read, begins to type, and is done with it. */
  readonly readsAt: number | undefined;
  readonly typesAt: number | undefined;
  readonly writesAt: number | undefined;
}

/** A partner who has heard nothing. */
const newEcho: Echo = { answered: 0, readsAt: undefined, typesAt: undefined, writesAt: undefined };

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
const attend = (echo: Echo, peer: Peer, now: number): readonly [Echo, Peer] => {
  const [reading, seen] = read(echo, peer, now);
  return answer(reading, seen, now);
};

/** Milliseconds of a step. */
export const STEP = 50;

/** Milliseconds for which a message is shown before it counts as read. */
const SHOWN = 800;

/** Everything between two who talk. */
export interface World {
  readonly now: number;
  readonly near: Peer;
  /** Undefined when it is in another tab. */
  readonly far: Peer | undefined;
  readonly echo: Echo;
  readonly wire: Wire;
  /** Since when something unread is shown at the near end. */
  readonly shownSince: number | undefined;
  /** Frames for the other tab. */
  readonly outward: readonly Frame[];
}

/** How a conversation begins. */
export interface Setting {
  readonly weather?: Weather;
  readonly safeguards?: Safeguards;
  readonly latency?: number;
}

/** A conversation with the echo. */
export const newWorld = ({ weather = fair, safeguards = safe, latency = LATENCY }: Setting, now = 0): World => ({
  now,
  near: newPeer('a', now, safeguards),
  far: newPeer('b', now, safeguards),
  echo: newEcho,
  wire: newWire(weather, latency),
  shownSince: undefined,
  outward: [],
});

/** A conversation with another tab, where this one is `side`. */
export const newTabWorld = (side: Side, setting: Setting, now: number): World => ({
  ...newWorld(setting, now),
  near: newPeer(side, now, setting.safeguards),
  far: undefined,
});

/** The world with another near end. */
const withNear = (world: World, near: Peer): World => ({ ...world, near });

/** Something is written at the near end; undefined when its queue is full. */
export const writeNear = (world: World, text: string): World | undefined => {
  const near = write(world.near, text);
  return near && withNear(world, near);
};

/** Somebody types at the near end. */
export const typeNear = (world: World): World => withNear(world, type(world.near, world.now));

/** The near end leaves the wire, or comes back. */
export const switchNear = (world: World): World => {
  const goes = world.near.link !== 'offline';
  const near = goes ? goOffline(world.near) : goOnline(world.near, world.now);
  return { ...world, near, wire: cut(world.wire, goes, world.now) };
};

/** A frame from the other tab. */
export const hearFar = (world: World, frame: Frame): World => {
  if (world.near.link === 'offline') return world;
  const wire = noteArrival(world.wire, across(world.near.side), frame, world.now);
  return { ...world, wire, near: receive(world.near, frame, world.now) };
};

const carry = (world: World): World => {
  const [wire, arrived] = arrive(world.wire, world.now);
  let { near, far } = world;
  const outward = [...world.outward];
  for (const { from, frame } of arrived) {
    if (from !== near.side) near = receive(near, frame, world.now);
    else if (far) far = receive(far, frame, world.now);
    else outward.push(frame);
  }
  return { ...world, wire, near, far, outward };
};

/** What is shown long enough is read; a window that nobody looks at shows nothing. */
const readNear = (world: World, isLookedAt: boolean): World => {
  const { near, shownSince, now } = world;
  if (!isLookedAt || near.seen === near.received) return shownSince === undefined ? world : { ...world, shownSince: undefined };
  if (shownSince === undefined) return { ...world, shownSince: now };
  return now - shownSince < SHOWN ? world : { ...world, shownSince: undefined, near: see(near) };
};

/** Both ends put on the wire what is due. */
export const speak = (world: World, random: Random): World => {
  const { now } = world;
  const [near, said] = say(world.near, now);
  const [far, answered] = world.far ? say(world.far, now) : [undefined, []];
  let { wire } = world;
  for (const frame of said) wire = post(wire, near.side, frame, now, random);
  for (const frame of answered) wire = post(wire, across(near.side), frame, now, random);
  return { ...world, near, far, wire };
};

/** The world a step later. `random` is drawn from; otherwise pure. */
export const advance = (world: World, random: Random, isLookedAt = true): World => {
  const later = readNear(carry({ ...world, now: world.now + STEP }), isLookedAt);
  if (!later.far) return speak(later, random);
  const [echo, far] = attend(later.echo, later.far, later.now);
  return speak({ ...later, echo, far }, random);
};
