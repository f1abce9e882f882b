/** rewards: each reward is issued exactly once in every order of events, and fencing is what it takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults, holds, isDone } from '../../src/exhibits/rewards/check.ts';
import { type Action, able, act } from '../../src/exhibits/rewards/engine.ts';
import { advance, type Course, isOver } from '../../src/exhibits/rewards/model.ts';
import { acknowledge, acquire, enqueue, load, putBack, receive, release, renew, write } from '../../src/exhibits/rewards/store.ts';
import { createWorld, type Fencing, type Timing, type World } from '../../src/exhibits/rewards/world.ts';
import rewards from '../../src/exhibits/rewards.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';
import { explore } from './rewards-explore.ts';

/** The shortest times make the fewest states; what a worker's standing still would do, its turn not coming does. */
const brief: Timing = { lease: 1, visibility: 1, retry: 1, pause: 1, down: 1, cut: 1 };

const small = (orders: number, duplicates: number, fencing: Fencing, stock = orders, timing = brief): World => {
  let world = createWorld({ workers: 2, stock, fencing, timing });
  for (let i = 0; i < orders; i++) world = act(world, { kind: 'order' });
  for (let i = 0; i < duplicates; i++) world = act(world, { kind: 'duplicate', place: 0 });
  return { ...world, events: [] };
};

const over = ({ orders, queue }: World): boolean => queue.length === 0 && orders.every(isDone);

const ask = (start: World, mishaps: number) => explore({ start, mishaps, holds, over });

const told = (actions: readonly Action[] | undefined): string =>
  (actions ?? []).map((action) => ('worker' in action ? `${action.kind} ${action.worker + 1}` : action.kind)).join(', ');

describe('every order of events, for two workers', () => {
  test.each([
    ['one order', small(1, 0, 'full'), 0, 482],
    ['one order, its message twice', small(1, 1, 'full'), 0, 1940],
    ['one order, its message twice, two mishaps', small(1, 1, 'full'), 2, 22_355],
    ['one order with longer leases, one mishap', small(1, 0, 'full', 1, { ...brief, lease: 2, visibility: 2 }), 1, 5043],
    ['two orders', small(2, 0, 'full'), 0, 10_886],
    ['two orders for one reward', small(2, 0, 'full', 1), 0, 9754],
    ['two orders, a message twice', small(2, 1, 'full'), 0, 15_462],
  ])('%s: issued exactly once in each state, and each state leads to an end', (_, start, mishaps, states) => {
    const found = ask(start, mishaps);
    expect(told(found.broken)).toBe('');
    expect(found.stuck).toBe(0);
    expect(found.states).toBe(states);
  });

  test.each([
    ['none', 'work 1, work 1, work 1, tick, work 2, work 2, work 2, work 1, work 2'],
    ['writes', 'work 1, work 1, work 1, tick, work 2, work 2, work 2, work 1, work 2'],
  ] as const)('with fencing «%s» nine actions are enough to break it', (fencing, shortest) => {
    expect(told(ask(small(1, 0, fencing), 0).broken)).toBe(shortest);
  });

  test('tokens that are checked on writes only do save the reward once the new holder has written', () => {
    const line = ['receive', 'lock', 'load'];
    const run = (fencing: Fencing): World => {
      let world = small(1, 0, fencing);
      for (const _ of line) world = act(world, { kind: 'work', worker: 0 });
      world = act(world, { kind: 'tick' });
      for (const _ of [...line, 'reserve', 'issue']) world = act(world, { kind: 'work', worker: 1 });
      return act(world, { kind: 'work', worker: 0 });
    };
    expect([run('full'), run('writes'), run('none')].map(holds)).toEqual([true, true, false]);
  });
});

/** What may happen: time, work, mishaps, orders; numbers choose among what is there. */
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('work' as const), worker: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'tick' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'order' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('stall' as const, 'kill' as const, 'cut' as const), worker: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('duplicate' as const), place: fc.nat(3) }) },
);

const possible = (world: World, action: Action): boolean => {
  const worker = action.kind === 'work' ? world.workers[action.worker] : undefined;
  return !worker || able(worker);
};

const states = (start: World, actions: readonly Action[]): readonly World[] => {
  const all = [start];
  for (const action of actions) {
    const world = all[all.length - 1] ?? start;
    if (possible(world, action)) all.push(act(world, action));
  }
  return all;
};

/** Short leases, so that much goes wrong in few actions. */
const hasty: Timing = { lease: 1, visibility: 2, retry: 1, pause: 4, down: 2, cut: 3 };

