/** A worker: it leases a range, and moves it batch by batch with retries, from checkpoint to checkpoint. */
import { type Phrase, phrase } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { BATCH, type Busy, change, type Draft, nodeOf, note, type Stage, type Worker, waveBounds } from './state.ts';
import { type Arrival, agrees, arrived, content } from './store.ts';

/** Steps that a lease lasts without being renewed. */
const LEASE = 12;
/** Steps that a read from a slow node takes, and the chance that it times out then. */
const SLOW = { steps: 4, timeout: 0.3 };
/** Attempts at a batch before the range is given back. */
const ATTEMPTS = 6;
/** The longest backoff, in steps. */
const LONGEST_WAIT = 16;

const setWorker = (draft: Draft, id: number, worker: Worker): void => {
  draft.workers[id] = worker;
};

const slowNow = (draft: Draft, { range }: Busy): boolean => (draft.slow[nodeOf(range)] ?? 0) > 0;

const enter = (draft: Draft, id: number, busy: Busy): void =>
  setWorker(draft, id, { ...busy, left: busy.stage === 'read' && slowNow(draft, busy) ? SLOW.steps : 1 });

const begin = (draft: Draft, id: number, range: number, from: number, attempt: number): void => {
  draft.leases[range] = LEASE;
  enter(draft, id, { kind: 'busy', range, from, attempt, stage: 'read', left: 1, batch: [] });
};

/** The first range of the wave that nobody works on and that is not done; -1 when there is none. */
const vacant = (draft: Draft): number => {
  const [first, end] = waveBounds(draft.plan, draft.wave);
  const index = draft.ranges
    .slice(first, end)
    .findIndex(({ checkpoint, rows }, offset) => draft.leases[first + offset] === 0 && checkpoint < rows.length);
  return index < 0 ? index : first + index;
};

const claim = (draft: Draft, id: number): void => {
  const range = vacant(draft);
  if (range < 0) return;
  const from = draft.ranges[range]?.checkpoint ?? 0;
  if (from > 0) note(draft, phrase`Worker ${id + 1} went on with range ${range + 1} at record ${from}.`, { role: 'good' });
  change(draft, range, (old) => ({ ...old, begun: true }));
  begin(draft, id, range, from, 1);
};

/** Full jitter: anything up to a bound that doubles with each attempt, so that workers do not come back together. */
const backoff = (attempt: number, random: Random): number => 1 + random.integer(Math.min(LONGEST_WAIT, 2 ** attempt));

const giveBack = (draft: Draft, id: number, range: number): void => {
  draft.leases[range] = 0;
  note(draft, phrase`Worker ${id + 1} gave range ${range + 1} back after ${ATTEMPTS} attempts.`, { role: 'bad' });
  setWorker(draft, id, { kind: 'idle' });
};

const retryLater = (draft: Draft, id: number, { range, from, attempt }: Busy, why: Phrase, random: Random): void => {
  draft.counts.retries++;
  const left = backoff(attempt, random);
  note(draft, phrase`Range ${range + 1}: ${why}, try ${attempt + 1} in ${left}.`, { role: 'warn' });
  setWorker(draft, id, { kind: 'waiting', range, from, attempt: attempt + 1, left });
};

const fail = (draft: Draft, id: number, busy: Busy, why: Phrase, random: Random): void => {
  draft.errors++;
  if (busy.attempt >= ATTEMPTS) giveBack(draft, id, busy.range);
  else retryLater(draft, id, busy, why, random);
};

const put = (draft: Draft, range: number, batch: readonly Arrival[]): void =>
  change(draft, range, (old) => arrived(old, batch, draft.plan.without === 'idempotence' ? 'append' : 'upsert'));

const nextBatch = (draft: Draft, id: number, { range, from, batch }: Busy): void => {
  const next = from + batch.length;
  if (next < (draft.plan.ranges[range] ?? 0)) begin(draft, id, range, next, 1);
  else {
    draft.leases[range] = 0;
    setWorker(draft, id, { kind: 'idle' });
  }
};

const advance = (draft: Draft, id: number, busy: Busy): void => {
  const { stages } = draft.plan;
  const stage = stages[stages.indexOf(busy.stage) + 1];
  if (stage === undefined) nextBatch(draft, id, busy);
  else enter(draft, id, { ...busy, stage });
};

/** The batch as the legacy store has it. */
const fetched = (draft: Draft, { range, from }: Busy): readonly Arrival[] => {
  const { first = 0, versions = [] } = draft.ranges[range] ?? {};
  return versions.slice(from, from + BATCH).map((version, offset) => {
    const index = from + offset;
    return { index, version, value: content(first + index, version) };
  });
};

const read = (draft: Draft, id: number, busy: Busy, random: Random): void => {
  const chance = slowNow(draft, busy) ? SLOW.timeout : draft.plan.faults;
  if (random.chance(chance)) fail(draft, id, busy, phrase`read timed out`, random);
  else advance(draft, id, { ...busy, batch: fetched(draft, busy) });
};

/** The batch as it arrives: one record of it damaged while that fault is on. */
const delivered = (draft: Draft, { batch }: Busy, random: Random): readonly Arrival[] => {
  if (draft.corrupt === 0) return batch;
  draft.corrupt--;
  const damaged = random.integer(batch.length);
  return batch.map((arrival, offset) => (offset === damaged ? { ...arrival, value: arrival.value ^ 1 } : arrival));
};

const write = (draft: Draft, id: number, busy: Busy, random: Random): void => {
  if (random.chance(draft.plan.faults)) {
    writeHalf(draft, busy);
    fail(draft, id, busy, phrase`write broke off`, random);
  } else {
    put(draft, busy.range, delivered(draft, busy, random));
    advance(draft, id, busy);
  }
};

/** What a write leaves behind that does not come to its end. */
export const writeHalf = (draft: Draft, { range, batch }: Busy): void => put(draft, range, batch.slice(0, Math.ceil(batch.length / 2)));

const verify = (draft: Draft, id: number, busy: Busy, random: Random): void => {
  const range = draft.ranges[busy.range];
  const bad = busy.batch.find(({ index }) => !range || !agrees(range, index));
  if (bad) fail(draft, id, busy, phrase`record ${bad.index} differs`, random);
  else advance(draft, id, busy);
};

const checkpoint = (draft: Draft, id: number, busy: Busy): void => {
  const reached = busy.from + busy.batch.length;
  change(draft, busy.range, (old) => ({ ...old, checkpoint: Math.max(old.checkpoint, reached) }));
  advance(draft, id, busy);
};

const perform: Readonly<Record<Stage, (draft: Draft, id: number, busy: Busy, random: Random) => void>> = {
  read,
  write,
  verify,
  checkpoint,
};

const comeBack = (draft: Draft, id: number): void => {
  note(draft, phrase`Worker ${id + 1} was started again.`);
  setWorker(draft, id, { kind: 'idle' });
};

/** One step of a worker. */
export const work = (draft: Draft, id: number, random: Random): void => {
  const worker = draft.workers[id] ?? { kind: 'idle' };
  if ('range' in worker) draft.leases[worker.range] = LEASE;
  if (worker.kind === 'idle') claim(draft, id);
  else if (worker.left > 1) setWorker(draft, id, { ...worker, left: worker.left - 1 });
  else if (worker.kind === 'dead') comeBack(draft, id);
  else if (worker.kind === 'waiting') begin(draft, id, worker.range, worker.from, worker.attempt);
  else perform[worker.stage](draft, id, worker, random);
};
