/** The command history across visits: a storage key for each entry, so that two tabs lose nothing of what both write. */
import type { Host } from '../../os/host.ts';
import { isClean } from '../../term/clean.ts';

const PREFIX = 'cvsh:history:';
/** Entries that are kept. */
const HISTORY_ENTRIES = 1_000;
/** Characters of an entry; longer ones are not kept. */
const HISTORY_ENTRY = 4_096;
/** Entries that are dropped at once when the store is full. */
const RELIEF = 100;

/** The history port of the line editor. */
export interface HistoryStore {
  /** Oldest first, those of other tabs included. */
  entries(): readonly string[];
  add(line: string): void;
  clear(): void;
}

/** What a line may be; whoever can write into the storage must not bring control characters to the prompt. */
const isEntry = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text.length <= HISTORY_ENTRY && isClean(text);

/** Keys sort by time, then by the order within one visit, then by chance. */
const createKeys = (host: Pick<Host, 'now' | 'random'>): (() => string) => {
  let count = 0;
  const visit = Math.floor(host.random() * 0x7fff_ffff).toString(36);
  return () => `${PREFIX}${Math.floor(host.now()).toString(36).padStart(9, '0')}-${(count++).toString(36).padStart(4, '0')}-${visit}`;
};

/** Opens the history; what is damaged is left out. */
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
      const key = nextKey();
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
