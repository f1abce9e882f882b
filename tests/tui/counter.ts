/** A worked example: the smallest program with everything in it, and the exhibit made from it. Copy it to begin another. */

import { defineExhibit } from '../../src/exhibits/stage/exhibit.ts';
import type { Random } from '../../src/exhibits/stage/random.ts';
import type { Canvas } from '../../src/tui/canvas.ts';
import { type Program, withEffects } from '../../src/tui/program.ts';
import { gauge } from '../../src/tui/widgets.ts';

/** All that the program knows. */
export interface Model {
  readonly count: number;
  readonly goal: number;
  readonly running: boolean;
  readonly greeting: string;
}

/** All that can happen to it. */
export type Message =
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'pause' }
  | { readonly kind: 'greet' }
  | { readonly kind: 'greeted'; readonly greeting: string };

/** The engine: no screen, no clock, no chance of its own. */
const update = (model: Model, message: Message): ReturnType<Program<Model, Message>['update']> => {
  switch (message.kind) {
    case 'add':
      return { ...model, count: Math.min(model.goal, model.count + message.amount) };
    case 'pause':
      return { ...model, running: !model.running };
    case 'greet':
      // Whatever takes time or reaches outside is an effect, which answers by a message.
      return withEffects(model, async ({ process, signal, send }) => {
        await process.host.sleep(50, signal);
        send({ kind: 'greeted', greeting: `hello from ${process.host.kind}` });
      });
    case 'greeted':
      return { ...model, greeting: message.greeting };
  }
};

const start: Model = { count: 0, goal: 10, running: true, greeting: '' };

/** The program. */
export const counter: Program<Model, Message> = {
  title: 'counter',
  subtitle: 'counts to ten',
  init: start,
  bindings: [
    { chords: ['Up', 'Down'], label: '↑↓', summary: 'count', message: (chord) => ({ kind: 'add', amount: chord === 'Up' ? 1 : -1 }) },
    { chords: ['p'], summary: 'pause', message: { kind: 'pause' } },
    { chords: ['g'], summary: 'greet', message: { kind: 'greet' } },
  ],
  update,
  tick: ({ running, count, goal }) => (running && count < goal ? { every: 100, message: { kind: 'add', amount: 1 } } : undefined),
  view: ({ count, goal, greeting }, canvas) => {
    const inside = canvas.box('count');
    gauge(inside, 0, count / goal, { label: 'so far', value: `${count}/${goal}` });
    inside.centre(1, greeting, { role: 'accent' });
    inside.region(0, 2, 5, 1).tap({ message: { kind: 'add', amount: 5 } });
    inside.put(0, 2, '[ 5 ]');
  },
  announce: (model, before) => (model.count === model.goal && before.count < model.goal ? ['The count is complete.'] : []),
  explains: {
    paragraphs: ['It counts.', 'Then it stops.'],
    link: { line: 'cat acme', sentence: 'See {0}.', summary: 'read on' },
    note: 'A toy.',
  },
};

/** One event a line, then a summary. */
function* events(random: Random): Generator<string> {
  let model = start;
  for (let step = 1; model.count < model.goal; step++) {
    const next = update(model, { kind: 'add', amount: random.integer(1, 4) });
    if ('count' in next) model = next;
    yield `step ${step}: ${model.count}`;
  }
  yield `done at ${model.count}`;
}

/** The exhibit. */
export default defineExhibit({
  name: 'counter',
  summary: 'Count to ten',
  explains: ['It counts.', 'Then it stops.'],
  options: { goal: { long: 'goal', value: 'N', summary: 'count this far' } },
  examples: [{ line: 'counter --seed 7 | tail -n 1', shows: 'The last line of a run' }],
  program: ({ options }) => ({
    ...counter,
    init: { ...start, goal: Number(options.goal ?? 10) },
    view: (model: Model, canvas: Canvas<Message>) => counter.view(model, canvas, []),
  }),
  headless: ({ random }) => events(random),
});
