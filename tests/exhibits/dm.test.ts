/** dm: whatever the wire does, each message comes once and in order to both ends once it heals. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Safeguards, safe } from '../../src/exhibits/dm/peer.ts';
import { faultOf, isSettled } from '../../src/exhibits/dm/proof.ts';
import { fair, faults, strike } from '../../src/exhibits/dm/wire.ts';
import { advance, newWorld, switchNear, type World, writeNear } from '../../src/exhibits/dm/world.ts';
import { Random } from '../../src/tui/random.ts';

/** What may happen: time, words, faults, a break, foul weather. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), steps: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'write' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('strike' as const), fault: fc.constantFrom(...faults) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'switch' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('weather' as const),
      weather: fc.record({
        loss: fc.constantFrom(0, 0.2, 0.6),
        twice: fc.constantFrom(0, 0.3),
        jitter: fc.constantFrom(0, 300, 2000),
      }),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const passing = (world: World, random: Random, steps: number): World => {
  let next = world;
  for (let i = 0; i < steps; i++) next = advance(next, random);
  return next;
};

const happen = (world: World, event: Event, random: Random): World => {
  switch (event.kind) {
    case 'pass':
      return passing(world, random, event.steps);
    case 'write':
      return writeNear(world, `words ${world.near.written + 1}`) ?? world;
    case 'strike':
      return { ...world, wire: strike(world.wire, event.fault, world.now) };
    case 'switch':
      return switchNear(world);
    case 'weather':
      return { ...world, wire: { ...world.wire, weather: event.weather } };
  }
};

/** A wire without faults, and both ends on it. */
const heal = (world: World): World => {
  const online = world.near.link === 'offline' ? switchNear(world) : world;
  return { ...online, wire: { ...online.wire, weather: fair, armed: { drop: 0, delay: 0, swap: 0, twice: 0 } } };
};

/** More than the longest waits, typing and reading can take. */
const LONG = 20_000;

/** The first fault on the way, or what is wrong in the end. */
const live = (seed: number, events: readonly Event[], safeguards: Safeguards): string | undefined => {
  const random = new Random(seed);
  let world = newWorld({ safeguards });
  for (const each of events) {
    world = happen(world, each, random);
    const fault = faultOf(world);
    if (fault !== undefined) return fault;
  }
  world = heal(world);
  for (let step = 0; step < LONG && !isSettled(world); step++) world = advance(world, random);
  return isSettled(world) ? faultOf(world) : 'never settled';
};

const lives = fc.tuple(fc.nat(1_000_000), fc.array(event, { maxLength: 60, size: 'max' }));

describe('a conversation over a wire that drops, delays, swaps, doubles and breaks', () => {
  test('has no fault at any moment, and ends with the same messages at both ends, each once and in order', () => {
    fc.assert(
      fc.property(lives, ([seed, events]) => {
        expect(live(seed, events, safe)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test.each(['once', 'inOrder', 'fill'] as const)('does not stay right without «%s»', (guard) => {
    const broken = fc.check(
      fc.property(lives, ([seed, events]) => live(seed, events, { ...safe, [guard]: false }) === undefined),
      { numRuns: 300, seed: 7, endOnFailure: true },
    );
    expect(broken.failed).toBe(true);
  });
});
