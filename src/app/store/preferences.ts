/** The settings as commands see them, through the Host: `theme`, `font` (a scale such as `1.25`), `motion`, `view`. */
import type { Sentences } from '../../locales/speech.ts';
import type { Choice, Preferences } from '../../os/host.ts';
import { themes } from '../theme-files.ts';
import { isFontScale, isMotion, isThemeName, type Settings, type SettingsStore } from './settings.ts';

const themeChoices = async (): Promise<readonly Choice[]> => {
  const found = await Promise.all([...themes.values()].map((load) => load()));
  const byKind = found.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  return [
    { name: 'auto', summary: 'as the system has it' satisfies Sentences },
    ...byKind.map(({ name, summary, kind, background, foreground, cursor, palette: [, red, green, , blue] }) => ({
      name,
      summary,
      kind,
      colours: [background, foreground, cursor, ...[green, blue, red].flatMap((colour) => colour ?? [])],
    })),
  ];
};

const isTheme = (name: string): boolean => name === 'auto' || (isThemeName(name) && themes.has(name));

const changeTo = (name: string, value: string): Partial<Settings> | undefined => {
  switch (name) {
    case 'theme':
      return isTheme(value) ? { theme: value } : undefined;
    case 'font':
      return isFontScale(Number(value)) ? { fontScale: Number(value) } : undefined;
    case 'motion':
      return isMotion(value) ? { motion: value } : undefined;
    case 'view':
      return value === 'plain' || value === 'terminal' ? { view: value } : undefined;
    default:
      return undefined;
  }
};

/** Preferences over the store. */
export const createPreferences = (settings: SettingsStore): Preferences => ({
  get: (name) => {
    const { theme, fontScale, motion, view } = settings.getState();
    const values = new Map<string, string>(Object.entries({ theme, font: String(fontScale), motion, view }));
    return values.get(name) ?? '';
  },
  set: (name, value) => {
    const change = changeTo(name, value);
    if (change) settings.setState(change);
    return change !== undefined;
  },
  choices: async (name) => (name === 'theme' ? themeChoices() : []),
});
