/** What must hold, whatever players and lines do, as counted from what the players were told. */
import type { Sentences } from '../../term/say.ts';
import { TILES, tilesLeft } from './board.ts';
import type { Table } from './client.ts';
import { refusals } from './match.ts';
import type { Referee } from './referee.ts';

/** Whether each tile of a player's round was taken by one of the two, or still lies there. */
export const isWhole = ({ pairs, tiles, round }: Table): boolean => round === 0 || 2 * (pairs[0] + pairs[1]) + tilesLeft(tiles) === TILES;

/** Whether the referee's scores are the points that it gave. */
const isPaid = ({ points, scores }: Table): boolean => points[0] === scores[0] && points[1] === scores[1];

/** Whether all that a player knows of a match adds up. */
export const addsUp = (table: Table | undefined): boolean => !table || (isWhole(table) && isPaid(table));

/** How often the referee said no, by the reason. */
export const refused = ({ tally }: Pick<Referee, 'tally'>): readonly (readonly [string, number])[] =>
  [...refusals, ...(['not a valid message', 'twice or early', 'too much nonsense', 'too many messages'] satisfies Sentences)].flatMap(
    (why) => {
      const times = tally.get(why) ?? 0;
      return times === 0 ? [] : [[why, times] as const];
    },
  );

/** The value below which so many per cent of them lie, by nearest rank; 0 of none. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
};
