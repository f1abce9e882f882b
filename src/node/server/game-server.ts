/** The exhibit's own referee behind WebSockets (RFC 6455): it takes the players' frames and sends its answers. */
import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { openReferee } from '../../exhibits/tilematch/local.ts';
import type { Timing } from '../../exhibits/tilematch/match.ts';
import { LONGEST_REQUEST } from '../../exhibits/tilematch/protocol.ts';
import type { Referee } from '../../exhibits/tilematch/referee.ts';

/** Milliseconds between two steps of the referee. */
const STEP = 50;
/** Bytes of the longest message; a unit of a request takes at most three. The referee's own limit is lower. */
const LONGEST_MESSAGE = 3 * LONGEST_REQUEST;
/** Bytes that can wait for a client that does not read. */
const MOST_BUFFERED = 256 * 1024;
/** Connections at once. */
const MOST_CONNECTIONS = 10_000;

/** Close codes of RFC 6455, section 7.4.1. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const POLICY_VIOLATION = 1008;

/** Where and how to serve. */
export interface ServerOptions {
  /** 0 for a free port. */
  readonly port: number;
  readonly host: string;
  /** Origins whose pages can play, besides those of this machine. */
  readonly origins: readonly string[];
  readonly timing: Timing;
  /** Milliseconds in which a connection must show that it is alive. */
  readonly heartbeat: number;
}

/** A running server. */
export interface GameServer {
  readonly port: number;
  /** To read from only. */
  readonly referee: Pick<Referee, 'tally' | 'players' | 'games' | 'queue'>;
  /** The number of open connections. */
  readonly connections: number;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

interface Line {
  readonly socket: WebSocket;
  /** Whether a message came since the last heartbeat, and whether one ever came. */
  isAlive: boolean;
  hasSpoken: boolean;
}

/** The names of this machine in a browser's address. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const isLoopback = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && loopback.has(hostname);
};

/** Whether a request with this Origin header (RFC 6454) can open a WebSocket. Only browsers send one, and a page cannot change it. */
const isWelcome = (origin: string | undefined, others: readonly string[]): boolean =>
  origin === undefined || others.includes(origin) || isLoopback(origin);

const now = (): number => Math.floor(performance.now());

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

class RefereeServer implements GameServer {
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #options: ServerOptions;
  readonly #lines = new Map<string, Line>();
  readonly #timers: readonly NodeJS.Timeout[];
  readonly referee: Referee;
  #count = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.referee = openReferee(randomInt(2 ** 47), options.timing, () => randomBytes(24).toString('hex'));
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false });
    this.#http = createServer((_request, response) => response.writeHead(426, { upgrade: 'websocket' }).end());
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#timers = [setInterval(() => this.#step(), STEP), setInterval(() => this.#heartbeat(), options.heartbeat)];
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.#lines.size;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(this.#options.port, this.#options.host, resolve);
    });
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { socket } of this.#lines.values()) socket.close(GOING_AWAY, 'the server ends');
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
      // Do not wait for clients that do not answer the close.
      setTimeout(() => {
        for (const socket of this.#sockets.clients) socket.terminate();
      }, STEP);
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!isWelcome(request.headers.origin, this.#options.origins)) refuse(socket, 403);
    else if (this.#lines.size >= MOST_CONNECTIONS) refuse(socket, 503);
    else this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#open(opened));
  }

  #open(socket: WebSocket): void {
    const id = String(++this.#count);
    const line: Line = { socket, isAlive: true, hasSpoken: false };
    this.#lines.set(id, line);
    socket.on('message', (data, isBinary) => this.#receive(id, line, data, isBinary));
    socket.on('pong', () => {
      line.isAlive = true;
    });
    socket.on('close', () => this.#closed(id));
    // For example an oversized or malformed frame; ws closes the connection itself.
    socket.on('error', () => {});
  }

  #receive(id: string, line: Line, data: RawData, isBinary: boolean): void {
    // Ignore a client that was told to go.
    if (this.#lines.get(id) !== line) return;
    line.isAlive = true;
    line.hasSpoken = true;
    if (isBinary) {
      line.socket.close(UNSUPPORTED_DATA, 'text only');
      return;
    }
    this.referee.receive(id, data.toString(), now());
    this.#send();
  }

  #closed(id: string): void {
    if (!this.#lines.delete(id)) return;
    this.referee.closed(id, now());
    this.#send();
  }

  #send(): void {
    for (const { to, text, close } of this.referee.take()) {
      const socket = this.#lines.get(to)?.socket;
      if (!socket) continue;
      if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate();
      else socket.send(text);
      if (!close) continue;
      this.#lines.delete(to);
      socket.close(POLICY_VIOLATION, 'bye');
    }
  }

  #step(): void {
    this.referee.step(now());
    this.#send();
  }

  /** Pings every connection, and ends those that did not answer the last ping. A connection that never sent a message gets no ping. */
  #heartbeat(): void {
    for (const line of this.#lines.values()) {
      if (!line.isAlive) line.socket.terminate();
      line.isAlive = false;
      if (line.hasSpoken) line.socket.ping();
    }
  }
}

/** Starts a server; rejects if it cannot listen on the port. */
export const startServer = async (options: ServerOptions): Promise<GameServer> => {
  const server = new RefereeServer(options);
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
};
