/** The two caches as a program: what it knows, what a key or a tick changes, and the same run as lines. */

import { phrase, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Binding } from '../../tui/program.ts';
import { duration, percent, short } from '../stage/figures.ts';
import { emptyLog, type Log, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Act } from '../stage/staged.ts';
import { advance, type Bench, FRAME_SPAN, type Happening, happen, events as happenings, toggle, withLoad } from './engine.ts';
import { check, type Frame, frameOf, type Lane, type Mean, means, percentile, saving } from './lane.ts';

/** What is shown. */
export interface Model {
  readonly bench: Bench;
  readonly random: Random;
  readonly paused: boolean;
  readonly log: Log;
  /** What the last frames came to, in both lanes. */
  readonly before: readonly Frame[];
  readonly after: readonly Frame[];
  /** What the résumé says of it. */
  readonly claim: string | undefined;
}

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

const cup: Binding<Message> = { chords: ['t'], summary: 'tournament', message: { kind: 'happen', what: 'tournament' } };

const meanNames = { cache: 'memory', 'single-flight': 'one flight', batching: 'batches', expiry: 'expiry' } satisfies Readonly<
  Record<Mean, Sentences>
>;

const meanSummaries = {
  cache: 'a backend keeps values in its own memory',
  'single-flight': 'requests for the same key share one flight',
  batching: 'missing keys are asked for in one command',
  expiry: 'a value does not live longer than it may',
} satisfies Readonly<Record<Mean, Sentences>>;

const bindings = ({ bench, paused }: Model, { say, translate }: Speech): readonly Binding<Message>[] => [
  cup,
  { chords: ['d'], summary: 'deploy', message: { kind: 'happen', what: 'deploy' } },
  { chords: ['s'], summary: 'slow Redis', message: { kind: 'happen', what: 'slow redis' } },
  ...means.map(
    (mean, index): Binding<Message> => ({
      chords: [String(index + 1)],
      summary: meanSummaries[mean],
      short: `${translate(meanNames[mean])} ${bench.after.on.has(mean) ? '✓' : '✗'}`,
      message: { kind: 'toggle', mean },
    }),
  ),
  {
    chords: ['+', '-', '='],
    label: '+-',
    summary: say`load ${short(bench.load)}/s`,
    message: (chord) => ({ kind: 'load', change: chord === '-' ? -1 : 1 }),
  },
  { chords: ['p'], summary: paused ? 'go on' : 'pause', message: { kind: 'pause' } },
];

/** The program of a bench, but for its look. */
export const createProgram = (bench: Bench, random: Random, claim: string | undefined): Omit<Act<Model, Message>, 'show'> => ({
  init: { bench, random, paused: false, log: emptyLog, before: [], after: [], claim },
  opening: phrase`Both get the same requests, slowed down: on one side most of them end at a shelf.`,
  warmUp: 25,
  bindings,
  update,
  tick: ({ paused }) => (paused ? undefined : { every: FRAME, message: { kind: 'pass' } }),
  announce: (model, before, speech) => spoken(speech, model.log, before.log),
});

/** Frames between two lines. */
const EVERY = 10;

const seconds = (now: number): string => `${(now / 1e6).toFixed(1)} s`;

const describe = ({ say }: Speech, name: string, lane: Lane, was: Lane, span: number): string => {
  const { cpu, commands } = frameOf(lane, was, span);
  const [p50, p99] = [0.5, 0.99].map((share) => duration(percentile(lane, share) / 1e6));
  return say`${name} CPU ${percent(cpu)} p50 ${p50} p99 ${p99} commands ${commands} failed ${lane.counts.failed - was.counts.failed}`;
};

const line = (speech: Speech, bench: Bench, was: Bench): string => {
  const span = bench.now - was.now;
  const both = [
    describe(speech, speech.translate('before'), bench.before, was.before, span),
    describe(speech, speech.translate('after'), bench.after, was.after, span),
  ];
  return `${seconds(bench.now)}: ${both.join('; ')}`;
};

const summary = ({ say, translate }: Speech, { now, before, after }: Bench): readonly string[] => {
  const { answered, fresh, single } = check(after);
  const kept = answered && fresh && single;
  return [
    say`before: Redis busy ${percent(before.busy / now)}, ${before.counts.commands} commands, ${before.counts.failed} of ${before.counts.arrived} requests failed`,
    say`after: Redis busy ${percent(after.busy / now)}, ${after.counts.commands} commands, ${after.counts.failed} of ${after.counts.arrived} requests failed`,
    say`in this simulation Redis does ${percent(saving(before.busy, after.busy))} less; ${percent(after.counts.stale / after.counts.values)} of the values had been overwritten since`,
    say`each request answered once, no value too old, one flight a key: ${kept ? translate('yes') : translate('NO')}`,
  ];
};

/** The lines of a run over `frames` frames, in which each thing that can happen does, at a moment of its own. */
export function* headless(speech: Speech, start: Bench, frames: number, random: Random): Generator<string> {
  const moments = happenings.map((_, index) => Math.floor((frames * (index + 1 + random.next() / 2)) / (happenings.length + 1)));
  let [bench, was] = [start, start];
  for (let frame = 1; frame <= frames; frame++) {
    bench = advance(bench, random);
    for (const { text } of bench.log) yield `${seconds(bench.now)}: ${speech.translate(text)}`;
    if (frame % EVERY === 0) {
      yield line(speech, bench, was);
      was = bench;
    }
    const what = happenings[moments.indexOf(frame)];
    if (what === undefined) continue;
    bench = happen(bench, what);
    for (const { text } of bench.log) yield `${seconds(bench.now)}: ${speech.translate(text)}`;
  }
  yield* summary(speech, bench);
}

/** Frames in a span of simulated milliseconds. */
export const framesIn = (milliseconds: number): number => Math.ceil((milliseconds * 1000) / FRAME_SPAN);
