/** The outside as Node gives it to the shell. */
import { setImmediate } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';
import { localeName } from '../../locales/reader.ts';
import type { Host, Storage } from '../../os/host.ts';
import { clipboard, openAddress } from './desktop.ts';

/** A storage that lasts as long as the process. */
const memoryStorage = (): Storage => {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
      return true;
    },
    remove: (key) => void values.delete(key),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
  };
};

/** Rejects with the signal's own reason, as Host requires. */
const sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};

const clipboardPort = (): Pick<Host, 'copy'> => {
  const copy = clipboard();
  return copy ? { copy } : {};
};

export const nodeHost = (storage: Storage = memoryStorage()): Host => ({
  kind: 'node',
  now: () => Date.now(),
  random: () => Math.random(),
  zoneOffset: (at) => -new Date(at).getTimezoneOffset(),
  sleep,
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  storage,
  languages: [localeName((name) => process.env[name])],
  ...clipboardPort(),
  open: openAddress,
  reducedMotion: () => process.env['REDUCED_MOTION'] !== undefined,
  connect: async (url) => (await import('./socket.ts')).connect(url),
  report: (error) => {
    if (process.env['CVSH_DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  },
});
