/** The migration as a program: time, the visitor's keys, and what is remembered for the charts. */

import type { Binding, Program } from '../../tui/program.ts';
import { emptyLog, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { retry, step } from './engine.ts';
import { type Fault, faults, inject } from './faults.ts';
import { type Model, SPEEDS, speedOf } from './model.ts';
import type { Plan } from './plan.ts';
import { initial, type Migration } from './state.ts';
import { copied } from './store.ts';
import { draw } from './view.ts';

/** Milliseconds between two frames. */
const FRAME = 100;
/** Values that a chart keeps. */
const KEPT = 240;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'pace'; readonly change: 1 | -1 }
  | { readonly kind: 'pause' }
  | { readonly kind: 'again' };

/** One step, in which something may break by itself. */
export const unsteadyStep = (before: Migration, random: Random, chaos: number): Migration => {
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
): Omit<Program<Model, Message>, 'title' | 'explains'> => ({
  init: { migration: initial(plan), random, chaos, claim, pace: 1, paused: false, log: emptyLog, rates: [] },
  bindings,
  update,
  view: (model, canvas) => draw(model, canvas),
  tick: (model) => (atRest(model) ? undefined : { every: FRAME, message: { kind: 'pass' } }),
  announce: (model, before) => spoken(model.log, before.log),
});
