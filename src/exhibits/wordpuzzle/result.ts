/** The result as a text to pass on, without a word given away. */
import { say } from '../../term/say.ts';
import { type Game, scoreOf, type Table } from './game.ts';
import { LONGEST, SHORTEST } from './puzzle.ts';

const lengths = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => SHORTEST + index);

const hintsOf = ({ hints }: Game): string => (hints === 1 ? say`${hints} hint` : say`${hints} hints`);

/** The sums in a line. */
export const summaryOf = (game: Game, { puzzle }: Table): string =>
  say`wordpuzzle ${puzzle.name}: ${game.found.length} of ${puzzle.search.words.size} words, ${scoreOf(game)} of ${puzzle.points} points, ${hintsOf(game)}`;

/** A bar of ten squares, one of them filled as soon as one word is found, all of them only with the last. */
const squares = (found: number, all: number): string => {
  const filled = found === 0 ? 0 : Math.max(1, Math.floor((10 * found) / all));
  return '■'.repeat(filled) + '□'.repeat(10 - filled);
};

/** The sums, then a row for each length of which there are words. */
export const resultOf = (game: Game, table: Table): string[] => {
  const all = [...table.puzzle.search.words.keys()];
  const rows = lengths.map((length) => {
    const of = (words: readonly string[]): number => words.filter((word) => word.length === length).length;
    return [length, of(game.found), of(all)] as const;
  });
  const shown = rows.filter(([, , count]) => count > 0);
  return [summaryOf(game, table), ...shown.map(([length, found, count]) => `${length} ${squares(found, count)} ${found}/${count}`)];
};
