/** One end of a conversation: what was written here, what has come, what the other is known to have. */
import { type Frame, insert, type Said, type Side } from './frame.ts';

/** Milliseconds after which a message that nobody acknowledged is said again; twice as long each time, up to the longest. */
export const FIRST_WAIT = 2600;
export const LONGEST_WAIT = 10_400;

/** Milliseconds in which a message and its receipt may still be on their way. */
export const ROUND_TRIP = 1700;

/** Messages that may be on the wire without a receipt. */
export const WINDOW = 16;

/** Messages without a receipt that are kept; when there are more, nothing more can be written. */
const QUEUE = 64;

/** Milliseconds after which to ask whether what has come was read; twice as long each time. */
export const FIRST_POLL = 6000;

/** Milliseconds between two signs of typing. */
const TYPING_EVERY = 1500;

/** What is switched off to show what it is for. */
export interface Safeguards {
  /** A number that has come does not come again. */
  readonly once: boolean;
  /** A number waits until those before it have come. */
  readonly inOrder: boolean;
  /** What is missing is asked for and said again. */
  readonly fill: boolean;
}

/** All of them. */
export const safe: Safeguards = { once: true, inOrder: true, fill: true };

/** A message that has no receipt yet. */
export interface Outgoing {
  readonly said: Said;
  /** How often it was put on the wire. */
  readonly tries: number;
  /** To be said as soon as the wire is there. */
  readonly isUrgent: boolean;
  /** When it was last said, and when it is said again at the latest. */
  readonly saidAt: number;
  readonly dueAt: number;
  readonly wait: number;
}

/** A time that comes, and then after a longer wait. */
export interface Timer {
  readonly dueAt: number;
  readonly wait: number;
}

/** Whether frames go through: after a break both ends first tell each other what they have. */
export type Link = 'offline' | 'syncing' | 'online';

/** One end. */
export interface Peer {
  readonly side: Side;
  readonly safeguards: Safeguards;
  readonly link: Link;
  /** Lamport's clock: the highest stamp seen. */
  readonly clock: number;
  readonly talk: readonly Said[];
  /** The number of the last message written here, and of the last that was ever on the wire. */
  readonly written: number;
  readonly sent: number;
  readonly unacked: readonly Outgoing[];
  /** Up to which of ours the other has them, and has read them. */
  readonly got: number;
  readonly read: number;
  /** Up to which of theirs all have come, were read, and are known to exist. */
  readonly received: number;
  readonly seen: number;
  readonly known: number;
  /** What came before its turn. */
  readonly early: ReadonlyMap<number, Said>;
  /** A receipt is due, or an answer to a sync. */
  readonly owesReceipt: boolean;
  readonly owesSync: boolean;
  /** When to ask for what is missing; undefined while nothing is. */
  readonly gap: Timer | undefined;
  /** When to ask for a sync, and whether what has come was read. */
  readonly sync: Timer;
  readonly poll: Timer;
  /** Until when the other's sign of typing holds. */
  readonly otherTypesUntil: number;
  readonly typedAt: number;
  readonly owesTyping: boolean;
  /** Frames that came in vain: known already, or impossible. */
  readonly repeats: number;
  readonly refused: number;
  /** Messages said more than once, and gaps asked for. */
  readonly resent: number;
  readonly asked: number;
}

/** An end that has nothing yet and wants to know what the other has. */
export const newPeer = (side: Side, now: number, safeguards = safe): Peer => ({
  side,
  safeguards,
  link: 'syncing',
  clock: 0,
  talk: [],
  written: 0,
  sent: 0,
  unacked: [],
  got: 0,
  read: 0,
  received: 0,
  seen: 0,
  known: 0,
  early: new Map(),
  owesReceipt: false,
  owesSync: false,
  gap: undefined,
  sync: { dueAt: now, wait: FIRST_WAIT },
  poll: { dueAt: now, wait: FIRST_POLL },
  otherTypesUntil: 0,
  typedAt: Number.NEGATIVE_INFINITY,
  owesTyping: false,
  repeats: 0,
  refused: 0,
  resent: 0,
  asked: 0,
});

/** Writes a message, on the wire or in the queue for it; undefined when the queue is full. */
export const write = (peer: Peer, text: string): Peer | undefined => {
  if (peer.unacked.length >= QUEUE) return undefined;
  const said: Said = { from: peer.side, number: peer.written + 1, stamp: peer.clock + 1, text };
  const outgoing: Outgoing = { said, tries: 0, isUrgent: true, saidAt: 0, dueAt: 0, wait: FIRST_WAIT };
  return {
    ...peer,
    clock: said.stamp,
    written: said.number,
    talk: insert(peer.talk, said),
    unacked: [...peer.unacked, outgoing],
    owesTyping: false,
    typedAt: Number.NEGATIVE_INFINITY,
  };
};

/** Somebody types here. */
export const type = (peer: Peer, now: number): Peer =>
  now - peer.typedAt < TYPING_EVERY ? peer : { ...peer, typedAt: now, owesTyping: true };

/** All that has come is read. */
export const see = (peer: Peer): Peer => (peer.seen === peer.received ? peer : { ...peer, seen: peer.received, owesReceipt: true });

/** The wire is gone. What is written from now on waits. */
export const goOffline = (peer: Peer): Peer => ({
  ...peer,
  link: 'offline',
  gap: undefined,
  owesSync: false,
  owesTyping: false,
  otherTypesUntil: 0,
});

/** The wire is back. */
export const goOnline = (peer: Peer, now: number): Peer => ({ ...peer, link: 'syncing', sync: { dueAt: now, wait: FIRST_WAIT } });

/** The numbers that are missing now, as many as the wire may carry at once; undefined when none is. */
export const missing = ({ received, known, early }: Peer): { readonly from: number; readonly to: number } | undefined => {
  if (known <= received) return undefined;
  let to = Math.min(known, received + WINDOW);
  for (const number of early.keys()) to = Math.min(to, number - 1);
  return { from: received + 1, to };
};

/** What this end has, for the other to compare. */
export const syncFrame = ({ sent, received, seen }: Peer, ask: boolean): Frame => ({ k: 'sync', ask, sent, got: received, read: seen });
