/** The way to a referee far away: opening it, what comes from there, and what is to go there. */

import type { Channel } from '../../os/host.ts';
import type { Effect, EffectPort } from '../../tui/program.ts';
import { connect, disconnect } from './client.ts';
import { post, switched } from './line.ts';
import { type Arrival, inWorld, type Message, type Model, type Played, quiet, type Wire } from './model.ts';
import { advance, type Outward, type World, withSeat } from './world.ts';

/** The way there is open: the player greets; a new bot does so by itself. */
export const opened = (world: World, now: number): World =>
  withSeat({ ...world, now }, ({ link, client, ...seat }) => {
    const isNewBot = seat.bot !== undefined && client.token === null;
    return { ...seat, link: switched(link, true), client: isNewBot ? client : connect(client, now) };
  });

/** The way there is closed. */
export const lost = (world: World): World =>
  withSeat(world, (seat) => ({ ...seat, link: switched(seat.link, false), client: disconnect(seat.client) }));

/** Text has come from the far referee, to the visitor's end of the line. */
export const heard = (world: World, text: string): World =>
  withSeat(world, (seat) => ({ ...seat, link: post(seat.link, false, text, world.now, world.random) }));

/** What is to go out, taken out. */
export const posted = (world: World): readonly [World, readonly Outward[]] =>
  world.outward.length === 0 ? [world, []] : [{ ...world, outward: [] }, world.outward];

/** Sends texts by the open way, after whatever is done already. */
export const alsoSend = ({ model, effects }: Played, texts: readonly string[]): Played => {
  const { wire } = model.far;
  return texts.length === 0 || !wire ? quiet(model, ...effects) : quiet(model, ...effects, sending(wire, texts));
};

/** Time has come to `at`: everything on this side moves on, and what is to go out goes, as `wrap` writes it. */
export const flow = (model: Model, at: number, wrap: (outward: Outward) => readonly string[]): Played => {
  const [world, outward] = posted(advance(model.world, Math.max(at, model.world.now)));
  return alsoSend(quiet(inWorld(model, world)), outward.flatMap(wrap));
};

/** Milliseconds between two looks at the clock; where motion is unwelcome, less often. Others do not wait for a visitor's step. */
const PULSE = 50;
const CALM_PULSE = 500;

/** The name of the tabs' channel. */
const CHANNEL = 'tilematch';

type News = Arrival extends infer A ? (A extends Arrival ? Omit<A, 'visit' | 'at'> : never) : never;

const reporter = ({ process, send }: EffectPort<Message>, visit: number) => {
  return (news: News): void => send({ kind: 'arrival', arrival: { ...news, visit, at: process.host.now() } as Arrival });
};

/** Passes on what the channel says, and the time, until it is closed or the program is left, which says farewell. */
const attend = async (port: EffectPort<Message>, visit: number, channel: Channel, farewell: string | undefined): Promise<void> => {
  const { host } = port.process;
  const report = reporter(port, visit);
  let isOpen = true;
  const end = (): void => {
    isOpen = false;
    channel.close();
  };
  const wire: Wire = { send: (text) => channel.send(text), close: end };
  channel.onMessage((text) => report({ kind: 'heard', text }));
  channel.onClose(() => {
    isOpen = false;
    report({ kind: 'lost' });
  });
  const leave = (): void => {
    if (!isOpen) return;
    if (farewell !== undefined) channel.send(farewell);
    end();
  };
  if (port.signal.aborted) return leave();
  port.signal.addEventListener('abort', leave, { once: true });
  report({ kind: 'opened', wire });
  const pulse = host.reducedMotion() ? CALM_PULSE : PULSE;
  while (isOpen) {
    await host.sleep(pulse, port.signal);
    if (isOpen) report({ kind: 'time' });
  }
  port.signal.removeEventListener('abort', leave);
};

/** Opens the channel of the tabs. `farewell` is what they are told when the program is left. */
export const openTabs =
  (visit: number, farewell: string): Effect<Message> =>
  async (port) => {
    const channel = port.process.host.channel?.(CHANNEL);
    if (channel) await attend(port, visit, channel, farewell);
  };

/** Opens a WebSocket. */
export const openServer =
  (visit: number, url: string): Effect<Message> =>
  async (port) => {
    let channel: Channel | undefined;
    try {
      channel = await port.process.host.connect?.(url);
    } catch (error) {
      // Whatever kept it from opening is the visitor's to know; nothing here is broken.
      reporter(port, visit)({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (channel) await attend(port, visit, channel, undefined);
  };

/** Reports after a while that it is time to try again. */
export const retryLater =
  (visit: number, milliseconds: number): Effect<Message> =>
  async (port) => {
    await port.process.host.sleep(milliseconds, port.signal);
    reporter(port, visit)({ kind: 'retry' });
  };

/** Sends texts. */
export const sending =
  (wire: Wire, texts: readonly string[]): Effect<Message> =>
  () => {
    for (const text of texts) wire.send(text);
  };
