/** The settings that the page and the shell share, kept across visits through the Storage port. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../os/host.ts';
import type { Block } from '../transcript.ts';

/** Which of its two faces the page shows. */
export type View = 'terminal' | 'plain';

export interface Settings {
  /** A theme's name, or `auto`: light or dark as the system has it. */
  readonly theme: string;
  /** In steps of the visitor's own text size, e.g. 1.25. */
  readonly fontScale: number;
  /** `auto` follows the system. */
  readonly motion: 'auto' | 'reduced' | 'full';
  readonly view: View;
  readonly transcript: readonly Block[];
}

export type SettingsStore = StoreApi<Settings>;

const KEY = 'cvsh:settings';
const VERSION = 1;

const defaults: Settings = { theme: 'auto', fontScale: 1, motion: 'auto', view: 'terminal', transcript: [] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const kept = (text: string | undefined): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) && value['version'] === VERSION ? value : {};
  } catch {
    return {};
  }
};

/** Whether it can be the name of a theme; there may be none of that name. */
export const isThemeName = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);

/** From half the visitor's own text size to three times it. */
export const isFontScale = (value: unknown): value is number => typeof value === 'number' && value >= 0.5 && value <= 3;

export const isMotion = (value: unknown): value is Settings['motion'] => value === 'auto' || value === 'reduced' || value === 'full';

/** The settings in `text`; whatever is damaged, unknown or from another version counts as not set. */
const readSettings = (text: string | undefined): Settings => {
  const { theme, fontScale, motion } = kept(text);
  return {
    ...defaults,
    ...(isThemeName(theme) ? { theme } : {}),
    ...(isFontScale(fontScale) ? { fontScale } : {}),
    ...(isMotion(motion) ? { motion } : {}),
  };
};

const write = ({ theme, fontScale, motion }: Settings): string => JSON.stringify({ version: VERSION, theme, fontScale, motion });

/** A store that begins with what is kept, and keeps what changes. */
export const createSettings = (storage: Storage): SettingsStore => {
  const store = createStore<Settings>()(() => readSettings(storage.get(KEY)));
  store.subscribe((next, previous) => {
    const text = write(next);
    if (text !== write(previous)) storage.set(KEY, text);
  });
  return store;
};
