/** The game: what is traced on the board, what was found, and what the game says to it. */
import { type Phrase, phrase } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { extend, type Path, type Puzzle, pointsOf, SHORTEST, type Step, stepsFrom, sum } from './board.ts';
import { accepts, type Dictionary, walk } from './trie.ts';

/** What is there once the list of words is. */
export interface Table {
  readonly dictionary: Dictionary;
  readonly puzzle: Puzzle;
}

/** A word in the making. */
export interface Trace {
  readonly typed: string;
  /** All ways in which the board has it; a tap leaves those through its cell. */
  readonly paths: readonly Path[];
  /** The trace before the last letter, where Backspace leads. */
  readonly before: Trace | undefined;
}

/** A word that is given away letter by letter. */
export interface Hint {
  readonly word: string;
  readonly shown: number;
}

/** A game at a moment. */
export interface Game {
  readonly random: Random;
  /** Undefined until the list has been loaded. */
  readonly table: Table | undefined;
  readonly trace: Trace;
  /** The words that were found, the newest first. */
  readonly found: readonly string[];
  readonly hint: Hint | undefined;
  /** Letters that were given away. */
  readonly hints: number;
  readonly note: Phrase;
  /** The word that was taken last, whose way through the trie is shown until one types. */
  readonly taken: string;
  /** What was typed before the list was there. */
  readonly early: readonly GameEvent[];
  /** Whether the trie, or the result, has the place of the words on a small screen. */
  readonly shows: 'words' | 'trie' | 'result';
}

/** What can happen. */
export type GameEvent =
  | { readonly kind: 'loaded'; readonly dictionary: Dictionary; readonly puzzle: Puzzle }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'cell'; readonly cell: number }
  | { readonly kind: 'rub' | 'take' | 'clear' | 'hint' | 'trie' | 'share' }
  | { readonly kind: 'note'; readonly text: Phrase };

const nothing: Trace = { typed: '', paths: [[]], before: undefined };

/** A game before its list is there. */
export const newGame = (random: Random, { shows = 'words', taken = '' }: Partial<Pick<Game, 'shows' | 'taken'>> = {}): Game => ({
  random,
  table: undefined,
  trace: nothing,
  found: [],
  hint: undefined,
  hints: 0,
  note: phrase`Loading the words…`,
  early: [],
  taken,
  shows,
});

/** Points of the words that were found. */
export const scoreOf = ({ found }: Game): number => sum(found);

/** The steps by which what is traced can go on, each with the trie's edge if it has one; none before the first letter. */
export const nextSteps = ({ trace }: Game, { dictionary: { trie }, puzzle }: Table): Step[] => {
  const edge = walk(trie, trace.typed).at(-1)?.taken;
  return trace.typed === '' ? [] : trace.paths.flatMap((path) => stepsFrom(puzzle.board, trie, { prefix: trace.typed, path, edge }));
};

/** The cells that the hint has given away. */
export const hintedCells = ({ hint }: Game, { puzzle }: Table): Path =>
  hint ? (puzzle.search.words.get(hint.word) ?? []).slice(0, hint.shown) : [];

const go = (game: Game, trace: Trace, note = game.note): Game => ({
  ...game,
  trace,
  note,
  taken: '',
  shows: game.shows === 'result' ? 'words' : game.shows,
});

const type = (game: Game, { puzzle }: Table, letter: string): Game => {
  const { trace } = game;
  if (trace.typed.length === puzzle.board.letters.length) return { ...game, note: phrase`no word is as long as that` };
  const typed = trace.typed + letter;
  const paths = extend(puzzle.board, trace.paths, letter);
  const note = paths.length > 0 || trace.paths.length === 0 ? game.note : phrase`no way to ${letter.toUpperCase()} from there`;
  return go(game, { typed, paths, before: trace }, note);
};

