import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreign } from '../../src/node/terminal/foreign.ts';
import { paint } from '../../src/term/ansi.ts';
import { type Role, roleColour, type Style } from '../../src/term/style.ts';

describe('in colour', () => {
  test.each<[string, Style, string]>([
    ['a title is bold, in the terminal’s own colour', { role: 'title' }, '\x1b[1mtext\x1b[0m'],
    ['a link to a line is text', { run: 'cat grab' }, 'text'],
    ['a link to a line keeps its colour', { run: 'cat grab', role: 'link' }, '\x1b[34mtext\x1b[0m'],
    [
      'a web address stays a link',
      { href: 'https://example.org/' },
      '\x1b]8;;https://example.org/\x1b\\text\x1b[0m\x1b]8;;\x1b\\'.replace('\x1b[0m', ''),
    ],
    ['ink stays ink', { ink: true }, '\x1b[38;5;231;48;5;16mtext\x1b[0m'],
  ])('%s', (_name, style, shown) => {
    expect(foreign(paint({ text: 'text', style }), true)).toBe(shown);
  });
});

describe('without colour', () => {
  test.each<[string, Style, string]>([
    ['a colour alone is nothing', { role: 'bad' }, 'text\x1b[0m'],
    ['bold stays', { role: 'link', bold: true }, '\x1b[1mtext\x1b[0m'],
    ['underline and inverse stay', { role: 'link', underline: true, inverse: true }, '\x1b[4;7mtext\x1b[0m'],
    ['ink is the terminal’s own', { ink: true, bold: true }, '\x1b[1mtext\x1b[0m'],
  ])('%s', (_name, style, shown) => {
    expect(foreign(paint({ text: 'text', style }), false)).toBe(shown);
  });

  test('no style leaves one', () => {
    const role = fc.constantFrom(...(Object.keys(roleColour) as Role[]));
    const style = fc.record({ role, bold: fc.boolean(), underline: fc.boolean(), inverse: fc.boolean(), ink: fc.boolean() });
    fc.assert(
      fc.property(style, (given) => {
        const shown = foreign(paint({ text: 'text', style: given }), false);
        expect(shown).not.toMatch(/\x1b\[(?:[\d;]*;)?(?:[349]|10)\d/);
        expect(shown.replaceAll(/\x1b\[(0|[147](;[147])*)m/g, '')).toBe('text');
      }),
    );
  });
});

test('everything else passes as it is', () => {
  const data = '\x1b[?1049h\x1b[2J\x1b[3;1Hrow\x1b[K\x1b[?25l\x1b[0m';
  expect(foreign(data, true)).toBe(data);
  expect(foreign(data, false)).toBe(data);
});
