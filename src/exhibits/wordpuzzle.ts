/** wordpuzzle: seven letters a day, and the words in them, looked up in a compact trie. */
import { UsageError } from '../os/failure.ts';
import { defineExhibit } from '../tui/exhibit.ts';
import { type Binding, type Effect, withEffects } from '../tui/program.ts';
import { type Game, type GameEvent, happen, newGame, resultOf, scoreOf } from './wordpuzzle/game.ts';
import { explain, run } from './wordpuzzle/headless.ts';
import { loadDictionary } from './wordpuzzle/list.ts';
import { view } from './wordpuzzle/view.ts';

const bindings: readonly Binding<GameEvent>[] = [
  { chords: ['Enter'], summary: 'take', message: { kind: 'take' } },
  { chords: ['Backspace'], label: '⌫', summary: 'rub out', message: { kind: 'rub' } },
  { chords: [' '], label: 'Space', summary: 'shuffle', message: { kind: 'shuffle' } },
  { chords: ['1'], summary: 'hint', message: { kind: 'hint' } },
  { chords: ['2'], summary: 'trie', message: { kind: 'explain' } },
  { chords: ['3'], summary: 'share', message: { kind: 'share' } },
];

/** Loads the words, then lays the letters out. */
const load: Effect<GameEvent> = async ({ process, send }) => {
  const dictionary = await loadDictionary();
  send({ kind: 'loaded', dictionary, at: process.host.now() });
};

/** Copies the result where there is a clipboard; without one it stands on the screen. */
const copy =
  (text: string): Effect<GameEvent> =>
  async ({ process, send }) => {
    if (await process.host.copy?.(text)) send({ kind: 'note', text: `copied: ${text}` });
  };

const update = (game: Game, event: GameEvent) => {
  const next = happen(game, event);
  return event.kind === 'share' && next.table ? withEffects(next, copy(resultOf(next, next.table))) : next;
};

const wordOf = (text: string | undefined): string | undefined => {
  if (text !== undefined && !/^[a-z]{1,7}$/.test(text))
    throw new UsageError(`'--explain' wants a word of one to seven letters, a to z: '${text}'`);
  return text;
};

export default defineExhibit({
  name: 'wordpuzzle',
  summary: 'Seven letters a day, and the words in them, found in a trie',
  job: 'shopee',
  explains: [
    'Make words of four to seven letters from the seven letters of the day, each as often as you like; every word must have the marked one. The day is that of UTC, so everyone has the same letters. A hint shows how a word begins; the result can be passed on without giving a word away.',
    'The words are kept in a trie: those that begin alike share a way, equal endings are kept once, and an edge is one number of four bytes, its letter, two flags and the place of the next node packed together. To look a word up is to go down one edge a letter; the same walk, kept to seven letters, finds all words of a puzzle. Its bytes stand beside an estimate for a hash set of the same words.',
    'The list is that of the npm package an-array-of-english-words 2.0.0, which derives it from Letterpress’s: words of four to seven letters without obscenities: MIT licence, copyright 2014 Zeke Sikelianos. The licence comes with the list.',
  ],
  options: {
    explain: { long: 'explain', value: 'WORD', summary: 'show the way of a word through the trie, and the bytes that the trie takes' },
  },
  examples: [
    { line: 'wordpuzzle --explain puzzle | cat', shows: 'The way of a word through the trie' },
    { line: 'wordpuzzle --seed 7 | tail -n 5', shows: 'The size of the trie, and what a solver found today' },
  ],
  seeAlso: ['trending', 'bobble'],
  demonstration: {
    look: 'Seven letters for everyone today. A hint shows how a word begins; the trie is walked as one types.',
    keys: [[2, '1']],
  },
  program: ({ options, random }) => ({
    init: newGame(random, wordOf(options.explain)),
    start: [load],
    bindings,
    key: (game: Game, { text }): GameEvent | undefined =>
      game.table && text !== '' && game.table.puzzle.letters.includes(text) ? { kind: 'letter', letter: text } : undefined,
    update,
    view,
    announce: (after: Game, before: Game) => (after.note === before.note ? [] : [`${after.note}; ${scoreOf(after)} points in all.`]),
  }),
  headless: ({ options, random, process }) => {
    const word = wordOf(options.explain);
    return word === undefined ? run(random, process.host.now()) : explain(word);
  },
});
