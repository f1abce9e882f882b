/** The pager's table of keys (less(1)): what acts on a key, and what the help screen lists. */
import { type Line, line } from '../../term/style.ts';
import { chordLabel } from '../label.ts';

/** What a key does. */
export type Command =
  | 'lineDown'
  | 'lineUp'
  | 'pageDown'
  | 'pageUp'
  | 'halfDown'
  | 'halfUp'
  | 'right'
  | 'left'
  | 'first'
  | 'last'
  | 'percent'
  | 'follow'
  | 'search'
  | 'searchBack'
  | 'next'
  | 'previous'
  | 'filter'
  | 'unmark'
  | 'mark'
  | 'jump'
  | 'option'
  | 'colon'
  | 'status'
  | 'help'
  | 'quit';

/** A command with its keys, as term/key.ts names them. */
export interface Entry {
  readonly command: Command;
  readonly chords: readonly string[];
  readonly summary: string;
}

interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The whole table, in the order of the help screen. N is a number typed before the key. */
const groups: readonly Group[] = [
  {
    title: 'Moving',
    entries: [
      { command: 'pageDown', chords: [' ', 'f', 'PageDown', 'C-f', 'C-v'], summary: 'forward one screen, or N lines' },
      { command: 'pageUp', chords: ['b', 'PageUp', 'C-b', 'M-v'], summary: 'back one screen, or N lines' },
      { command: 'lineDown', chords: ['j', 'Down', 'Enter', 'e', 'C-e', 'C-n', 'WheelDown'], summary: 'forward one line, or N' },
      { command: 'lineUp', chords: ['k', 'Up', 'y', 'C-y', 'C-p', 'C-k', 'WheelUp'], summary: 'back one line, or N' },
      { command: 'halfDown', chords: ['d', 'C-d'], summary: 'forward half a screen, or N lines' },
      { command: 'halfUp', chords: ['u', 'C-u'], summary: 'back half a screen, or N lines' },
      { command: 'right', chords: ['Right', 'M-)'], summary: 'half a screen to the right, or N columns' },
      { command: 'left', chords: ['Left', 'M-('], summary: 'half a screen to the left, or N columns' },
      { command: 'first', chords: ['g', '<', 'Home', 'M-<'], summary: 'to the first line, or line N' },
      { command: 'last', chords: ['G', '>', 'End', 'M->'], summary: 'to the last line, or line N' },
      { command: 'percent', chords: ['p', '%'], summary: 'to N percent of the text' },
      { command: 'follow', chords: ['F'], summary: 'to the end, and on as more arrives; any key stops' },
      { command: 'mark', chords: ['m'], summary: 'then a letter: mark this place' },
      { command: 'jump', chords: ["'"], summary: "then a letter: to the mark; ' goes where you were" },
    ],
  },
  {
    title: 'Searching',
    entries: [
      { command: 'search', chords: ['/'], summary: 'search forward for a pattern; !PATTERN: for lines without it' },
      { command: 'searchBack', chords: ['?'], summary: 'search backward' },
      { command: 'next', chords: ['n'], summary: 'the next match, or the Nth' },
      { command: 'previous', chords: ['N'], summary: 'the match before' },
      { command: 'filter', chords: ['&'], summary: 'show only lines that match; an empty pattern shows all' },
      { command: 'unmark', chords: ['M-u'], summary: 'hide or show the marks on matches' },
    ],
  },
  {
    title: 'And',
    entries: [
      { command: 'option', chords: ['-'], summary: 'then N: line numbers, S: cut long lines, i: ignore case' },
      { command: 'colon', chords: [':'], summary: 'then n: next file, p: previous file, q: leave' },
      { command: 'status', chords: ['=', 'C-g'], summary: 'where this is' },
      { command: 'help', chords: ['h', 'H', 'F1'], summary: 'this help' },
      { command: 'quit', chords: ['q', 'Q', 'Escape'], summary: 'leave' },
    ],
  },
];

const table: ReadonlyMap<string, Command> = new Map(
  groups.flatMap(({ entries }) => entries.flatMap(({ command, chords }) => chords.map((chord) => [chord, command] as const))),
);

/** The command of a chord. */
export const commandOf = (chord: string): Command | undefined => table.get(chord);

/** Chords that the help screen shows of each entry: more would not be read. */
const SHOWN = 3;
const KEY_CELLS = 18;

/** The help screen. */
export const helpLines = (): Line[] => [
  line('Keys of the pager', { role: 'title', bold: true }),
  line('A pattern is an extended regular expression.', { role: 'muted' }),
  ...groups.flatMap(({ title, entries }): Line[] => [
    [],
    line(title, { role: 'heading', bold: true }),
    ...entries.map(({ chords, summary }): Line => {
      const names = chords.slice(0, SHOWN).map(chordLabel).join('  ');
      return [{ text: `  ${names.padEnd(KEY_CELLS)}`, style: { role: 'accent' } }, { text: summary }];
    }),
  ]),
];
