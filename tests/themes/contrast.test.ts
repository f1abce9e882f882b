/** Every theme can be read: WCAG 1.4.3 for text, 7 to 1 in the contrast theme, 3 to 1 for the cursor (1.4.11). */
import { describe, expect, it } from 'vitest';
import { contrast, groundsOf, mix } from '../../src/term/grounds.ts';
import type { Colour, Theme } from '../../src/term/theme.ts';

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
  it('keeps what the page derives from ink and ground apart from them', () => {
    const { background, foreground, palette, cursor } = theme;
    const mixed = (share: number): Colour => mix(background, foreground, share);
    // The shares are critical.css's own.
    const [raised, line2, rail, soft] = [mixed(0.04), mixed(0.52), mixed(0.52), mixed(0.78)];
    const [dim = background, accent = background] = [palette[8], palette[3]];
    for (const ground of [background, raised]) {
      for (const text of [foreground, soft, dim, accent]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(cursor, ground)).toBeGreaterThanOrEqual(3);
    }
    for (const sign of [line2, rail, cursor]) expect(contrast(sign, background)).toBeGreaterThanOrEqual(3);
  });
  it('shows the chosen row of a menu, and the letter under the cursor', () => {
    const { raised, bright } = groundsOf(theme);
    expect(contrast(bright, raised)).toBeGreaterThanOrEqual(least);
    expect(contrast(theme.background, theme.cursor)).toBeGreaterThanOrEqual(3);
  });
  it('shows the cursor', () => {
    expect(contrast(theme.cursor, theme.background)).toBeGreaterThanOrEqual(3);
  });
  it('can be read on every ground', () => {
    const grounds = groundsOf(theme);
    const pairs = [
      ...(['panel', 'raised'] as const).flatMap((ground) =>
        [grounds.text, grounds.quiet, grounds.lit].map((ink) => [ink, grounds[ground]] as const),
      ),
      ...(['accent', 'good', 'bad', 'other', 'signal'] as const).map((full) => [grounds.on, grounds[full]] as const),
      ...(['accentSoft', 'goodSoft', 'badSoft', 'otherSoft'] as const).map((soft) => [grounds.text, grounds[soft]] as const),
    ];
    for (const [ink, ground] of pairs) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it('has sixteen colours', () => {
    expect(theme.palette).toHaveLength(16);
  });
});

it('none is near another of its kind in ground, ink and colours together', () => {
  const channels = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const away = (a: Colour, b: Colour): number => Math.hypot(...channels(a).map((value, at) => value - (channels(b)[at] ?? 0)));
  const looks = ({ background, foreground, palette }: Theme): readonly Colour[] => [background, foreground, ...palette.slice(1, 7)];
  for (const one of themes)
    for (const other of themes.filter(({ kind, name }) => kind === one.kind && name !== one.name)) {
      const others = looks(other);
      const distance = looks(one).reduce((sum, colour, index) => sum + away(colour, others[index] ?? colour), 0);
      expect(distance, `${one.name} and ${other.name}`).toBeGreaterThan(200);
    }
});

it('there are at least eight themes, dark, light and one for contrast', () => {
  expect(themes.length).toBeGreaterThanOrEqual(8);
  expect(new Set(themes.map((theme) => theme.kind))).toEqual(new Set(['dark', 'light']));
  expect(themes.map((theme) => theme.name)).toContain('contrast');
});
