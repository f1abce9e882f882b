/** The rewards as a program: time, and the visitor's mishaps. */

import type { Binding, Program } from '../../tui/program.ts';
import { emptyLog, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { type Action, act, type Mishap } from './engine.ts';
import type { Model } from './model.ts';
import { advance, type Course, isOver } from './run.ts';
import { draw } from './view.ts';
import { type Fencing, fencings } from './world.ts';

/** Milliseconds of a tick. */
const TICK = 200;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' | 'order' | 'duplicate' | 'fence' | 'pause' | 'again' }
  | { readonly kind: 'select'; readonly change: 1 | -1 }
  | { readonly kind: 'befall'; readonly mishap: Mishap };

const pass = (model: Model): Model => {
  const random = model.random.clone();
  const course = advance(model.course, random);
  return { ...model, random, course, log: logged(model.log, course.world.events) };
};

const acted = (model: Model, action: Action): Model => {
  const world = act(model.course.world, action);
  return { ...model, course: { ...model.course, world }, log: logged(model.log, world.events) };
};

const otherFencing = (fencing: Fencing): Fencing => fencings[(fencings.indexOf(fencing) + 1) % fencings.length] ?? 'full';

const select = (model: Model, change: number): Model => {
  const count = model.course.world.workers.length;
  return { ...model, selected: (model.selected + change + count) % count };
};

/** How a message changes the model. Pure. */
const update = (model: Model, message: Message): Model => {
  const { world } = model.course;
  switch (message.kind) {
    case 'pass':
      return pass(model);
    case 'order':
      return acted(model, { kind: 'order' });
    case 'duplicate':
      return acted(model, { kind: 'duplicate', place: 0 });
    case 'fence':
      return acted(model, { kind: 'fence', fencing: otherFencing(world.fencing) });
    case 'befall':
      return acted(model, { kind: message.mishap, worker: model.selected });
    case 'select':
      return select(model, message.change);
    case 'pause':
      return { ...model, paused: !model.paused };
    case 'again':
      return { ...model, course: model.start, log: emptyLog };
  }
};

const befall = (chord: string, summary: string, mishap: Mishap): Binding<Message> => ({
  chords: [chord],
  summary,
  message: { kind: 'befall', mishap },
});

const bindings: readonly Binding<Message>[] = [
  {
    chords: ['Down', 'Up'],
    label: '↑↓',
    summary: 'worker',
    message: (chord) => ({ kind: 'select', change: chord === 'Up' ? -1 : 1 }),
  },
  befall('k', 'kill', 'kill'),
  befall('s', 'stall', 'stall'),
  befall('c', 'cut', 'cut'),
  { chords: ['d'], summary: 'duplicate', message: { kind: 'duplicate' } },
  { chords: ['f'], summary: 'fencing', message: { kind: 'fence' } },
  { chords: ['o'], summary: 'order', message: { kind: 'order' } },
  { chords: ['p'], summary: 'pause', message: { kind: 'pause' } },
  { chords: ['n'], summary: 'start anew', message: { kind: 'again' } },
];

/** The program that shows a course. */
export const createProgram = (start: Course, random: Random): Omit<Program<Model, Message>, 'title' | 'explains'> => ({
  init: { start, course: start, random, selected: 0, paused: false, log: emptyLog },
  bindings,
  update,
  view: (model, canvas) => draw(model, canvas),
  tick: ({ paused, course }) => (paused || isOver(course) ? undefined : { every: TICK, message: { kind: 'pass' } }),
  announce: (model, before) => spoken(model.log, before.log),
});
