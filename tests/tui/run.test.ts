/** A program on a terminal: keys, taps, time, effects, resizing, help, and every way out. */
import { describe, expect, test } from 'vitest';
import { type Program, withEffects } from '../../src/tui/program.ts';
import { type Outcome, runProgram } from '../../src/tui/run.ts';
import { counter, type Message, type Model } from './counter.ts';
import { createTestProcess } from './process.ts';
import { createTestScreen, fakeHost, interrupted, settle } from './screen.ts';

const started = async (program: Program<Model, Message> = counter, columns = 40, rows = 9) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  await screen.write('$ counter\r\n');
  const running: { outcome?: Outcome<Model>; error?: unknown } = {};
  runProgram(createTestProcess(['counter'], { screen, host }), program).then(
    (outcome) => {
      running.outcome = outcome;
    },
    (error: unknown) => {
      running.error = error;
    },
  );
  await settle();
  return { screen, host, running };
};

/** The same, without anything that moves by itself. */
const { tick: _, ...still } = counter;

describe('the screen', () => {
  test('shows title, body and footer', async () => {
    const { screen } = await started();
    expect(screen.text()).toBe(
      [
        ' counter  counts to ten',
        '╭─ count ──────────────────────────────╮',
        '│so far ░░░░░░░░░░░░░░░░░░░░░░░░░░ 0/10│',
        '│                                      │',
        '│[ 5 ]                                 │',
        '│                                      │',
        '╰──────────────────────────────────────╯',
        '↑↓ count  p pause  g greet  ? help',
        'q leave',
      ].join('\n'),
    );
  });

  test('is drawn anew at a new size, and nothing runs again', async () => {
    const { screen } = await started(still);
    await screen.type('\x1b[A');
    await screen.resize(60, 6);
    expect(screen.rows()[0]).toBe('╭─ count ──────────────────────────────────────────────────╮');
    expect(screen.rows()[1]).toContain('1/10');
    expect(screen.rows()[5]).toBe('↑↓ count  p pause  g greet  ? help  q leave');
  });

  test('a key that changes one cell sends one short frame', async () => {
    const { screen } = await started(still);
    const before = screen.frames.length;
    await screen.type('\x1b[A');
    expect(screen.frames.length).toBe(before + 1);
    expect(screen.frames.at(-1)?.length).toBeLessThan(80);
  });

  test('a key that changes nothing sends nothing', async () => {
    const { screen } = await started(still);
    const before = screen.frames.length;
    await screen.type('x');
    expect(screen.frames.length).toBe(before);
  });
});

describe('the ways out', () => {
  test.each([
    ['q', 'q', 0],
    ['Escape', '\x1b', 0],
    ['Ctrl-C', '\x03', 130],
  ])('%s leaves, and the screen is as it was', async (_name, keys, status) => {
    const { screen, running } = await started();
    await screen.type(keys);
    expect(running.outcome?.status).toBe(status);
    expect(screen.text()).toBe('$ counter');
    expect(screen.buffer()).toBe('normal');
  });

  test('a job that is stopped from outside gives the screen back too', async () => {
    const { screen, running } = await started();
    screen.job.abort(interrupted);
    await settle();
    expect(running.error).toBe(interrupted);
    expect(screen.text()).toBe('$ counter');
  });

  test.each<[string, Partial<Program<Model, Message>>]>([
    [
      'update',
      {
        update: () => {
          throw new Error('broken');
        },
      },
    ],
    [
      'view',
      {
        view: ({ count }) => {
          if (count > 0) throw new Error('broken');
        },
      },
    ],
    ['an effect', { update: (model) => withEffects(model, () => Promise.reject(new Error('broken'))) }],
  ])('a bug in %s gives the screen back and is thrown on', async (_where, broken) => {
    const { screen, running } = await started({ ...still, ...broken });
    await screen.type('\x1b[A');
    expect(running.error).toEqual(new Error('broken'));
    expect(screen.text()).toBe('$ counter');
  });

  test('an effect may leave with a status of its own', async () => {
    const { screen, running } = await started({ ...still, update: (model) => withEffects(model, ({ leave }) => leave(3)) });
    await screen.type('\x1b[A');
    expect(running.outcome?.status).toBe(3);
  });
});

