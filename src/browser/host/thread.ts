/** What every thread of the browser has, the page's or a worker's: time, chance, messages, the console. */
import type { Channel } from '../../os/host.ts';
import type { OwnHost } from '../../worker/shell.ts';

/** Resolves in a later macrotask, without the four milliseconds that timers take. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Resolves after so many milliseconds; rejects with the signal's reason. */
export const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
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

/** The path below which this site's scripts are: two sites of one origin leave each other alone. */
const SITE = new URL('.', import.meta.url).pathname;

/** Messages to the other tabs of this site. */
const openChannel = (name: string): Channel => {
  const channel = new BroadcastChannel(`cvsh:${SITE}:${name}`);
  return {
    send: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const handle = ({ data }: MessageEvent): void => {
        if (typeof data === 'string') listener(data);
      };
      channel.addEventListener('message', handle);
      return () => channel.removeEventListener('message', handle);
    },
    onClose: () => () => {},
    close: () => channel.close(),
  };
};

/** The part of the host that needs no page. */
export const threadHost: OwnHost = {
  kind: 'browser',
  now: () => Date.now(),
  random: () => Math.random(),
  zoneOffset: (at) => -new Date(at).getTimezoneOffset(),
  sleep,
  breathe,
  channel: openChannel,
  // The page's policy lets no other server be asked than one that the build was told of.
  ...(import.meta.env['GAME_SERVER'] ? { connect: async (url) => (await import('./socket.ts')).connect(url) } : {}),
  report: (error) => console.error(error),
};
