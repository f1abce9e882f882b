/** The command history across visits: each entry has a storage key, so that two tabs do not overwrite each other. */
import type { Host } from '../../os/host.ts';
import { isClean } from '../../term/clean.ts';

const PREFIX = 'cvsh:history:';
/** Entries that are kept. */
const HISTORY_ENTRIES = 1_000;
/** Characters of an entry; longer ones are not kept. */
const HISTORY_ENTRY = 4_096;
/** Entries to drop when the store is full. */
const RELIEF = 100;

/** The history port of the line editor. */
export interface HistoryStore {
  /** Oldest first, those of other tabs included. */
  entries(): readonly string[];
  add(line: string): void;
  clear(): void;
}

/** Whether a text can be an entry; the storage must not bring control characters to the prompt. */
const isEntry = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text.length <= HISTORY_ENTRY && isClean(text);

/** Where a key of ours stands among others; 0 for any other key. */
const placeOf = (key: string): number => {
  const [, digits = ''] = /^([\da-z]{9})-/.exec(key.slice(PREFIX.length)) ?? [];
  return digits === '' || digits.startsWith('zz') ? 0 : Number.parseInt(digits, 36);
};

/** Keys sort in the order of their making: by time, but always behind the newest that is there, whatever the clock says. */
const createKeys = (host: Pick<Host, 'now' | 'random'>): ((others: readonly string[]) => string) => {
  const visit = Math.floor(host.random() * 0x7fff_ffff).toString(36);
  let last = 0;
  return (others) => {
    for (const key of others) last = Math.max(last, placeOf(key));
    last = Math.max(Math.floor(host.now()), last + 1);
    return `${PREFIX}${last.toString(36).padStart(9, '0')}-${visit}`;
  };
};

/** Opens the history, without damaged entries. */
export const openHistory = (host: Pick<Host, 'now' | 'random' | 'storage'>): HistoryStore => {
  const { storage } = host;
  const nextKey = createKeys(host);
  const keys = (): string[] => [...storage.keys(PREFIX)].sort();

  const load = (): string[] => {
    const lines: string[] = [];
    for (const key of keys()) {
      const text = storage.get(key);
      if (isEntry(text)) lines.push(text);
      else storage.remove(key);
    }
    return lines;
  };

  const forget = (count: number): void => {
    if (count === 0) return;
    for (const key of keys().slice(0, count)) storage.remove(key);
  };

  let lines = load();
  forget(Math.max(0, lines.length - HISTORY_ENTRIES));
  lines = lines.slice(-HISTORY_ENTRIES);

  return {
    entries: () => lines,
    add: (line) => {
      if (!isEntry(line) || lines.at(-1) === line) return;
      lines = [...lines.slice(1 - HISTORY_ENTRIES), line];
      const key = nextKey(keys());
      if (!storage.set(key, line)) {
        forget(RELIEF);
        storage.set(key, line);
      }
    },
    clear: () => {
      lines = [];
      for (const key of keys()) storage.remove(key);
    },
  };
};
