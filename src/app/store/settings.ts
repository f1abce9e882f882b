/** The settings that the page and the shell share, kept across visits by zustand's `persist` over the Storage port. */
import { type PersistStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../os/host.ts';
import type { Block } from '../transcript.ts';

/** Which of its two faces the page shows. */
export type View = 'terminal' | 'plain';

/** What outlasts the visit. */
interface Kept {
  /** A theme's name, or `auto`: light or dark as the system has it. */
  readonly theme: string;
  /** In steps of the visitor's own text size, e.g. 1.25. */
  readonly fontScale: number;
  /** `auto` follows the system. */
  readonly motion: 'auto' | 'reduced' | 'full';
}

export interface Settings extends Kept {
  readonly view: View;
  readonly transcript: readonly Block[];
}

export type SettingsStore = StoreApi<Settings>;

const KEY = 'cvsh:settings';
/** Where an unreadable value goes; its owner may want to look at it. */
const DAMAGED = `${KEY}-damaged`;
/** Version 1 had the settings beside the version; version 2 has them in `state`, as `persist` does. */
const VERSION = 2;

const defaults: Settings = { theme: 'auto', fontScale: 1, motion: 'auto', view: 'terminal', transcript: [] };

/** Whether it can be the name of a theme, which need not exist. */
export const isThemeName = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);

/** From half the visitor's own text size to three times it. */
export const isFontScale = (value: unknown): value is number => typeof value === 'number' && value >= 0.5 && value <= 3;

export const isMotion = (value: unknown): value is Kept['motion'] => value === 'auto' || value === 'reduced' || value === 'full';

const partialize = ({ theme, fontScale, motion }: Settings): Kept => ({ theme, fontScale, motion });

/** The current settings with whatever is valid of the stored ones. */
const merge = (stored: unknown, current: Settings): Settings => {
  const { theme, fontScale, motion } = Object(stored) as Record<keyof Kept, unknown>;
  return {
    ...current,
    ...(isThemeName(theme) ? { theme } : {}),
    ...(isFontScale(fontScale) ? { fontScale } : {}),
    ...(isMotion(motion) ? { motion } : {}),
  };
};

/** The port as a storage of `persist`. It writes only what has changed, and sets aside what no version of this program wrote. */
const adapt = (storage: Storage): PersistStorage<Kept> => {
  let text = JSON.stringify({ state: partialize(defaults), version: VERSION });
  return {
    getItem: (name) => {
      const found = storage.get(name);
      if (found === undefined) return null;
      try {
        const value = JSON.parse(found);
        if (value.version === 1) return { state: value, version: 1 };
        if (value.version === VERSION && value.state) {
          text = found;
          return value;
        }
      } catch {}
      if (storage.set(DAMAGED, found)) storage.remove(name);
      return null;
    },
    setItem: (name, value) => {
      const next = JSON.stringify(value);
      if (next !== text && storage.set(name, next)) text = next;
    },
    removeItem: (name) => storage.remove(name),
  };
};

/** A store of a side that keeps nothing itself. */
export const createSettingsCopy = (): SettingsStore => createStore<Settings>()(() => defaults);

/** A store that begins with the stored settings, and stores changes. */
export const createSettings = (storage: Storage): SettingsStore =>
  createStore<Settings>()(
    persist(() => defaults, {
      name: KEY,
      version: VERSION,
      storage: adapt(storage),
      partialize,
      migrate: (stored) => merge(stored, defaults),
      merge,
    }),
  );
