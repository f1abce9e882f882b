/** Ways out of the program: a channel to other tabs, a socket to a server, and time as it passes there. */
import type { Channel } from '../../os/host.ts';
import type { Effect, EffectPort } from '../../tui/program.ts';
import type { Arrival, Message, Wire } from './model.ts';

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
