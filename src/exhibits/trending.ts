/** trending: what is wanted now in a stream of searches, and an index of products that forgets by the day. */
import { phrase, type Speech } from '../locales/speech.ts';
import type { Binding } from '../tui/program.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { quantity } from './stage/quantity.ts';
import { keyMessage } from './trending/prompt.ts';
import { run, sentences } from './trending/text.ts';
import { show } from './trending/view.ts';
import { happen, MAX_RETENTION, newWorld, type Scale, type World, type WorldEvent } from './trending/world.ts';

/** Milliseconds of one step on the screen: a day takes ten seconds. */
const TICK = 100;

const surge: Binding<WorldEvent> = { chords: ['t'], summary: 'surge', message: { kind: 'surge' } };

const browsing = ({ running, scale }: World, { say }: Speech): readonly Binding<WorldEvent>[] => [
  surge,
  { chords: ['/'], summary: 'search', message: { kind: 'ask' } },
  { chords: ['w'], summary: say`sketch ${scale.width} wide`, message: { kind: 'width' } },
  { chords: ['+', '='], summary: 'keep longer', message: { kind: 'retain', by: 1 } },
  { chords: ['-'], summary: 'shorter', message: { kind: 'retain', by: -1 } },
  { chords: ['p'], summary: running ? 'pause' : 'go on', message: { kind: 'pause' } },
];

const typing: readonly Binding<WorldEvent>[] = [
  { chords: ['Enter'], summary: 'keep the search', message: { kind: 'done' } },
  { chords: ['Escape'], summary: 'forget it', message: { kind: 'forget' } },
  { chords: ['?', 'q', 'F1'], summary: 'letters of the query', message: (text) => ({ kind: 'type', text }), quiet: true },
];

interface Options {
  readonly width: string | undefined;
  readonly halfLife: string | undefined;
  readonly retention: string | undefined;
}

const scaleOf = ({ width, halfLife, retention }: Options): Scale => ({
  width: quantity('width', width, { least: 1, most: 1024, normal: 64 }),
  halfLife: quantity('half-life', halfLife, { least: 1, most: 240, normal: 12 }),
  retention: quantity('retention', retention, { least: 1, most: MAX_RETENTION, normal: 3 }),
});

export default defineExhibit({
  name: 'trending',
  summary: 'Find what trends in a stream, and index it for a while',
  explains: [
    'Products and searches come in; a day takes ten seconds. Each search counts for its keyword, and counts half after twelve hours. An arrow marks what is suddenly wanted.',
    'A bar’s green part has a counter of its own for its keyword. The ranking is that of a count-min sketch: four rows of counters, to each of which every keyword is sent by a hash; the smallest of its four is the estimate. Keywords that collide make it too large, never too small. Decay costs nothing: new searches weigh more, instead of old ones less.',
    'Products are written in segments that never change: sixteen at first (a square), four of a size become one, and all of a day when it is over, but days are never mixed. So retention needs no deleting: a segment whose newest product is too old is dropped whole. A search goes through the segments’ lists of each word, the shortest first, and ranks what it finds by what trends.',
  ],
  options: {
    width: { long: 'width', value: 'N', summary: 'counters in each row of the sketch, 64 unless given' },
    halfLife: { long: 'half-life', value: 'HOURS', summary: 'hours after which a search counts half, 12 unless given' },
    retention: { long: 'retention', value: 'DAYS', summary: 'how long products are kept, 3 unless given' },
    days: { long: 'days', value: 'N', summary: 'how long a run without a screen lasts, 10 unless given' },
    query: { long: 'query', value: 'WORDS', summary: 'what such a run searches for at its end' },
  },
  examples: [
    { line: "trending --seed 7 --query 'wooden' | tail -n 7", shows: 'A search in what was taken in during ten days' },
    { line: 'trending --seed 7 --width 8 | grep sketch', shows: 'How a sketch that is too small fares' },
  ],
  seeAlso: ['burst', 'wordpuzzle'],
  demonstration: {
    look: 'A sketch of a few counters finds nearly the same top as exact counting. Below, segments are merged by size and dropped by the day.',
    keys: [
      [2, 't'],
      [6, '/'],
      [6, 'l'],
      [6, 'a'],
      [6, 'm'],
      [6, 'p'],
      [6, 'Enter'],
      [10, 'w'],
    ],
  },
  program: ({ options, random, claim = '' }) => {
    return {
      init: newWorld(random, scaleOf(options)),
      bindings: (world: World, speech: Speech) => (world.typing ? typing : browsing(world, speech)),
      key: keyMessage,
      update: happen,
      show: (world: World, isTried: boolean, speech: Speech) => show(world, claim, isTried, speech),
      opening: phrase`Searches come in, and each counts half after twelve hours.`,
      warmUp: 60,
      tick: (world: World) => (world.running ? { every: TICK, message: { kind: 'step' } } : undefined),
      announce: (after: World, before: World, speech) => sentences(speech, before, after),
    };
  },
  headless: ({ options, random, speech }) => {
    const days = quantity('days', options.days, { least: 1, most: 60, normal: 10 });
    return run(speech, newWorld(random, scaleOf(options)), days, options.query);
  },
});