const always = (fencing: Fencing) =>
  fc.property(fc.array(deed, { maxLength: 300, size: 'max' }), (actions) =>
    states(createWorld({ workers: 3, stock: 3, fencing, timing: hasty }), actions).every(holds),
  );

const course = (seed: number, chaos: number, fencing: Fencing): Course => {
  const random = new Random(seed);
  let now: Course = { world: createWorld({ workers: 3, stock: 20, fencing }), toCome: 25, chaos };
  for (let ticks = 0; ticks < 3000 && !isOver(now); ticks++) now = advance(now, random);
  return now;
};

describe('by chance, for three workers and any number of mishaps', () => {
  test('each reward is issued exactly once, at every moment', () => {
    fc.assert(always('full'), { numRuns: 150 });
  });

  test('but not without fencing', () => {
    expect(fc.check(always('none'), { numRuns: 500, endOnFailure: true }).failed).toBe(true);
  });

  test('whatever the chaos, all orders come to their end: twenty issued, five rejected', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 0.4, noNaN: true }), (seed, chaos) => {
        const { world } = course(seed, chaos, 'full');
        return holds(world) && world.stock === 0 && world.orders.length === 25 && over(world);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the parts', () => {
  const one = createWorld({ workers: 1, stock: 1 });

  test('the queue delivers a message again until it is acknowledged', () => {
    const first = receive(enqueue(one, 1));
    expect(first?.message).toEqual({ id: 1, order: 1, hidden: 0 });
    let world = first?.world ?? one;
    expect(receive(world)).toBe(undefined);
    for (let tick = 0; tick < one.timing.visibility; tick++) world = act(world, { kind: 'tick' });
    expect(receive(world)?.message.order).toBe(1);
    expect(receive(acknowledge(world, 1))).toBe(undefined);
    expect(putBack(world, 1).queue[0]?.hidden).toBe(one.timing.retry);
  });

  test('a lease runs out unless it is renewed, and the next one has a higher token', () => {
    const first = acquire(one, 1, 0);
    expect(first?.token).toBe(1);
    let world = first?.world ?? one;
    expect(acquire(world, 1, 0)).toBe(undefined);
    for (let tick = 0; tick < one.timing.lease; tick++) {
      expect(renew(world, 1)?.leases[0]?.left).toBe(one.timing.lease);
      world = act(world, { kind: 'tick' });
    }
    expect(renew(world, 1)).toBe(undefined);
    expect(acquire(world, 1, 0)?.token).toBe(2);
    expect(release(first?.world ?? one, 1).leases).toEqual([]);
  });

  test.each([
    ['full', false, false],
    ['writes', true, false],
    ['none', true, true],
  ] as const)('fencing «%s» lets an old token read: %s, and write: %s', (fencing, reads, writes) => {
    const world = write(act(createWorld({ workers: 1, stock: 2, fencing }), { kind: 'order' }), 1, 5, 'reserve') ?? one;
    expect(load(world, 1, 4) !== undefined).toBe(reads);
    expect(write(world, 1, 4, 'issue') !== undefined).toBe(writes);
    expect(write(world, 1, 5, 'issue')?.orders[0]).toMatchObject({ state: 'issued', credits: 1 });
  });

  test('an empty stock rejects', () => {
    const world = act(createWorld({ workers: 1, stock: 0 }), { kind: 'order' });
    expect(write(world, 1, 1, 'reserve')?.orders[0]?.state).toBe('rejected');
  });

  test.each([
    ['twice', { credits: 2, reservations: 1, state: 'issued' }],
    ['astray', { credits: 1, reservations: 1, state: 'reserved' }],
    ['lost', { credits: 0, reservations: 0, state: 'created' }],
  ] as const)('the check sees what is %s', (fault, order) => {
    const world = { ...createWorld({ workers: 1, stock: 1 }), orders: [{ id: 1, fence: 0, ...order }] };
    expect(faults(world)[fault]).toBe(1);
  });

  test('orders that are done with leave the screen, and are still counted', async () => {
    const { out } = await runTest(rewards, ['--seed', '7', '--orders', '200', '--chaos', '0']);
    expect(out).toContain('200 orders done in ');
    expect(out).toContain(': 200 issued, 0 of 200 left in stock');
  });
});

