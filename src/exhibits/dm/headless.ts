/** The conversation without a screen: a script of words and breaks over a bad wire, what happens, then a summary. */
import { say, translate } from '../../term/say.ts';
import type { Random } from '../stage/random.ts';
import { frameLabel } from './frame.ts';
import { lineOf } from './lines.ts';
import { newsOf } from './news.ts';
import { faultOf, isSettled } from './proof.ts';
import { type Flight, flies } from './wire.ts';
import { advance, newWorld, type Setting, switchNear, type World, writeNear } from './world.ts';

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

const act = (world: World, { what }: Act): World =>
  what === 'switch' ? switchNear(world) : (writeNear(world, lineOf(world.near.written)) ?? world);

const clock = (now: number): string => `${(now / 1000).toFixed(2).padStart(6)} s`;

const noted = ({ from, frame, fate, mark }: Flight): string => {
  const label = `${from === 'a' ? translate('you → echo') : translate('echo → you')}  ${frame.k === 'msg' ? `msg ${frameLabel(frame)}` : frameLabel(frame)}`;
  return `${label}${fate === 'lost' ? '  LOST' : ''}${mark === undefined ? '' : `  (${mark})`}`;
};

/** The frames of messages, and those that were lost, which have come to their end in this step. */
const frames = (world: World, before: World): readonly string[] => {
  const flew = new Set(before.wire.flights.filter(flies).map(({ id }) => id));
  return world.wire.flights
    .filter(({ id, fate, frame }) => flew.has(id) && fate !== 'flies' && (frame.k !== 'ack' || fate === 'lost') && frame.k !== 'typing')
    .map(noted);
};

const summary = ({ near, far, wire, now }: World, fault: string | undefined): readonly string[] => [
  say`${near.written} messages from you, ${far?.written ?? 0} from the echo, in ${(now / 1000).toFixed(1)} s`,
  say`${wire.sent} frames: ${wire.lost} lost, ${wire.doubled} doubled by the wire`,
  say`${near.resent + (far?.resent ?? 0)} messages sent again, ${near.asked + (far?.asked ?? 0)} gaps asked for, ${near.repeats + (far?.repeats ?? 0)} repeats dropped`,
  fault === undefined
    ? translate('each message once, in order, the same at both ends: yes')
    : say`each message once, in order, the same at both ends: NO, ${fault}`,
];

/** The lines of a conversation of so many messages. */
export function* headless(setting: Setting, messages: number, random: Random): Generator<string> {
  let world = newWorld(setting);
  let fault: string | undefined;
  const script = [...scriptOf(messages)];
  while (world.now < LONGEST && fault === undefined && (script.length > 0 || !isSettled(world))) {
    const before = world;
    world = advance(world, random);
    for (let next = script[0]; next && next.at <= world.now; next = script[0]) {
      world = act(world, next);
      script.shift();
    }
    for (const text of frames(world, before)) yield `${clock(world.now)}  ${text}`;
    for (const { text } of newsOf(world, before)) yield `${clock(world.now)}  ${text}`;
    fault = faultOf(world);
  }
  yield* summary(world, fault ?? (isSettled(world) ? undefined : translate('it never came to an end')));
}
