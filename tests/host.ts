/** A Host for the tests: its clock stands still unless moved, and its chance repeats itself. */
import type { Host, Storage } from '../src/os/host.ts';

/** 2026-11-24, noon, UTC. */
export const NOON = Date.UTC(2026, 10, 24, 12);

/** A storage in memory. */
const memoryStorage = (values = new Map<string, string>()): Storage => ({
  get: (key) => values.get(key),
  set: (key, value) => {
    values.set(key, value);
    return true;
  },
  remove: (key) => void values.delete(key),
  keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
});

/** A host whose errors fail the test that caused them. */
export const testHost = (changes: Partial<Host> = {}): Host => {
  let now = NOON;
  let seed = 1;
  return {
    kind: 'test',
    now: () => now,
    random: () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return seed / 0x8000_0000;
    },
    zoneOffset: () => 0,
    sleep: (milliseconds, signal) => {
      signal.throwIfAborted();
      now += milliseconds;
      return new Promise((resolve, reject) => {
        setImmediate(() => (signal.aborted ? reject(signal.reason) : resolve()));
      });
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    storage: memoryStorage(),
    languages: [],
    reducedMotion: () => false,
    report: (error) => {
      throw error;
    },
    ...changes,
  };
};
