/** What only programs ask of the browser: the clipboard, downloads, sharing, other tabs and servers. It comes with the shell. */
import type { Channel, Host } from '../../os/host.ts';
import { type PageHost, siteRoot } from './host.ts';

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

/** Messages to the other tabs of this site. */
const openChannel = (name: string): Channel => {
  const channel = new BroadcastChannel(`cvsh:${name}`);
  return {
    send: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const receive = ({ data }: MessageEvent): void => {
        if (typeof data === 'string') listener(data);
      };
      channel.addEventListener('message', receive);
      return () => channel.removeEventListener('message', receive);
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

/** The whole host of this page. */
export const programsHost = (page: PageHost): Host => ({
  ...page,
  kind: 'browser',
  zoneOffset: (at) => -new Date(at).getTimezoneOffset(),
  breathe,
  address: siteRoot(),
  copy,
  download,
  print: () => globalThis.print(),
  ...('share' in navigator ? { share } : {}),
  channel: openChannel,
  connect: async (url) => (await import('./socket.ts')).connect(url),
  report: (error) => console.error(error),
});
