/** The two sides of a conversation, its messages in order, and the frames of plain JSON that carry them. */
import { type Checked, either, flag, literal, record, text, whole } from '../stage/json.ts';

/** The ends of a conversation. */
export type Side = 'a' | 'b';

/** The end over there. */
export const across = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** A message that was written, by whom, as which one of theirs. */
export interface Said {
  readonly from: Side;
  /** Counted from 1 by each end for itself. */
  readonly number: number;
  /** Greater than the stamp of everything its writer had seen (Lamport's clock). */
  readonly stamp: number;
  readonly text: string;
}

/** Messages of a conversation that are kept. */
const KEPT = 200;

/** Whether `a` stands before `b` in the conversation: by stamp, and where the stamps are equal, by side. */
export const isBefore = (a: Said, b: Said): boolean => a.stamp < b.stamp || (a.stamp === b.stamp && a.from < b.from);

/** The conversation with a message in its place; the oldest are forgotten. */
export const insert = (talk: readonly Said[], said: Said): readonly Said[] => {
  const place = talk.findLastIndex((other) => !isBefore(said, other)) + 1;
  return [...talk.slice(0, place), said, ...talk.slice(place)].slice(-KEPT);
};

/** Units of the longest message. */
export const LONGEST_TEXT = 240;

/** Messages one end may write in a conversation. */
const MOST_MESSAGES = 1_000_000;

const number = whole(1, MOST_MESSAGES);
const upTo = whole(0, MOST_MESSAGES);

/** A message: its number, counted from 1 by the one who writes; its Lamport stamp; its text. */
const msg = record({ k: literal('msg'), n: number, t: whole(1, 2 * MOST_MESSAGES), x: text(LONGEST_TEXT, /\S/) });

/** A receipt: all messages up to `got` have come, all up to `read` were read. */
const ack = record({ k: literal('ack'), got: upTo, read: upTo });

/** A gap: the messages from one number to another have not come, though a later one has. */
const need = record({ k: literal('need'), from: number, to: number });

/** Somebody types, after the message of this number; it is neither acknowledged nor said again. */
const typing = record({ k: literal('typing'), after: upTo });

/** After a break: what each has and has sent; `ask` wants the same in return. */
const sync = record({ k: literal('sync'), ask: flag, sent: upTo, got: upTo, read: upTo });

/** What has come and is not read: asks for the receipt once more, since the last one may be lost. */
const ask = record({ k: literal('ask') });

/** Any frame, exactly as it should be. */
export const isFrame = either(msg, ack, need, typing, sync, ask);

/** A frame on the wire. */
export type Frame = Checked<typeof isFrame>;

/** A frame in a few words: what the wire's panel and the events call it. */
export const frameLabel = (frame: Frame): string => {
  switch (frame.k) {
    case 'msg':
      return `${frame.n} ${frame.x}`;
    case 'ack':
      return `got ${frame.got}, read ${frame.read}`;
    case 'need':
      return frame.from === frame.to ? `need ${frame.from}` : `need ${frame.from}–${frame.to}`;
    case 'typing':
      return 'typing';
    case 'sync':
      return `sync${frame.ask ? '?' : ''} sent ${frame.sent}, got ${frame.got}`;
    case 'ask':
      return 'read it?';
  }
};
