/** shutdown: a server gets SIGTERM with requests in flight, with the fault and with the fix. */
import { phrase, type Speech } from '../locales/speech.ts';
import type { Binding } from '../tui/program.ts';
import { practices, run, sentences } from './shutdown/text.ts';
import { show } from './shutdown/view.ts';
import { atRest, happen, newWorld, STEP, type World, type WorldEvent } from './shutdown/world.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { quantity } from './stage/quantity.ts';

const keys: readonly Binding<WorldEvent>[] = [
  { chords: ['t'], summary: 'SIGTERM', message: { kind: 'signal' } },
  { chords: ['s'], summary: 'slow upstream', message: { kind: 'hang' } },
  { chords: ['d'], summary: 'download', message: { kind: 'download' } },
  { chords: ['r'], summary: 'restart', message: { kind: 'again' } },
];

const bindings = ({ mended }: World, { translate }: Speech): readonly Binding<WorldEvent>[] => [
  ...keys,
  ...practices.map(
    ({ practice, short, summary }, index): Binding<WorldEvent> => ({
      chords: [String(index + 1)],
      summary,
      short: `${translate(short)} ${mended.practices[practice] ? '✓' : '✗'}`,
      message: { kind: 'switch', practice },
    }),
  ),
];

export default defineExhibit({
  name: 'shutdown',
  summary: 'Stop a server under load, with the fault and with the fix',
  explains: [
    'Two servers get the same requests, and the same SIGTERM. Each bar is a request: most wait in a goroutine for an upstream, up to 1.5 s; a download lasts seven seconds. The balancer needs a second to notice that a server is going; ten seconds after SIGTERM comes SIGKILL.',
    'The fault is one that Go’s documentation warns of: as soon as Shutdown is called, ListenAndServe returns, main with it, and what was in flight is cut. A second one hides in the channel that has no room: when the handler has given up, the goroutine that brings the late answer blocks for ever.',
    'The fix has four parts, keys 1 to 4: say that you are not ready before you close the listener; let main wait; give the channel room for one; wait with a deadline, then cancel and say so, for a client that is told can ask elsewhere. Take one away, restart, send SIGTERM, and see what that part was good for.',
  ],
  options: {
    rate: { long: 'rate', value: 'N', summary: 'requests a second, 8 unless given' },
    hanging: { long: 'hanging', value: 'N', summary: 'before SIGTERM, so many times three requests to an upstream that hangs' },
    downloads: { long: 'downloads', value: 'N', summary: 'before SIGTERM, so many times three long downloads' },
  },
  examples: [
    { line: 'shutdown --seed 7 | tail -n 3', shows: 'What became of every request' },
    { line: 'shutdown --seed 7 --downloads 0 | grep fault', shows: 'The fault alone, without long downloads' },
  ],
  seeAlso: ['ratelimit', 'dashboard'],
  demonstration: {
    look: 'Green requests are answered. Then comes SIGTERM: on the one server what was in flight is cut (✗), the other drains it.',
    keys: [
      [1, 's'],
      [3, 'd'],
      [5, 't'],
    ],
  },
  program: ({ options, random }) => ({
    init: newWorld(random, quantity('rate', options.rate, { least: 1, most: 50, normal: 8 })),
    bindings,
    update: happen,
    show,
    opening: phrase`Nothing is wrong yet: the fault shows only when a server has to go.`,
    warmUp: 110,
    tick: (world: World) => (atRest(world) ? undefined : { every: STEP, message: { kind: 'step' } }),
    announce: (after: World, before: World, speech: Speech) => sentences(speech, before, after),
  }),
  headless: ({ options, random, speech }) => {
    const rate = quantity('rate', options.rate, { least: 1, most: 50, normal: 8 });
    const hanging = quantity('hanging', options.hanging, { least: 0, most: 10, normal: 1 });
    const downloads = quantity('downloads', options.downloads, { least: 0, most: 10, normal: 1 });
    return run(speech, newWorld(random, rate), { hanging, downloads });
  },
});
