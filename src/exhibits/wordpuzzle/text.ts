/** What is said of a game: the trie in words, the result to share, and the lines of a run in a pipe. */
import type { Speech } from '../../locales/speech.ts';
import { type Line, line, plain } from '../../term/style.ts';
import { count } from '../stage/figures.ts';
import type { Random } from '../stage/random.ts';
import { type Board, LONGEST, type Puzzle, SHORTEST, type Step, steps, stepsFrom } from './board.ts';
import { type Game, happen, isSound, newGame, scoreOf, type Table } from './game.ts';
import { accepts, type Dictionary, memoryOf, type Trie, type Visit, walk } from './trie.ts';

/** Bytes, in units of a thousand. */
export const kilobytes = (bytes: number): string => `${count(bytes / 1000)} kB`;

/** A node: its place, the letters that lead on, the one taken in brackets. */
const visitLine = ({ say, translate }: Speech, { place, letters, taken }: Visit, letter: string, depth: number): Line => {
  const start = [
    ...line(`${'  '.repeat(Math.max(0, depth - 1))}${depth > 0 ? '└ ' : ''}`, { role: 'muted' }),
    ...line(letter, { bold: true }),
  ];
  const at = line(`  @${place}  `, { role: 'muted' });
  if (!taken)
    return [
      ...start,
      ...at,
      ...line(letters === '' ? translate('no letter') : letters),
      ...line(`  ${say`no ${letter}`}`, { role: 'bad' }),
    ];
  const [before = '', after = ''] = letters.split(taken.letter);
  const way = [...line(before), ...line(`[${taken.letter}]`, { role: 'accent', bold: true }), ...line(after)];
  return [...start, ...at, ...way, ...(taken.isEnd ? line(`  ${translate('ends a word')}`, { role: 'good' }) : [])];
};

const standing = ({ say }: Speech, trie: Trie, word: string, visits: readonly Visit[]): string => {
  if (accepts(trie, word)) return say`${word}: in the list`;
  return visits.at(-1)?.taken ? say`${word}: not in the list, though words begin so` : say`${word}: not in the list`;
};

/** The way of a word, a line a node, then whether the list has it. */
const wayOf = (speech: Speech, { trie }: Dictionary, word: string): Line[] => {
  const visits = walk(trie, word);
  return [...visits.map((visit, depth) => visitLine(speech, visit, word[depth] ?? '', depth)), line(standing(speech, trie, word, visits))];
};

const letters = (next: readonly Step[]): string => [...new Set(next.map(({ prefix }) => prefix.slice(-1)))].sort().join(' ') || '–';

/** The steps that begin in the board's first corner, as a tree: a line a step that the trie allows, with its word if it ends one, and below it the letters of those that it does not. */
function* cornerOf(board: Board, trie: Trie): Generator<string> {
  for (const step of steps(board, trie)) {
    if (!step.edge) continue;
    if (step.path[0] !== 0) break;
    const indent = '  '.repeat(step.path.length - 1);
    yield `${indent}${step.prefix.slice(-1)}${step.edge.isEnd ? `  ${step.prefix}` : ''}`;
    const pruned = stepsFrom(board, trie, step).filter(({ edge }) => !edge);
    if (pruned.length > 0) yield `${indent}  ✗ ${letters(pruned)}`;
  }
}

/** What the search of a board cost, and what it would cost without the trie. */
const costOf = ({ say }: Speech, { search: { words, taken, pruned }, paths }: Puzzle): string[] => [
  say`search: ${words.size} words, ${count(taken)} steps taken, ${count(pruned)} pruned`,
  say`without a trie: ${count(paths)} paths of up to ${LONGEST} cells`,
];

/** How large the list and its trie are. */
const listOf = ({ say }: Speech, { words, trie }: Dictionary): string =>
  say`list: ${count(words.length)} words; trie: ${count(trie.length - 1)} edges`;

