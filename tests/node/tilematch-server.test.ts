/** The server of tilematch over real sockets: it plays fair with the fair, and everybody else is refused. */
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { moves } from '../../src/exhibits/tilematch/board.ts';
import { type GameServer, type ServerOptions, startServer } from '../../src/node/server/game-server.ts';
import { Player } from './tilematch-player.ts';

const servers: GameServer[] = [];

const start = async (changes: Partial<ServerOptions> = {}): Promise<GameServer> => {
  const timing = { rounds: 1, round: 300_000, ready: 0, pause: 50 };
  const server = await startServer({ port: 0, host: '127.0.0.1', origins: [], timing, heartbeat: 60_000, ...changes });
  servers.push(server);
  return server;
};

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Two who have been matched, and whose round is on. */
const matched = async (server: GameServer, names: readonly [string, string] = ['Ana', 'Budi']) => {
  const [one, other] = await Promise.all([Player.join(server, names[0]), Player.join(server, names[1])]);
  for (const player of [one, other]) player.ask({ t: 'queue' });
  const [{ tiles }] = await Promise.all([one.reply('round'), other.reply('round')]);
  await expect.poll(() => server.referee.games[0]?.match.phase).toBe('play');
  return { one, other, tiles };
};

describe('two players', () => {
  test('are matched, take a pair, and both hear of it with the same score', async () => {
    const server = await start();
    const { one, other, tiles } = await matched(server);
    expect([(await one.reply('match')).foe, (await other.reply('match')).foe]).toEqual(['Budi', 'Ana']);
    const [[a, b] = [0, 0]] = moves(tiles);
    one.ask({ t: 'claim', round: 1, a, b });
    const heard = await Promise.all([one.reply('taken'), other.reply('taken')]);
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0]).toMatchObject({ a, b, points: 10 });
    expect(server.referee.games[0]?.match.scores).toEqual(heard[0]?.scores);
  });

  test('may claim the same pair at once: one gets it, the other is refused', async () => {
    const { one, other, tiles } = await matched(await start());
    const [[a, b] = [0, 0]] = moves(tiles);
    for (const player of [one, other]) player.ask({ t: 'claim', round: 1, a, b });
    const scores = await Promise.all([one.reply('taken'), other.reply('taken')]);
    expect(scores[0].scores[0] + scores[0].scores[1]).toBe(10);
    const loser = scores[0].side === (await one.reply('match')).side ? other : one;
    expect(await loser.reply('refused')).toMatchObject({ why: 'taken already' });
  });

  test('go on where they were when a line breaks, with what was missed', async () => {
    const server = await start();
    const { one, other, tiles } = await matched(server);
    const { id } = await one.reply('match');
    one.socket.terminate();
    await other.reply('foe');
    const [[a, b] = [0, 0]] = moves(tiles);
    other.ask({ t: 'claim', round: 1, a, b });
    await other.reply('taken');
    const back = await Player.join(server, 'Ana', one.token);
    expect(await back.frame('welcome')).toMatchObject({ resumed: true, token: one.token });
    expect(await back.reply('taken')).toMatchObject({ a, b });
    expect(server.referee.games.map(({ match }) => match.id)).toEqual([id]);
    expect(server.referee.players).toBe(2);
  });

  test('are one player when one comes twice with the same secret: the older line is closed', async () => {
    const server = await start();
    const first = await Player.join(server, 'Ana');
    await Player.join(server, 'Ana', first.token);
    expect(await first.closed).toBe(1008);
    expect(await first.find((heard) => heard.find((frame) => frame.k === 'bye'))).toEqual({ k: 'bye', why: 'connected elsewhere' });
    expect(server.referee.players).toBe(1);
  });
});

