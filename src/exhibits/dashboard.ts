/** dashboard: a seller's page laid out by state, its widgets fetched by a concurrency-aware library. */
import { phrase, type Speech } from '../locales/speech.ts';
import type { Binding } from '../tui/program.ts';
import { practices, run, sentences } from './dashboard/text.ts';
import { show } from './dashboard/view.ts';
import { happen, newWorld, type World, type WorldEvent } from './dashboard/world.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { quantity } from './stage/quantity.ts';

/** Milliseconds that a step of five takes on the screen: ten times slower than it is. */
const SLOW_MOTION = 50;

const keys: readonly Binding<WorldEvent>[] = [
  { chords: ['x'], summary: 'make the chosen upstream slow, then failing, then well', short: 'slow it', message: { kind: 'fault' } },
  { chords: [' ', 'Enter'], summary: 'fetch again', short: 'fetch', message: { kind: 'load' } },
  { chords: ['s'], summary: 'state', message: { kind: 'state' } },
  { chords: ['d'], summary: 'device', message: { kind: 'device' } },
];

const fewer: readonly Binding<WorldEvent>[] = [
  {
    chords: ['Up', 'Down'],
    label: '↑↓',
    summary: 'choose',
    message: (chord) => ({ kind: 'select', by: chord === 'Up' ? -1 : 1 }),
  },
  { chords: ['+', '-', '='], label: '+-', summary: 'traffic', message: (chord) => ({ kind: chord === '-' ? 'calmer' : 'busier' }) },
];

const bindings = ({ client }: World, { translate }: Speech): readonly Binding<WorldEvent>[] => [
  ...keys,
  ...practices.map(
    ({ practice, short, summary }, index): Binding<WorldEvent> => ({
      chords: [String(index + 1)],
      summary,
      short: `${translate(short)} ${client.practices[practice] ? '✓' : '✗'}`,
      message: { kind: 'switch', practice },
    }),
  ),
  ...fewer,
];

/** What a visitor does to an upstream is seen on a page that is fetched after it. */
const update = (world: World, event: WorldEvent): World =>
  event.kind === 'fault' ? happen(happen(world, event), { kind: 'load' }) : happen(world, event);

const trafficOf = (text: string | undefined): number => quantity('traffic', text, { least: 0, most: 40, normal: 10 });

export default defineExhibit({
  name: 'dashboard',
  summary: 'Fetch a page of widgets from upstreams of different slowness',
  explains: [
    'What a seller sees follows from the seller’s state and the device: a table maps them to widgets. Each widget asks an upstream; the time shown is ten times slower than it is. A row is a widget: grey while it waits its turn, coloured while it is called, a mark where a twin is sent.',
    'All widgets call through one library. Limits: no more calls at once to an upstream than it can serve, the others queue. Deadline: after 300 ms the page goes out with what there is, and what nobody waits for is given up. Hedging: a call that takes half as long again as usual gets a twin, if there is room; the first answer counts. Single flight: who asks what is being asked already shares that call.',
    'Choose an upstream, make it slow or failing, and take a part of the library away with keys 1 to 4: without limits a slow upstream is buried under calls, without a deadline one slow widget holds up the page.',
  ],
  options: { traffic: { long: 'traffic', value: 'N', summary: 'pages of other sellers a second, 10 unless given' } },
  examples: [
    { line: 'dashboard --seed 7 | tail -n 3', shows: 'How the pages fared, and what was called' },
    { line: 'dashboard --seed 7 --traffic 40 | tail -n 3', shows: 'What pages cost under load' },
  ],
  seeAlso: ['shutdown', 'ratelimit'],
  demonstration: {
    look: 'Reviews become slow: the page goes out in time without them. Single flight, twins and limits keep the upstreams from being buried.',
    keys: [
      [4, 'x'],
      [5, ' '],
      [9, 's'],
      [12, 'd'],
    ],
  },
  program: ({ options, random, claim = '' }) => {
    return {
      init: newWorld(random, trafficOf(options.traffic)),
      bindings,
      update,
      show: (world: World, isTried: boolean, speech: Speech) => show(world, claim, isTried, speech),
      opening: phrase`All upstreams are well: each widget has its answer in time.`,
      warmUp: 40,
      tick: () => ({ every: SLOW_MOTION, message: { kind: 'step' } }),
      announce: (after: World, before: World, speech: Speech) => sentences(speech, before, after),
    };
  },
  headless: ({ options, random, speech }) => run(speech, newWorld(random, trafficOf(options.traffic))),
});
