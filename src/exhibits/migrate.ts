/** migrate: moves records by the billion from one store to another, whatever breaks on the way. */
import { createProgram, headless } from './migrate/model.ts';
import { createPlan, type Plan, parts } from './migrate/state.ts';
import { show } from './migrate/view.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { oneOf, quantity } from './stage/quantity.ts';

const options = {
  records: { long: 'records', value: 'N', summary: 'move so many records (150e9)' },
  workers: { long: 'workers', value: 'N', summary: 'with so many workers (6)' },
  faults: { long: 'faults', value: 'P', summary: 'let a read or a write fail with this probability (0.005)' },
  chaos: { long: 'chaos', value: 'P', summary: 'let a step break something with this probability (0.01)' },
  without: { long: 'without', value: 'PART', summary: 'leave a part out and see what it was for', kind: parts },
} as const;

type Values = { readonly [Key in keyof typeof options]: string | undefined };

const planOf = ({ records, workers, faults, without }: Values): Plan =>
  createPlan({
    records: quantity('records', records, { least: 1, most: 1e15, normal: 150e9 }),
    workers: quantity('workers', workers, { least: 1, most: 6, normal: 6 }),
    faults: quantity('faults', faults, { least: 0, most: 0.5, normal: 0.005, fraction: true }),
    without: oneOf('part', without, parts),
  });

const chaosOf = ({ chaos }: Values): number => quantity('chaos', chaos, { least: 0, most: 0.5, normal: 0.01, fraction: true });

export default defineExhibit({
  name: 'migrate',
  summary: 'Move records by the billion',
  explains: [
    'Records move from a legacy store to a new one while users go on reading and writing. The keys are cut into ranges; a worker leases a range and moves it batch by batch: read, write, verify against the legacy store, checkpoint. A write is an upsert by key and version, so doing it again changes nothing, and a copy never undoes a newer write.',
    'A failed batch is tried again after a backoff with jitter. A dead worker stops renewing its lease, and another resumes at the last checkpoint; so does everyone after a crash. Users’ writes go to both stores, and their reads compare both.',
    'The work goes in waves, a small one first. Each has an error budget; when it is spent, the wave is taken out of the new store, cools down and is tried again. After three rollbacks a person must look. The legacy store answers until a wave is verified.',
    'One simulated record stands for many; the scale is on the screen. The last line compares the two stores record by record, all the time. Leave a part out (--without idempotence, verification or ordering) and watch it fail.',
  ],
  options,
  examples: [
    { line: 'migrate --records 1e6 --seed 7 | tail -n 4', shows: 'The summary of a run' },
    { line: 'migrate --seed 3 --chaos 0.1 | tail -n 6', shows: 'How it ends when much breaks' },
    { line: 'migrate --seed 7 --without idempotence | tail -n 1', shows: 'What upserts are for' },
  ],
  seeAlso: ['rewards', 'bobble'],
  demonstration: {
    look: 'Records move in waves. A slow node, corrupt batches, a dead worker, a crash: each record still arrives, and arrives once.',
    keys: [
      [3, 'k'],
      [6, 's'],
      [9, 'c'],
      [12, 'x'],
    ],
  },
  program: ({ options, random, claim }) => ({
    ...createProgram(planOf(options), { random, chaos: chaosOf(options), claim }),
    show,
  }),
  headless: ({ options, random, speech }) => headless(speech, planOf(options), random, chaosOf(options)),
});
