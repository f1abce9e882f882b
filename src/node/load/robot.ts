/** A player of the load: the exhibit's own client and bot, on a WebSocket. */
import { WebSocket } from 'ws';
import { heard, lost, opened, posted } from '../../exhibits/tilematch/far.ts';
import { addsUp } from '../../exhibits/tilematch/local.ts';
import { advance, farWorld, type Seat, type World } from '../../exhibits/tilematch/world.ts';
import type { Measures } from './measures.ts';

/** The players' clock, in milliseconds. */
export const now = (): number => Math.floor(performance.now());

/** One player. */
export class Robot {
  readonly #socket: WebSocket;
  readonly #measures: Measures;
  #world: World;
  #isLeaving = false;

  constructor(url: string, name: string, seed: number, measures: Measures) {
    this.#measures = measures;
    this.#world = farWorld(name, seed, now(), true);
    this.#socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket.on('open', () => this.#opened());
    this.#socket.on('message', (data) => this.#live(heard(this.#world, String(data))));
    this.#socket.on('error', ({ message }) => measures.fault(message));
    this.#socket.on('close', (code) => this.#closed(code));
  }

  /** Time has passed. */
  step(): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#live(this.#world);
  }

  leave(): void {
    this.#isLeaving = true;
    this.#socket.terminate();
  }

  get #seat(): Seat {
    return this.#world.seats[0] as Seat;
  }

  #opened(): void {
    this.#measures.connected++;
    this.#live(opened(this.#world, now()));
  }

  #closed(code: number): void {
    if (this.#isLeaving) return;
    this.#measures.fault(`closed with ${code}`);
    this.#world = lost(this.#world);
  }

  /** Brings the world up to date, sends what there is to send, and measures what has changed. */
  #live(world: World): void {
    const before = this.#seat.client;
    const [next, out] = posted(advance(world, now()));
    this.#world = next;
    for (const { text } of out) this.#socket.send(text);
    const { client } = this.#seat;
    if (client === before) return;
    this.#measures.compare(client, before, next.now);
    if (client.table !== before.table && !addsUp(client.table)) this.#measures.fault('a score that does not add up');
  }
}