/** A tap on the last cell takes it back, one beside it goes on, any other begins anew there. */
const touch = (game: Game, { puzzle }: Table, cell: number): Game => {
  const { trace } = game;
  const letter = puzzle.board.letters[cell] ?? '';
  const isLast = trace.paths.some((path) => path.at(-1) === cell);
  if (isLast) return go(game, trace.before ?? nothing);
  const paths = extend(puzzle.board, trace.paths, letter).filter((path) => path.at(-1) === cell);
  if (paths.length > 0) return go(game, { typed: trace.typed + letter, paths, before: trace });
  return go(game, { typed: letter, paths: [[cell]], before: nothing });
};

/** Why a word does not count, or undefined when it does. */
const objection = ({ typed, paths }: Trace, { found }: Game, { dictionary }: Table): Phrase | undefined => {
  if (typed.length < SHORTEST) return phrase`too short: three letters at least`;
  if (paths.length === 0) return phrase`no path on the board spells it`;
  if (found.includes(typed)) return phrase`you have it already`;
  return accepts(dictionary.trie, typed) ? undefined : phrase`not in the list`;
};

const take = (game: Game, table: Table): Game => {
  const { trace, hint } = game;
  if (trace.typed === '') return game;
  const why = objection(trace, game, table);
  const after: Game = { ...game, trace: nothing, taken: trace.typed };
  if (why) return { ...after, note: phrase`${trace.typed}: ${why}` };
  const points = pointsOf(trace.typed);
  const note = points === 1 ? phrase`${trace.typed}: 1 point` : phrase`${trace.typed}: ${points} points`;
  return { ...after, found: [trace.typed, ...game.found], hint: hint?.word === trace.typed ? undefined : hint, note };
};

/** The hint before with a letter more, or the first letter of another word when all but its last are known. */
const nextHint = ({ hint, found }: Game, { puzzle }: Table, random: Random): Hint | undefined => {
  if (hint && hint.shown < hint.word.length - 1) return { ...hint, shown: hint.shown + 1 };
  const rest = [...puzzle.search.words.keys()].filter((word) => !found.includes(word) && word !== hint?.word);
  return rest.length === 0 ? undefined : { word: random.pick(rest), shown: 1 };
};

/** A hint says how a word begins that is still to be found, and marks where. */
const giveHint = (game: Game, table: Table): Game => {
  const random = game.random.clone();
  const hint = nextHint(game, table, random);
  if (!hint) return { ...game, note: game.hint ? phrase`no other word is left` : phrase`you have them all` };
  const shown = hint.word.slice(0, hint.shown) + '·'.repeat(hint.word.length - hint.shown);
  return { ...game, random, hint, hints: game.hints + 1, note: phrase`a hint: ${shown}, ${hint.word.length} letters` };
};

const play = (game: Game, table: Table, event: GameEvent): Game => {
  switch (event.kind) {
    case 'letter':
      return type(game, table, event.letter);
    case 'cell':
      return touch(game, table, event.cell);
    case 'rub':
      return go(game, game.trace.before ?? nothing);
    case 'clear':
      return go(game, nothing);
    case 'take':
      return take(game, table);
    case 'hint':
      return giveHint(game, table);
    case 'trie':
      return { ...game, shows: game.shows === 'trie' ? 'words' : 'trie' };
    case 'share':
      return { ...game, shows: game.shows === 'result' ? 'words' : 'result' };
    case 'note':
      return { ...game, note: event.text };
    case 'loaded':
      return game;
  }
};

/** The game after an event. Pure; what comes before the list is there happens as soon as it is. */
export const happen = (game: Game, event: GameEvent): Game => {
  if (game.table) return play(game, game.table, event);
  if (event.kind !== 'loaded') return { ...game, early: [...game.early, event] };
  const table = { dictionary: event.dictionary, puzzle: event.puzzle };
  return game.early.reduce((next: Game, each) => play(next, table, each), {
    ...game,
    table,
    early: [],
    note: phrase`Type or tap a word, then Enter`,
  });
};

/** Whether each word that was found is there once, and the search knows it: checked on what is there. */
export const isSound = ({ found }: Game, { puzzle }: Table): boolean =>
  new Set(found).size === found.length && found.every((word) => puzzle.search.words.has(word));
