/** How the trie is told of in words: the way of a word through it, a search on the board, and its size beside a hash set's. */
import { say, translate } from '../../term/say.ts';
import { type Line, line } from '../../term/style.ts';
import { count } from '../stage/figures.ts';
import { type Board, type Step, steps, stepsFrom } from './board.ts';
import { type Dictionary, memoryOf } from './list.ts';
import { LONGEST, type Puzzle } from './puzzle.ts';
import { accepts, type Trie, type Visit, walk } from './trie.ts';

/** Bytes, in units of a thousand. */
export const kilobytes = (bytes: number): string => `${count(bytes / 1000)} kB`;

/** A node: its place, the letters that lead on, the one taken in brackets. */
const visitLine = ({ place, letters, taken }: Visit, letter: string, depth: number): Line => {
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

const standing = (trie: Trie, word: string, visits: readonly Visit[]): string => {
  if (accepts(trie, word)) return say`${word}: in the list`;
  return visits.at(-1)?.taken ? say`${word}: not in the list, though words begin so` : say`${word}: not in the list`;
};

/** The way of a word, a line a node, then whether the list has it. */
export const wayOf = ({ trie }: Dictionary, word: string): Line[] => {
  const visits = walk(trie, word);
  return [...visits.map((visit, depth) => visitLine(visit, word[depth] ?? '', depth)), line(standing(trie, word, visits))];
};

const letters = (next: readonly Step[]): string => [...new Set(next.map(({ prefix }) => prefix.slice(-1)))].sort().join(' ') || '–';

/** The letters beside a path, parted by what the trie has. */
export const beside = (next: readonly Step[]): Line[] => [
  [...line(`${translate('go on:')} `), ...line(letters(next.filter(({ edge }) => edge)), { role: 'good', bold: true })],
  [...line(`${translate('pruned:')} `), ...line(letters(next.filter(({ edge }) => !edge)), { role: 'muted' })],
];

/** The steps that begin in the board's first corner, as a tree: a line a step that the trie allows, with its word if it ends one, and below it the letters of those that it does not. */
export function* cornerOf(board: Board, trie: Trie): Generator<string> {
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
export const costOf = ({ search: { words, taken, pruned }, paths }: Puzzle): string[] => [
  say`search: ${words.size} words, ${count(taken)} steps taken, ${count(pruned)} pruned`,
  say`without a trie: ${count(paths)} paths of up to ${LONGEST} cells`,
];

/** How large the list and its trie are. */
export const listOf = ({ words, trie }: Dictionary): string =>
  say`list: ${count(words.length)} words; trie: ${count(trie.length - 1)} edges`;

/** The sizes, with the bytes of the trie and about those of a hash set. */
export const sizeOf = (dictionary: Dictionary): string[] => {
  const { trie, set } = memoryOf(dictionary);
  return [listOf(dictionary), say`trie, 4 bytes an edge: ${kilobytes(trie)}`, say`hash set, an estimate: ${kilobytes(set)}`];
};
