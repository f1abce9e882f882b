/** The settings as commands see them, through the Host. */
import type { Choice, Preferences } from '../../os/host.ts';
import { translate } from '../../term/say.ts';
import { themes } from '../theme-files.ts';
import { isFontScale, isMotion, isThemeName, type SettingsStore, type View } from './settings.ts';

const choices = async (): Promise<readonly Choice[]> => {
  const found = await Promise.all([...themes.values()].map((load) => load()));
  const byKind = found.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  return [
    { name: 'auto', summary: 'as the system has it' },
    ...byKind.map(({ name, summary, kind }) => ({ name, summary: `${translate(kind)}: ${translate(summary)}` })),
  ];
};

const isTheme = (name: string): boolean => name === 'auto' || (isThemeName(name) && themes.has(name));

/** Preferences over the store. */
export const createPreferences = (settings: SettingsStore): Preferences => ({
  get: (name) => {
    const { theme, fontScale, motion, view } = settings.getState();
    return { theme, font: String(fontScale), motion, view }[name];
  },
  set: (name, value) => {
    const change = {
      theme: () => (isTheme(value) ? { theme: value } : undefined),
      font: () => (isFontScale(Number(value)) ? { fontScale: Number(value) } : undefined),
      motion: () => (isMotion(value) ? { motion: value } : undefined),
      view: () => (value === 'plain' || value === 'terminal' ? { view: value as View } : undefined),
    }[name]();
    if (change) settings.setState(change);
    return change !== undefined;
  },
  themes: choices,
});
