/** A single-threaded store: a command costs its round and its keys, and waits for those before it. Times are in microseconds. */
import type { Command, Lane } from './lane.ts';

/** What a command costs by itself, and for each key. */
const COST = { command: 30, key: 10 };
/** How much dearer everything is while the store is slow. */
const SLOW = 3;
/** The way there, and the same back. */
export const NETWORK = 250;
/** Backlog at which it refuses further commands. */
const FULL = 30_000;

/** The store as its clients find it. */
export interface Store {
  readonly now: number;
  readonly slow: boolean;
  /** The version of each key. */
  readonly versions: readonly number[];
}

const cost = (keys: number, slow: boolean): number => (COST.command + COST.key * keys) * (slow ? SLOW : 1);

const accept = (lane: Lane, { instance, items }: Command, { now, slow, versions }: Store): void => {
  const full = lane.backlog > FULL;
  if (!full) lane.backlog += cost(items.length, slow);
  const at = now + (full ? 0 : lane.backlog) + NETWORK;
  lane.replies.push({ instance, items, at, readAt: now, versions: full ? undefined : items.map(({ key }) => versions[key] ?? 0) });
  lane.counts.commands++;
  lane.counts.keysRead += full ? 0 : items.length;
  for (const { key } of items) lane.heat[key] = (lane.heat[key] ?? 0) + 1;
};

/** Accepts the commands that have arrived, each answered with what its keys hold then, and does up to `span` of the work. */
export const serve = (lane: Lane, store: Store, span: number): void => {
  const arrived = lane.commands.filter(({ at }) => at <= store.now);
  if (arrived.length > 0) lane.commands = lane.commands.filter(({ at }) => at > store.now);
  for (const command of arrived) accept(lane, command, store);
  const done = Math.min(span, lane.backlog);
  lane.backlog -= done;
  lane.busy += done;
};

/** A write costs the same in both lanes. */
export const write = (lane: Lane, slow: boolean): void => {
  lane.backlog += cost(1, slow);
};
