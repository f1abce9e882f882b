/** The emulator behind its guard: no stream of bytes breaks it, and no giant count keeps it busy. */
import headless from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { guardParser } from '../../src/browser/emulator/parser-guard.ts';
import { throwBytes } from '../soak/bytes.ts';

const megabytes = Number(process.env['SOAK_MEGABYTES'] ?? 0.5);

describe('the guard', () => {
  it.each([...'bSTIZLM@PX'])('swallows a sequence that ends in %s when its count is a giant’s', async (final) => {
    const terminal = new headless.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
    guardParser(terminal.parser as Parameters<typeof guardParser>[0]);
    await new Promise<void>((resolve) => terminal.write(`A\x1b[2147483647${final}B`, resolve));
    expect(terminal.buffer.active.getLine(0)?.translateToString(true)).toBe('AB');
  });

  it('lets a count of a program’s size through', async () => {
    const terminal = new headless.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
    guardParser(terminal.parser as Parameters<typeof guardParser>[0]);
    await new Promise<void>((resolve) => terminal.write('A\x1b[3bB', resolve));
    expect(terminal.buffer.active.getLine(0)?.translateToString(true)).toBe('AAAAB');
  });

  it(
    'survives random bytes',
    async () => {
      const slowest = await throwBytes(megabytes * 1e6, 20_261_124);
      if (process.env['SOAK_MEGABYTES']) console.log(`${megabytes} MB: the slowest block took ${slowest.toFixed(0)} ms`);
    },
    30_000 + megabytes * 30_000,
  );
});
