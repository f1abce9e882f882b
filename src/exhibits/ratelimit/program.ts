/** The three limiters as a program: time, the visitor's requests, and what the strips remember. */

import type { Binding, Program } from '../../tui/program.ts';
import { emptyLog, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { type Bench, burst, createBench, nextLoad, STEP, send, step, toggle } from './engine.ts';
import type { Lane } from './lane.ts';
import { type Part, parts } from './limiter.ts';
import type { Model, Moment } from './model.ts';
import { draw } from './view.ts';

/** Steps that a strip remembers. */
const KEPT = 240;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' | 'send' | 'panic' | 'burst' | 'load' | 'pause' | 'again' }
  | { readonly kind: 'toggle'; readonly part: Part | undefined };

const moment = (lane: Lane, was: Lane | undefined): Moment => {
  const offered = lane.counts.offered - (was?.counts.offered ?? 0);
  const refused = lane.counts.limited - (was?.counts.limited ?? 0);
  return { passed: offered - refused, refused };
};

/** The last moment of a strip goes on until time does. */
const grown = (history: Model['history'], bench: Bench, was: Bench, begins: boolean): Model['history'] =>
  bench.lanes.map((lane, index) => {
    const strip = history[index] ?? [];
    const { passed, refused } = moment(lane, was.lanes[index]);
    const last = begins ? undefined : strip[strip.length - 1];
    const next = { passed: passed + (last?.passed ?? 0), refused: refused + (last?.refused ?? 0) };
    return [...(last ? strip.slice(0, -1) : strip), next].slice(-KEPT);
  });

const changed = (model: Model, change: (bench: Bench, random: Random) => Bench, begins = false): Model => {
  const random = model.random.clone();
  const bench = change(model.bench, random);
  return { ...model, random, bench, log: logged(model.log, bench.entries), history: grown(model.history, bench, model.bench, begins) };
};

const again = (model: Model): Model => {
  const { load, on } = model.bench;
  const without = parts.filter((part) => !on.has(part));
  return { ...model, bench: createBench(load, without), log: emptyLog, history: [] };
};

/** How a message changes the model. Pure. */
const update = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'pass':
      return changed(model, step, true);
    case 'send':
      return changed(model, (bench, random) => send(bench, false, random));
    case 'panic':
      return changed(model, (bench, random) => send(bench, true, random));
    case 'burst':
      return changed(model, burst);
    case 'load':
      return changed(model, nextLoad);
    case 'pause':
      return { ...model, paused: !model.paused };
    case 'again':
      return again(model);
    case 'toggle': {
      const { part } = message;
      return part === undefined ? model : changed(model, (bench) => toggle(bench, part));
    }
  }
};

const bindings: readonly Binding<Message>[] = [
  { chords: [' '], summary: 'send', message: { kind: 'send' } },
  { chords: ['b'], summary: 'burst', message: { kind: 'burst' } },
  { chords: ['x'], summary: 'panic', message: { kind: 'panic' } },
  { chords: ['l'], summary: 'load', message: { kind: 'load' } },
  {
    chords: parts.map((_, index) => String(index + 1)),
    label: '1-4',
    summary: 'parts',
    message: (chord) => ({ kind: 'toggle', part: parts[Number(chord) - 1] }),
  },
  { chords: ['p'], summary: 'pause', message: { kind: 'pause' } },
  { chords: ['n'], summary: 'start anew', message: { kind: 'again' } },
];

/** The program that shows a bench. */
export const createProgram = (bench: Bench, random: Random): Omit<Program<Model, Message>, 'title' | 'explains'> => ({
  init: { bench, random, paused: false, log: emptyLog, history: [] },
  bindings,
  update,
  view: (model, canvas) => draw(model, canvas),
  tick: ({ paused }) => (paused ? undefined : { every: STEP, message: { kind: 'pass' } }),
  announce: (model, before) => spoken(model.log, before.log),
});