describe('a cheat is refused', () => {
  const claims: readonly (readonly [name: string, claim: (tiles: string) => readonly [number, number, number], why: string])[] = [
    ['two tiles that are not equal', (tiles) => [1, 0, [...tiles].findIndex((tile) => tile !== tiles[0])], 'not equal'],
    ['one tile twice', () => [1, 5, 5], 'not a tile'],
    ['a round that is not on', () => [2, 0, 1], 'no round is on'],
  ];

  test.each(claims)('who claims %s', async (_name, claim, why) => {
    const server = await start();
    const { one, tiles } = await matched(server);
    const [round, a, b] = claim(tiles);
    one.ask({ t: 'claim', round, a, b });
    expect(await one.reply('refused')).toEqual({ t: 'refused', a, b, why });
    expect(server.referee.games[0]?.match.scores).toEqual([0, 0]);
  });

  test.each([
    ['for the other side', { t: 'claim', round: 1, a: 0, b: 1, side: 1 }],
    ['with a score of its own', { t: 'claim', round: 1, a: 0, b: 1, points: 9999 }],
    ['of a cell that is none', { t: 'claim', round: 1, a: 0, b: 48 }],
    ['of a cell between cells', { t: 'claim', round: 1, a: 0, b: 0.5 }],
    ['as the referee', { t: 'taken', side: 0, a: 0, b: 1, points: 10, scores: [9999, 0] }],
    ['about the result', { t: 'result', scores: [9999, 0], winner: 0, rating: 3000, change: 99, why: 'all rounds played' }],
  ])('who speaks %s', async (_name, request) => {
    const server = await start();
    const { one } = await matched(server);
    one.ask(request);
    expect(await one.frame('no')).toEqual({ k: 'no', why: 'not a valid message' });
    expect(server.referee.games[0]?.match.scores).toEqual([0, 0]);
  });

  test('who moves before there is a match', async () => {
    const server = await start();
    const player = await Player.join(server, 'Ana');
    player.ask({ t: 'claim', round: 1, a: 0, b: 1 });
    expect(await player.reply('refused')).toMatchObject({ why: 'no round is on' });
  });

  test('who moves without having greeted: nothing happens, and nobody is born', async () => {
    const server = await start();
    const player = await Player.connect(server);
    player.ask({ t: 'queue' });
    player.say({ k: 'ping', t: 1 });
    await player.frame('pong');
    expect(server.referee.players).toBe(0);
  });

  test('who comes with a secret of nobody gets a new one, and no one’s match', async () => {
    const server = await start();
    const { one } = await matched(server);
    const thief = await Player.join(server, 'Ana', `${one.token.slice(0, -1)}${one.token.endsWith('0') ? '1' : '0'}`);
    const welcome = await thief.frame('welcome');
    expect(welcome.resumed).toBe(false);
    expect(welcome.token).not.toBe(one.token);
    thief.ask({ t: 'claim', round: 1, a: 0, b: 1 });
    expect(await thief.reply('refused')).toMatchObject({ why: 'no round is on' });
    expect(server.referee.games[0]?.match.scores).toEqual([0, 0]);
  });

  test('who acknowledges what was never said', async () => {
    const { one } = await matched(await start());
    one.say({ k: 'ack', a: 1e9 });
    expect(await one.frame('no')).toEqual({ k: 'no', why: 'not a valid message' });
  });

  test('who talks nonsense eight times is sent away', async () => {
    const server = await start();
    const player = await Player.join(server, 'Ana');
    for (let i = 0; i < 8; i++) player.say('nonsense');
    expect(await player.closed).toBe(1008);
    expect(player.heard.at(-1)).toEqual({ k: 'bye', why: 'too much nonsense' });
  });
});

describe('names', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like any other', async (name) => {
    const server = await start();
    const { one, other } = await matched(server, [name, name]);
    expect([(await one.reply('match')).foe, (await other.reply('match')).foe]).toEqual([name, name]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each(['', 'a name that is longer', '\x1b[2J', 'a\nb', '<b>'])('%j is none', async (name) => {
    const player = await Player.connect(await start());
    player.say({ k: 'hello', token: null, name });
    expect(await player.frame('no')).toEqual({ k: 'no', why: 'not a valid message' });
  });

  test.each([
    '{"k":"hello","token":null,"name":"Ana","__proto__":{"polluted":1}}',
    '{"__proto__":{"k":"hello","token":null,"name":"Ana"}}',
  ])('fields from the prototype are no fields: %s', async (text) => {
    const server = await start();
    const player = await Player.connect(server);
    player.say(text);
    expect(await player.frame('no')).toEqual({ k: 'no', why: 'not a valid message' });
    expect(server.referee.players).toBe(0);
  });
});

