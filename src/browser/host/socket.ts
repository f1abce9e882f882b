/** A WebSocket as a channel of the Host port, in its own file because few visits open one. */
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

/** Opens a WebSocket; rejects if that fails, without a reason, since browsers give none. */
export const connect = (url: string): Promise<Channel> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => resolve(channelOf(socket)), { once: true });
    socket.addEventListener('error', () => reject(new Error(`cannot connect to ${url}`)), { once: true });
  });
