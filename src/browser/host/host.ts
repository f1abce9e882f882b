/** The outside as the browser gives it to the shell. */
import type { Channel, Host } from '../../os/host.ts';
import { siteRoot } from './site-root.ts';
import { openStorage } from './storage.ts';

const motion = globalThis.matchMedia('(prefers-reduced-motion: reduce)');

/** A later macrotask without the timers' clamp of four milliseconds. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** Messages to the other tabs of this site. */
const openChannel = (name: string): Channel => {
  const channel = new BroadcastChannel(`cvsh:${name}`);
  return {
    send: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const hear = ({ data }: MessageEvent): void => {
        if (typeof data === 'string') listener(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    onClose: () => () => {},
    close: () => channel.close(),
  };
};

const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const paste = async (): Promise<string | undefined> => {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
};

const download = (name: string, text: string, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

const share = async (title: string, url: string): Promise<boolean> => {
  try {
    await navigator.share({ title, url });
    return true;
  } catch {
    return false;
  }
};

/** The host of this page. */
export const browserHost = (): Host => ({
  kind: 'browser',
  now: () => Date.now(),
  random: () => Math.random(),
  zoneOffset: (at) => -new Date(at).getTimezoneOffset(),
  sleep,
  breathe,
  storage: openStorage(),
  languages: navigator.languages,
  reducedMotion: () => motion.matches,
  address: siteRoot(),
  copy,
  paste,
  open: (url) => void globalThis.open(url, '_blank', 'noopener,noreferrer'),
  download,
  print: () => globalThis.print(),
  ...('share' in navigator ? { share } : {}),
  channel: openChannel,
  connect: async (url) => (await import('./socket.ts')).connect(url),
  report: (error) => console.error(error),
});