describe('a connection', () => {
  test('that says too much at once is closed, and the others go on', async () => {
    const server = await start();
    const { one, other, tiles } = await matched(server);
    for (let i = 0; i < 200; i++) one.say({ k: 'ping', t: i });
    expect(await one.closed).toBe(1008);
    expect(one.heard.at(-1)).toEqual({ k: 'bye', why: 'too many messages' });
    expect(one.heard.filter(({ k }) => k === 'pong').length).toBeLessThan(100);
    const [[a, b] = [0, 0]] = moves(tiles);
    other.ask({ t: 'claim', round: 1, a, b });
    expect(await other.reply('taken')).toMatchObject({ a, b });
  });

  test.each<readonly [string, (player: Player) => void, number]>([
    ['whose message is too large', ({ socket }) => socket.send('x'.repeat(5000)), 1009],
    ['that sends bytes', ({ socket }) => socket.send(Buffer.from('{"k":"ping","t":1}')), 1003],
    ['whose text is no UTF-8', ({ socket }) => socket.send(Buffer.from([0xff, 0xfe]), { binary: false }), 1007],
  ])('%s is closed by the code for that', async (_name, say, code) => {
    const server = await start();
    const player = await Player.join(server, 'Ana');
    say(player);
    expect(await player.closed).toBe(code);
    await expect.poll(() => server.connections).toBe(0);
  });

  test('that breaks the framing of WebSocket is closed', async () => {
    const server = await start();
    const raw = connectTcp(server.port, '127.0.0.1');
    raw.write(
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(raw, 'data');
    // A frame of a reserved opcode, without the mask that a client owes.
    raw.write(Buffer.from([0x83, 0x01, 0x41]));
    await once(raw, 'close');
    await expect.poll(() => server.connections).toBe(0);
  });

  test('that answers no ping is closed; its player stays for a while', async () => {
    const server = await start({ heartbeat: 40 });
    const player = await Player.join(server, 'Ana', null, { autoPong: false });
    expect(await player.closed).toBe(1006);
    expect(server.referee.players).toBe(1);
  });

  test('that never says a word is closed', async () => {
    const player = await Player.connect(await start({ heartbeat: 40 }));
    expect(await player.closed).toBe(1006);
  });

  test('that answers its pings stays', async () => {
    const server = await start({ heartbeat: 40 });
    const player = await Player.join(server, 'Ana');
    for (let i = 0; i < 5; i++) await once(player.socket, 'ping');
    expect(server.connections).toBe(1);
  });
});

describe('a page', () => {
  test.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example', 'file://', 'garbage'])(
    'of %s is refused before it has a WebSocket',
    async (origin) => {
      await expect(Player.connect(await start(), { origin })).rejects.toThrow('403');
    },
  );

  test.each(['http://localhost:4173', 'http://127.0.0.1:5173', 'https://localhost', 'http://[::1]:80', 'https://cv.example'])(
    'of %s may play where cv.example was named',
    async (origin) => {
      const server = await start({ origins: ['https://cv.example'] });
      const player = await Player.join(server, 'Ana', null, { origin });
      expect(player.token).not.toBe('');
    },
  );
});

describe('the server', () => {
  test('tells a plain request that it speaks WebSocket', async () => {
    const { port } = await start();
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, response.headers.get('upgrade')]).toEqual([426, 'websocket']);
  });

  test('says when its port is taken', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
  });

  test('ends every line when it ends, and the port is free', async () => {
    const server = await start();
    const { port } = server;
    const player = await Player.join(server, 'Ana');
    await server.close();
    expect(await player.closed).toBe(1001);
    expect((await start({ port })).port).toBe(port);
  });

  test('survives whatever text it is sent', async () => {
    const server = await start();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 7 }), async (texts) => {
        const player = await Player.join(server, 'Ana');
        for (const text of texts) player.say(text);
        player.say({ k: 'ping', t: 4711 });
        expect(await player.frame('pong')).toEqual({ k: 'pong', t: 4711 });
        player.socket.terminate();
      }),
      { numRuns: 50 },
    );
  });
});
