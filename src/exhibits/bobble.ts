/** bobble: the same questions to a cache, before and after it was spared. */
import { type Bench, createBench, LOAD } from './bobble/engine.ts';
import { type Mean, means } from './bobble/lane.ts';
import { createProgram, framesIn, headless } from './bobble/model.ts';
import { show } from './bobble/view.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { oneOf, quantity } from './stage/quantity.ts';

const options = {
  load: { long: 'load', value: 'N', summary: 'let so many requests a second come (3000)' },
  span: { long: 'span', value: 'MS', summary: 'without a screen, run for so many simulated milliseconds (3000)' },
  without: { long: 'without', value: 'PART', repeat: true, summary: 'leave a part out of the way after', kind: means },
} as const;

const benchOf = ({ load, without }: { readonly load: string | undefined; readonly without: readonly string[] }): Bench => {
  const parts = without.map((text) => oneOf('part', text, means)).filter((part): part is Mean => part !== undefined);
  return createBench(quantity('load', load, LOAD), parts);
};

export default defineExhibit({
  name: 'bobble',
  summary: 'A cache before and after',
  explains: [
    'Two lanes get the same requests. Each request of a game needs four keys, and some keys are hot: the nth is asked for 1/n as often as the first (Zipf’s law). Redis is one thread: each command costs it something, each key a little more, and a command waits for those before it.',
    'Before, a backend asks for one key after the other, for every request. After, it keeps values in its own memory until they expire; requests that want the same key at the same time share one flight to Redis (single-flight); and the keys that are missing are gathered for half a millisecond and asked for in one command (MGET).',
    'The price is age: a value from memory may have been overwritten, but never lives longer than it may. Switch the parts off one by one to see what each is worth: without expiry values grow old, without single-flight a tournament asks for one key many times at once.',
    'The numbers are the simulation’s own. What the résumé claims stands apart, as its claim.',
  ],
  options,
  examples: [
    { line: 'bobble --seed 7 | tail -n 4', shows: 'The summary of a run' },
    { line: 'bobble --seed 7 --load 6000 | tail -n 4', shows: 'When Redis has more to do than it can' },
    { line: 'bobble --seed 7 --without expiry | tail -n 1', shows: 'What expiry is for' },
  ],
  seeAlso: ['migrate', 'ratelimit'],
  demonstration: {
    look: 'The same requests, before and after: memory, single flight and batching spare Redis. A tournament and a deploy put both to the test.',
    keys: [
      [3, 't'],
      [7, 'd'],
      [10, '2'],
    ],
  },
  program: ({ options, random, claim }) => ({ ...createProgram(benchOf(options), random, claim), show }),
  headless: ({ options, random, speech }) =>
    headless(speech, benchOf(options), framesIn(quantity('span', options.span, { least: 20, most: 20_000, normal: 3000 })), random),
});
