/** localStorage as the Storage port: absent, forbidden, full or damaged, it never throws. */
import type { Storage } from '../../os/host.ts';

const open = (): globalThis.Storage | undefined => {
  try {
    const storage = globalThis.localStorage;
    // A full store can still be read; only a forbidden one throws here.
    storage.getItem('');
    return storage;
  } catch {
    return undefined;
  }
};

/** Keeps in memory, while the page lives, what the browser does not store. */
const withFallback = (storage: globalThis.Storage | undefined): Storage => {
  const memory = new Map<string, string>();
  const attempt = <T>(action: (storage: globalThis.Storage) => T): T | undefined => {
    try {
      return storage && action(storage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(key)) ?? undefined,
    set: (key, value) => {
      const kept = attempt((store) => {
        store.setItem(key, value);
        return true;
      });
      if (kept) memory.delete(key);
      else memory.set(key, value);
      return kept ?? false;
    },
    remove: (key) => {
      memory.delete(key);
      attempt((kept) => kept.removeItem(key));
    },
    keys: (prefix) => {
      const kept = attempt((store) => Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')) ?? [];
      return [...new Set([...kept, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
};

/** The page's storage. */
export const openStorage = (): Storage => withFallback(open());
