/** Redis and the backend before it: memory with expiry, one flight a key, batches, or none of these. Times are in microseconds. */
import type { Ask, Command, Instance, Item, Kept, Lane, Pending, Reply } from './lane.ts';

/** What a command costs by itself, and for each key. */
const COST = { command: 30, key: 10 };
/** How much dearer everything is while the store is slow. */
const SLOW = 3;
/** The way there, and the same back. */
const NETWORK = 250;
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

/** How long a value may be given from memory. */
export const TTL = 100_000;
/** Keys that are waited for before a batch goes. */
const BATCH = 32;
/** What a backend does besides asking. */
const OVERHEAD = 50;
/** Values that a backend keeps in memory. */
const KEPT = 400;

const keep = ({ kept }: Instance, key: number, value: Kept): void => {
  // A Map gives its keys in the order of insertion: the first one is the oldest.
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
};

/** A value that memory may answer with. */
const remembered = (lane: Lane, { kept }: Instance, key: number, now: number): Kept | undefined => {
  if (!lane.on.has('cache')) return undefined;
  const value = kept.get(key);
  return value && (now - value.readAt <= TTL || !lane.on.has('expiry')) ? value : undefined;
};

const send = (lane: Lane, instance: number, items: readonly Item[], now: number): void =>
  void lane.commands.push({ instance, items, at: now + NETWORK });

const dispatch = (lane: Lane, instance: number, item: Item, now: number): void => {
  if (lane.on.has('batching')) lane.instances[instance]?.gathered.push(item);
  else send(lane, instance, [item], now);
};

/** Asks Redis for a key, or joins a flight that is there already. */
const fetch = (lane: Lane, id: number, instance: number, key: number, now: number): void => {
  if (!lane.on.has('single-flight')) {
    dispatch(lane, instance, { key, request: id }, now);
    return;
  }
  const flights = lane.instances[instance]?.flights;
  const waiting = flights?.get(key);
  flights?.set(key, [...(waiting ?? []), id]);
  if (waiting) lane.counts.joined++;
  else dispatch(lane, instance, { key, request: undefined }, now);
};

const give = (lane: Lane, key: number, { version, readAt }: Kept, { now, versions }: Store): void => {
  lane.counts.values++;
  if (version !== versions[key]) lane.counts.stale++;
  lane.oldest = Math.max(lane.oldest, now - readAt);
};

const finish = (lane: Lane, id: number, { since }: Pending, now: number): void => {
  lane.pending.delete(id);
  lane.counts.answered++;
  lane.latencies.push(now - since + OVERHEAD);
};

/** Asks for the next key of a request, or for all of them at once where batches are made of them. */
const goOn = (lane: Lane, id: number, store: Store): void => {
  for (let pending = lane.pending.get(id); pending; pending = lane.pending.get(id)) {
    const [key, ...ahead] = pending.ahead;
    if (key === undefined && pending.open === 0) finish(lane, id, pending, store.now);
    if (key === undefined || (pending.open > 0 && !lane.on.has('batching'))) return;
    const backend = lane.instances[pending.instance];
    const value = backend && remembered(lane, backend, key, store.now);
    lane.pending.set(id, { ...pending, ahead, open: pending.open + (value ? 0 : 1) });
    if (value) {
      lane.counts.hits++;
      give(lane, key, value, store);
    } else fetch(lane, id, pending.instance, key, store.now);
  }
};

/** A request arrives. */
export const request = (lane: Lane, { id, instance, keys }: Ask, store: Store): void => {
  lane.counts.arrived++;
  lane.pending.set(id, { instance, since: store.now, ahead: keys, open: 0 });
  goOn(lane, id, store);
};

const deliver = (lane: Lane, id: number, key: number, value: Kept | undefined, store: Store): void => {
  const pending = lane.pending.get(id);
  if (!pending) return;
  if (!value) {
    lane.pending.delete(id);
    lane.counts.failed++;
    return;
  }
  give(lane, key, value, store);
  lane.pending.set(id, { ...pending, open: pending.open - 1 });
  goOn(lane, id, store);
};

/** Redis answers: the values go to memory, and to all who wait for them. */
const land = (lane: Lane, { instance, items, readAt, versions }: Reply, store: Store): void => {
  const backend = lane.instances[instance];
  if (!backend) return;
  items.forEach(({ key, request: own }, index) => {
    const version = versions?.[index];
    const value = version === undefined ? undefined : { version, readAt };
    if (value && lane.on.has('cache')) keep(backend, key, value);
    const waiting = own === undefined ? (backend.flights.get(key) ?? []) : [own];
    if (own === undefined) backend.flights.delete(key);
    for (const id of waiting) deliver(lane, id, key, value, store);
  });
};

/** Takes the answers that are back. */
export const receive = (lane: Lane, store: Store): void => {
  const back = lane.replies.filter(({ at }) => at <= store.now);
  if (back.length === 0) return;
  lane.replies = lane.replies.filter(({ at }) => at > store.now);
  for (const reply of back) land(lane, reply, store);
};

/** Sends the keys that were gathered, as one command per backend. */
export const flush = (lane: Lane, now: number): void => {
  for (const [instance, backend] of lane.instances.entries()) {
    for (let from = 0; from < backend.gathered.length; from += BATCH) {
      send(lane, instance, backend.gathered.slice(from, from + BATCH), now);
    }
    backend.gathered = [];
  }
};
