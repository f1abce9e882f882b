/** dm: whatever the wire does, each message comes once and in order to both ends once it heals. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, isSettled } from '../../src/exhibits/dm/check.ts';
import { type Safeguards, safe } from '../../src/exhibits/dm/peer.ts';
import { fair, faults, strike } from '../../src/exhibits/dm/wire.ts';
import { advance, echoOf, newWorld, switchNear, type World, writeNear } from '../../src/exhibits/dm/world.ts';
import dm from '../../src/exhibits/dm.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { english } from '../../src/locales/speech.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

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
    if (fault !== undefined) return english.translate(fault);
  }
  world = heal(world);
  for (let step = 0; step < LONG && !isSettled(world); step++) world = advance(world, random);
  if (!isSettled(world)) return 'never settled';
  const fault = faultOf(world);
  return fault && english.translate(fault);
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

test.each([
  ['Hello?', '…hello…'],
  ['This one may get lost.', '…may get lost…'],
  ['?!', '…?!…'],
  ['漢字 one', '…漢字 one…'],
])('the echo of %j is %s', (text, echo) => {
  expect(echoOf(text)).toBe(echo);
});

describe('in a pipe', () => {
  test('it prints what came, what was lost, how it was mended, and a summary', async () => {
    const { out, err, status } = await runTest(dm, ['--seed', '7']);
    expect(err).toBe('');
    expect(status).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => /^ +\d+\.\d\d s {2}Echo: …/.test(line)).length).toBe(8);
    expect(lines.filter((line) => line.includes('LOST')).length).toBeGreaterThan(8);
    expect(lines.map((line) => line.slice(10).trimStart())).toContain('You are offline: what you write waits.');
    expect(lines.slice(-4)).toEqual([
      expect.stringMatching(/^8 messages from you, 8 from the echo, in \d+\.\d s$/),
      expect.stringMatching(/^\d+ frames: \d+ lost, \d+ doubled by the wire$/),
      expect.stringMatching(/^\d+ messages sent again, \d+ gaps asked for, \d+ repeats dropped$/),
      'each message once, in order, the same at both ends: yes',
    ]);
  });

  test.each([
    ['once', /is there twice$/],
    ['order', /is (missing|out of order)$/],
    ['fill', /is lost$/],
  ])('--without %s fails, and says how', async (part, how) => {
    const { out } = await runTest(dm, ['--seed', '7', '--without', part]);
    expect(out.trimEnd()).toMatch(/the same at both ends: NO, message \d+ /);
    expect(out.trimEnd()).toMatch(how);
  });

  test.each([
    [['--messages', '0'], "invalid messages: '0': must be a whole number from 1 to 500"],
    [['--loss', '1'], "invalid loss: '1': must be a number from 0 to 0.6"],
    [['--without', 'luck'], "invalid without: 'luck': must be one of once, order, fill"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(dm, args);
    expect(err).toContain(`dm: ${message}\n`);
    expect(status).toBe(2);
  });
});

describe('on the screen, with the echo', () => {
  const start = async (columns: number, rows: number, args: readonly string[] = []) => {
    const screen = createTestScreen(columns, rows);
    const host = fakeHost();
    const running = runCommand(dm, createTestProcess(['dm', '--seed', '7', ...args], { screen, host }));
    await host.pass(2000);
    return { screen, host, running };
  };

  test('at 40×20 it shows both phones, the wire, and the invariant', async () => {
    const { screen, host } = await start(40, 20);
    expect(screen.text()).toMatch(/you +online.*echo/);
    expect(screen.text()).toContain('No messages');
    await screen.type('m');
    await host.pass(400);
    expect(screen.text()).toMatch(/1 Hel.* +·/);
    expect(screen.text()).toContain('m: “Is');
    expect(screen.text()).toContain('Both show the same, in order.');
    await host.pass(2400);
    expect(screen.text()).toMatch(/1 Hel.* +✓✓/);
  });

  test('its first key says something: it crosses the wire, both phones show it, and the verdict holds', async () => {
    const { screen, host } = await start(140, 42);
    expect(screen.text()).toContain('No messages yet.');
    await screen.type('m');
    await host.pass(6000);
    expect(screen.text()).toMatch(/1 Hello\? +✓✓ .*1 Hello\?/);
    expect(screen.text()).toMatch(/1 …hello… .*1 …hello…/);
    expect(screen.text()).toMatch(/got 1/);
    expect(screen.announced).toContain('Message 1 is read.');
    expect(screen.text()).toContain('✓# Both phones show the same messages, once, in order.');
  });

  test.each([
    ['d', 'You drop the newest frame.', 'The next frame will be dropped.'],
    ['l', 'You delay the newest frame.', 'The next frame will be late.'],
    ['r', 'You swap the newest frame.', 'The next frame will be overtaken.'],
    ['u', 'You double the newest frame.', 'The next frame will come twice.'],
  ])('%s befalls what is on the wire, or else the next frame', async (key, now, next) => {
    const { screen, host } = await start(140, 42);
    await host.pass(2000);
    await screen.type('m');
    await host.pass(200);
    await screen.type(key);
    expect(screen.announced.at(-1)).toBe(now);
    await host.pass(20_000);
    await screen.type(key);
    expect(screen.announced.at(-1)).toBe(next);
    expect(screen.text()).toMatch(/next: (lost|late|overtaken|doubled)/);
  });

  test('a message that is dropped is asked for, and delivered in its turn', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('dmm');
    await host.pass(400);
    expect(screen.text()).toMatch(/1 is lost/);
    await host.pass(800);
    expect(screen.text()).toContain('2 waits for 1');
    await host.pass(12_000);
    expect(screen.announced).toContain('Echo holds 2 back until 1 has come.');
    expect(screen.announced).toContain('Echo asks for message 1.');
    expect(screen.announced).toContain('Echo: …is anybody there…');
    expect(screen.text()).toContain('Both phones show the same messages, once, in order.');
  });

  test('what comes twice is dropped, and messages that change places are put right', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('mu');
    await host.pass(1500);
    expect(screen.announced).toContain('A repeat has come: Echo drops it.');
    await screen.type('mmr');
    await host.pass(1200);
    expect(screen.announced).toContain('Echo holds 3 back until 2 has come.');
    await host.pass(1000);
    expect(screen.text()).toContain('Both phones show the same messages, once, in order.');
  });

  test('offline, what is written waits; back online, both ends compare and it arrives', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('o');
    expect(screen.text()).toMatch(/o +online/);
    await screen.type('mmtby myself\r\x1b');
    expect(screen.text()).toMatch(/you +offline, 3 wait/);
    expect(screen.text()).toMatch(/1 Hello\? +…/);
    await host.pass(3000);
    await screen.type('o');
    expect(screen.text()).toMatch(/you +comparing/);
    await host.pass(3500);
    expect(screen.text()).toMatch(/3 by myself +✓/);
    expect(screen.announced).toContain('The wire is back: both compare notes.');
  });

  test('letters that are typed are text, not commands; Enter sends, Esc goes back', async () => {
    const { screen, running } = await start(140, 42);
    await screen.type('t');
    expect(screen.text()).toMatch(/Enter send.*Esc back.*F1 help/);
    await screen.type('mood? quiet');
    expect(screen.text()).toContain('› mood? quiet');
    await screen.type('\x7f\x7f\x17all right\r');
    expect(screen.text()).toMatch(/1 mood\? all right +[·…]/);
    await screen.type('x\x15\r');
    expect(screen.text()).toMatch(/\? help +q leave/);
    await screen.type('q');
    expect(await running).toBe(0);
  });

  test('a line that does not fit is shown at its end, and its length is bounded', async () => {
    const { screen } = await start(40, 20);
    await screen.type('t');
    await screen.type('to be ');
    for (let i = 0; i < 5; i++) await screen.type('cut '.repeat(12));
    expect(screen.text()).toMatch(/› [cut ]{8,}/);
    await screen.type('never');
    expect(screen.text()).not.toContain('never');
    await screen.type('\x15\x1b[200~bad\x1b[2Jword\x1b[201~');
    expect(screen.text()).toContain('^[[2Jword');
    expect(screen.overflows()).toBe(false);
  });

  test('w brings a storm and ends it', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('w');
    expect(screen.text()).toContain('storm: loses 25 %, doubles 20 %');
    await screen.type('mmm');
    await host.pass(30_000);
    expect(screen.announced.join(' ')).toMatch(/A storm: frames are lost/);
    expect(screen.text()).toContain('Both phones show the same messages, once, in order.');
    await screen.type('w');
    expect(screen.text()).toContain('the wire, 0.8 s long');
  });

  test('s takes a safeguard away, and the invariant fails; n begins anew', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('s');
    expect(screen.announced.at(-1)).toBe('Begun anew: repeats are not dropped.');
    await host.pass(2000);
    await screen.type('mu');
    await host.pass(1500);
    expect(screen.text()).toContain('s no dropping');
    expect(screen.text()).toContain('NOT the same: message 1 is there twice.');
    expect(screen.announced).toContain('Wrong: message 1 is there twice.');
    await screen.type('n');
    expect(screen.text()).toContain('Both phones show the same messages, once, in order.');
    await screen.type('sss');
    expect(screen.text()).toContain('safeguards ✓');
  });

  test('a tap on a button presses its key, and one on the line begins to write', async () => {
    const { screen } = await start(140, 42);
    const tap = async (what: string): Promise<void> => {
      const y = screen.rows().findIndex((text) => text.includes(what));
      await screen.click(screen.rows()[y]?.indexOf(what) ?? 0, y);
    };
    await tap('m say');
    expect(screen.text()).toContain('1 Hello?');
    await tap('m: “');
    expect(screen.text()).toMatch(/Enter send.*Esc back.*F1 help/);
  });

  test('where less motion is asked for, each Space is half a second, and Enter writes', async () => {
    const screen = createTestScreen(140, 42);
    const host = fakeHost();
    host.stillness = true;
    void runCommand(dm, createTestProcess(['dm', '--seed', '7'], { screen, host }));
    await screen.type('m');
    await host.pass(5000);
    expect(screen.text()).toContain('comparing');
    await screen.type('    ');
    expect(screen.text()).toMatch(/you +online/);
    await screen.type('>');
    expect(screen.announced.at(-1)).not.toBe('You are online.');
  });
});
