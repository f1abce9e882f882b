/** A step of a migration, and the faults that a visitor may bring to it. */
import { phrase } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { change, type Draft, draftOf, errorBudget, type Migration, note, waveBounds } from './state.ts';
import { agrees, audit, erased, isWhole, updated } from './store.ts';
import { work, writeHalf } from './worker.ts';

/** Users' reads in a step, and the chance of a write. */
const READS = 3;
const UPDATE = 0.5;
/** Steps that a wave cools down for the first time; twice as many each time after. */
const COOL_DOWN = 12;
/** Rollbacks of one wave after which a person must look. */
const ROLLBACKS = 3;
/** Steps of the last comparison. */
const COMPARING = 10;

const complete = (draft: Draft): boolean => {
  const [first, end] = waveBounds(draft.plan, draft.wave);
  return draft.ranges.slice(first, end).every(({ checkpoint, rows }) => checkpoint === rows.length);
};

const nextWave = (draft: Draft): void => {
  const { waves } = draft.plan;
  note(draft, phrase`Wave ${draft.wave + 1} of ${waves.length} was verified: reads go to the new store.`, { role: 'good', aloud: true });
  draft.wave++;
  draft.errors = 0;
  draft.undone = 0;
  if (draft.wave < waves.length) return;
  draft.phase = 'comparing';
  draft.left = COMPARING;
  note(draft, phrase`All ranges are copied; now the stores are compared.`);
};

const rollBack = (draft: Draft): void => {
  draft.phase = 'rolling back';
  draft.counts.rollbacks++;
  draft.undone++;
  draft.workers = draft.workers.map((worker) => (worker.kind === 'dead' ? worker : { kind: 'idle' }));
  draft.leases.fill(0);
  note(draft, phrase`Wave ${draft.wave + 1} had too many errors and was rolled back.`, { role: 'bad', aloud: true });
};

const copy = (draft: Draft, random: Random): void => {
  // A lease is counted down before its holder renews it, or the range would be free for a moment.
  draft.leases = draft.leases.map((left) => Math.max(0, left - 1));
  for (let id = 0; id < draft.workers.length; id++) work(draft, id, random);
  if (draft.errors > errorBudget(draft.plan, draft.wave)) rollBack(draft);
  else if (complete(draft)) nextWave(draft);
};

const halt = (draft: Draft): void => {
  draft.phase = 'halted';
  note(draft, phrase`Wave ${draft.wave + 1} failed ${draft.undone} times: a person must look.`, { role: 'bad', aloud: true });
};

const undone = (draft: Draft): void => {
  draft.errors = 0;
  note(draft, phrase`The new store is as it was before wave ${draft.wave + 1}.`);
  if (draft.undone >= ROLLBACKS) halt(draft);
  else {
    draft.phase = 'cooling down';
    draft.left = COOL_DOWN * 2 ** (draft.undone - 1);
  }
};

/** One range a step, so that a crash can come in between; what is undone is what has begun, so it goes on after it. */
const undo = (draft: Draft): void => {
  const [first, end] = waveBounds(draft.plan, draft.wave);
  const range = draft.ranges.findIndex(({ begun }, index) => index >= first && index < end && begun);
  if (range < 0) undone(draft);
  else change(draft, range, erased);
};

const coolDown = (draft: Draft): void => {
  if (--draft.left > 0) return;
  draft.phase = 'copying';
  note(draft, phrase`Wave ${draft.wave + 1} is tried again.`, { aloud: true });
};

const compare = (draft: Draft): void => {
  if (--draft.left > 0) return;
  draft.phase = 'done';
  const right = isWhole(audit(draft.ranges));
  const text = right ? phrase`The stores are equal: the migration is done.` : phrase`The stores differ: the migration has failed.`;
  note(draft, text, { role: right ? 'good' : 'bad', aloud: true });
};

const phases: Readonly<Record<Migration['phase'], (draft: Draft, random: Random) => void>> = {
  copying: copy,
  'rolling back': undo,
  'cooling down': coolDown,
  halted: () => {},
  comparing: compare,
  done: () => {},
};

/** A user reads: both stores are asked as soon as both have the record, and the legacy store's answer wins until its wave is over. */
const readBoth = (draft: Draft, range: number, index: number): void => {
  const there = draft.ranges[range];
  if (!there?.rows[index]) return;
  draft.counts.compared++;
  if (agrees(there, index)) return;
  if (range < waveBounds(draft.plan, draft.wave)[0]) draft.counts.misled++;
  else draft.counts.differed++;
};

