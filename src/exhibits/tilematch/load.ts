/** Loads what a match elsewhere takes, which most visitors do without. */
import type { Effect } from '../../tui/program.ts';
import type { Elsewhere, Message, Mode } from './model.ts';

const partOf = async (mode: Exclude<Mode, 'bot'>): Promise<Elsewhere> =>
  mode === 'tab' ? (await import('./tab-play.ts')).tabs : (await import('./server-play.ts')).server;

/** Loads the part of the game for a mode, and says so with the visit's number; with nothing where it cannot be had. */
export const load =
  (visit: number, mode: Exclude<Mode, 'bot'>): Effect<Message> =>
  async ({ send }) => {
    let elsewhere: Elsewhere | undefined;
    try {
      elsewhere = await partOf(mode);
    } catch {
      // A page that is offline may lack it.
    }
    send({ kind: 'loaded', visit, mode, elsewhere });
  };
