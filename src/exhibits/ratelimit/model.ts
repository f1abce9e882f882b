/** The limiters as a program: what it knows, what a key or a tick changes, and the same run as lines. */

import { type Phrase, phrase, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Binding } from '../../tui/program.ts';
import { emptyLog, type Log, logged, spoken } from '../stage/log.ts';
import type { Random } from '../stage/random.ts';
import type { Act } from '../stage/staged.ts';
import { type Bench, burst, createBench, holds, limitOf, nextLoad, STEP, send, step, toggle } from './engine.ts';
import { type Lane, names } from './lane.ts';
import { type Part, parts } from './limiter.ts';

/** What one step brought a lane. */
export interface Moment {
  readonly passed: number;
  readonly refused: number;
}

/** What is shown. */
export interface Model {
  readonly bench: Bench;
  readonly random: Random;
  readonly paused: boolean;
  readonly log: Log;
  /** The last steps of each lane, oldest first. */
  readonly history: readonly (readonly Moment[])[];
}

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

/** What the doors made of what a visitor sent. */
const told = (model: Model, before: Model, text: (passed: readonly number[]) => Phrase): Model => {
  const passed = model.bench.lanes.map((lane, index) => moment(lane, before.bench.lanes[index]).passed);
  return { ...model, log: logged(model.log, [{ text: text(passed), aloud: true }]) };
};

const sent = (model: Model): Model =>
  told(
    changed(model, (bench, random) => send(bench, false, random)),
    model,
    (passed) => phrase`Request ${model.bench.nextId} came: ${passed.filter((one) => one > 0).length} of 3 doors let it in.`,
  );

const burstSent = (model: Model): Model =>
  told(
    changed(model, burst),
    model,
    ([bucket, window, slots]) => phrase`A burst came: the bucket let in ${bucket}, the window ${window}, the slots ${slots}.`,
  );

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
      return sent(model);
    case 'panic':
      return changed(model, (bench, random) => send(bench, true, random));
    case 'burst':
      return burstSent(model);
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

const sending: Binding<Message> = { chords: [' '], summary: 'send', message: { kind: 'send' } };

const partNames = { recovery: 'recover', release: 'release', sliding: 'slide', cap: 'cap' } satisfies Readonly<Record<Part, Sentences>>;

const partSummaries = {
  recovery: 'a panic is caught at the edge of its own request',
  release: 'a handler that panics gives its slot back',
  sliding: 'the window slides, instead of beginning anew',
  cap: 'the bucket holds no more than its tokens',
} satisfies Readonly<Record<Part, Sentences>>;

const bindings = ({ bench, paused }: Model, { translate }: Speech): readonly Binding<Message>[] => [
  sending,
  { chords: ['b'], summary: 'burst', message: { kind: 'burst' } },
  { chords: ['x'], summary: 'panic', message: { kind: 'panic' } },
  { chords: ['l'], summary: 'another load', short: bench.load, message: { kind: 'load' } },
  ...parts.map(
    (part, index): Binding<Message> => ({
      chords: [String(index + 1)],
      summary: partSummaries[part],
      short: `${translate(partNames[part])} ${bench.on.has(part) ? '✓' : '✗'}`,
      message: { kind: 'toggle', part },
    }),
  ),
  { chords: ['n'], summary: 'again', message: { kind: 'again' } },
  { chords: ['p'], summary: paused ? 'go on' : 'pause', message: { kind: 'pause' } },
];

/** The program of a bench, but for its look. */
export const createProgram = (bench: Bench, random: Random): Omit<Act<Model, Message>, 'show'> => ({
  init: { bench, random, paused: false, log: emptyLog, history: [] },
  opening: phrase`A few requests come by themselves, and each door has room for them.`,
  warmUp: 60,
  bindings,
  update,
  tick: ({ paused }) => (paused ? undefined : { every: STEP, message: { kind: 'pass' } }),
  announce: (model, before, speech) => spoken(speech, model.log, before.log),
});

const describe = ({ say }: Speech, lane: Lane, was: Lane | undefined): string => {
  const limited = lane.counts.limited - (was?.counts.limited ?? 0);
  const passed = lane.counts.offered - (was?.counts.offered ?? 0) - limited;
  return say`${names[lane.kind]} ${passed} passed ${limited} refused`;
};

const line = (speech: Speech, { now, lanes }: Bench, was: Bench): string =>
  `${now / 1000} s: ${lanes.map((lane, index) => describe(speech, lane, was.lanes[index])).join(', ')}`;

const total = ({ say }: Speech, lane: Lane): string => {
  const { offered, limited, answered, panicked, lost } = lane.counts;
  const ends = say`${answered} answered, ${limited} refused, ${panicked} panics contained, ${lost} lost, ${lane.handlers.length} at work`;
  return say`${names[lane.kind]}: ${offered} offered, ${ends}`;
};

/** What is remembered of a run: whether all held at every step. */
interface Course {
  readonly bench: Bench;
  readonly held: boolean;
}

const next = ({ bench, held }: Course, random: Random): Course => {
  const after = step(bench, random);
  return { bench: after, held: held && after.lanes.every(holds) };
};

const peaks = ({ lanes }: Bench): string => lanes.map((lane) => `${names[lane.kind]} ${limitOf(lane).most}`).join(', ');

/** The lines of a run over so many seconds. */
export function* headless(speech: Speech, start: Bench, seconds: number, random: Random): Generator<string> {
  let course: Course = { bench: start, held: true };
  let was = start;
  for (let now = STEP; now <= seconds * 1000; now += STEP) {
    course = next(course, random);
    for (const { text } of course.bench.entries) yield `${(now / 1000).toFixed(2)} s: ${speech.translate(text)}`;
    if (now % 1000 !== 0) continue;
    yield line(speech, course.bench, was);
    was = course.bench;
  }
  for (const lane of course.bench.lanes) yield total(speech, lane);
  yield speech.say`limits kept (${peaks(course.bench)}), each request answered, no slot lost: ${course.held ? speech.translate('yes') : speech.translate('NO')}`;
}
