/** What a cheat sends, each kind of it refused by the referee for a reason of its own. */
import type { Sentences } from '../../term/say.ts';
import type { Pair } from './board.ts';
import { EMPTY } from './board.ts';
import { type Client, claimPair } from './client.ts';

/** The kinds, in words. */
export const cheats = [
  'two tiles that are not equal',
  'the other player’s move',
  'a score of its own',
  'an old message again',
  'an answer to nothing said',
  'too long a message',
] as const satisfies Sentences;
/** One of them. */
export type Cheat = (typeof cheats)[number];

const unequal = (tiles: string): Pair => {
  const first = [...tiles].findIndex((tile) => tile !== EMPTY);
  const other = [...tiles].findIndex((tile) => tile !== EMPTY && tile !== tiles[first]);
  return [Math.max(0, first), Math.max(0, other)];
};

const forged = (client: Client, cheat: Cheat): object => {
  const { sent, received } = client.stream;
  const round = Math.max(1, client.table?.round ?? 1);
  const claim = { t: 'claim', round, a: 0, b: 1 };
  const data = (s: number, m: object): object => ({ k: 'data', s, a: received, m });
  switch (cheat) {
    case 'the other player’s move':
      return data(sent + 1, { ...claim, side: 1 - (client.table?.side ?? 0) });
    case 'a score of its own':
      return data(sent + 1, { t: 'score', scores: [9999, 0] });
    case 'an answer to nothing said':
      return { k: 'ack', a: 1e9 };
    case 'too long a message':
      return data(sent + 1, { ...claim, why: 'x'.repeat(600) });
    default:
      return data(1, claim);
  }
};

/** The player after having sent it. */
export const cheat = (client: Client, kind: Cheat, now: number): Client => {
  if (kind === 'two tiles that are not equal') return client.table ? claimPair(client, unequal(client.table.tiles), now) : client;
  return client.isWelcome ? { ...client, out: [...client.out, JSON.stringify(forged(client, kind))] } : client;
};
