/** The colours beyond the sixteen, worked out from a theme: the grounds of full-screen programs, and what stands on them. */
import { type Ground, groundColour, type Role, roleColour } from './style.ts';
import type { Colour, Theme } from './theme.ts';

/** Roles of text that belong to grounds and have an entry of their own beside the sixteen. */
type GroundRole = Extract<Role, 'lit' | 'text' | 'quiet' | 'bright' | 'on'>;

const parts = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** A colour between two: `share` of the second. */
export const mix = (one: Colour, other: Colour, share: number): Colour => {
  const [from, to] = [parts(one), parts(other)];
  return `#${from
    .map((value, at) =>
      Math.round(value + ((to[at] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => channel(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export const contrast = (a: Colour, b: Colour): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** The least contrast of text (WCAG 1.4.3). */
const LEAST = 4.5;

/** The colour, moved towards another until it can be read on the ground. */
const readable = (colour: Colour, towards: Colour, ground: Colour): Colour => {
  let share = 0;
  while (share < 1 && contrast(mix(colour, towards, share), ground) < LEAST) share += 0.05;
  return mix(colour, towards, Math.min(1, share));
};

/** What a theme gives the grounds and the text on them; what it does not say follows from its palette. */
export const groundsOf = (theme: Theme): Readonly<Record<Ground | GroundRole, Colour>> => {
  const { background, foreground, palette, accents } = theme;
  const [, red = foreground, green = foreground, yellow = foreground, , magenta = foreground, cyan = foreground] = palette;
  const strongest = palette[15] ?? foreground;
  const full = { accent: yellow, good: green, bad: red, other: cyan, signal: magenta, ...accents };
  const [panel, raised, rule] = [mix(background, foreground, 0.05), mix(background, foreground, 0.11), mix(background, foreground, 0.25)];
  const soft = (colour: Colour): Colour => {
    let share = 0.22;
    while (share > 0 && contrast(foreground, mix(background, colour, share)) < LEAST) share -= 0.02;
    return mix(background, colour, Math.max(0, share));
  };
  return {
    ...full,
    panel,
    raised,
    rule,
    ink: foreground,
    hole: background,
    waits: mix(background, full.other, 0.45),
    accentSoft: soft(full.accent),
    goodSoft: soft(full.good),
    badSoft: soft(full.bad),
    otherSoft: soft(full.other),
    lit: readable(full.accent, strongest, raised),
    text: foreground,
    quiet: readable(palette[8] ?? foreground, strongest, raised),
    bright: strongest,
    on: background,
  };
};

/** The entries of the 256 colours, beyond the sixteen, that a theme sets, by their number. */
export const extendedPalette = (theme: Theme): ReadonlyMap<number, Colour> => {
  const tables: readonly Readonly<Record<string, number>>[] = [roleColour, groundColour];
  return new Map(
    Object.entries(groundsOf(theme)).flatMap(([name, colour]) =>
      tables.flatMap(({ [name]: entry = 0 }): readonly (readonly [number, Colour])[] => (entry > 15 ? [[entry, colour]] : [])),
    ),
  );
};
