/** What a theme is: the colours behind the sixteen of SGR, and the page's own. */

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`;

export interface Theme {
  readonly name: string;
  /** A few words for the menu. */
  readonly summary: string;
  readonly kind: 'dark' | 'light';
  readonly background: Colour;
  readonly foreground: Colour;
  readonly cursor: Colour;
  readonly selection: Colour;
  /** SGR 30–37, then 90–97. Each but black has a contrast of at least 4.5 against the background (WCAG 1.4.3). */
  readonly palette: readonly Colour[];
}

/** Defines a theme. */
export const defineTheme = (theme: Theme): Theme => theme;

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export const contrast = (a: Colour, b: Colour): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
