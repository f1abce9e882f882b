/** Shows the theme of the settings: in the terminal, on the page, and before the first paint of the next visit. */
import type { SettingsStore } from '../../app/store/settings.ts';
import type { Storage } from '../../os/host.ts';
import type { Colour, Theme } from '../../term/theme.ts';
import day from '../../themes/day.ts';
import night from '../../themes/night.ts';
import type { Emulator } from '../emulator/emulator.ts';

const light = matchMedia('(prefers-color-scheme: light)');
const moreContrast = matchMedia('(prefers-contrast: more)');

/** Where the inline script finds the colours for the first paint. */
const CSS_KEY = 'cvsh:theme-css';

const systemTheme = (): Theme => (light.matches ? day : night);

const load = async (name: string): Promise<Theme> => {
  if (name === 'auto' && !moreContrast.matches) return systemTheme();
  const { themes } = await import('../../app/theme-files.ts');
  return themes.get(name === 'auto' ? 'contrast' : name)?.() ?? systemTheme();
};

/** The custom properties by which the page's style sheets know the theme. */
const variables = ({ kind, background, foreground, cursor, palette }: Theme): readonly (readonly [string, string])[] => [
  ['color-scheme', kind],
  ['--bg', background],
  ['--fg', foreground],
  ['--fill', cursor],
  ...palette.map((colour, index) => [`--c${index}`, colour] as const),
];

/** Follows the settings and the system from now on; before `woken`, when the shell's files come, nothing has the colours beyond the sixteen. */
export const followThemes = (settings: SettingsStore, storage: Storage, emulator: Emulator, woken: Promise<void>): void => {
  let extended: (theme: Theme) => ReadonlyMap<number, Colour> = () => new Map();
  let wanted = '';
  let shown: Theme | undefined;
  const show = async (): Promise<void> => {
    const { theme: name } = settings.getState();
    wanted = name;
    const theme = await load(name);
    // A later choice may have loaded faster.
    if (wanted !== name) return;
    if (theme !== shown) emulator.setTheme(theme, extended(theme));
    shown = theme;
    const declarations = variables(theme);
    for (const [property, value] of declarations) document.documentElement.style.setProperty(property, value);
    if (name === 'auto') storage.remove(CSS_KEY);
    else storage.set(CSS_KEY, `:root{${declarations.map(([property, value]) => `${property}:${value};`).join('')}}`);
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', theme.background);
  };
  settings.subscribe((next, before) => {
    if (next.theme !== before.theme) void show();
  });
  light.addEventListener('change', () => void show());
  moreContrast.addEventListener('change', () => void show());
  void show();
  void woken.then(async () => {
    ({ extendedPalette: extended } = await import('../../term/grounds.ts'));
    if (shown) emulator.setTheme(shown, extended(shown));
  });
};
