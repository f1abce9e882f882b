import { describe, expect, test } from 'vitest';
import { actionOf, bindings } from '../../src/readline/keymap.ts';

const chords = bindings.flatMap((binding) => binding.chords.split(' '));

describe('the table of keys', () => {
  test('binds no chord twice, and no action twice', () => {
    expect(chords).toEqual([...new Set(chords)]);
    const names = bindings.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test('says in a short sentence what each action does', () => {
    for (const { summary } of bindings) expect(summary).toMatch(/^[A-Z].{2,58}[^.]$/);
  });

  test('names modifiers in their order, and finds each chord', () => {
    for (const chord of chords) {
      expect(chord).toMatch(/^(C-x\+)?(C-)?(M-)?(S-)?([A-Z][A-Za-z]+|\S)$/);
      expect(actionOf(chord)).toBeTypeOf('function');
    }
  });

  test('takes Meta in upper case for lower case, and nothing else for what it is not', () => {
    expect(actionOf('M-F')).toBe(actionOf('M-f'));
    expect(actionOf('F')).toBeUndefined();
    expect(actionOf('constructor')).toBeUndefined();
  });
});
