/** A server's end of the channel, for tests: the referee behind channels in memory, on the test's clock. */
import { openReferee } from '../../../src/exhibits/tilematch/local.ts';
import type { Referee } from '../../../src/exhibits/tilematch/referee.ts';
import type { Channel } from '../../../src/os/host.ts';

interface Line {
  readonly hear: Set<(message: string) => void>;
  readonly ended: Set<() => void>;
}

/** What `Host.connect` reaches. */
export class RefereeChannels {
  readonly #now: () => number;
  readonly #lines = new Map<string, Line>();
  #count = 0;
  referee: Referee;
  /** Addresses that were asked for. */
  readonly urls: string[] = [];
  isReachable = true;
  /** Takes what it is told and says nothing. */
  isMute = false;
  /** Holds a connection back until it is called. */
  hold: Promise<void> = Promise.resolve();

  constructor(now: () => number) {
    this.#now = now;
    this.referee = RefereeChannels.#newReferee();
  }

  static #newReferee(): Referee {
    return openReferee(7, { rounds: 1, round: 30_000, ready: 200, pause: 200 });
  }

  get open(): number {
    return this.#lines.size;
  }

  /** Another referee, who knows nobody. */
  restart(): void {
    this.referee = RefereeChannels.#newReferee();
    this.breakAll();
  }

  breakAll(): void {
    for (const id of [...this.#lines.keys()]) this.#end(id);
  }

  step(): void {
    this.referee.step(this.#now());
    this.#send();
  }

  connect = async (url: string): Promise<Channel> => {
    this.urls.push(url);
    await this.hold;
    if (!this.isReachable) throw new Error(`cannot connect to ${url}`);
    const id = String(++this.#count);
    const line: Line = { hear: new Set(), ended: new Set() };
    this.#lines.set(id, line);
    return {
      send: (message) => {
        if (!this.#lines.has(id)) return;
        this.referee.receive(id, message, this.#now());
        this.#send();
      },
      onMessage: (listener) => {
        line.hear.add(listener);
        return () => void line.hear.delete(listener);
      },
      onClose: (listener) => {
        line.ended.add(listener);
        return () => void line.ended.delete(listener);
      },
      close: () => this.#end(id),
    };
  };

  #end(id: string): void {
    const line = this.#lines.get(id);
    this.#lines.delete(id);
    this.referee.closed(id, this.#now());
    for (const listener of line?.ended ?? []) setImmediate(listener);
  }

  #send(): void {
    for (const { to, text, close } of this.referee.take()) {
      if (this.isMute) continue;
      const line = this.#lines.get(to);
      for (const listener of line?.hear ?? []) setImmediate(() => listener(text));
      if (close) this.#end(to);
    }
  }
}
