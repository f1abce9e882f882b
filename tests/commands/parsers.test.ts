/** The small languages inside the file commands: what they read means what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type Text, textOf } from '../../src/commands/files/diff/compare.ts';
import { unified } from '../../src/commands/files/diff/formats.ts';
import { factorize } from '../../src/commands/fun/factor.ts';
import { decimalText, parseDecimal } from '../../src/commands/text/seq.ts';
import { decode, encode } from '../../src/coreutils/bytes.ts';
import { modeText, parseMode } from '../../src/coreutils/mode.ts';
import { humanSize } from '../../src/coreutils/numbers.ts';
import { pathFrom } from '../../src/coreutils/paths.ts';
import { resolvePath } from '../../src/os/path.ts';
import type { Inode } from '../../src/os/vfs.ts';
import { plain } from '../../src/term/style.ts';
import { run } from '../front-door.ts';

const freely = (): undefined => undefined;
const strictly = { caseless: false, blanks: 'none' } as const;

describe('diff', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '}'), { maxLength: 30 })
    .chain((lines) => fc.boolean().map((terminated) => lines.join('\n') + (terminated && lines.length > 0 ? '\n' : '')));

  /** The lines of a text with the mark of a missing newline. */
  const marked = ({ lines, terminated }: Text): readonly string[] =>
    lines.map((line, index) => (terminated || index < lines.length - 1 ? `${line}\n` : line));

  it('finds changes that turn one text into the other', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.constantFrom(0, 3), async (before, after, context) => {
        const [left, right] = [textOf(before), textOf(after)];
        const changes = await compareTexts(left, right, strictly, context, freely);
        const result: string[] = [];
        let at = 0;
        for (const change of changes) {
          result.push(...marked(left).slice(at, change.left), ...marked(right).slice(change.right, change.rightEnd));
          at = change.leftEnd;
        }
        expect([...result, ...marked(left).slice(at)].join('')).toBe(after);
      }),
    );
  });

  it('counts in each heading the lines below it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        const [left, right] = [textOf(before), textOf(after)];
        const lines = unified(
          { text: left, label: 'a' },
          { text: right, label: 'b' },
          await compareTexts(left, right, strictly, 3, freely),
          3,
        ).map(plain);
        const hunks = lines.slice(2).join('\n').split(/^@@ /m).slice(1);
        for (const hunk of hunks) {
          const [, removed = '1', added = '1'] = /^-\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(hunk) ?? [];
          const body = hunk
            .split('\n')
            .slice(1)
            .filter((line) => line !== '' && !line.startsWith('\\'));
          expect(body.filter((line) => /^[ -]/.test(line)).length).toBe(Number(removed));
          expect(body.filter((line) => /^[ +]/.test(line)).length).toBe(Number(added));
        }
      }),
    );
  });
});

describe('base64', () => {
  it('gives back the bytes that it took', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = String.fromCharCode(...bytes);
        expect(encode(text)).toBe(Buffer.from(bytes).toString('base64'));
        expect(decode(encode(text))).toEqual({ bytes: text, valid: true });
      }),
    );
  });

  it('gives back any text through a pipe', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }).filter((text) => !/['\0]/.test(text)),
        async (text) => {
          expect((await run(`printf %s '${text}' | base64 | base64 -d`)).stdout).toBe(text);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('factor', () => {
  it('finds primes whose product is the number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 1n, max: 10n ** 20n }), async (number) => {
        const factors = await factorize(number, freely);
        expect(factors.reduce((product, factor) => product * factor, 1n)).toBe(number);
        for (const factor of factors) expect(await factorize(factor, freely)).toEqual([factor]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('modes', () => {
  it.each([
    ['644', 0, 0o644],
    ['u+x', 0o644, 0o744],
    ['a=r,u+w', 0, 0o644],
    ['go-rwx', 0o777, 0o700],
    ['+x', 0o644, 0o755],
    ['+w', 0o444, 0o644],
    ['g=u', 0o740, 0o770],
    ['u+r-w', 0o200, 0o400],
    ['a+X', 0o644, 0o644],
    ['a+X', 0o744, 0o755],
  ])('%s makes %o %o', (text, before, after) => {
    expect(parseMode(text, 0o022)?.(before, false)).toBe(after);
  });

  it.each(['', '8', 'u', 'q+x', 'u+q', '77777', 'u+x,', ',u+x'])('%j is none', (text) => {
    expect(parseMode(text, 0o022)).toBeUndefined();
  });

  it('that were written are read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0o777 }), (mode) => {
        const inode: Inode = { kind: 'file', content: '', mode, mtime: 0, ino: 1, readOnly: false };
        const [user, group, other] = [1, 4, 7].map((at) =>
          modeText(inode)
            .slice(at, at + 3)
            .replaceAll('-', ''),
        );
        expect(parseMode(`u=${user},g=${group},o=${other}`, 0)?.(0, false)).toBe(mode);
      }),
    );
  });
});

describe('sizes for people', () => {
  it.each([
    [0, '0'],
    [1023, '1023'],
    [1024, '1.0K'],
    [1025, '1.1K'],
    [10_239, '10K'],
    [10_241, '11K'],
    [1_048_575, '1.0M'],
    [5_000_000_000, '4.7G'],
  ])('%d is %s', (bytes, text) => {
    expect(humanSize(bytes)).toBe(text);
  });

  it('by powers of a thousand have a small k', () => {
    expect([humanSize(1000, 1000), humanSize(999_999, 1000), humanSize(1_500_000, 1000)]).toEqual(['1.0k', '1.0M', '1.5M']);
  });
});

describe('paths', () => {
  it('from one place to another lead there', () => {
    const paths = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(paths, paths, (from, to) => {
        expect(resolvePath(from, pathFrom(from, to))).toBe(to);
      }),
    );
  });
});

describe('seq', () => {
  it('prints the number that it read', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (digits, scale) => {
        const text = decimalText(digits, scale, 0);
        expect(Number(text)).toBe(digits / 10 ** scale);
        expect(parseDecimal(text)).toMatchObject({ digits: BigInt(digits), scale, width: text.length });
      }),
    );
  });
});

describe('xargs', () => {
  it('hands on words as they were quoted', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '$', '*', '\t') });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 4 }), async (items) => {
        const input = items.map((item) => `'${item}'`).join(' ');
        const { stdout } = await run(`xargs printf '<%s>' <<'END'\n${input}\nEND\n`);
        expect(stdout).toBe(items.map((item) => `<${item}>`).join(''));
      }),
      { numRuns: 60 },
    );
  });
});
