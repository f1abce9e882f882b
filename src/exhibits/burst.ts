/** burst: bursts of events before a store, held back by an engine or not. */
import { phrase, type Speech } from '../locales/speech.ts';
import type { Binding } from '../tui/program.ts';
import { STEP } from './burst/pipeline.ts';
import { practices, run, sentences } from './burst/text.ts';
import { show } from './burst/view.ts';
import { happen, newWorld, type Scale, type World, type WorldEvent } from './burst/world.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { quantity } from './stage/quantity.ts';

const keys: readonly Binding<WorldEvent>[] = [
  { chords: ['b'], summary: 'flash sale', message: { kind: 'sale' } },
  { chords: ['f'], summary: 'flood', message: { kind: 'flood' } },
  { chords: ['c'], summary: '200 more watch', short: '+200', message: { kind: 'join' } },
  { chords: ['x'], summary: 'half go', message: { kind: 'leave' } },
];

const bindings = ({ engine }: World, { translate }: Speech): readonly Binding<WorldEvent>[] => [
  ...keys,
  ...practices.map(
    ({ practice, name, summary }, index): Binding<WorldEvent> => ({
      chords: [String(index + 1)],
      summary,
      short: `${translate(name)} ${engine.practices[practice] ? '✓' : '✗'}`,
      message: { kind: 'switch', practice },
    }),
  ),
];

const scaleOf = (options: { readonly shops: string | undefined; readonly connections: string | undefined }): Scale => ({
  shops: quantity('shops', options.shops, { least: 1, most: 100, normal: 24 }),
  connections: quantity('connections', options.connections, { least: 0, most: 20_000, normal: 600 }),
});

export default defineExhibit({
  name: 'burst',
  summary: 'Hold bursts of events back from a store',
  explains: [
    'Shops have events: orders, visits. Their numbers are kept in a store and pushed to every connection that watches the shop. Without the engine each event is a write and as many pushes as there are connections; in a flash sale the store falls behind, its queue fills up, and events are lost.',
    'The engine has four parts, keys 1 to 4. Coalesce: the events of a shop that wait are one sum, written once and pushed once. Debounce: they wait until the shop is quiet for a tenth of a second. At most: but never longer than so long, or a shop that is never quiet would never be seen. Adapt (adaptive sampling): how long follows the load, half as long again while the store gets more writes than its budget, a little less when it gets fewer.',
    'What the connections lose is a moment of freshness; what they show is exact. Take a part away and see which of the two promises breaks.',
  ],
  options: {
    shops: { long: 'shops', value: 'N', summary: 'how many shops there are, 24 unless given' },
    connections: { long: 'connections', value: 'N', summary: 'how many connections watch them, 600 unless given' },
    seconds: { long: 'seconds', value: 'N', summary: 'how long a run without a screen lasts, 30 unless given' },
  },
  examples: [
    { line: 'burst --seed 7 | tail -n 3', shows: 'What the engine saved, and what was lost without it' },
    { line: 'burst --seed 7 --shops 3 --seconds 10', shows: 'Ten seconds with three shops' },
  ],
  seeAlso: ['trending', 'ratelimit'],
  demonstration: {
    look: 'A flash sale, then a flood: without the engine the store falls behind and loses events; with it nothing is lost and nobody waits long.',
    keys: [
      [2, 'b'],
      [6, 'f'],
      [10, '1'],
    ],
  },
  program: ({ options, random }) => ({
    init: newWorld(random, scaleOf(options)),
    bindings,
    update: happen,
    show,
    opening: phrase`On an ordinary day both stores keep up: a sale shows the difference.`,
    warmUp: 40,
    tick: () => ({ every: STEP, message: { kind: 'step' } }),
    announce: (after: World, before: World, speech: Speech) => sentences(speech, before, after),
  }),
  headless: ({ options, random, speech }) => {
    const length = quantity('seconds', options.seconds, { least: 1, most: 600, normal: 30 });
    return run(speech, newWorld(random.clone(), scaleOf(options)), random, length);
  },
});
