/** The migration as a program: what it knows, what a key or a tick changes, and the same run as lines. */

import { phrase, phraseOf, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Binding } from '../../tui/program.ts';
import { count, duration, short } from '../stage/figures.ts';
import { emptyLog, type Log, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Act } from '../stage/staged.ts';
import { type Fault, faults, inject, retry, step } from './engine.ts';
import { createPlan, initial, type Migration, type Plan, parts } from './state.ts';
import { audit, isWhole } from './store.ts';

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
}

/** Steps in a frame of this model. */
const speedOf = ({ pace }: Model): number => SPEEDS[pace] ?? 1;

/** Milliseconds between two frames. */
const FRAME = 100;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' | 'guard' }
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
  for (let steps = 0; steps < speedOf(model) && migration.phase !== 'done'; steps++) {
    migration = unsteadyStep(migration, random, model.chaos);
    log = logged(log, migration.events);
  }
  return { ...model, random, migration, log };
};

const changed = (model: Model, change: (migration: Migration, random: Random) => Migration): Model => {
  const random = model.random.clone();
  const migration = change(model.migration, random);
  return { ...model, random, migration, log: logged(model.log, migration.events) };
};

const guardWords = {
  none: 'All safeguards hold again; what went wrong before is still there.',
  idempotence: 'A write that is repeated now adds a record instead of replacing it.',
  verification: 'What was written is no longer compared with the old store.',
  ordering: 'The checkpoint is now saved before the records are written.',
} satisfies Sentences;

const again = (model: Model): Model => {
  if (model.migration.phase === 'halted') return changed(model, retry);
  return { ...model, migration: initial(model.migration.plan), log: emptyLog, paused: false };
};

/** Leaves out the next part, or none: what has arrived already stays as it is. */
const guarded = (model: Model): Model => {
  const { plan } = model.migration;
  const without = parts[plan.without === undefined ? 0 : parts.indexOf(plan.without) + 1];
  const migration = { ...model.migration, plan: createPlan({ ...plan, without }) };
  return { ...model, migration, log: logged(model.log, [{ text: phraseOf(guardWords[without ?? 'none']), role: 'warn', aloud: true }]) };
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
    case 'guard':
      return guarded(model);
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

const kill = fault('k', 'kill a worker', 'dead worker');
const others = [fault('s', 'slow node', 'slow node'), fault('c', 'corrupt', 'corrupt batches'), fault('x', 'crash', 'crash')];

const safeguards = {
  none: 'safeguards ✓',
  idempotence: 'no upserts',
  verification: 'no checking',
  ordering: 'save too early',
} satisfies Sentences;

const bindings = (model: Model, { say }: Speech): readonly Binding<Message>[] => [
  kill,
  ...others,
  { chords: ['w'], summary: safeguards[model.migration.plan.without ?? 'none'], message: { kind: 'guard' } },
  { chords: ['p'], summary: model.paused ? 'go on' : 'pause', message: { kind: 'pause' } },
  {
    chords: ['+', '-', '='],
    label: '+-',
    summary: say`speed ×${speedOf(model)}`,
    message: (chord) => ({ kind: 'pace', change: chord === '-' ? -1 : 1 }),
  },
  { chords: ['r'], summary: 'again', message: { kind: 'again' } },
];

const atRest = ({ migration: { phase }, paused }: Model): boolean => paused || phase === 'done' || phase === 'halted';

/** The program of a plan, but for its look. */
export const createProgram = (
  plan: Plan,
  { random, chaos, claim }: Pick<Model, 'random' | 'chaos' | 'claim'>,
): Omit<Act<Model, Message>, 'show'> => ({
  init: { migration: initial(plan), random, chaos, claim, pace: 1, paused: false, log: emptyLog },
  opening: phrase`The first wave has only a few ranges, so that a fault is met while it is cheap.`,
  warmUp: 12,
  bindings,
  update,
  tick: (model) => (atRest(model) ? undefined : { every: FRAME, message: { kind: 'pass' } }),
  announce: (model, before, speech) => spoken(speech, model.log, before.log),
});

/** Steps after which an endless run of bad luck is given up. */
const LONGEST = 20_000;

const summary = ({ say, translate }: Speech, { plan, steps, phase, counts, ranges }: Migration): readonly string[] => {
  const found = audit(ranges);
  const { safe, lost, twice, wrong, stray } = found;
  const holds = isWhole(found) && counts.misled === 0;
  return [
    say`${phase === 'done' ? translate('done') : translate('not done')}: ${short(safe * plan.scale)} of ${short(plan.records)} records in ${duration(steps * plan.stepSeconds)} of simulated time`,
    say`scale: ${count(plan.sample)} records simulated, each for ${short(plan.scale)}`,
    say`retries ${counts.retries}, rollbacks ${counts.rollbacks}, dual reads ${count(counts.compared)}, users' writes ${count(counts.updates)}`,
    say`each record once: ${holds ? translate('yes') : translate('NO')} (lost ${lost}, twice ${twice}, wrong ${wrong + counts.misled}, stray ${stray})`,
  ];
};

/** The lines of a run, until it is done or needs a person. */
export function* headless(speech: Speech, plan: Plan, random: Random, chaos: number): Generator<string> {
  let migration = initial(plan);
  while (migration.phase !== 'done' && migration.phase !== 'halted' && migration.steps < LONGEST) {
    migration = unsteadyStep(migration, random, chaos);
    for (const { text } of migration.events) yield `${duration(migration.steps * plan.stepSeconds)}: ${speech.translate(text)}`;
  }
  yield* summary(speech, migration);
}
