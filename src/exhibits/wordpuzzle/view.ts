/** How the game looks: the board with the path on it, what is typed, what was found, and the trie below or beside. */

import type { Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { gauge, prose, verdict } from '../../tui/widgets.ts';
import { LONGEST } from './board.ts';
import { type Game, type GameEvent, hintedCells, isSound, nextSteps, scoreOf, type Table } from './game.ts';
import { beside, costOf, kilobytes, listOf, resultOf, wayOf } from './text.ts';
import { memoryOf } from './trie.ts';

/** From this width on the trie stands beside the game. */
const WIDE = 90;
/** From this height on its letters are large. */
const TALL = 34;
/** Columns from one found word to the next. */
const WORD = LONGEST + 2;

/** Columns and rows of a letter with its frame. */
interface Tile {
  readonly columns: number;
  readonly rows: number;
}

/** What stands in a cell's frame. */
interface Look {
  readonly frame: Style;
  readonly letter: Style;
  /** The place of the cell in the path, from 1; a dot for a hint. */
  readonly mark: string;
}

const plainLook: Look = { frame: { role: 'muted' }, letter: { bold: true }, mark: '' };
const deadLook: Look = { frame: { role: 'muted' }, letter: { role: 'muted' }, mark: '' };
const hintLook: Look = { frame: { role: 'warn' }, letter: { role: 'warn', bold: true }, mark: '·' };
const openLook: Look = { frame: { role: 'good' }, letter: { role: 'good', bold: true }, mark: '' };
const otherLook: Look = { frame: { role: 'accent' }, letter: { role: 'accent' }, mark: '' };

const pathLook = (at: number): Look => ({
  frame: { role: 'accent', bold: true },
  letter: { role: 'accent', bold: true, inverse: true },
  mark: String(at + 1),
});

/** How a cell looks: on the path, on another path that spells the same, hinted at, open to a word, or none of these. */
const lookOf = (game: Game, table: Table): ((cell: number) => Look) => {
  const [path = []] = game.trace.paths;
  const others = new Set(game.trace.paths.flat());
  const hinted = hintedCells(game, table);
  const open = new Set(nextSteps(game, table).flatMap(({ path: way, edge }) => (edge ? way.slice(-1) : [])));
  return (cell) => {
    if (path.includes(cell)) return pathLook(path.indexOf(cell));
    if (others.has(cell)) return otherLook;
    if (hinted.includes(cell)) return hintLook;
    if (open.has(cell)) return openLook;
    return path.length === 0 ? plainLook : deadLook;
  };
};

const drawBoard = (canvas: Canvas<GameEvent>, game: Game, table: Table, { columns, rows }: Tile): void => {
  const { side, letters } = table.puzzle.board;
  const look = lookOf(game, table);
  [...letters].forEach((letter, cell) => {
    const tile = canvas.region((cell % side) * columns, Math.floor(cell / side) * rows, columns, rows);
    const { frame, letter: style, mark } = look(cell);
    tile.box('', frame).centre((rows - 3) / 2, ` ${letter.toUpperCase()} `, style);
    tile.put(1, 0, mark, frame);
    tile.tap({ message: { kind: 'cell', cell } });
  });
};

const drawState = ({ translate }: Speech, canvas: Canvas, game: Game, table: Table): void => {
  const { search, points, name } = table.puzzle;
  const { trace, found } = game;
  canvas.put(0, 0, name, { role: 'muted' });
  const role = trace.paths.length === 0 ? 'bad' : 'accent';
  canvas.put(canvas.put(0, 1, '> ', { role: 'prompt' }), 1, `${trace.typed}▏`, { bold: true, role });
  gauge(canvas, 3, found.length / search.words.size, {
    label: translate('words'),
    labelColumns: 6,
    value: `${found.length}/${search.words.size}`,
  });
  gauge(canvas, 4, scoreOf(game) / points, { label: translate('points'), labelColumns: 6, value: `${scoreOf(game)}/${points}` });
  canvas.put(0, 5, translate('hints'));
  canvas.right(5, String(game.hints));
  verdict(canvas, 7, isSound(game, table), translate('once, on board'));
  prose(canvas.region(0, 9), 0, [translate(game.note)], { role: 'hint' });
};

const drawResult = (speech: Speech, canvas: Canvas, game: Game, table: Table): void => {
  const [summary = '', ...rows] = resultOf(speech, game, table);
  const y = prose(canvas, 0, [summary], { bold: true });
  rows.forEach((row, index) => {
    canvas.put(0, y + index, row);
  });
};

const drawWords = (canvas: Canvas, game: Game): void => {
  const columns = Math.max(1, Math.floor(canvas.columns / WORD));
  game.found.slice(0, columns * canvas.rows).forEach((word, index) => {
    canvas.put((index % columns) * WORD, Math.floor(index / columns), word, { role: 'good' });
  });
};

const drawGame = (speech: Speech, canvas: Canvas<GameEvent>, game: Game, table: Table, tile: Tile): void => {
  const { side } = table.puzzle.board;
  const [width, height] = [side * tile.columns, side * tile.rows];
  drawBoard(canvas.region(0, 0, width, height), game, table, tile);
  drawState(speech, canvas.region(width + 1, 0, Math.min(36, canvas.columns - width - 1), height), game, table);
  const below = canvas.region(0, height + 1);
  if (game.shows === 'result') drawResult(speech, below, game, table);
  else drawWords(below, game);
};

const drawMemory = ({ translate }: Speech, canvas: Canvas, y: number, { trie, set }: ReturnType<typeof memoryOf>): void => {
  const [small, large] = [kilobytes(trie), kilobytes(set)];
  gauge(canvas, y, trie / set, { label: translate('trie'), labelColumns: 8, value: small.padStart(large.length) });
  gauge(canvas, y + 1, 1, { label: translate('hash set'), labelColumns: 8, value: large, style: { role: 'warn' } });
};

const drawTrie = (speech: Speech, canvas: Canvas, game: Game, table: Table): void => {
  const word = game.taken || game.trace.typed;
  const way =
    word === ''
      ? [line(speech.translate('Type: each letter goes down an edge; where there is none, no word begins so.'))]
      : wayOf(speech, table.dictionary, word);
  const next = nextSteps(game, table);
  let y = 0;
  const put = (rows: readonly Line[]): void => {
    for (const row of rows.flatMap((each) => wrap(each, canvas.columns))) canvas.line(0, y++, row);
  };
  put([...way, ...(next.length > 0 ? beside(speech, next) : [])]);
  drawMemory(speech, canvas, y + 1, memoryOf(table.dictionary));
  y += 4;
  put([...costOf(speech, table.puzzle), listOf(speech, table.dictionary)].map((row) => line(row)));
};

/** Draws the game. */
export const view = (game: Game, canvas: Canvas<GameEvent>, speech: Speech): void => {
  const { table } = game;
  if (!table) canvas.centre(Math.floor(canvas.rows / 2), speech.translate(game.note), { role: 'muted' });
  else if (canvas.columns >= WIDE) {
    const half = Math.floor(canvas.columns / 2);
    drawGame(speech, canvas.region(0, 0, half - 2), game, table, canvas.rows >= TALL ? { columns: 9, rows: 5 } : { columns: 7, rows: 3 });
    drawTrie(speech, canvas.region(half, 0).box(speech.translate('the trie, as it is walked')), game, table);
  } else if (game.shows === 'trie') drawTrie(speech, canvas.box(speech.translate('the trie, as it is walked')), game, table);
  else if (game.shows === 'result') drawResult(speech, canvas.box(speech.translate('the result')), game, table);
  else drawGame(speech, canvas, game, table, { columns: 5, rows: 3 });
};
