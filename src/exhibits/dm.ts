/** dm: direct messages between two tabs, or with an echo, over a wire that the visitor spoils. */
import { phrase, type Sentences, type Speech } from '../locales/speech.ts';
import type { Key } from '../term/key.ts';
import { type Binding, withEffects } from '../tui/program.ts';
import { TabChannel } from './dm/channel.ts';
import { LONGEST_TEXT } from './dm/frame.ts';
import { begin, type Message, type Model, parts, safeguardsWithout, update } from './dm/model.ts';
import { headless, linesIn } from './dm/text.ts';
import { show } from './dm/view.ts';
import { fair, flies, type Weather } from './dm/wire.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { spoken } from './stage/log.ts';
import { oneOf, quantity } from './stage/quantity.ts';

/** Milliseconds between two frames of the screen, and while nothing moves on the wire. */
const TICK = 50;
const REST = 150;

const writing: readonly Binding<Message>[] = [
  { chords: ['Enter'], summary: 'send', message: { kind: 'send' } },
  { chords: ['Escape'], summary: 'back', message: { kind: 'back' } },
  { chords: ['C-w'], summary: 'erase a word', message: { kind: 'eraseWord' }, quiet: true },
  { chords: ['C-u'], summary: 'erase all', message: { kind: 'eraseAll' }, quiet: true },
];

const say: Binding<Message> = { chords: ['m'], summary: 'say', message: { kind: 'line' } };

const safeguards = { all: 'safeguards ✓', once: 'no dropping', order: 'no order', fill: 'no repeats' } satisfies Sentences;

const commands = ({ world, setting }: Model): readonly Binding<Message>[] => [
  say,
  { chords: ['d'], summary: 'drop', message: { kind: 'strike', fault: 'drop' } },
  { chords: ['u'], summary: 'twice', message: { kind: 'strike', fault: 'twice' } },
  { chords: ['r'], summary: 'swap', message: { kind: 'strike', fault: 'swap' } },
  { chords: ['l'], summary: 'late', message: { kind: 'strike', fault: 'delay' } },
  { chords: ['o'], summary: world.near.link === 'offline' ? 'online' : 'offline', message: { kind: 'switch' } },
  { chords: ['w'], summary: 'storm', message: { kind: 'storm' } },
  { chords: ['s'], summary: safeguards[setting.without ?? 'all'], message: { kind: 'guard' } },
  { chords: ['t', 'Enter'], summary: 'type', message: { kind: 'compose' } },
  { chords: ['n'], summary: 'again', message: { kind: 'again' } },
];

/** Text for the message that is being written. */
const keyMessage = ({ draft }: Model, { chord, text }: Key): Message | undefined => {
  if (draft === undefined) return undefined;
  if (chord === 'Backspace') return { kind: 'erase' };
  return text === '' || chord === 'Enter' ? undefined : { kind: 'type', text: text.slice(0, LONGEST_TEXT) };
};

const options = {
  messages: { long: 'messages', value: 'N', summary: 'say so many in a pipe, 8 unless given' },
  loss: { long: 'loss', value: 'P', summary: 'lose this share of the frames' },
  without: { long: 'without', value: 'PART', summary: 'leave a safeguard out: once, order or fill', kind: parts },
} as const;

type Values = { readonly [Name in keyof typeof options]: string | undefined };

const weatherOf = ({ loss }: Values, normal: Weather): Weather =>
  loss === undefined ? normal : { ...normal, loss: quantity('loss', loss, { least: 0, most: 0.6, normal: 0, fraction: true }) };

/** A pipe shows a bad wire unless told otherwise. */
const bad: Weather = { loss: 0.2, twice: 0.15, jitter: 400 };

export default defineExhibit({
  name: 'dm',
  summary: 'Direct messages over a bad wire',
  explains: [
    'Two ends talk over a wire that may drop, delay, swap and double frames. It is slowed down to 0.8 s, so that you can do it by hand: d, l, r and u befall the newest frame on the wire, or the next one. Open dm in a second tab, and the two find each other; alone, you talk to an echo.',
    'Each end numbers its messages. A number that has come is dropped when it comes again; one that comes early waits for those before it. The receiver asks for what is missing (need); the sender repeats what has no receipt, more and more slowly. A receipt (got, read) says up to which number all has come, and up to which it was read: one that is lost is made good by the next. Beside your messages stands how far they are: … queued, · sent, ✓ delivered, ✓✓ read.',
    'Offline (o), what you write waits in a queue. Back on the wire, both ends first tell each other what they have (sync), and send only what the other lacks. Meanwhile both may have written: each message bears a Lamport stamp, higher than all that its writer had seen, and both ends sort by it. So they show the same conversation, and an answer never stands before its question.',
    'The sign of typing is neither numbered nor repeated, and one that comes later than its message is ignored. What another tab says is checked field by field, and refused if it cannot be true. s takes a safeguard away: do without dropping repeats, waiting for the turn, or asking again, and see the last line fail.',
  ],
  options,
  examples: [
    { line: 'dm --seed 7 | tail -n 4', shows: 'The summary of a conversation over a bad wire' },
    { line: 'dm --seed 7 | grep LOST', shows: 'What the wire lost' },
    { line: 'dm --seed 7 --without once | tail -n 1', shows: 'What dropping repeats is for' },
  ],
  seeAlso: ['tilematch', 'rewards'],
  demonstration: {
    look: 'A message is dropped and asked for, one comes twice, two change places, the wire is cut and mended: each arrives once and in order, at both ends.',
    keys: [
      [2, 'm'],
      [3, 'm'],
      [3.5, 'd'],
      [4.5, 'm'],
      [5, 'u'],
      [8, 'm'],
      [8, 'm'],
      [8.5, 'r'],
      [10.5, 'o'],
      [11, 'm'],
      [11.5, 'm'],
      [12.5, 'o'],
    ],
  },
  program: ({ options, random, process, speech }) => {
    const { host } = process;
    const channel = new TabChannel();
    const setting = {
      weather: weatherOf(options, fair),
      without: oneOf('without', options.without, parts),
      isStill: host.reducedMotion(),
      lines: linesIn(speech),
    };
    return {
      init: begin(setting, random, host.now()),
      start: [channel.open],
      bindings: (model: Model) => (model.draft === undefined ? commands(model) : writing),
      key: keyMessage,
      update: (model: Model, message: Message) => {
        const next = update(model, message);
        if (next.outward.length === 0 && next.pairing === model.pairing) return next;
        return withEffects({ ...next, outward: [] }, channel.say(next));
      },
      show,
      opening: phrase`Nothing is wrong yet: nobody has said anything.`,
      tick: ({ world }: Model) => {
        const every = world.wire.flights.some(flies) ? TICK : REST;
        return { every, message: { kind: 'tick', least: every, at: host.reducedMotion() ? undefined : host.now() } as const };
      },
      announce: (model: Model, before: Model, speech: Speech) => spoken(speech, model.log, before.log),
    };
  },
  headless: ({ options, random, speech }) =>
    headless(
      speech,
      { weather: weatherOf(options, bad), safeguards: safeguardsWithout(oneOf('without', options.without, parts)) },
      quantity('messages', options.messages, { least: 1, most: 500, normal: 8 }),
      random,
    ),
});
