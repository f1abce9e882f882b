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
  /** Full colours by their meaning, where they are not the palette's own. */
  readonly accents?: Partial<Accents>;
}

/** Full colours by their meaning: text stands on them in the background's colour. */
export interface Accents {
  readonly accent: Colour;
  readonly good: Colour;
  readonly bad: Colour;
  readonly other: Colour;
  readonly signal: Colour;
}

/** Defines a theme. */
export const defineTheme = (theme: Theme): Theme => theme;
