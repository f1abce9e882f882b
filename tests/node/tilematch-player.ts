/** A player of the tests: a WebSocket, what came over it, and the numbering of what goes out. */
import { type ClientOptions, WebSocket } from 'ws';
import { parseReply, type Reply, type Request, type ToPlayer } from '../../src/exhibits/tilematch/protocol.ts';
import type { GameServer } from '../../src/node/server/game-server.ts';

type OfKind<K extends ToPlayer['k']> = Extract<ToPlayer, { k: K }>;
type OfReply<T extends Reply['t']> = Extract<Reply, { t: T }>;

/** One end of a connection that behaves only as far as the test wants. */
export class Player {
  readonly socket: WebSocket;
  readonly heard: ToPlayer[] = [];
  /** The code by which the connection was closed. */
  readonly closed: Promise<number>;
  sent = 0;
  #wake: () => void = () => {};

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.on('close', () => this.#wake());
    socket.on('message', (data) => {
      const frame = parseReply(String(data));
      if (!frame) throw new Error(`the server said what no player understands: ${String(data)}`);
      this.heard.push(frame);
      this.#wake();
    });
  }

  /** Connects and greets. */
  static async join(server: GameServer, name: string, token: string | null = null, options: ClientOptions = {}): Promise<Player> {
    const player = await Player.connect(server, options);
    player.say({ k: 'hello', token, name });
    await player.frame('welcome');
    return player;
  }

  /** Connects; rejects with what HTTP said otherwise. */
  static connect({ port }: GameServer, options: ClientOptions = {}): Promise<Player> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, options);
    return new Promise((resolve, reject) => {
      const player = new Player(socket);
      socket.once('open', () => resolve(player));
      socket.once('error', reject);
    });
  }

  get token(): string {
    return this.heard.find((frame) => frame.k === 'welcome')?.token ?? '';
  }

  say(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Says something in its turn, and acknowledges all that came. */
  ask(request: Request | Record<string, unknown>): void {
    const a = this.heard.reduce((most, frame) => (frame.k === 'data' ? Math.max(most, frame.s) : most), 0);
    this.say({ k: 'data', s: ++this.sent, a, m: request });
  }

  /** Waits for something that has come or will come. */
  async find<T>(pick: (heard: readonly ToPlayer[]) => T | undefined): Promise<T> {
    for (;;) {
      const found = pick(this.heard);
      if (found !== undefined) return found;
      if (this.socket.readyState >= WebSocket.CLOSING) throw new Error(`the line is closed; it said ${JSON.stringify(this.heard.at(-1))}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  frame<K extends ToPlayer['k']>(kind: K): Promise<OfKind<K>> {
    return this.find((heard) => heard.findLast((frame): frame is OfKind<K> => frame.k === kind));
  }

  reply<T extends Reply['t']>(kind: T, since = 0): Promise<OfReply<T>> {
    return this.find((heard) => {
      const bodies = heard.slice(since).flatMap((frame) => (frame.k === 'data' ? [frame.m] : []));
      return bodies.find((body): body is OfReply<T> => body.t === kind);
    });
  }
}