/** The sizes, with the bytes of the trie and about those of a hash set. */
const sizeOf = (speech: Speech, dictionary: Dictionary): string[] => {
  const { trie, set } = memoryOf(dictionary);
  return [
    listOf(speech, dictionary),
    speech.say`trie, 4 bytes an edge: ${kilobytes(trie)}`,
    speech.say`hash set, an estimate: ${kilobytes(set)}`,
  ];
};

const lengths = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => SHORTEST + index);

const hintsOf = ({ say }: Speech, { hints }: Game): string => (hints === 1 ? say`${hints} hint` : say`${hints} hints`);

/** The sums in a line. */
export const summaryOf = (speech: Speech, game: Game, { puzzle }: Table): string =>
  speech.say`wordpuzzle ${puzzle.name}: ${game.found.length} of ${puzzle.search.words.size} words, ${scoreOf(game)} of ${puzzle.points} points, ${hintsOf(speech, game)}`;

/** A bar of ten squares, one of them filled as soon as one word is found, all of them only with the last. */
const squares = (found: number, all: number): string => {
  const filled = found === 0 ? 0 : Math.max(1, Math.floor((10 * found) / all));
  return '■'.repeat(filled) + '□'.repeat(10 - filled);
};

/** The sums, then a row for each length of which there are words. */
export const resultOf = (speech: Speech, game: Game, table: Table): string[] => {
  const all = [...table.puzzle.search.words.keys()];
  const rows = lengths.map((length) => {
    const of = (words: readonly string[]): number => words.filter((word) => word.length === length).length;
    return [length, of(game.found), of(all)] as const;
  });
  const shown = rows.filter(([, , count]) => count > 0);
  return [summaryOf(speech, game, table), ...shown.map(([length, found, count]) => `${length} ${squares(found, count)} ${found}/${count}`)];
};

/** The solver finds half of the words, and now and then drops a letter. */
const SHARE = 0.5;
const SLIP = 0.1;

const enter = (game: Game, word: string): Game => {
  let next = game;
  for (const letter of word) next = happen(next, { kind: 'letter', letter });
  return happen(next, { kind: 'take' });
};

function* solve({ translate }: Speech, start: Game, { puzzle }: Table, random: Random): Generator<string, Game> {
  let game = start;
  const words = [...puzzle.search.words.keys()];
  for (const word of random.shuffle(words).slice(0, Math.ceil(words.length * SHARE))) {
    game = enter(game, random.chance(SLIP) ? word.slice(0, -1) : word);
    yield translate(game.note);
  }
  return game;
}

/** The board's rows. */
export const rowsOf = ({ side, letters }: Board): string[] =>
  Array.from({ length: side }, (_, row) => [...letters.slice(row * side, (row + 1) * side)].join(' ').toUpperCase());

/** The lines of a run. */
export function* run(speech: Speech, table: Table, random: Random): Generator<string> {
  const { puzzle, dictionary } = table;
  const start = happen(newGame(random), { kind: 'loaded', ...table });
  yield* rowsOf(puzzle.board);
  const end = yield* solve(speech, start, table, random.clone());
  yield* costOf(speech, puzzle);
  yield* sizeOf(speech, dictionary);
  yield isSound(end, table)
    ? speech.translate('each word once, and on the board: yes')
    : speech.translate('each word once, and on the board: NO');
  yield* resultOf(speech, end, table);
}

/** The lines about a word, or about the search on the board. */
export function* explain(speech: Speech, { puzzle, dictionary }: Table, word: string): Generator<string> {
  if (word !== '') yield* wayOf(speech, dictionary, word).map(plain);
  else {
    yield* rowsOf(puzzle.board);
    yield speech.translate('From the first corner: each line a step that the trie allows, ✗ those it does not.');
    yield* cornerOf(puzzle.board, dictionary.trie);
    yield* costOf(speech, puzzle);
  }
  yield* sizeOf(speech, dictionary);
}
