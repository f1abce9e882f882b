/** Every theme can be read: WCAG 1.4.3 for text, 7 to 1 in the contrast theme, 3 to 1 for the cursor (1.4.11). */
import { describe, expect, it } from 'vitest';
import { contrast, groundsOf } from '../../src/term/grounds.ts';
import type { Theme } from '../../src/term/theme.ts';

const themes = Object.values(import.meta.glob<Theme>('../../src/themes/*.ts', { import: 'default', eager: true }));

describe.each(themes)('the theme $name', (theme) => {
  const least = theme.name === 'contrast' ? 7 : 4.5;
  it.each(theme.palette.map((colour, index) => ({ colour, index })))('shows SGR colour $index at the contrast of text', ({ colour }) => {
    expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(least);
  });
  it('shows plain and selected text at the contrast of text', () => {
    expect(contrast(theme.foreground, theme.background)).toBeGreaterThanOrEqual(least);
    expect(contrast(theme.foreground, theme.selection)).toBeGreaterThanOrEqual(4.5);
  });
  it('shows the cursor', () => {
    expect(contrast(theme.cursor, theme.background)).toBeGreaterThanOrEqual(3);
  });
  it('can be read on every ground', () => {
    const grounds = groundsOf(theme);
    const [, red = '#000000', green = '#000000'] = theme.palette;
    const pairs = [
      ...(['panel', 'raised'] as const).flatMap((ground) =>
        [grounds.text, grounds.quiet, grounds.lit].map((ink) => [ink, grounds[ground]] as const),
      ),
      ...(['accent', 'good', 'bad', 'other', 'signal'] as const).map((full) => [grounds.on, grounds[full]] as const),
      [green, grounds.goodSoft] as const,
      [red, grounds.badSoft] as const,
      [grounds.lit, grounds.accentSoft] as const,
      [grounds.text, grounds.accentSoft] as const,
      [grounds.other, grounds.otherSoft] as const,
    ];
    for (const [ink, ground] of pairs) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it('has sixteen colours', () => {
    expect(theme.palette).toHaveLength(16);
  });
});

it('there are at least eight themes, dark, light and one for contrast', () => {
  expect(themes.length).toBeGreaterThanOrEqual(8);
  expect(new Set(themes.map((theme) => theme.kind))).toEqual(new Set(['dark', 'light']));
  expect(themes.map((theme) => theme.name)).toContain('contrast');
});
