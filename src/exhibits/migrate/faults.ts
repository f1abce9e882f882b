/** What a visitor may do to a migration: slow a node, damage writes, kill a worker, crash them all. */
import { say, translate } from '../../term/say.ts';
import type { Random } from '../stage/random.ts';
import { type Draft, draftOf, type Migration, note, rangeName, workerName } from './state.ts';
import { writeHalf } from './worker.ts';

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
  note(draft, say`legacy node ${node + 1} turns slow`, { role: 'bad', aloud: true });
};

const corrupt = (draft: Draft): void => {
  draft.corrupt += CORRUPT;
  note(draft, say`the next ${CORRUPT} batches will be damaged`, { role: 'bad', aloud: true });
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
  const id = random.pick(alive);
  const worker = draft.workers[id];
  const held = worker && 'range' in worker ? say`, still holding ${rangeName(worker.range)}` : '';
  die(draft, id);
  draft.errors++;
  note(draft, say`${workerName(id)} dies${held}`, { role: 'bad', aloud: true });
};

const crash = (draft: Draft): void => {
  for (let id = 0; id < draft.workers.length; id++) die(draft, id);
  draft.workers = draft.workers.map(() => ({ kind: 'idle' }));
  draft.leases.fill(0);
  draft.down = DOWN_FOR;
  note(draft, translate('everything crashes but what is on disk'), { role: 'bad', aloud: true });
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
