/** The migration as a program: what it knows, what a key or a tick changes, and the same run as lines. */

import { say, translate } from '../../term/say.ts';
import type { Binding, Program } from '../../tui/program.ts';
import { count, duration, short } from '../stage/figures.ts';
import { emptyLog, type Log, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { type Fault, faults, inject, retry, step } from './engine.ts';
import { initial, type Migration, type Plan } from './state.ts';
import { audit, copied, sound } from './store.ts';

/** Steps in a frame: from a walk to a run. */
const SPEEDS = [1, 2, 4, 8, 16] as const;

/** What is shown. */
export interface Model {
  readonly migration: Migration;
  readonly random: Random;
  /** What the résumé says of it. */
  readonly claim: string | undefined;
  /** The chance that a step brings a fault by itself. */
  readonly chaos: number;
  /** An index of the speeds. */
  readonly pace: number;
  readonly paused: boolean;
  readonly log: Log;
  /** Records a second in each of the last frames. */
  readonly rates: readonly number[];
}

/** Steps in a frame of this model. */
export const speedOf = ({ pace }: Model): number => SPEEDS[pace] ?? 1;

/** Milliseconds between two frames. */
const FRAME = 100;
/** Values that a chart keeps. */
const KEPT = 240;

/** What can happen. */
type Message =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'pace'; readonly change: 1 | -1 }
  | { readonly kind: 'pause' }
  | { readonly kind: 'again' };

/** One step, in which something may break by itself. */
const unsteadyStep = (before: Migration, random: Random, chaos: number): Migration => {
  const migration = step(before, random);
  if (!random.chance(chaos)) return migration;
  const faulty = inject(migration, random.pick(faults), random);
  return { ...faulty, events: [...migration.events, ...faulty.events] };
};

const pass = (model: Model): Model => {
  const random = model.random.clone();
  let { migration, log } = model;
  const before = migration;
  for (let steps = 0; steps < speedOf(model) && migration.phase !== 'done'; steps++) {
    migration = unsteadyStep(migration, random, model.chaos);
    log = logged(log, migration.events);
  }
  const seconds = Math.max(1, migration.steps - before.steps) * migration.plan.stepSeconds;
  const rate = ((copied(migration.ranges) - copied(before.ranges)) * migration.plan.scale) / seconds;
  return { ...model, random, migration, log, rates: [...model.rates, Math.max(0, rate)].slice(-KEPT) };
};

const changed = (model: Model, change: (migration: Migration, random: Random) => Migration): Model => {
  const random = model.random.clone();
  const migration = change(model.migration, random);
  return { ...model, random, migration, log: logged(model.log, migration.events) };
};

const again = (model: Model): Model => {
  if (model.migration.phase === 'halted') return changed(model, retry);
  return { ...model, migration: initial(model.migration.plan), log: emptyLog, rates: [], paused: false };
};

/** How a message changes the model. Pure. */
const update = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'pass':
      return pass(model);
    case 'fault':
      return changed(model, (migration, random) => inject(migration, message.fault, random));
    case 'pace':
      return { ...model, pace: Math.min(Math.max(0, model.pace + message.change), SPEEDS.length - 1) };
    case 'pause':
      return { ...model, paused: !model.paused };
    case 'again':
      return again(model);
  }
};

const fault = (chord: string, summary: string, name: Fault): Binding<Message> => ({
  chords: [chord],
  summary,
  message: { kind: 'fault', fault: name },
});

const bindings: readonly Binding<Message>[] = [
  fault('s', 'slow node', 'slow node'),
  fault('c', 'corrupt', 'corrupt batches'),
  fault('k', 'kill', 'dead worker'),
  fault('x', 'crash', 'crash'),
  { chords: ['p'], summary: 'pause', message: { kind: 'pause' } },
  { chords: ['+', '-', '='], label: '+-', summary: 'speed', message: (chord) => ({ kind: 'pace', change: chord === '-' ? -1 : 1 }) },
  { chords: ['r'], summary: 'retry, or start again', message: { kind: 'again' } },
];

const atRest = ({ migration: { phase }, paused }: Model): boolean => paused || phase === 'done' || phase === 'halted';

/** The program of a plan. */
export const createProgram = (
  plan: Plan,
  { random, chaos, claim }: Pick<Model, 'random' | 'chaos' | 'claim'>,
): Omit<Program<Model, Message>, 'title' | 'explains' | 'view'> => ({
  init: { migration: initial(plan), random, chaos, claim, pace: 1, paused: false, log: emptyLog, rates: [] },
  bindings,
  update,
  tick: (model) => (atRest(model) ? undefined : { every: FRAME, message: { kind: 'pass' } }),
  announce: (model, before) => spoken(model.log, before.log),
});

/** Steps after which an endless run of bad luck is given up. */
const LONGEST = 20_000;

const summary = ({ plan, steps, phase, counts, ranges }: Migration): readonly string[] => {
  const found = audit(ranges);
  const { safe, lost, twice, wrong, stray } = found;
  const holds = sound(found) && counts.misled === 0;
  return [
    say`${phase === 'done' ? translate('done') : translate('not done')}: ${short(safe * plan.scale)} of ${short(plan.records)} records in ${duration(steps * plan.stepSeconds)} of simulated time`,
    say`scale: ${count(plan.sample)} records simulated, each for ${short(plan.scale)}`,
    say`retries ${counts.retries}, rollbacks ${counts.rollbacks}, dual reads ${count(counts.compared)}, users' writes ${count(counts.updates)}`,
    say`each record once: ${holds ? translate('yes') : translate('NO')} (lost ${lost}, twice ${twice}, wrong ${wrong + counts.misled}, stray ${stray})`,
  ];
};

/** The lines of a run, until it is done or needs a person. */
export function* headless(plan: Plan, random: Random, chaos: number): Generator<string> {
  let migration = initial(plan);
  while (migration.phase !== 'done' && migration.phase !== 'halted' && migration.steps < LONGEST) {
    migration = unsteadyStep(migration, random, chaos);
    for (const { text } of migration.events) yield `${duration(migration.steps * plan.stepSeconds)}: ${text}`;
  }
  yield* summary(migration);
}
