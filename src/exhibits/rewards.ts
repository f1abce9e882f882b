/** rewards: orders become rewards exactly once, by a state machine, a queue and a lock with fencing tokens. */
import { type Course, createProgram, headless } from './rewards/model.ts';
import { show } from './rewards/view.ts';
import { createWorld, fencings } from './rewards/world.ts';
import { defineExhibit } from './stage/exhibit.ts';
import { oneOf, quantity } from './stage/quantity.ts';

const options = {
  orders: { long: 'orders', value: 'N', summary: 'let so many orders come (40)' },
  stock: { long: 'stock', value: 'N', summary: 'with so many rewards in stock (one for each order)' },
  workers: { long: 'workers', value: 'N', summary: 'with so many workers (3)' },
  chaos: { long: 'chaos', value: 'P', summary: 'let a tick bring a mishap with this probability (0.03)' },
  fencing: { long: 'fencing', value: 'KIND', summary: 'check tokens always (full), on writes only, or not at all (none)', kind: fencings },
} as const;

type Values = { readonly [Key in keyof typeof options]: string | undefined };

const courseOf = (values: Values): Course => {
  const orders = quantity('orders', values.orders, { least: 1, most: 10_000, normal: 40 });
  const stock = quantity('stock', values.stock, { least: 0, most: 10_000, normal: orders });
  const workers = quantity('workers', values.workers, { least: 1, most: 4, normal: 3 });
  const chaos = quantity('chaos', values.chaos, { least: 0, most: 0.5, normal: 0.03, fraction: true });
  const fencing = oneOf('fencing', values.fencing, fencings) ?? 'full';
  return { world: createWorld({ workers, stock, fencing }), toCome: orders, chaos };
};

export default defineExhibit({
  name: 'rewards',
  summary: 'Rewards, exactly once',
  explains: [
    'An order is a state machine: created, reserved, issued, told; or rejected when the stock is empty. For each order the queue holds a message, and delivers it again until it is acknowledged, so it may come twice. A worker takes a message, locks the order, moves it on state by state, and acknowledges last. Whoever comes later reads the state and does only what is left.',
    'A lock is a lease: it runs out unless it is renewed, since its holder may be dead. But the holder may only stand still. When it goes on, it believes in a lease that is over, while another one works on the same order.',
    'So each lease has a token, higher than any before. The store keeps the highest token that it has seen for an order, and refuses lower ones. It must look at reads as well: if only writes counted, an old holder could write between the read and the write of the new one.',
    'Kill a worker, stall it past its lease, cut it off from the locks, deliver a message twice: each reward is still issued once. Then press f and stall a worker again: without fencing a reward is issued twice; with tokens checked on writes only it takes two stalled workers. Telling may happen twice, as any message may; issuing shares one transaction with the change of state.',
  ],
  options,
  examples: [
    { line: 'rewards --seed 7 | tail -n 3', shows: 'The summary of a run' },
    { line: 'rewards --seed 7 --chaos 0.3 | tail -n 3', shows: 'How many came too late' },
    { line: 'rewards --seed 7 --chaos 0.3 --fencing none | tail -n 1', shows: 'What fencing is for' },
  ],
  seeAlso: ['ratelimit', 'migrate'],
  demonstration: {
    look: 'One worker is killed, one stalls past its lease, one is cut off, a message comes twice: each reward is issued exactly once.',
    keys: [
      [2, 's'],
      [4, 'Down'],
      [4, 'k'],
      [6, 'd'],
      [8, 'Down'],
      [8, 'c'],
      [11, 'd'],
      [12, 's'],
    ],
  },
  program: ({ options, random }) => ({ ...createProgram(courseOf(options), random), show }),
  headless: ({ options, random, speech }) => headless(speech, courseOf(options), random),
});
