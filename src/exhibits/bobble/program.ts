/** The two caches as a program: time, the visitor's keys, and the frames that the charts remember. */

import type { Binding, Program } from '../../tui/program.ts';
import { emptyLog, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import { advance, type Bench, FRAME_SPAN, type Happening, happen, toggle, withLoad } from './engine.ts';
import { type Mean, means } from './lane.ts';
import { frameOf } from './measure.ts';
import type { Model } from './model.ts';
import { draw } from './view.ts';

/** Milliseconds between two frames. */
const FRAME = 100;
/** Frames that are remembered. */
const KEPT = 240;

/** What can happen. */
export type Message =
  | { readonly kind: 'pass' }
  | { readonly kind: 'happen'; readonly what: Happening }
  | { readonly kind: 'toggle'; readonly mean: Mean | undefined }
  | { readonly kind: 'load'; readonly change: 1 | -1 }
  | { readonly kind: 'pause' };

const pass = (model: Model): Model => {
  const random = model.random.clone();
  const bench = advance(model.bench, random);
  return {
    ...model,
    random,
    bench,
    log: logged(model.log, bench.log),
    before: [...model.before, frameOf(bench.before, model.bench.before, FRAME_SPAN)].slice(-KEPT),
    after: [...model.after, frameOf(bench.after, model.bench.after, FRAME_SPAN)].slice(-KEPT),
  };
};

const changed = (model: Model, bench: Bench): Model => ({ ...model, bench, log: logged(model.log, bench.log) });

/** How a message changes the model. Pure. */
const update = (model: Model, message: Message): Model => {
  switch (message.kind) {
    case 'pass':
      return pass(model);
    case 'happen':
      return changed(model, happen(model.bench, message.what));
    case 'toggle':
      return message.mean === undefined ? model : changed(model, toggle(model.bench, message.mean));
    case 'load':
      return changed(model, withLoad(model.bench, message.change));
    case 'pause':
      return { ...model, paused: !model.paused };
  }
};

const bindings: readonly Binding<Message>[] = [
  { chords: ['t'], summary: 'tournament', message: { kind: 'happen', what: 'tournament' } },
  { chords: ['d'], summary: 'deploy', message: { kind: 'happen', what: 'deploy' } },
  { chords: ['s'], summary: 'slow', message: { kind: 'happen', what: 'slow redis' } },
  {
    chords: means.map((_, index) => String(index + 1)),
    label: '1-4',
    summary: 'parts',
    message: (chord) => ({ kind: 'toggle', mean: means[Number(chord) - 1] }),
  },
  { chords: ['+', '-', '='], label: '+-', summary: 'load', message: (chord) => ({ kind: 'load', change: chord === '-' ? -1 : 1 }) },
  { chords: ['p'], summary: 'pause', message: { kind: 'pause' } },
];

/** The program that shows a bench. */
export const createProgram = (
  bench: Bench,
  random: Random,
  claim: string | undefined,
): Omit<Program<Model, Message>, 'title' | 'explains'> => ({
  init: { bench, random, paused: false, log: emptyLog, before: [], after: [], claim },
  bindings,
  update,
  view: (model, canvas) => draw(model, canvas),
  tick: ({ paused }) => (paused ? undefined : { every: FRAME, message: { kind: 'pass' } }),
  announce: (model, before) => spoken(model.log, before.log),
});
