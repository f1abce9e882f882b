/** How two tabs find each other on a channel that all of them hear: who is alone says so, one offers, the other accepts. */
import { type Check, either, literal, parse, record, text } from '../stage/json.ts';
import { type Frame, isFrame, LONGEST_TEXT, type Side } from './frame.ts';

/** Units of the longest packet: the text may be escaped, six for one. */
const LONGEST_PACKET = 6 * LONGEST_TEXT + 200;

/** Milliseconds between two signs of life, to whoever is there or to the partner. */
const HELLO_EVERY = 1000;
const PING_EVERY = 2000;

/** Milliseconds for which an offer holds, and after which a partner that says nothing is gone. */
const OFFER_HOLDS = 1000;
const PATIENCE = 7000;

/** Packets of a second that are listened to. */
const MOST_HEARD = 100;

/** What tabs say to each other beside frames. */
type Word = 'hello' | 'offer' | 'accept' | 'ping' | 'pong' | 'bye';

const name = text(24, /^[0-9a-z]{1,24}$/);
const to = either(literal(''), name);
const words = either(literal('hello'), literal('offer'), literal('accept'), literal('ping'), literal('pong'), literal('bye'));

const packet = either(
  record({ v: literal(1), from: name, to, word: words }),
  record({ v: literal(1), from: name, to: name, frame: isFrame as Check<Frame> }),
);

/** A tab among others. */
export interface Pairing {
  /** By which the others know this tab. */
  readonly name: string;
  readonly state: 'alone' | 'offering' | 'paired';
  /** To whom it offers, or with whom it is paired. */
  readonly partner: string;
  /** Until when the offer holds. */
  readonly until: number;
  readonly heardAt: number;
  readonly speaksAt: number;
  /** Packets of the current second, and which second that is. */
  readonly heard: number;
  readonly second: number;
  /** What was no packet, or too much. */
  readonly refused: number;
}

/** What a packet or a moment comes to. */
export interface Paired {
  readonly pairing: Pairing;
  readonly outward: readonly string[];
  /** From the partner. */
  readonly frame?: Frame;
}

/** A tab that knows of no other. */
export const newPairing = (called: string, now: number): Pairing => ({
  name: called,
  state: 'alone',
  partner: '',
  until: 0,
  heardAt: now,
  speaksAt: now,
  heard: 0,
  second: 0,
  refused: 0,
});

/** Which end a paired tab is: the two of them agree. */
export const sideOf = ({ name: own, partner }: Pairing): Side => (own < partner ? 'a' : 'b');

const wordTo = (pairing: Pairing, receiver: string, word: Word): string => JSON.stringify({ v: 1, from: pairing.name, to: receiver, word });

/** A frame for the partner. */
export const frameTo = ({ name: from, partner }: Pairing, frame: Frame): string => JSON.stringify({ v: 1, from, to: partner, frame });

/** What a tab says when it is left. */
export const farewell = (pairing: Pairing): readonly string[] =>
  pairing.state === 'paired' ? [wordTo(pairing, pairing.partner, 'bye')] : [];

const alone = (pairing: Pairing, now: number): Pairing => ({ ...pairing, state: 'alone', partner: '', speaksAt: now });

const paired = (pairing: Pairing, partner: string, now: number): Pairing => ({
  ...pairing,
  state: 'paired',
  partner,
  heardAt: now,
  speaksAt: now + PING_EVERY,
});

const quiet = (pairing: Pairing): Paired => ({ pairing, outward: [] });

/** The lower name offers; the higher one tells it that it is there. */
const hearHello = (pairing: Pairing, from: string, now: number): Paired => {
  // A partner that says hello has forgotten the pair.
  const free = pairing.state === 'paired' && pairing.partner === from ? alone(pairing, now) : pairing;
  if (free.state !== 'alone') return quiet(free);
  if (from < free.name) return { pairing: free, outward: [wordTo(free, from, 'hello')] };
  return { pairing: { ...free, state: 'offering', partner: from, until: now + OFFER_HOLDS }, outward: [wordTo(free, from, 'offer')] };
};

const hearOffer = (pairing: Pairing, from: string, now: number): Paired => {
  const isTaken = pairing.state === 'paired' && pairing.partner !== from;
  if (isTaken) return { pairing, outward: [wordTo(pairing, from, 'bye')] };
  return { pairing: paired(pairing, from, now), outward: [wordTo(pairing, from, 'accept')] };
};

const hearWord = (pairing: Pairing, from: string, word: Word, now: number): Paired => {
  if (word === 'hello') return hearHello(pairing, from, now);
  if (word === 'offer') return hearOffer(pairing, from, now);
  const isPartner = pairing.partner === from && pairing.state !== 'alone';
  if (word === 'bye') return quiet(isPartner ? alone(pairing, now) : pairing);
  if (word === 'accept' && isPartner) return quiet(pairing.state === 'offering' ? paired(pairing, from, now) : pairing);
  if (!isPartner || pairing.state !== 'paired') return { pairing, outward: [wordTo(pairing, from, 'bye')] };
  const heard = { ...pairing, heardAt: now };
  return word === 'ping' ? { pairing: heard, outward: [wordTo(heard, from, 'pong')] } : quiet(heard);
};

/** Counts what is heard; undefined when it is too much. */
const counted = (pairing: Pairing, now: number): Pairing | undefined => {
  const second = Math.floor(now / 1000);
  const heard = second === pairing.second ? pairing.heard + 1 : 1;
  return heard > MOST_HEARD ? undefined : { ...pairing, second, heard };
};

/** What a text from the channel comes to. Whatever it is, it does no harm. */
export const hearPacket = (pairing: Pairing, json: string, now: number): Paired => {
  const listening = counted(pairing, now);
  const heard = listening && parse(json, LONGEST_PACKET, packet);
  if (!heard) return quiet({ ...(listening ?? pairing), refused: pairing.refused + 1 });
  const { from } = heard;
  if (from === listening.name || (heard.to !== '' && heard.to !== listening.name)) return quiet(listening);
  if ('word' in heard) return hearWord(listening, from, heard.word, now);
  if (listening.state !== 'paired' || listening.partner !== from) {
    return { pairing: listening, outward: listening.state === 'offering' ? [] : [wordTo(listening, from, 'bye')] };
  }
  return { pairing: { ...listening, heardAt: now }, outward: [], frame: heard.frame };
};

/** What is to be said by now: to everybody, or to the partner, who may be gone. */
export const passTime = (pairing: Pairing, now: number): Paired => {
  if (pairing.state === 'paired' && now - pairing.heardAt > PATIENCE) return quiet(alone(pairing, now));
  if (pairing.state === 'offering') return quiet(now < pairing.until ? pairing : alone(pairing, now));
  if (now < pairing.speaksAt) return quiet(pairing);
  if (pairing.state === 'alone') {
    return { pairing: { ...pairing, speaksAt: now + HELLO_EVERY }, outward: [wordTo(pairing, '', 'hello')] };
  }
  return { pairing: { ...pairing, speaksAt: now + PING_EVERY }, outward: [wordTo(pairing, pairing.partner, 'ping')] };
};
