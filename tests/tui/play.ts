/** Plays any exhibit as a restless visitor would: seeded keys, taps, waits and resizes. */
import { expect } from 'vitest';
import { Random } from '../../src/exhibits/stage/random.ts';
import type { Command } from '../../src/os/command.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess } from './process.ts';
import { createTestScreen, fakeHost } from './screen.ts';

/** How to play. */
export interface Game {
  readonly columns: number;
  readonly rows: number;
  readonly seed: number;
  readonly steps: number;
  readonly args?: readonly string[];
  /** The visitor's language; English if left out. */
  readonly language?: string;
  /** The last key: `q`, or Escape where letters are typed, must end it with 0; otherwise Ctrl-C does with 130. */
  readonly quit?: boolean;
}

/** Everything a visitor may press but what leaves: letters, digits, cursor keys, Space, Enter, Backspace, Tab, `?` twice. */
const presses = [...'abcdefghijklmnoprstuvwxyz0123456789+-/ ', '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\r', '\x7f', '\t', '??'];

/**
 * Plays `command` and leaves it: it must end with the right status, without a word on standard error or a report of a bug, with
 * no row ever too wide and the screen as it was. Keys by which a program may leave on its own account end the play early, with
 * any status of its own.
 */
export const play = async (command: Command, { columns, rows, seed, steps, args = [], quit = false, language }: Game): Promise<void> => {
  const random = new Random(seed);
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  const process = createTestProcess([command.name, '--seed', String(seed), ...args], {
    screen,
    host,
    ...(language === undefined ? {} : { language }),
  });
  await screen.write('$ ');
  let status: number | undefined;
  const done = runCommand(command, process).then((code) => {
    status = code;
  });
  for (let step = 0; step < steps && status === undefined; step++) {
    const what = random.integer(10);
    if (what < 5) await screen.type(random.pick(presses));
    else if (what < 8) await host.pass(random.integer(10, 300));
    else if (what < 9) await screen.click(random.integer(columns), random.integer(rows));
    else await screen.resize(random.integer(20, columns + 1), random.integer(8, rows + 1));
    expect(screen.overflows()).toBe(false);
    // A sentence that nobody has put into words.
    if (step % 25 === 0) expect(screen.text()).not.toContain('[object');
  }
  const left = status !== undefined;
  // A help screen may be open, which the first q closes.
  for (const key of quit ? ['q', 'q', '\x1b', '\x1b'] : ['\x03']) if (status === undefined) await screen.type(key);
  await done;
  if (!left) expect(status).toBe(quit ? 0 : 130);
  expect(process.stderrText()).toBe('');
  expect(host.reports).toEqual([]);
  expect(screen.buffer()).toBe('normal');
};
