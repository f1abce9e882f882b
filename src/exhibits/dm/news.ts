/** What has changed between two moments of a conversation, in sentences. */
import { type Sentences, say, translate } from '../../term/say.ts';
import type { Role } from '../../term/style.ts';
import type { Entry } from '../stage/log.ts';
import type { Link, Peer } from './peer.ts';
import { faultOf } from './proof.ts';
import type { World } from './world.ts';

const echoName = 'Echo' satisfies Sentences;
const tabName = 'The other tab' satisfies Sentences;

/** How the far end is called, as one who does something. */
const farName = ({ far }: World): string => translate(far ? echoName : tabName);

const linkWords = {
  offline: 'You are offline: what you write waits.',
  syncing: 'The wire is back: both compare notes.',
  online: 'You are online.',
} as const satisfies Sentences;

const linkRoles: Readonly<Record<Link, Role | undefined>> = { offline: 'warn', syncing: undefined, online: 'good' };

const linkNews = (link: Link): Entry => {
  const role = linkRoles[link];
  return { text: translate(linkWords[link]), aloud: true, ...(role ? { role } : {}) };
};

const arrivals = (near: Peer, before: Peer, name: string): Entry[] =>
  near.talk
    .filter(({ from, number }) => from !== near.side && number > before.received)
    .map(({ text }) => ({ text: `${name}: ${text}`, role: 'heading', aloud: true }));

const receipts = (near: Peer, before: Peer): Entry[] => {
  if (near.read > before.read) return [{ text: say`Message ${near.read} is read.`, role: 'good', aloud: true }];
  return near.got > before.got ? [{ text: say`Message ${near.got} is delivered.`, role: 'good' }] : [];
};

/** What has just been put on the wire once more. */
const resentOf = (peer: Peer, before: Peer): string => {
  const tries = new Map(before.unacked.map((message) => [message.said.number, message.tries]));
  const numbers = peer.unacked
    .filter((message) => message.tries > Math.max(1, tries.get(message.said.number) ?? 0))
    .map(({ said }) => said.number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? say`message ${first}` : say`messages ${first} to ${last}`;
};

/** What an end does against the wire's faults. */
const repairs = (peer: Peer, before: Peer, own: boolean, name: string): Entry[] => {
  const news: Entry[] = [];
  const [first, ...more] = [...peer.early.keys()].filter((number) => !before.early.has(number));
  if (first !== undefined && more.length === 0)
    news.push({
      text: own
        ? say`You hold ${first} back until ${peer.received + 1} has come.`
        : say`${name} holds ${first} back until ${peer.received + 1} has come.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.asked > before.asked)
    news.push({
      text: own ? say`You ask for message ${peer.received + 1}.` : say`${name} asks for message ${peer.received + 1}.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.repeats > before.repeats && peer.safeguards.once)
    news.push({
      text: own ? translate('A repeat has come: you drop it.') : say`A repeat has come: ${name} drops it.`,
      role: 'muted',
      aloud: true,
    });
  if (peer.resent > before.resent)
    news.push({
      text: own ? say`You send ${resentOf(peer, before)} again.` : say`${name} sends ${resentOf(peer, before)} again.`,
      role: 'warn',
    });
  if (peer.refused > before.refused) news.push({ text: translate('A frame that cannot be true is refused.'), role: 'bad', aloud: true });
  return news;
};

/** The news since an earlier moment of the same conversation. */
export const newsOf = (world: World, before: World): readonly Entry[] => {
  if (world === before) return [];
  const { near, far } = world;
  const name = farName(world);
  const news: Entry[] = near.link === before.near.link ? [] : [linkNews(near.link)];
  news.push(...arrivals(near, before.near, name), ...receipts(near, before.near), ...repairs(near, before.near, true, name));
  if (far && before.far) news.push(...repairs(far, before.far, false, name));
  const fault = faultOf(world);
  if (fault !== undefined && fault !== faultOf(before)) news.push({ text: say`Wrong: ${fault}.`, role: 'bad', aloud: true });
  return news;
};
