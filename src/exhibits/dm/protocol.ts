/** The protocol of one end: what it makes of a frame that has come, and what it puts on the wire. */
import { across, type Frame, insert, type Said } from './frame.ts';
import {
  FIRST_POLL,
  FIRST_WAIT,
  LONGEST_WAIT,
  missing,
  type Outgoing,
  type Peer,
  ROUND_TRIP,
  syncFrame,
  type Timer,
  WINDOW,
} from './peer.ts';

type Of<Kind extends Frame['k']> = Extract<Frame, { readonly k: Kind }>;

/** Numbers that may come before their turn: twice what an honest end has on the wire. */
const MOST_EARLY = 2 * WINDOW;

/** How far a stamp may be ahead of ours; nobody can make our clock run out. */
const LEAP = 1000;

/** Milliseconds in which something missing may still come by itself. */
const GRACE = 400;

/** Milliseconds for which a sign of typing holds. */
const TYPING_HOLDS = 3000;

const refuse = (peer: Peer): Peer => ({ ...peer, refused: peer.refused + 1 });

const deliver = (peer: Peer, said: Said): Peer => {
  // An honest clock goes forward; one that does not cannot turn the order of what it stamps.
  const least = (peer.talk.findLast(({ from }) => from === said.from)?.stamp ?? 0) + 1;
  const stamp = Math.max(said.stamp, least);
  return {
    ...peer,
    talk: insert(peer.talk, { ...said, stamp }),
    clock: Math.max(peer.clock, stamp),
    received: Math.max(peer.received, said.number),
    owesReceipt: true,
    otherTypesUntil: 0,
  };
};

/** Delivers what has its turn. */
const inTurn = (peer: Peer): Peer => {
  const early = new Map(peer.early);
  let next: Peer = peer;
  for (let said = early.get(next.received + 1); said; said = early.get(next.received + 1)) {
    early.delete(said.number);
    next = deliver(next, said);
  }
  return { ...next, early };
};

/** Sets the time at which to ask for what is missing, or forgets it. */
const watchGap = (peer: Peer, now: number, grace = GRACE): Peer => {
  if (peer.known <= peer.received) return peer.gap ? { ...peer, gap: undefined } : peer;
  return peer.gap || !peer.safeguards.fill ? peer : { ...peer, gap: { dueAt: now + grace, wait: FIRST_WAIT } };
};

const receiveMessage = (peer: Peer, { n, t, x }: Of<'msg'>, now: number): Peer => {
  const { once, inOrder } = peer.safeguards;
  const said: Said = { from: across(peer.side), number: n, stamp: t, text: x };
  if (n <= peer.received || peer.early.has(n)) {
    const repeated = { ...peer, repeats: peer.repeats + 1, owesReceipt: true };
    return once ? repeated : deliver(repeated, said);
  }
  if (t > peer.clock + LEAP || n > peer.received + MOST_EARLY) return refuse(peer);
  const known = Math.max(peer.known, n);
  if (!inOrder) return watchGap(deliver({ ...peer, known }, said), now);
  return watchGap(inTurn({ ...peer, known, early: new Map(peer.early).set(n, said), owesReceipt: true }), now);
};

/** What the other says it has; undefined when it cannot have it. */
const acknowledged = (peer: Peer, got: number, read: number, now: number): Peer | undefined => {
  if (got > peer.sent || read > got) return undefined;
  if (got <= peer.got && read <= peer.read) return peer;
  const unacked = peer.unacked.filter(({ said }) => said.number > got);
  const poll = { dueAt: now + FIRST_POLL, wait: FIRST_POLL };
  return { ...peer, unacked, poll, got: Math.max(peer.got, got), read: Math.max(peer.read, read) };
};

/** Puts what was on the wire before, from one number to another, there again, unless it may still be on its way. */
const repeat = (peer: Peer, from: number, to: number, now: number): Peer => {
  if (!peer.safeguards.fill) return peer;
  const isMeant = ({ said: { number }, tries, saidAt }: Outgoing): boolean =>
    number >= from && number <= to && tries > 0 && now - saidAt >= ROUND_TRIP;
  return { ...peer, unacked: peer.unacked.map((message) => (isMeant(message) ? { ...message, isUrgent: true } : message)) };
};

const hearNeed = (peer: Peer, { from, to }: Of<'need'>, now: number): Peer =>
  from > to || to > peer.sent ? refuse(peer) : repeat(peer, from, to, now);

