/** A WebSocket as a channel under Node: what is said arrives, in order, and the end is heard. */
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { nodeHost } from '../../src/node/host/host.ts';
import { connect } from '../../src/node/host/socket.ts';

const servers: WebSocketServer[] = [];

const serve = async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return { server, url: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
};

afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
});

const opened = async () => {
  const { server, url } = await serve();
  const other = once(server, 'connection') as Promise<[WebSocket]>;
  const channel = await connect(url);
  return { channel, other: (await other)[0] };
};

describe('a channel', () => {
  test('carries text both ways, and bytes to nobody', async () => {
    const { channel, other } = await opened();
    const heard: string[] = [];
    const stop = channel.onMessage((message) => heard.push(message));
    channel.send('to there');
    expect(String((await once(other, 'message'))[0])).toBe('to there');
    other.send(Buffer.from('bytes'));
    for (const text of ['one', 'two']) other.send(text);
    await expect.poll(() => heard).toEqual(['one', 'two']);
    stop();
    other.send('three');
    await new Promise<void>((resolve) => {
      channel.onMessage(() => resolve());
    });
    expect(heard).toEqual(['one', 'two']);
  });

  test.each(['close', 'terminate'] as const)('tells of its end when the other side does %s, and is silent from then on', async (how) => {
    const { channel, other } = await opened();
    const ended = new Promise<void>((resolve) => {
      channel.onClose(resolve);
    });
    other[how]();
    await ended;
    channel.send('to nobody');
  });

  test('that is closed here is closed there', async () => {
    const { channel, other } = await opened();
    const ended = once(other, 'close');
    channel.close();
    await ended;
  });

  test('cannot be had where nobody listens, with the reason', async () => {
    const { server, url } = await serve();
    await new Promise((resolve) => server.close(resolve));
    await expect(connect(url)).rejects.toThrow('ECONNREFUSED');
  });

  test('is what the host opens', async () => {
    const { server, url } = await serve();
    const connection = once(server, 'connection');
    const channel = await nodeHost().connect?.(url);
    await connection;
    channel?.close();
  });
});
