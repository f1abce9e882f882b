/** What is said of a conversation: ready-made messages, sentences about what happened, and the lines of a run in a pipe. */
import { type Phrase, phrase, phraseOf, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Role } from '../../term/style.ts';
import type { Entry } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { faultOf, isSettled } from './check.ts';
import { frameLabel } from './frame.ts';
import type { Link, Peer } from './peer.ts';
import { type Flight, flies } from './wire.ts';
import { advance, newWorld, type Setting, switchNear, type World, writeNear } from './world.ts';

const lines = [
  'Hello?',
  'Is anybody there?',
  'This one may get lost.',
  'And this may come twice.',
  'Did they come in order?',
  'Going under a bridge now.',
  'Out of the bridge again.',
  'How much did you read?',
  'One more, for luck.',
  'Talk to you later!',
] as const satisfies Sentences;

/** The ready-made messages in the visitor's language. */
export const linesIn = ({ translate }: Speech): readonly string[] => lines.map(translate);

/** The line of a number; they begin again after the last. */
export const lineOf = (all: readonly string[], number: number): string => all[number % all.length] ?? '';

const echoName = 'Echo' satisfies Sentences;
const tabName = 'The other tab' satisfies Sentences;

/** How the far end is called, as one who does something. */
const farName = ({ far }: World): Phrase => phraseOf(far ? echoName : tabName);

const linkWords = {
  offline: 'You are offline: what you write waits.',
  syncing: 'The wire is back: both compare notes.',
  online: 'You are online.',
} as const satisfies Sentences;

const linkRoles: Readonly<Record<Link, Role | undefined>> = { offline: 'warn', syncing: undefined, online: 'good' };

const linkNews = (link: Link): Entry => {
  const role = linkRoles[link];
  return { text: phraseOf(linkWords[link]), aloud: true, ...(role ? { role } : {}) };
};

const arrivals = (near: Peer, before: Peer, name: Phrase): Entry[] =>
  near.talk
    .filter(({ from, number }) => from !== near.side && number > before.received)
    .map(({ text }) => ({ text: phrase`${name}: ${text}`, role: 'heading', aloud: true }));

const receipts = (near: Peer, before: Peer): Entry[] => {
  if (near.read > before.read) return [{ text: phrase`Message ${near.read} is read.`, role: 'good', aloud: true }];
  return near.got > before.got ? [{ text: phrase`Message ${near.got} is delivered.`, role: 'good' }] : [];
};

