/** What an end puts on the wire now. */
import type { Frame } from './frame.ts';
import { LONGEST_WAIT, missing, type Outgoing, type Peer, syncFrame, type Timer, WINDOW } from './peer.ts';

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
