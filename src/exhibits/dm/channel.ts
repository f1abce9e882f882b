/** The program's ear and mouth among the tabs of this site. */
import type { Channel } from '../../os/host.ts';
import type { Effect } from '../../tui/program.ts';
import type { Message, Model } from './model.ts';
import { farewell, type Pairing } from './pairing.ts';

/** A name that no other tab has, but by chance. Two tabs of one visitor keep no secrets from each other. */
const nameOf = (random: () => number): string => Math.floor(random() * Number.MAX_SAFE_INTEGER).toString(36);

/** A channel that is opened with the program and closed with it. */
export class TabChannel {
  #channel: Channel | undefined;
  #pairing: Pairing | undefined;

  /** Opens the channel, where the host has one. */
  readonly open: Effect<Message> = ({ process, signal, send }) => {
    const channel = process.host.channel?.('dm');
    if (!channel) return;
    this.#channel = channel;
    channel.onMessage((json) => send({ kind: 'heard', json, at: process.host.now() }));
    signal.addEventListener('abort', () => this.#close(), { once: true });
    send({ kind: 'open', name: nameOf(() => process.host.random()), at: process.host.now() });
  };

  /** Says what a model wants to be said. */
  readonly say =
    ({ outward, pairing }: Model): Effect<Message> =>
    () => {
      this.#pairing = pairing;
      for (const packet of outward) this.#channel?.send(packet);
    };

  #close(): void {
    for (const packet of this.#pairing ? farewell(this.#pairing) : []) this.#channel?.send(packet);
    this.#channel?.close();
    this.#channel = undefined;
  }
}
