/** A conversation as one end shows it: every message that is there, in an order on which both ends agree. */

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