/** What has just been put on the wire once more. */
const resentOf = (peer: Peer, before: Peer): Phrase => {
  const tries = new Map(before.unacked.map((message) => [message.said.number, message.tries]));
  const numbers = peer.unacked
    .filter((message) => message.tries > Math.max(1, tries.get(message.said.number) ?? 0))
    .map(({ said }) => said.number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? phrase`message ${first}` : phrase`messages ${first} to ${last}`;
};

/** What an end does against the wire's faults. */
const repairs = (peer: Peer, before: Peer, own: boolean, name: Phrase): Entry[] => {
  const news: Entry[] = [];
  const [first, ...more] = [...peer.early.keys()].filter((number) => !before.early.has(number));
  if (first !== undefined && more.length === 0)
    news.push({
      text: own
        ? phrase`You hold ${first} back until ${peer.received + 1} has come.`
        : phrase`${name} holds ${first} back until ${peer.received + 1} has come.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.asked > before.asked)
    news.push({
      text: own ? phrase`You ask for message ${peer.received + 1}.` : phrase`${name} asks for message ${peer.received + 1}.`,
      role: 'warn',
      aloud: true,
    });
  if (peer.repeats > before.repeats && peer.safeguards.once)
    news.push({
      text: own ? phrase`A repeat has come: you drop it.` : phrase`A repeat has come: ${name} drops it.`,
      role: 'muted',
      aloud: true,
    });
  if (peer.resent > before.resent)
    news.push({
      text: own ? phrase`You send ${resentOf(peer, before)} again.` : phrase`${name} sends ${resentOf(peer, before)} again.`,
      role: 'warn',
    });
  if (peer.refused > before.refused) news.push({ text: phrase`A frame that cannot be true is refused.`, role: 'bad', aloud: true });
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
  if (fault !== undefined && fault !== faultOf(before)) news.push({ text: phrase`Wrong: ${fault}.`, role: 'bad', aloud: true });
  return news;
};

/** Milliseconds between two messages of the script, and how long its break lasts. */
const EVERY = 2600;
const BREAK = 6000;

/** Milliseconds after which a conversation that does not come to its end is given up. */
const LONGEST = 600_000;

/** What is said and done when. */
interface Act {
  readonly at: number;
  readonly what: 'write' | 'switch';
}

/** Messages one after the other; in the middle of them the wire breaks for a while. */
const scriptOf = (messages: number): readonly Act[] => {
  const writes = Array.from({ length: messages }, (_, index): Act => ({ at: 1800 + index * EVERY, what: 'write' }));
  const middle = 1800 + Math.floor(messages / 2) * EVERY - EVERY / 2;
  return [...writes, { at: middle, what: 'switch' as const }, { at: middle + BREAK, what: 'switch' as const }].sort((a, b) => a.at - b.at);
};

const act = (world: World, { what }: Act, all: readonly string[]): World =>
  what === 'switch' ? switchNear(world) : (writeNear(world, lineOf(all, world.near.written)) ?? world);

const clock = (now: number): string => `${(now / 1000).toFixed(2).padStart(6)} s`;

const noted = ({ translate }: Speech, { from, frame, fate, mark }: Flight): string => {
  const label = `${from === 'a' ? translate('you → echo') : translate('echo → you')}  ${frame.k === 'msg' ? `msg ${frameLabel(frame)}` : frameLabel(frame)}`;
  return `${label}${fate === 'lost' ? '  LOST' : ''}${mark === undefined ? '' : `  (${mark})`}`;
};

/** The frames of messages, and those that were lost, which have come to their end in this step. */
const frames = (speech: Speech, world: World, before: World): readonly string[] => {
  const flew = new Set(before.wire.flights.filter(flies).map(({ id }) => id));
  return world.wire.flights
    .filter(({ id, fate, frame }) => flew.has(id) && fate !== 'flies' && (frame.k !== 'ack' || fate === 'lost') && frame.k !== 'typing')
    .map((flight) => noted(speech, flight));
};

const summary = ({ say, translate }: Speech, { near, far, wire, now }: World, fault: Phrase | undefined): readonly string[] => [
  say`${near.written} messages from you, ${far?.written ?? 0} from the echo, in ${(now / 1000).toFixed(1)} s`,
  say`${wire.sent} frames: ${wire.lost} lost, ${wire.doubled} doubled by the wire`,
  say`${near.resent + (far?.resent ?? 0)} messages sent again, ${near.asked + (far?.asked ?? 0)} gaps asked for, ${near.repeats + (far?.repeats ?? 0)} repeats dropped`,
  fault === undefined
    ? translate('each message once, in order, the same at both ends: yes')
    : say`each message once, in order, the same at both ends: NO, ${fault}`,
];

/** The lines of a conversation of so many messages. */
export function* headless(speech: Speech, setting: Setting, messages: number, random: Random): Generator<string> {
  let world = newWorld(setting);
  let fault: Phrase | undefined;
  const all = linesIn(speech);
  const script = [...scriptOf(messages)];
  while (world.now < LONGEST && fault === undefined && (script.length > 0 || !isSettled(world))) {
    const before = world;
    world = advance(world, random);
    for (let next = script[0]; next && next.at <= world.now; next = script[0]) {
      world = act(world, next, all);
      script.shift();
    }
    for (const text of frames(speech, world, before)) yield `${clock(world.now)}  ${text}`;
    for (const { text } of newsOf(world, before)) yield `${clock(world.now)}  ${speech.translate(text)}`;
    fault = faultOf(world);
  }
  yield* summary(speech, world, fault ?? (isSettled(world) ? undefined : phrase`it never came to an end`));
}