const hearSync = (peer: Peer, { ask, sent, got, read }: Of<'sync'>, now: number): Peer => {
  const heard = acknowledged(peer, got, read, now);
  if (!heard) return refuse(peer);
  const linked: Peer = { ...heard, link: 'online', known: Math.max(heard.known, sent), owesSync: heard.owesSync || ask };
  // What is missing comes by itself once the other knows it; only if that fails, it is asked for.
  return watchGap(repeat(linked, got + 1, linked.sent, now), now, FIRST_WAIT);
};

/** The end after a frame from the other. Pure; total: no frame of the right shape does harm. */
export const receive = (peer: Peer, frame: Frame, now: number): Peer => {
  switch (frame.k) {
    case 'msg':
      return receiveMessage(peer, frame, now);
    case 'ack':
      return acknowledged(peer, frame.got, frame.read, now) ?? refuse(peer);
    case 'need':
      return hearNeed(peer, frame, now);
    case 'typing':
      // A sign that comes later than the message which was typed is of no use any more.
      return frame.after < peer.received ? peer : { ...peer, otherTypesUntil: now + TYPING_HOLDS };
    case 'sync':
      return hearSync(peer, frame, now);
    case 'ask':
      return { ...peer, owesReceipt: true };
  }
};

/** What was said, and the end after it. */
type Saying = readonly [Peer, readonly Frame[]];

/** Milliseconds between two questions whether something was read, at most. */
const LONGEST_POLL = 48_000;

const again = ({ wait }: Timer, now: number, longest = LONGEST_WAIT): Timer => ({ dueAt: now + wait, wait: Math.min(longest, 2 * wait) });

const saySync = (peer: Peer, now: number): Saying => {
  if (peer.owesSync) return [{ ...peer, owesSync: false, owesReceipt: false }, [syncFrame(peer, false)]];
  if (peer.link !== 'syncing' || peer.sync.dueAt > now) return [peer, []];
  return [{ ...peer, sync: again(peer.sync, now), owesReceipt: false }, [syncFrame(peer, true)]];
};

const sayNeed = (peer: Peer, now: number): Saying => {
  const gap = missing(peer);
  if (!peer.gap || !gap || peer.gap.dueAt > now) return [peer, []];
  return [{ ...peer, gap: again(peer.gap, now), asked: peer.asked + 1 }, [{ k: 'need', ...gap }]];
};

/** Only the oldest is said again of itself: its receipt tells of the others. */
const isDue = (peer: Peer, message: Outgoing, now: number): boolean => {
  if (message.said.number > peer.got + WINDOW) return false;
  return message.isUrgent || (peer.safeguards.fill && message === peer.unacked[0] && message.dueAt <= now);
};

const sayMessages = (peer: Peer, now: number): Saying => {
  const due = peer.unacked.filter((message) => isDue(peer, message, now));
  if (due.length === 0) return [peer, []];
  const unacked = peer.unacked.map((message) =>
    due.includes(message) ? { ...message, ...again(message, now), tries: message.tries + 1, isUrgent: false, saidAt: now } : message,
  );
  const sent = due.reduce((highest, { said }) => Math.max(highest, said.number), peer.sent);
  const resent = peer.resent + due.filter(({ tries }) => tries > 0).length;
  return [{ ...peer, unacked, sent, resent }, due.map(({ said }) => ({ k: 'msg', n: said.number, t: said.stamp, x: said.text }))];
};

const sayReceipt = (peer: Peer): Saying =>
  peer.owesReceipt ? [{ ...peer, owesReceipt: false }, [{ k: 'ack', got: peer.received, read: peer.seen }]] : [peer, []];

const sayAsk = (peer: Peer, now: number): Saying => {
  if (!peer.safeguards.fill || peer.read >= peer.got || peer.unacked.length > 0 || peer.poll.dueAt > now) return [peer, []];
  return [{ ...peer, poll: again(peer.poll, now, LONGEST_POLL) }, [{ k: 'ask' }]];
};

const sayTyping = (peer: Peer): Saying =>
  peer.owesTyping ? [{ ...peer, owesTyping: false }, [{ k: 'typing', after: peer.written }]] : [peer, []];

/** What is due now, in the order in which it is said, and the end after it. Before both know what the other has, nothing else is said. */
export const say = (peer: Peer, now: number): Saying => {
  if (peer.link === 'offline') return [peer, []];
  const parts = peer.link === 'syncing' ? [saySync] : [saySync, sayNeed, sayMessages, sayReceipt, sayTyping, sayAsk];
  let next = peer;
  const frames: Frame[] = [];
  for (const part of parts) {
    const [after, said] = part(next, now);
    next = after;
    frames.push(...said);
  }
  return [next, frames];
};
