/** A WebSocket as a channel of the Host port; apart, since hardly any visit opens one. */
import type { Channel } from '../../os/host.ts';

const channelOf = (socket: WebSocket): Channel => ({
  send: (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(message);
  },
  onMessage: (listener) => {
    const receive = ({ data }: MessageEvent): void => {
      if (typeof data === 'string') listener(data);
    };
    socket.addEventListener('message', receive);
    return () => socket.removeEventListener('message', receive);
  },
  onClose: (listener) => {
    socket.addEventListener('close', listener);
    return () => socket.removeEventListener('close', listener);
  },
  close: () => socket.close(),
});

/** Opens a WebSocket; rejects when it cannot be opened, for reasons that a browser does not tell. */
export const connect = (url: string): Promise<Channel> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => resolve(channelOf(socket)), { once: true });
    socket.addEventListener('error', () => reject(new Error(`cannot connect to ${url}`)), { once: true });
  });
