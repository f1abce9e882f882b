/** Finds a theme by its name, for the visitor who has chosen one. */
import type { Theme } from '../term/theme.ts';

const files = import.meta.glob<Theme>('../themes/*.ts', { import: 'default' });

/** The theme of that name, once its file has loaded; undefined for a name that no theme has. */
export const namedTheme = async (name: string): Promise<Theme | undefined> => files[`../themes/${name}.ts`]?.();
