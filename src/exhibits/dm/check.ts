/** Whether each message is there once and in order at both ends, checked on what the ends hold. */
import { type Phrase, phrase } from '../../locales/speech.ts';
import { across, isBefore, type Said, type Side } from './frame.ts';
import type { Peer } from './peer.ts';
import { flies } from './wire.ts';
import type { World } from './world.ts';

const numbersOf = (talk: readonly Said[], side: Side): readonly number[] =>
  talk.filter(({ from }) => from === side).map(({ number }) => number);

/** What is wrong with the numbers of one writer, which should be the last ones up to `last`, without a gap. */
const numberFault = (numbers: readonly number[], last: number): Phrase | undefined => {
  const seen = new Set<number>();
  for (const number of numbers) {
    if (seen.has(number)) return phrase`message ${number} is there twice`;
    seen.add(number);
  }
  for (const [index, number] of numbers.entries()) {
    const expected = last - numbers.length + 1 + index;
    if (number !== expected) return number > expected ? phrase`message ${expected} is missing` : phrase`message ${number} is out of order`;
  }
  return undefined;
};

/** What is wrong in what an end shows. */
const talkFault = ({ talk, side, written, received }: Peer): Phrase | undefined => {
  const own = numberFault(numbersOf(talk, side), written);
  if (own !== undefined) return own;
  const others = numberFault(numbersOf(talk, across(side)), received);
  if (others !== undefined) return others;
  const misplaced = talk.find((said, index) => index > 0 && isBefore(said, talk[index - 1] ?? said));
  return misplaced && phrase`message ${misplaced.number} is out of order`;
};

const key = ({ from, number }: Said): string => `${from}${number}`;

/** What one end shows otherwise than the other wrote it, or believes to have got there though it did not. */
const beliefFault = (writer: Peer, reader: Peer): Phrase | undefined => {
  if (writer.got > reader.received) return phrase`message ${writer.got} has a receipt, and is not there`;
  if (writer.read > reader.seen) return phrase`message ${writer.read} counts as read, and is not`;
  const written = new Map(writer.talk.map((said) => [key(said), said.text]));
  const other = reader.talk.find((said) => said.from === writer.side && (written.get(key(said)) ?? said.text) !== said.text);
  return other && phrase`message ${other.number} has another text`;
};

/** A message that is gone from the wire, and that nobody will say again. */
const lostFault = (writer: Peer, reader: Peer, { flights }: World['wire']): Phrase | undefined => {
  if (writer.safeguards.fill) return undefined;
  const onTheWay = new Set(
    flights.filter((flight) => flies(flight) && flight.from === writer.side).map(({ frame }) => (frame.k === 'msg' ? frame.n : 0)),
  );
  const isGone = (number: number): boolean => number > reader.received && !reader.early.has(number) && !onTheWay.has(number);
  const gone = writer.unacked.find(({ said, tries }) => tries > 0 && isGone(said.number));
  return gone && phrase`message ${gone.said.number} is lost`;
};

/** Whether all that was written has come and has its receipts, at both ends. */
export const isSettled = ({ near, far }: World): boolean =>
  far !== undefined && [near, far].every(({ written, got, read }) => got === written && read === written);

const text = (talk: readonly Said[]): string => talk.map((said) => `${key(said)} ${said.text}`).join('\n');

/** What is wrong, in a few words; undefined when all is well. Of an end in another tab only this end's part can be checked. */
export const faultOf = (world: World): Phrase | undefined => {
  const { near, far, wire } = world;
  const own = talkFault(near);
  if (own !== undefined || !far) return own;
  return (
    talkFault(far) ??
    beliefFault(near, far) ??
    beliefFault(far, near) ??
    lostFault(near, far, wire) ??
    lostFault(far, near, wire) ??
    (isSettled(world) && text(near.talk) !== text(far.talk) ? phrase`the two ends show different things` : undefined)
  );
};
