/** ratelimit: three ways to limit a rate side by side, and handlers that may panic. */
import { type Bench, createBench, type LoadName, loads } from './ratelimit/engine.ts';
import { type Part, parts } from './ratelimit/limiter.ts';
import { createProgram, headless } from './ratelimit/model.ts';
import { show } from './ratelimit/view.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { oneOf, quantity } from './stage/quantity.ts';

const names = Object.keys(loads) as LoadName[];

const options = {
  load: { long: 'load', value: 'KIND', summary: 'let requests come by themselves: off, steady, bursts, flood', kind: names },
  seconds: { long: 'seconds', value: 'N', summary: 'without a screen, run for so many simulated seconds (20)' },
  without: { long: 'without', value: 'PART', repeat: true, summary: 'leave a part out and see what it was for', kind: parts },
} as const;

interface Values {
  readonly load: string | undefined;
  readonly without: readonly string[];
}

const benchOf = ({ load, without }: Values, normal: LoadName): Bench => {
  const left = without.map((text) => oneOf('part', text, parts)).filter((part): part is Part => part !== undefined);
  return createBench(oneOf('load', load, names) ?? normal, left);
};

export default defineExhibit({
  name: 'ratelimit',
  summary: 'Rate limits and panics',
  explains: [
    'The same requests go to three servers, each behind one limiter. A token bucket fills at a steady rate and lets a burst through as long as it has tokens. A sliding window counts what was let through in the last two seconds. A concurrency limit counts nothing but the handlers at work, so it follows how slow they are.',
    'A handler may panic. The panic is recovered at the edge of its own request: the caller gets an error, the slot is given back on the way out, the fault is reported, and the others go on. Switch recovery off, send a panic, and one request takes the whole server with it.',
    'Other parts can be switched off too: without release a panic keeps its slot for ever; without sliding the window begins anew at fixed moments, and twice the limit passes around them; without a cap the bucket saves up all night and spends it at once.',
    'The last lines check the limits by what was let through, without asking the limiters.',
  ],
  options,
  examples: [
    { line: 'ratelimit --seed 7 | tail -n 4', shows: 'The summary of a run' },
    { line: 'ratelimit --seed 7 --load flood --seconds 5 | tail -n 4', shows: 'What a flood comes to' },
    { line: 'ratelimit --seed 7 --without recovery | tail -n 4', shows: 'What recovery is for' },
  ],
  seeAlso: ['rewards', 'bobble'],
  demonstration: {
    look: 'Three limiters under the same requests: a burst, then more load. A handler that panics takes nobody with it.',
    keys: [
      [2, 'b'],
      [5, 'x'],
      [7, 'l'],
      [9, 'b'],
      [11, 'x'],
    ],
  },
  program: ({ options, random }) => ({ ...createProgram(benchOf(options, 'steady'), random), show }),
  headless: ({ options, random, speech }) =>
    headless(speech, benchOf(options, 'bursts'), quantity('seconds', options.seconds, { least: 1, most: 600, normal: 20 }), random),
});
