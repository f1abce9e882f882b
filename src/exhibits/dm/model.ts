/** The conversation as a program: what it knows, and what a key, a tick or another tab changes. */

import { type Phrase, phrase, phraseOf, type Sentences } from '../../locales/speech.ts';
import { clean } from '../../term/clean.ts';
import { graphemes } from '../../term/width.ts';
import { type Entry, emptyLog, type Log, logged } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { type Frame, LONGEST_TEXT } from './frame.ts';
import { frameTo, hearPacket, newPairing, type Paired, type Pairing, passTime, sideOf } from './pairing.ts';
import type { Safeguards } from './peer.ts';
import { lineOf, newsOf } from './text.ts';
import { type Fault, fair, LATENCY, strike, type Weather } from './wire.ts';
import { advance, hearFar, newTabWorld, newWorld, STEP, speak, switchNear, typeNear, type World, writeNear } from './world.ts';

/** Parts of the protocol that can be left out, to show what they are for. */
export const parts = ['once', 'order', 'fill'] as const;
type Part = (typeof parts)[number];

/** How a conversation is set up. */
interface Setting {
  readonly weather: Weather;
  readonly without: Part | undefined;
  /** Time passes only when the visitor says so. */
  readonly isStill: boolean;
  /** Ready-made messages. */
  readonly lines: readonly string[];
}

/** The safeguards but one. */
export const safeguardsWithout = (part: Part | undefined): Safeguards => ({
  once: part !== 'once',
  inOrder: part !== 'order',
  fill: part !== 'fill',
});

/** Everything. */
export interface Model {
  readonly setting: Setting;
  readonly world: World;
  /** Undefined where no other tab can be reached. */
  readonly pairing: Pairing | undefined;
  readonly random: Random;
  /** The host's time up to which this model has come, and milliseconds of it that are less than a step. */
  readonly clock: number;
  readonly behind: number;
  /** What is being written; undefined while keys are commands. */
  readonly draft: string | undefined;
  /** Prepared lines that were said. */
  readonly lines: number;
  readonly log: Log;
  /** Packets for other tabs. */
  readonly outward: readonly string[];
}

/** What can happen. */
export type Message =
  /** Time: so many milliseconds, or as many as the host's clock says where it is known. */
  | { readonly kind: 'tick'; readonly least: number; readonly at: number | undefined }
  /** A channel is there; by this name the other tabs know this one. */
  | { readonly kind: 'open'; readonly name: string; readonly at: number }
  | { readonly kind: 'heard'; readonly json: string; readonly at: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'strike'; readonly fault: Fault }
  | { readonly kind: 'compose' | 'send' | 'back' | 'erase' | 'eraseWord' | 'eraseAll' }
  | { readonly kind: 'line' | 'switch' | 'storm' | 'guard' | 'again' };

/** Milliseconds that are caught up with at once, after a pause of the host. */
const MOST_BEHIND = 5000;

/** Time that comes in larger pieces than this many milliseconds is that of a tab which nobody looks at. */
const UNSEEN = 500;

/** The wire on which everything may happen. */
const storm: Weather = { loss: 0.25, twice: 0.2, jitter: 700 };

/** Text that may be shown and sent: one clean line, of bounded length. */
const tidy = (text: string): string =>
  clean(text)
    .replace(/\s/gu, ' ')
    .slice(0, LONGEST_TEXT)
    .replace(/[\ud800-\udbff]$/, '');

/** The model with another world, and the news of it. */
const inWorld = (model: Model, world: World, more: readonly Entry[] = []): Model => {
  const { pairing } = model;
  const packets = pairing ? world.outward.map((frame) => frameTo(pairing, frame)) : [];
  return {
    ...model,
    world: world.outward.length === 0 ? world : { ...world, outward: [] },
    outward: packets.length === 0 ? model.outward : [...model.outward, ...packets],
    log: logged(model.log, [...more, ...newsOf(world, model.world)]),
  };
};

const passed = (model: Model, elapsed: number, isLookedAt: boolean): Model => {
  const random = model.random.clone();
  let { world } = model;
  let behind = Math.min(MOST_BEHIND, model.behind + Math.max(0, elapsed));
  for (; behind >= STEP; behind -= STEP) world = advance(world, random, isLookedAt);
  return { ...inWorld(model, world), random, behind };
};

/** The model after something that the visitor does at the near end: it shows on the wire at once. */
const acted = (model: Model, world: World, more: readonly Entry[] = []): Model => {
  const random = model.random.clone();
  const next = { ...inWorld(model, speak(world, random), more), random };
  // Where time stands still, what takes no time happens nevertheless.
  return model.setting.isStill ? passed(next, STEP, true) : next;
};

/** The log without what it shows. */
const cleared = ({ total }: Log): Log => ({ entries: [], total });

const conversation = (setting: Setting) => ({ weather: setting.weather, safeguards: safeguardsWithout(setting.without) });

const partnerNews = (isTab: boolean): Entry =>
  isTab
    ? { text: phrase`Another tab is here: you talk to it.`, role: 'good', aloud: true }
    : { text: phrase`The other tab is gone: the echo is back.`, role: 'warn', aloud: true };

/** The model after the pairing has changed: a new partner is a new conversation. */
const withPairing = (model: Model, { pairing, outward, frame }: Paired): Model => {
  const before = model.pairing;
  const next: Model = { ...model, pairing, outward: [...model.outward, ...outward] };
  const isPaired = pairing.state === 'paired';
  if (isPaired === (before?.state === 'paired') && (!isPaired || pairing.partner === before?.partner))
    return frame ? heardFrame(next, frame) : next;
  const setting = conversation(model.setting);
  const latency = model.setting.isStill ? 0 : LATENCY;
  const { now } = model.world;
  const world = isPaired ? newTabWorld(sideOf(pairing), { ...setting, latency }, now) : newWorld(setting, now);
  return acted({ ...next, world, log: logged(cleared(model.log), [partnerNews(isPaired)]) }, world);
};

