/**
 * Throws random bytes at the emulator behind its guard. The suite throws a megabyte; as many megabytes as are asked for go by
 * `SOAK_MEGABYTES=20 npx vitest run tests/emulator/guard.test.ts`, which also tells the slowest block.
 */
import headless from '@xterm/headless';
import { guardParser } from '../../src/browser/emulator/parser-guard.ts';
import { Random } from '../../src/exhibits/stage/random.ts';

/** What makes up a stream that a parser must survive: introducers, parameters, finals, controls, text. */
const pieces: readonly string[] = [
  ...['\x1b[', '\x1b]', '\x1bP', '\x1b_', '\x1b^', '\x1bX', '\x1b', '\x9b', '\x9d', '\x90', '\x1b\\', '\x07', '\x18', '\x1a'],
  ...['2147483647', '4294967296', '99999', '9999', '0', '1', ';', ':', '?', '>', '=', '!', '"', '$', "'", '*', ' ', '38;5;', '48;2;1;2;3'],
  ...'@ABCDEFGHIJKLMPSTXZ`abcdefghilmnpqrstuvwxyz{|}~',
  ...['\r', '\n', '\t', '\b', '\v', '\f', '\x0e', '\x0f', '\x00', '\x7f', 'text', 'é', '漢', '😀', '\u0301', '\u202e', '\ud800'],
  ...['?1049h', '?1049l', '?2026h', '?2026l', '?1003h', '?25l', '4h', '4l', '?7l', '(0', '(B', '#8', 'c', '8;;javascript:x', '52;c;AAAA'],
];

/** Pieces that are written at once. */
const BLOCK = 500;

/** Writes so many characters; resolves to the slowest block's milliseconds. Throws what the emulator throws. */
export const throwBytes = async (characters: number, seed: number): Promise<number> => {
  const random = new Random(seed);
  const terminal = new headless.Terminal({ cols: 80, rows: 24, scrollback: 1000, allowProposedApi: true, logLevel: 'off' });
  guardParser(terminal.parser as Parameters<typeof guardParser>[0]);
  let slowest = 0;
  for (let written = 0; written < characters; ) {
    let block = '';
    for (let piece = 0; piece < BLOCK; piece++)
      block += random.chance(0.1) ? String.fromCharCode(random.integer(0, 0x100)) : (pieces[random.integer(pieces.length)] ?? '');
    const start = performance.now();
    await new Promise<void>((resolve) => terminal.write(block, resolve));
    slowest = Math.max(slowest, performance.now() - start);
    written += block.length;
  }
  // Whatever state it is in, a reset brings it back.
  await new Promise<void>((resolve) => terminal.write('\x18\x1bcalive', resolve));
  const line = terminal.buffer.active.getLine(0)?.translateToString(true);
  if (line !== 'alive') throw new Error(`after seed ${seed} the screen says ${JSON.stringify(line)}`);
  return slowest;
};