describe('in a pipe', () => {
  test('it prints what happens, tick by tick, and a summary', async () => {
    const { out, err, status } = await runTest(rewards, ['--seed', '7', '--stock', '39']);
    expect(err).toBe('');
    expect(status).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => /^\d+: Order \d+ was issued by worker \d, ticket \d+\.$/.test(line)).length).toBe(39);
    expect(lines.filter((line) => /^\d+: Order \d+ was rejected: the stock is empty\.$/.test(line)).length).toBe(1);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^40 orders done in \d+ ticks with fencing full: 39 issued, 0 of 39 left in stock$/),
      expect.stringMatching(/^\d+ messages, \d+ leases, \d+ refused for an old token$/),
      'each reward issued exactly once: yes (twice 0, lost 0, off 0)',
    ]);
  });

  test('without fencing it fails', async () => {
    const { out } = await runTest(rewards, ['--seed', '7', '--chaos', '0.3', '--fencing', 'none']);
    expect(out).toMatch(/times: nobody looked at the old ticket\.\n/);
    expect(out).toMatch(/exactly once: NO \(twice [1-9]/);
  });

  test.each([
    [['--orders', '0'], "invalid orders: '0': must be a whole number from 1 to 10000"],
    [['--workers', '9'], "invalid workers: '9': must be a whole number from 1 to 4"],
    [['--fencing', 'some'], "invalid fencing: 'some': must be one of full, writes, none"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(rewards, args);
    expect(err).toContain(`rewards: ${message}\n`);
    expect(status).toBe(2);
  });
});

describe('on the screen', () => {
  const start = async (columns: number, rows: number, args: readonly string[] = ['--chaos', '0']) => {
    const screen = createTestScreen(columns, rows);
    const host = fakeHost();
    const running = runCommand(rewards, createTestProcess(['rewards', '--seed', '7', ...args], { screen, host }));
    await host.pass(0);
    return { screen, host, running };
  };

  test('at 40×20 it shows the workers, their leases and the invariant', async () => {
    const { screen, host } = await start(40, 20);
    await screen.type('oo');
    await host.pass(600);
    for (const id of [1, 2, 3]) expect(screen.text()).toContain(`worker ${id}`);
    expect(screen.text()).toMatch(/ticket \d+/);
    expect(screen.text()).toContain('Each reward is issued just once.');
  });

  test('its first key stalls a worker past its lease: its old ticket is refused at the gate, and the verdict holds', async () => {
    const { screen, host } = await start(140, 42, ['--chaos', '0', '--workers', '2', '--orders', '1', '--stock', '9']);
    await screen.type('n');
    await screen.type('os');
    expect(screen.text()).toContain('Worker 1 will stand still just before it writes.');
    await screen.type('\x1b[B');
    for (let steps = 0; steps < 45 && !screen.announced.some((text) => text.includes('refused')); steps++) await host.pass(200);
    expect(screen.announced.at(-1)).toMatch(/^Worker 1 came with ticket \d\. The store has seen \d, so it was refused\.$/);
    expect(screen.text()).toMatch(/came back with an old ticket/);
    expect(screen.text()).toMatch(/✗ refused: \d is too old/);
    expect(screen.text()).toContain('✓# Each reward is issued exactly once.');
  });

  test('with the gate open it issues twice, and the verdict says so', async () => {
    const { screen, host } = await start(140, 42, ['--chaos', '0', '--workers', '2', '--orders', '1', '--stock', '9']);
    await screen.type('nffos');
    await host.pass(9000);
    expect(screen.announced.join('\n')).toMatch(/Order \d was reserved 2 times: nobody looked at the old ticket\./);
    expect(screen.text()).toMatch(/NOT exactly once: order \d was (issued|reserved) 2 times\./);
    expect(screen.text()).toContain('the gate is open');
  });

  test.each([
    ['k', 'Worker 1 was killed.'],
    ['s', 'Worker 1 will stand still just before it writes.'],
    ['c', 'Worker 1 was cut off from the locks.'],
    ['\x1b[Bk', 'Worker 2 was killed.'],
    ['\x1b[Ak', 'Worker 3 was killed.'],
    ['nod', 'The message of order 1 came twice.'],
    ['f', 'The gate looks at tickets only when something is written.'],
    ['ff', 'The gate is open: nobody looks at tickets.'],
    ['fff', 'The gate looks at every ticket again.'],
  ])('%j does what its button says, and says so', async (keys, what) => {
    const { screen } = await start(120, 40);
    await screen.type(keys);
    expect(screen.text()).toContain(what);
    expect(screen.announced.at(-1)).toBe(what);
  });

  test('p holds time, n starts anew', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('oop');
    const before = screen.text();
    expect(before).toContain('p go on');
    await host.pass(1000);
    expect(screen.text()).toBe(before);
    await screen.type('n');
    expect(screen.text()).toContain('0 messages wait');
  });
});
