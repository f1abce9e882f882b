/** Whatever is typed, the shell neither crashes nor hangs; whatever is quoted comes back as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../src/syntax/quote.ts';
import { createShell } from '../front-door.ts';
import { soak } from '../soak/lines.ts';

const LINES = Number(process.env['SOAK_LINES'] ?? 3000);
const SEED = Number(process.env['SOAK_SEED'] ?? 1);

describe('random lines', () => {
  it(
    `leave a shell that answers (${LINES} of them)`,
    async () => {
      await soak(LINES, SEED);
    },
    Math.max(60_000, LINES * 20),
  );

  it('of any characters leave a shell that answers', async () => {
    const shell = createShell({ interactive: true });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (line) => {
        const { status } = await shell.run(`( ${line}\n)`);
        expect(status).toBeGreaterThanOrEqual(0);
        expect(await shell.run('echo alive')).toMatchObject({ stdout: 'alive\n' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('quoting', () => {
  const anyText = fc.string({
    unit: fc.oneof(fc.constantFrom(...' \n\t\'"\\$`*?[]{}~!#;&|<>()=^%:,.-@'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  });

  it.each(['', "'", '"'] as const)('by %s survives parsing and expansion', async (style) => {
    const shell = createShell();
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (texts) => {
        const wanted = texts.map((text) => text.replace(/\0[\s\S]*/, ''));
        await shell.run(`set -- ${wanted.map((text) => quote(text, style)).join(' ')}`);
        const { stdout } = await shell.run('printf \'%s\\0\' "$#" "$@"');
        expect(stdout.split('\0').slice(0, -1)).toEqual([String(wanted.length), ...wanted]);
      }),
      { numRuns: 300 },
    );
  });

  it('in an assignment survives too', async () => {
    const shell = createShell();
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const wanted = text.replace(/\0[\s\S]*/, '');
        await shell.run(`x=${quote(wanted)}`);
        expect((await shell.run('printf %s "$x"')).stdout).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
