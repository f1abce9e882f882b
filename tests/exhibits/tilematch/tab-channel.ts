/** The channel between tabs, for tests: each message reaches every other tab, later. */
import type { Channel } from '../../../src/os/host.ts';

/** A browser's worth of tabs. */
export class TabChannels {
  readonly #open = new Map<Channel, Set<(message: string) => void>>();
  /** Every message ever sent. */
  readonly said: string[] = [];

  /** Another tab opens the channel. */
  open(): Channel {
    const listeners = new Set<(message: string) => void>();
    const channel: Channel = {
      send: (message) => {
        if (!this.#open.has(channel)) return;
        this.said.push(message);
        const others = [...this.#open].filter(([other]) => other !== channel).map(([, them]) => them);
        setImmediate(() => {
          for (const them of others) for (const listener of them) listener(message);
        });
      },
      onMessage: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      onClose: () => () => {},
      close: () => {
        listeners.clear();
        this.#open.delete(channel);
      },
    };
    this.#open.set(channel, listeners);
    return channel;
  }

  /** A tab is killed: nothing reaches it any more, and nothing comes from it. */
  kill(index: number): void {
    const [channel, listeners] = [...this.#open][index] ?? [];
    listeners?.clear();
    if (channel) this.#open.delete(channel);
  }
}
