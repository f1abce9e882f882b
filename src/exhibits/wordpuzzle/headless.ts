/** The puzzle of the day without a screen: its letters, what a solver finds in a few tries, and the sums; or one word explained. */
import type { Random } from '../../tui/random.ts';
import { type Game, happen, isSound, newGame, resultOf, type Table } from './game.ts';
import { loadDictionary } from './list.ts';
import { sizeOf, wayOf } from './words.ts';

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
  for (const word of random.shuffle(puzzle.words).slice(0, Math.ceil(puzzle.words.length * SHARE))) {
    game = enter(game, random.chance(SLIP) ? word.slice(0, -1) : word);
    yield game.note;
  }
  return game;
}

/** The lines of a run at the time `at`. */
export async function* run(random: Random, at: number): AsyncGenerator<string> {
  const start = happen(newGame(random), { kind: 'loaded', dictionary: await loadDictionary(), at });
  const { table } = start;
  if (!table) return;
  const { puzzle, dictionary } = table;
  yield `${puzzle.date}  letters ${puzzle.letters}, each word with ${puzzle.required}: ${puzzle.words.length} words, ${puzzle.points} points`;
  const end = yield* solve(start, table, random.clone());
  yield* sizeOf(dictionary);
  yield `each word once, in the list and in the letters: ${isSound(end, table) ? 'yes' : 'NO'}`;
  yield resultOf(end, table);
}

/** The lines about one word. */
export async function* explain(word: string): AsyncGenerator<string> {
  const dictionary = await loadDictionary();
  yield* wayOf(dictionary, word);
  yield* sizeOf(dictionary);
}