const heardFrame = (model: Model, frame: Frame): Model =>
  acted(model, hearFar(model.world, frame.k === 'msg' ? { ...frame, x: tidy(frame.x) } : frame));

const tick = (model: Model, least: number, at = model.clock + least): Model => {
  const elapsed = Math.max(least, at - model.clock);
  const next = passed({ ...model, clock: at }, elapsed, elapsed < UNSEEN);
  return next.pairing ? withPairing(next, passTime(next.pairing, next.world.now)) : next;
};

const heard = (model: Model, json: string, at: number): Model => {
  const next = passed({ ...model, clock: at }, at - model.clock, model.setting.isStill);
  return next.pairing ? withPairing(next, hearPacket(next.pairing, json, next.world.now)) : next;
};

const opened = (model: Model, name: string, at: number): Model => {
  const pairing = newPairing(name, model.world.now);
  return withPairing({ ...model, pairing, clock: at }, passTime(pairing, model.world.now));
};

const written = (model: Model, text: string): Model => {
  const world = writeNear(model.world, text);
  return world
    ? acted(model, world)
    : { ...model, log: logged(model.log, [{ text: phrase`The queue is full: wait a little.`, role: 'bad', aloud: true }]) };
};

const send = (model: Model): Model => {
  const draft = model.draft?.trim() ?? '';
  return draft === '' ? { ...model, draft: undefined } : written({ ...model, draft: '' }, draft);
};

const typed = (model: Model, text: string): Model => acted({ ...model, draft: tidy((model.draft ?? '') + text) }, typeNear(model.world));

const faultWords = {
  drop: ['You drop the newest frame.', 'The next frame will be dropped.'],
  delay: ['You delay the newest frame.', 'The next frame will be late.'],
  swap: ['You swap the newest frame.', 'The next frame will be overtaken.'],
  twice: ['You double the newest frame.', 'The next frame will come twice.'],
} as const satisfies Sentences;

const struck = (model: Model, fault: Fault): Model => {
  const wire = strike(model.world.wire, fault, model.world.now);
  const text = phraseOf(faultWords[fault][wire.armed[fault] > model.world.wire.armed[fault] ? 1 : 0]);
  return acted(model, { ...model.world, wire }, [{ text, role: 'bad', aloud: true }]);
};

const stormed = (model: Model): Model => {
  const weather = model.world.wire.weather === storm ? fair : storm;
  const text = weather === storm ? phrase`A storm: frames are lost, late, doubled.` : phrase`The storm is over.`;
  const world = { ...model.world, wire: { ...model.world.wire, weather } };
  return acted({ ...model, setting: { ...model.setting, weather } }, world, [{ text, role: 'warn', aloud: true }]);
};

const guardWords = {
  all: 'Begun anew: all safeguards hold.',
  once: 'Begun anew: repeats are not dropped.',
  order: 'Begun anew: nothing waits for its turn.',
  fill: 'Begun anew: nothing is sent again.',
} as const satisfies Sentences;

const again = (model: Model, setting: Setting, words: Phrase): Model => {
  if (!model.world.far)
    return { ...model, log: logged(model.log, [{ text: phrase`Not while you talk to another tab.`, role: 'warn', aloud: true }]) };
  const world = newWorld(conversation(setting), model.world.now);
  return acted({ ...model, setting, world, lines: 0, log: cleared(model.log) }, world, [{ text: words, role: 'warn', aloud: true }]);
};

const guarded = (model: Model): Model => {
  const without = parts[model.setting.without === undefined ? 0 : parts.indexOf(model.setting.without) + 1];
  return again(model, { ...model.setting, without }, phraseOf(guardWords[without ?? 'all']));
};

const shorter = (text: string): string => [...graphemes(text)].slice(0, -1).join('');

/** How a message changes the model. Pure. */
export const update = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'tick':
      return tick(model, message.least, message.at);
    case 'open':
      return opened(model, message.name, message.at);
    case 'heard':
      return heard(model, message.json, message.at);
    case 'compose':
      return { ...model, draft: '' };
    case 'type':
      return typed(model, message.text);
    case 'send':
      return send(model);
    case 'back':
      return { ...model, draft: undefined };
    case 'erase':
      return { ...model, draft: shorter(model.draft ?? '') };
    case 'eraseWord':
      return { ...model, draft: (model.draft ?? '').replace(/\S*\s*$/u, '') };
    case 'eraseAll':
      return { ...model, draft: '' };
    case 'line':
      return written({ ...model, lines: model.lines + 1 }, lineOf(model.setting.lines, model.lines));
    case 'strike':
      return struck(model, message.fault);
    case 'switch':
      return acted(model, switchNear(model.world));
    case 'storm':
      return stormed(model);
    case 'guard':
      return guarded(model);
    case 'again':
      return again(model, model.setting, phrase`Begun anew.`);
  }
};

/** A model at its beginning: a conversation with the echo. */
export const begin = (setting: Setting, random: Random, clock: number): Model => {
  const world = newWorld(conversation(setting));
  return {
    setting,
    world,
    pairing: undefined,
    random,
    clock,
    behind: 0,
    draft: undefined,
    lines: 0,
    log: emptyLog,
    outward: [],
  };
};
