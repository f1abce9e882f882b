/** A WebSocket as a channel of the Host port. It uses the package ws, since not every Node has WebSocket. */
import { WebSocket } from 'ws';
import type { Channel } from '../../os/host.ts';

/** Milliseconds in which a server must answer, and bytes of the longest message that we accept. */
const PATIENCE = 5000;
const LONGEST = 64 * 1024;

const channelOf = (socket: WebSocket): Channel => ({
  send: (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(message);
  },
  onMessage: (listener) => {
    const receive = (data: unknown, isBinary: boolean): void => {
      if (!isBinary) listener(String(data));
    };
    socket.on('message', receive);
    return () => void socket.off('message', receive);
  },
  onClose: (listener) => {
    socket.on('close', listener);
    return () => void socket.off('close', listener);
  },
  close: () => socket.close(),
});

/** Opens a WebSocket; rejects with the reason if that fails. */
export const connect = (url: string): Promise<Channel> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { handshakeTimeout: PATIENCE, maxPayload: LONGEST, perMessageDeflate: false });
    socket.once('open', () => resolve(channelOf(socket)));
    // Stays to the end: an error after the opening is followed by the close, which is what the listeners receive.
    socket.on('error', reject);
  });
