/** What has changed between two moments of a conversation, in sentences. */
import type { Entry } from '../../tui/log.ts';
import type { Link, Peer } from './peer.ts';
import { faultOf } from './proof.ts';
import type { World } from './world.ts';

/** How the far end is called, as one who does something. */
const farName = ({ far }: World): string => (far ? 'Echo' : 'The other tab');

const linkWords: Readonly<Record<Link, Entry>> = {
  offline: { text: 'You are offline: what you write waits.', role: 'warn', aloud: true },
  syncing: { text: 'The wire is back: both compare notes.', aloud: true },
  online: { text: 'You are online.', role: 'good', aloud: true },
};

const arrivals = (near: Peer, before: Peer, name: string): Entry[] =>
  near.talk
    .filter(({ from, number }) => from !== near.side && number > before.received)
    .map(({ text }) => ({ text: `${name}: ${text}`, role: 'heading', aloud: true }));

const receipts = (near: Peer, before: Peer): Entry[] => {
  if (near.read > before.read) return [{ text: `Message ${near.read} is read.`, role: 'good', aloud: true }];
  return near.got > before.got ? [{ text: `Message ${near.got} is delivered.`, role: 'good' }] : [];
};

/** What has just been put on the wire once more. */
const resentOf = (peer: Peer, before: Peer): string => {
  const tries = new Map(before.unacked.map((message) => [message.said.number, message.tries]));
  const numbers = peer.unacked
    .filter((message) => message.tries > Math.max(1, tries.get(message.said.number) ?? 0))
    .map(({ said }) => said.number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? `message ${first}` : `messages ${first} to ${last}`;
};

/** What an end does against the wire's faults. */
const repairs = (peer: Peer, before: Peer, own: boolean, name: string): Entry[] => {
  const news: Entry[] = [];
  const [first, ...more] = [...peer.early.keys()].filter((number) => !before.early.has(number));
  if (first !== undefined && more.length === 0)
    news.push({
      text: `${own ? 'You hold' : `${name} holds`} ${first} back until ${peer.received + 1} has come.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.asked > before.asked)
    news.push({
      text: own ? `You ask for message ${peer.received + 1}.` : `${name} asks for message ${peer.received + 1}.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.repeats > before.repeats && peer.safeguards.once)
    news.push({ text: own ? 'A repeat has come: you drop it.' : `A repeat has come: ${name} drops it.`, role: 'muted', aloud: true });
  if (peer.resent > before.resent)
    news.push({ text: `${own ? 'You send' : `${name} sends`} ${resentOf(peer, before)} again.`, role: 'warn' });
  if (peer.refused > before.refused) news.push({ text: 'A frame that cannot be true is refused.', role: 'bad', aloud: true });
  return news;
};

/** The news since an earlier moment of the same conversation. */
export const newsOf = (world: World, before: World): readonly Entry[] => {
  if (world === before) return [];
  const { near, far } = world;
  const name = farName(world);
  const news: Entry[] = near.link === before.near.link ? [] : [linkWords[near.link]];
  news.push(...arrivals(near, before.near, name), ...receipts(near, before.near), ...repairs(near, before.near, true, name));
  if (far && before.far) news.push(...repairs(far, before.far, false, name));
  const fault = faultOf(world);
  if (fault !== undefined && fault !== faultOf(before)) news.push({ text: `Wrong: ${fault}.`, role: 'bad', aloud: true });
  return news;
};
