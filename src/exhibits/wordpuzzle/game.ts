/** The game: what is typed, what was found, and what the game says to it. */
import type { Random } from '../../tui/random.ts';
import type { Dictionary } from './list.ts';
import { LETTERS, type Puzzle, pointsOf, puzzleOf } from './puzzle.ts';
import { accepts } from './trie.ts';

/** What is there once the list of words is. */
export interface Table {
  readonly dictionary: Dictionary;
  readonly puzzle: Puzzle;
  /** The letters that one chooses from, as they stand. */
  readonly order: readonly string[];
}

/** A game at a moment. */
export interface Game {
  readonly random: Random;
  /** Undefined until the list has been loaded. */
  readonly table: Table | undefined;
  readonly typed: string;
  /** The words that were found, the newest first. */
  readonly found: readonly string[];
  readonly hints: number;
  readonly note: string;
  /** The word whose way through the trie is shown; empty while what is typed is. */
  readonly walked: string;
  readonly isExplaining: boolean;
}

/** What can happen. */
export type GameEvent =
  | { readonly kind: 'loaded'; readonly dictionary: Dictionary; readonly at: number }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'rub' | 'take' | 'shuffle' | 'hint' | 'explain' | 'share' }
  | { readonly kind: 'note'; readonly text: string };

/** A game before its list is there; `walked` is a word to explain. */
export const newGame = (random: Random, walked = ''): Game => ({
  random,
  table: undefined,
  typed: '',
  found: [],
  hints: 0,
  note: 'Loading the words…',
  walked,
  isExplaining: walked !== '',
});

/** Points of the words that were found. */
export const scoreOf = ({ found }: Game): number => found.reduce((sum, word) => sum + pointsOf(word), 0);

/** The result in a line, without a word given away. */
export const resultOf = (game: Game, { puzzle }: Table): string =>
  `wordpuzzle ${puzzle.date}: ${game.found.length} of ${puzzle.words.length} words, ${scoreOf(game)} of ${puzzle.points} points, hints ${game.hints}`;

/** Why a word does not count, or undefined when it does. */
const objection = (word: string, { found }: Game, { puzzle, dictionary }: Table): string | undefined => {
  if (word.length < 4) return 'too short: four letters at least';
  if (!word.includes(puzzle.required)) return `it must have the letter ${puzzle.required}`;
  if (found.includes(word)) return 'you have it already';
  return accepts(dictionary.trie, word) ? undefined : 'not in the list';
};

const take = (game: Game, table: Table): Game => {
  const { typed } = game;
  if (typed === '') return game;
  const why = objection(typed, game, table);
  const after = { ...game, typed: '', walked: typed };
  if (why) return { ...after, note: `${typed}: ${why}` };
  return { ...after, found: [typed, ...game.found], note: `${typed}: ${pointsOf(typed)} ${pointsOf(typed) === 1 ? 'point' : 'points'}` };
};

/** A hint shows the beginning of a word that is still to be found. */
const hint = (game: Game, { puzzle }: Table): Game => {
  const rest = puzzle.words.filter((word) => !game.found.includes(word));
  if (rest.length === 0) return { ...game, note: 'you have them all' };
  const random = game.random.clone();
  const word = random.pick(rest);
  const shown = word.slice(0, 2) + '·'.repeat(word.length - 2);
  return { ...game, random, hints: game.hints + 1, note: `a hint: ${shown}` };
};

const shuffle = (game: Game, table: Table): Game => {
  const random = game.random.clone();
  return { ...game, random, table: { ...table, order: random.shuffle(table.order) } };
};

const type = (game: Game, letter: string): Game =>
  game.typed.length < LETTERS
    ? { ...game, typed: game.typed + letter, walked: '' }
    : { ...game, note: 'no word has more than seven letters' };

const play = (game: Game, table: Table, event: GameEvent): Game => {
  switch (event.kind) {
    case 'letter':
      return type(game, event.letter);
    case 'rub':
      return { ...game, typed: game.typed.slice(0, -1), walked: '' };
    case 'take':
      return take(game, table);
    case 'shuffle':
      return shuffle(game, table);
    case 'hint':
      return hint(game, table);
    case 'explain':
      return { ...game, isExplaining: !game.isExplaining };
    case 'share':
      return { ...game, note: resultOf(game, table) };
    case 'note':
      return { ...game, note: event.text };
    case 'loaded':
      return game;
  }
};

/** The game after an event. Pure; until the list is there nothing else happens. */
export const happen = (game: Game, event: GameEvent): Game => {
  if (game.table) return play(game, game.table, event);
  if (event.kind !== 'loaded') return game;
  const { dictionary, at } = event;
  const puzzle = puzzleOf(dictionary, at);
  return { ...game, table: { dictionary, puzzle, order: [...puzzle.letters] }, note: 'Type a word, then press Enter' };
};

/** Whether each word that was found is in the list, fits the letters, and is there once: checked on what is there. */
export const isSound = ({ found }: Game, { puzzle }: Table): boolean =>
  new Set(found).size === found.length && found.every((word) => puzzle.words.includes(word));
