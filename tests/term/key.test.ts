import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeKeys, flushKeys, type Key, noPendingInput, PASTE_LIMIT, type PendingInput } from '../../src/term/key.ts';

/** All keys of some chunks, what is left open at the end flushed. */
const decoded = (...chunks: readonly string[]): Key[] => {
  const keys: Key[] = [];
  let pending: PendingInput = noPendingInput;
  for (const chunk of chunks) {
    const next = decodeKeys(chunk, pending);
    keys.push(...next.keys);
    pending = next.pending;
  }
  return [...keys, ...flushKeys(pending).keys];
};

const chords = (...chunks: readonly string[]): string =>
  decoded(...chunks)
    .map(({ chord }) => chord)
    .join(' ');

const named: readonly (readonly [string, string])[] = [
  ['a', 'a'],
  ['ls', 'l s'],
  ['é', 'é'],
  ['e\u0301', 'e\u0301'],
  ['日本', '日 本'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['\x01', 'C-a'],
  ['\x1f', 'C-_'],
  ['\x1d', 'C-]'],
  ['\0', 'C-Space'],
  ['\x08', 'C-h'],
  ['\x7f', 'Backspace'],
  ['\t', 'Tab'],
  ['\r', 'Enter'],
  ['\n', 'C-j'],
  ['\x1b', 'Escape'],
  ['\x1bf', 'M-f'],
  ['\x1bF', 'M-F'],
  ['\x1b.', 'M-.'],
  ['\x1b\x7f', 'M-Backspace'],
  ['\x1b\r', 'M-Enter'],
  ['\x1b\x08', 'C-M-h'],
  ['\x1b\x1b', 'Escape Escape'],
  ['\x1b\x1bx', 'Escape M-x'],
  ['\x1b\x1b[D', 'M-Left'],
  ['\x1b[', 'M-['],
  ['\x1bO', 'M-O'],
  ['\x1b]', 'M-]'],
  ['\x1b_', 'M-_'],
  ['\x1b[A', 'Up'],
  ['\x1bOA', 'Up'],
  ['\x1b[B', 'Down'],
  ['\x1b[C', 'Right'],
  ['\x1b[D', 'Left'],
  ['\x1b[H', 'Home'],
  ['\x1bOF', 'End'],
  ['\x1b[1~', 'Home'],
  ['\x1b[2~', 'Insert'],
  ['\x1b[3~', 'Delete'],
  ['\x1b[3;5~', 'C-Delete'],
  ['\x1b[5~', 'PageUp'],
  ['\x1b[5;2~', 'S-PageUp'],
  ['\x1b[6~', 'PageDown'],
  ['\x1b[1;5D', 'C-Left'],
  ['\x1b[1;3C', 'M-Right'],
  ['\x1b[1;9C', 'M-Right'],
  ['\x1b[1;2A', 'S-Up'],
  ['\x1b[1;8A', 'C-M-S-Up'],
  ['\x1b[1;5H', 'C-Home'],
  ['\x1b[Z', 'S-Tab'],
  ['\x1bOP', 'F1'],
  ['\x1bOR', 'F3'],
  ['\x1b[15~', 'F5'],
  ['\x1b[24~', 'F12'],
  ['\x1b[127;5u', 'C-Backspace'],
  ['\x1b[13;2u', 'S-Enter'],
  ['\x1b[97;5u', 'C-a'],
  ['\x1b[97u', 'a'],
];

describe('a key', () => {
  test.each(named)('%j is %s', (input, expected) => {
    expect(chords(input)).toBe(expected);
  });

  test.each(named.filter(([input]) => /^[\x00-\x7f]*$/.test(input)))('%j is the same key when it comes unit by unit', (input, expected) => {
    expect(chords(...input)).toBe(expected);
  });

  test('that types something carries it as text, and any other carries none', () => {
    expect(decoded('a\x01é\x1bb')).toEqual([
      { chord: 'a', text: 'a' },
      { chord: 'C-a', text: '' },
      { chord: 'é', text: 'é' },
      { chord: 'M-b', text: '' },
    ]);
  });
});

describe('what is no key', () => {
  test.each([
    ['a device attributes answer', '\x1b[?62;4c'],
    ['a cursor position report', '\x1b[12;40R'],
    ['a status report', '\x1b[0n'],
    ['a mode report', '\x1b[?2004;1$y'],
    ['a colour answer, ended by BEL', '\x1b]11;rgb:0000/0000/0000\x07'],
    ['a colour answer, ended by ST', '\x1b]11;rgb:0000/0000/0000\x1b\\'],
    ['a device control string', '\x1bP1$r0m\x1b\\'],
    ['an application command', '\x1b_Gi=1;OK\x1b\\'],
    ['focus gained and lost', '\x1b[I\x1b[O'],
    ['an unknown function key', '\x1b[99~'],
    ['an unknown final', '\x1b[1;2y'],
    ['private parameters', '\x1b[>0;276;0c'],
    ['giant parameters', '\x1b[2147483647b'],
    ['a mouse release', '\x1b[<0;3;4m'],
    ['mouse motion', '\x1b[<35;3;4M'],
    ['C1 control characters', '\x84\x9c'],
    ['a key beyond Unicode', '\x1b[1114112u'],
  ])('%s is dropped, and the key behind it is read', (_name, input) => {
    expect(chords(input)).toBe('');
    expect(chords(`${input}x`)).toBe('x');
  });

  test('half a sequence is dropped when nothing follows it', () => {
    expect(chords('\x1b[1;')).toBe('');
  });

  test('a sequence that never ends is given up', () => {
    expect(chords(`\x1b]${'9'.repeat(10_000)}`, 'x')).toBe('x');
    expect(chords(`\x1b[${'9'.repeat(100)}`, 'x').endsWith('x')).toBe(true);
  });
});

describe('the mouse', () => {
  test('a press is a click at its cell, and the wheel turns', () => {
    expect(decoded('\x1b[<0;3;4M\x1b[<64;1;1M\x1b[<65;1;2M')).toEqual([
      { chord: 'Click', text: '', column: 2, row: 3 },
      { chord: 'WheelUp', text: '', column: 0, row: 0 },
      { chord: 'WheelDown', text: '', column: 0, row: 1 },
    ]);
  });
});

describe('a paste', () => {
  const paste = (text: string) => `\x1b[200~${text}\x1b[201~`;

  test('is one key, whatever it holds', () => {
    expect(decoded(`a${paste('rm -rf /\r\x1b[A\x03')}b`)).toEqual([
      { chord: 'a', text: 'a' },
      { chord: 'Paste', text: 'rm -rf /\r\x1b[A\x03' },
      { chord: 'b', text: 'b' },
    ]);
  });

  test('comes whole however it is cut', () => {
    const whole = `a${paste('one\x1b[20two')}${paste('')}b`;
    for (let cut = 0; cut <= whole.length; cut++) {
      expect(decoded(whole.slice(0, cut), whole.slice(cut)).filter(({ chord }) => chord !== 'Escape')).toEqual([
        { chord: 'a', text: 'a' },
        { chord: 'Paste', text: 'one\x1b[20two' },
        { chord: 'Paste', text: '' },
        { chord: 'b', text: 'b' },
      ]);
    }
  });

  test('keeps a bounded part of a megabyte', () => {
    const half = 'x'.repeat(500_000);
    expect(decoded(`\x1b[200~${half}`, `${half}\x1b[201~y`).map(({ chord, text }) => [chord, text.length])).toEqual([
      ['Paste', PASTE_LIMIT],
      ['y', 1],
    ]);
  });

  test('is also what comes faster than anybody types', () => {
    expect(decoded('x'.repeat(1_000_000)).map(({ chord, text }) => [chord, text.length])).toEqual([['Paste', PASTE_LIMIT]]);
  });
});

describe('any input', () => {
  test('is read to its end, types no control character, and gives the same keys however it is cut', () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 3 }),
          fc.constantFrom('\x1b', '[', '\x1b[', ';5', '~', '\x1bO', '\x1b]', '\x07', '<', 'M', '\x1b[200~', '\x1b[201~'),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(noise, (input) => {
        for (const { chord, text } of decoded(input)) {
          expect(chord).not.toBe('');
          if (chord !== 'Paste') expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
