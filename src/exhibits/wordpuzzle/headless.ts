/** The game without a screen: the board, what a solver finds on it, and the sums; or the trie explained. */
import { translate } from '../../term/say.ts';
import { plain } from '../../term/style.ts';
import type { Random } from '../stage/random.ts';
import type { Board } from './board.ts';
import { type Game, happen, isSound, newGame, type Table } from './game.ts';
import { resultOf } from './result.ts';
import { cornerOf, costOf, sizeOf, wayOf } from './words.ts';

/** The solver finds half of the words, and now and then drops a letter. */
const SHARE = 0.5;
const SLIP = 0.1;

const enter = (game: Game, word: string): Game => {
  let next = game;
  for (const letter of word) next = happen(next, { kind: 'letter', letter });
  return happen(next, { kind: 'take' });
};

function* solve(start: Game, { puzzle }: Table, random: Random): Generator<string, Game> {
  let game = start;
  const words = [...puzzle.search.words.keys()];
  for (const word of random.shuffle(words).slice(0, Math.ceil(words.length * SHARE))) {
    game = enter(game, random.chance(SLIP) ? word.slice(0, -1) : word);
    yield game.note;
  }
  return game;
}

/** The board's rows. */
export const rowsOf = ({ side, letters }: Board): string[] =>
  Array.from({ length: side }, (_, row) => [...letters.slice(row * side, (row + 1) * side)].join(' ').toUpperCase());

/** The lines of a run. */
export function* run(table: Table, random: Random): Generator<string> {
  const { puzzle, dictionary } = table;
  const start = happen(newGame(random), { kind: 'loaded', ...table });
  yield* rowsOf(puzzle.board);
  const end = yield* solve(start, table, random.clone());
  yield* costOf(puzzle);
  yield* sizeOf(dictionary);
  yield isSound(end, table) ? translate('each word once, and on the board: yes') : translate('each word once, and on the board: NO');
  yield* resultOf(end, table);
}

/** The lines about a word, or about the search on the board. */
export function* explain({ puzzle, dictionary }: Table, word: string): Generator<string> {
  if (word !== '') yield* wayOf(dictionary, word).map(plain);
  else {
    yield* rowsOf(puzzle.board);
    yield translate('From the first corner: each line a step that the trie allows, ✗ those it does not.');
    yield* cornerOf(puzzle.board, dictionary.trie);
    yield* costOf(puzzle);
  }
  yield* sizeOf(dictionary);
}
