/** The themes by their names. The two that the page begins with are part of it; the others load on demand. */
import type { Theme } from '../term/theme.ts';
import day from '../themes/day.ts';
import night from '../themes/night.ts';

const files = import.meta.glob<Theme>(['../themes/*.ts', '!../themes/{day,night}.ts'], { import: 'default' });

/** A loader for each theme, by its name, in alphabetical order. */
export const themes: ReadonlyMap<string, () => Theme | Promise<Theme>> = new Map<string, () => Theme | Promise<Theme>>(
  [
    ['day', () => day] as const,
    ['night', () => night] as const,
    ...Object.entries(files).map(([path, load]) => [path.slice('../themes/'.length, -'.ts'.length), load] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);