describe('time', () => {
  test('passes step by step and stops when the program is at rest', async () => {
    const { screen, host } = await started();
    await host.pass(350);
    expect(screen.text()).toContain('3/10');
    await screen.type('p');
    await host.pass(1_000);
    expect(screen.text()).toContain('3/10');
    await screen.type('p');
    await host.pass(10_000);
    expect(screen.text()).toContain('10/10');
    expect(screen.announced).toEqual(['counter fills the screen: ? explains it, q leaves.', 'The count is complete.']);
  });

  test('is the visitor’s under reduced motion', async () => {
    const { screen, host } = await started();
    host.stillness = true;
    await host.pass(1_000);
    expect(screen.text()).toContain('0/10');
    await screen.type(' ');
    expect(screen.text()).toContain('5/10');
    expect(screen.text()).toContain('Space half a second on');
  });

  test('is stepped by another key where the program wants Space for itself', async () => {
    const bindings = [{ chords: [' '], summary: 'pause', message: { kind: 'pause' } as const }];
    const { screen, host } = await started({ ...counter, bindings });
    host.stillness = true;
    await screen.resize(40, 10);
    expect(screen.text()).toContain('Space pause  . half a second on');
    await screen.type('. ');
    expect(screen.text()).toContain('5/10');
  });

  test('goes on to the next announcement at Enter under reduced motion, and no farther', async () => {
    const announce = ({ count }: { readonly count: number }) => (count === 3 ? ['It is three.'] : []);
    const { screen, host } = await started({ ...counter, announce });
    host.stillness = true;
    await screen.type('\r');
    expect(screen.text()).toContain('3/10');
    expect(screen.announced.at(-1)).toBe('It is three.');
    await screen.type('\r');
    expect(screen.text()).toContain('10/10');
  });

  test('takes one frame for a step, however many of the program’s own it is', async () => {
    const { screen, host } = await started();
    host.stillness = true;
    const before = screen.frames.length;
    await screen.type(' ');
    expect(screen.frames.length).toBe(before + 1);
  });

  test('the help screen tells of the steps, but not of a key that means something else', async () => {
    const bindings = [{ chords: ['Enter'], summary: 'pause', message: { kind: 'pause' } as const }];
    const { screen, host } = await started({ ...counter, bindings }, 60, 20);
    host.stillness = true;
    await screen.type('?');
    expect(screen.text()).toMatch(/Space \. +half a second on/);
    expect(screen.text()).toMatch(/> +on to the next event/);
  });

  test('stands still while the help screen is read', async () => {
    const { screen, host } = await started();
    await screen.type('?');
    await host.pass(1_000);
    await screen.type('?');
    expect(screen.text()).toContain('0/10');
    await host.pass(100);
    expect(screen.text()).toContain('1/10');
  });

  test('an effect answers by a message when its time has come', async () => {
    const { screen, host } = await started(still);
    await screen.type('g');
    expect(screen.text()).not.toContain('hello');
    await host.pass(50);
    expect(screen.text()).toContain('hello from test');
  });
});

describe('taps', () => {
  test('on the footer press the key that stands there', async () => {
    const { screen, running } = await started(still);
    await screen.click(1, 7);
    expect(screen.text()).toContain('1/10');
    await screen.click(3, 8);
    expect(running.outcome?.status).toBe(0);
  });

  test('on what the program made tappable send its message', async () => {
    const { screen } = await started(still);
    await screen.click(3, 4);
    expect(screen.text()).toContain('5/10');
    await screen.click(20, 4);
    expect(screen.text()).toContain('5/10');
  });
});

describe('the help screen', () => {
  test('explains, lists the keys, and leads on', async () => {
    const { screen, running } = await started(still, 60, 24);
    await screen.type('?');
    const help = screen.text();
    for (const part of ['It counts.', 'Then it stops.', '↑↓', 'pause', 'See cat acme.', 'A toy.']) expect(help).toContain(part);
    await screen.type('\r');
    expect(running.outcome).toMatchObject({ status: 0, followed: true });
  });

  test('scrolls as far as its end and no further', async () => {
    const { screen } = await started(still, 40, 9);
    await screen.type('?');
    const top = screen.text();
    await screen.type('jjjjjjjjjjjjjjjjjjjjjjjjjjjjjj');
    const end = screen.text();
    expect(end).not.toBe(top);
    await screen.type('k');
    expect(screen.text()).not.toBe(end);
    await screen.type('bbbbb');
    expect(screen.text()).toBe(top);
  });

  test('Escape closes it before it leaves the program', async () => {
    const { screen, running } = await started(still);
    await screen.type('?');
    await screen.type('\x1b');
    expect(running.outcome).toBeUndefined();
    expect(screen.text()).toContain('0/10');
  });
});
