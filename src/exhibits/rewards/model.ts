/** The rewards as a program: what it knows, what a key or a tick changes, and the same run as lines. */

import { phrase, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Binding } from '../../tui/program.ts';
import { emptyLog, type Log, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Act } from '../stage/staged.ts';
import { faults, holds, isDone, issued } from './check.ts';
import { type Action, act, type Mishap, mishap, turn } from './engine.ts';
import { type Fencing, fencings, type World } from './world.ts';

/** What is shown. */
export interface Model {
  /** The course as it was at first, to start anew. */
  readonly start: Course;
  readonly course: Course;
  readonly random: Random;
  /** The worker that mishaps befall. */
  readonly selected: number;
  readonly paused: boolean;
  readonly log: Log;
  /** For each worker, the ticket with which it was refused a moment ago. */
  readonly marks: readonly (Mark | undefined)[];
}

/** A refusal, and the ticks for which it is still shown. */
export interface Mark {
  readonly order: number;
  readonly token: number;
  readonly left: number;
}

/** Ticks for which a refusal is shown. */
const SHOWN = 15;

/** The chance that an order comes in a tick. */
const ARRIVAL = 1 / 6;

/** A world, and what is still to come. */
export interface Course {
  readonly world: World;
  /** Orders still to come. */
  readonly toCome: number;
  /** The chance of a mishap in a tick. */
  readonly chaos: number;
}

/** Everything has come to its end: nothing is to come, to be delivered, or to be worked on. */
export const isOver = ({ world, toCome }: Course): boolean =>
  toCome === 0 && world.queue.length === 0 && world.workers.every(({ task }) => task === undefined);

/** Orders that have come to their end. */
const done = ({ orders, archive }: World): number => archive.orders + orders.filter(isDone).length;

/** Several things happen to a world, one after the other; their events are kept together. */
const followed = (before: World, change: (world: World) => World): World => {
  const after = change(before);
  return { ...after, events: [...before.events, ...after.events] };
};

/** The course one tick on. */
export const advance = (course: Course, random: Random): Course => {
  let world = turn(course.world, random);
  const comes = course.toCome > 0 && random.chance(ARRIVAL);
  if (comes) world = followed(world, (now) => act(now, { kind: 'order' }));
  if (random.chance(course.chaos)) world = followed(world, (now) => act(now, mishap(now, random)));
  return { ...course, world, toCome: course.toCome - (comes ? 1 : 0) };
};

/** Milliseconds of a tick. */
const TICK = 200;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' | 'order' | 'duplicate' | 'fence' | 'pause' | 'again' }
  | { readonly kind: 'select'; readonly change: 1 | -1 }
  | { readonly kind: 'befall'; readonly mishap: Mishap };

/** Who was refused in this tick, or not long ago: whoever had an old ticket, and has none any more. */
const marked = ({ marks }: Model, before: World, after: World): Model['marks'] =>
  after.workers.map(({ task }, id) => {
    const { token = 0, order = 0 } = before.workers[id]?.task ?? {};
    const isRefused = after.refused > before.refused && token > 0 && !task && !before.leases.some((lease) => lease.token === token);
    if (isRefused) return { order, token, left: SHOWN };
    const mark = marks[id];
    return mark && mark.left > 1 ? { ...mark, left: mark.left - 1 } : undefined;
  });

const pass = (model: Model): Model => {
  const random = model.random.clone();
  const course = advance(model.course, random);
  const marks = marked(model, model.course.world, course.world);
  return { ...model, random, course, marks, log: logged(model.log, course.world.events) };
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
      return { ...model, course: model.start, log: emptyLog, marks: [] };
  }
};

const befall = (chord: string, summary: string, mishap: Mishap): Binding<Message> => ({
  chords: [chord],
  summary,
  message: { kind: 'befall', mishap },
});

const stall = befall('s', 'stall', 'stall');
const others = [befall('k', 'kill', 'kill'), befall('c', 'cut off', 'cut')];

const gates = { full: 'gate: on', writes: 'gate: writes', none: 'gate: open' } satisfies Readonly<Record<Fencing, Sentences>>;

const bindings = ({ course, paused }: Model): readonly Binding<Message>[] => [
  stall,
  ...others,
  { chords: ['d'], summary: 'deliver twice', message: { kind: 'duplicate' } },
  { chords: ['f'], summary: gates[course.world.fencing], message: { kind: 'fence' } },
  {
    chords: ['Down', 'Up'],
    label: '↑↓',
    summary: 'worker',
    message: (chord) => ({ kind: 'select', change: chord === 'Up' ? -1 : 1 }),
  },
  { chords: ['o'], summary: 'order', message: { kind: 'order' } },
  { chords: ['n'], summary: 'again', message: { kind: 'again' } },
  { chords: ['p'], summary: paused ? 'go on' : 'pause', message: { kind: 'pause' } },
];

/** The program of a course, but for its look. */
export const createProgram = (start: Course, random: Random): Omit<Act<Model, Message>, 'show'> => ({
  init: { start, course: start, random, selected: 0, paused: false, log: emptyLog, marks: [] },
  opening: phrase`Each worker that gets a lease gets a ticket too, with a higher number than any before.`,
  warmUp: 30,
  bindings,
  update,
  tick: ({ paused, course }) => (paused || isOver(course) ? undefined : { every: TICK, message: { kind: 'pass' } }),
  announce: (model, before, speech) => spoken(speech, model.log, before.log),
});

/** Ticks after which an endless run of bad luck is given up. */
const LONGEST = 20_000;

const summary = ({ say, translate }: Speech, { world }: Course, ticks: number): readonly string[] => {
  const { twice, astray, lost, missing } = faults(world);
  return [
    say`${done(world)} orders done in ${ticks} ticks with fencing ${world.fencing}: ${issued(world)} issued, ${world.stock} of ${world.supply} left in stock`,
    say`${world.nextMessage - 1} messages, ${world.nextToken - 1} leases, ${world.refused} refused for an old token`,
    say`each reward issued exactly once: ${holds(world) ? translate('yes') : translate('NO')} (twice ${twice}, lost ${lost}, off ${astray + missing})`,
  ];
};

/** The lines of a run. */
export function* headless(speech: Speech, start: Course, random: Random): Generator<string> {
  let course = start;
  let ticks = 0;
  while (!isOver(course) && ticks < LONGEST) {
    course = advance(course, random);
    ticks++;
    for (const { text } of course.world.events) yield `${ticks}: ${speech.translate(text)}`;
  }
  yield* summary(speech, course, ticks);
}