const serve = (draft: Draft, random: Random): void => {
  for (let read = 0; read < READS; read++) {
    const range = random.integer(draft.ranges.length);
    readBoth(draft, range, random.integer(draft.plan.ranges[range] ?? 1));
  }
  if (!random.chance(UPDATE)) return;
  const range = random.integer(draft.ranges.length);
  change(draft, range, (old) => updated(old, random.integer(old.rows.length)));
  draft.counts.updates++;
};

/** The state one step on. */
export const step = (state: Migration, random: Random): Migration => {
  if (state.phase === 'done') return { ...state, events: [] };
  const draft = draftOf(state);
  draft.steps++;
  draft.slow = draft.slow.map((left) => Math.max(0, left - 1));
  serve(draft, random);
  if (draft.down === 0) phases[draft.phase](draft, random);
  else if (--draft.down === 0)
    note(draft, phrase`The workers are up again and went on from the checkpoints.`, { role: 'good', aloud: true });
  return draft;
};

/** A halted migration goes on once a person has looked. */
export const retry = (state: Migration): Migration =>
  state.phase === 'halted'
    ? { ...state, phase: 'copying', undone: 0, events: [{ text: phrase`Wave ${state.wave + 1} is tried again by hand.`, aloud: true }] }
    : { ...state, events: [] };

/** The faults, by name. */
export const faults = ['slow node', 'corrupt batches', 'dead worker', 'crash'] as const;

/** A fault. */
export type Fault = (typeof faults)[number];

/** Steps for which a node stays slow, a dead worker is away, a crashed coordinator is down. */
const SLOW_FOR = 40;
const DEAD_FOR = 20;
const DOWN_FOR = 10;
/** Writes that one fault damages. */
const CORRUPT = 3;

const slowDown = (draft: Draft, random: Random): void => {
  const node = random.integer(draft.slow.length);
  draft.slow[node] = SLOW_FOR;
  note(draft, phrase`Node ${node + 1} of the old store became slow: reads that time out are tried again.`, { role: 'bad', aloud: true });
};

const corrupt = (draft: Draft): void => {
  draft.corrupt += CORRUPT;
  note(draft, phrase`The next ${CORRUPT} batches arrive damaged: each is compared with the old store and copied again.`, {
    role: 'bad',
    aloud: true,
  });
};

/** A worker that dies while it writes leaves half a batch behind. */
const die = (draft: Draft, id: number): void => {
  const worker = draft.workers[id];
  if (worker?.kind === 'busy' && worker.stage === 'write') writeHalf(draft, worker);
  draft.workers[id] = { kind: 'dead', left: DEAD_FOR };
};

const kill = (draft: Draft, random: Random): void => {
  const alive = draft.workers.flatMap((worker, id) => (worker.kind === 'dead' ? [] : [id]));
  if (alive.length === 0) return;
  const busy = alive.filter((each) => 'range' in (draft.workers[each] ?? {}));
  const id = random.pick(busy.length > 0 ? busy : alive);
  const worker = draft.workers[id];
  const text =
    worker && 'range' in worker
      ? phrase`Worker ${id + 1} died holding range ${worker.range + 1}. When its lease ends, another goes on from the checkpoint.`
      : phrase`Worker ${id + 1} died while it had no work.`;
  die(draft, id);
  draft.errors++;
  note(draft, text, { role: 'bad', aloud: true });
};

const crash = (draft: Draft): void => {
  for (let id = 0; id < draft.workers.length; id++) die(draft, id);
  draft.workers = draft.workers.map(() => ({ kind: 'idle' }));
  draft.leases.fill(0);
  draft.down = DOWN_FOR;
  note(draft, phrase`All workers crashed. What is on disk stays, and they go on from there.`, { role: 'bad', aloud: true });
};

const inflict: Readonly<Record<Fault, (draft: Draft, random: Random) => void>> = {
  'slow node': slowDown,
  'corrupt batches': corrupt,
  'dead worker': kill,
  crash,
};

/** The state after a fault; a migration that is done, or is down already, takes none. */
export const inject = (state: Migration, fault: Fault, random: Random): Migration => {
  if (state.phase === 'done' || state.down > 0) return { ...state, events: [] };
  const draft = draftOf(state);
  inflict[fault](draft, random);
  return draft;
};
