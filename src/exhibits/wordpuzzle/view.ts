/** How the game looks: letters to tap, what is typed, what was found, and the trie below or beside. */
import type { Canvas } from '../../tui/canvas.ts';
import { gauge, prose, verdict } from '../../tui/widgets.ts';
import { type Game, type GameEvent, isSound, scoreOf, type Table } from './game.ts';
import { sizeOf, wayOf } from './words.ts';

/** From this width on the trie stands beside the game. */
const WIDE = 90;
/** Columns of a letter with its frame. */
const TILE = 5;
/** Rows above the words that were found. */
const TOP = 10;

const drawLetters = (canvas: Canvas<GameEvent>, { order, puzzle }: Table): void => {
  order.forEach((letter, index) => {
    const isRequired = letter === puzzle.required;
    const tile = canvas.region(index * TILE, 0, TILE, 3);
    tile
      .box('', { role: isRequired ? 'accent' : 'muted' })
      .put(1, 0, letter.toUpperCase(), { bold: true, ...(isRequired ? { role: 'accent' } : {}) });
    if (isRequired) tile.put(2, 2, '▴', { role: 'accent' });
    tile.tap({ message: { kind: 'letter', letter } });
  });
};

const drawFound = (canvas: Canvas, found: readonly string[]): void => {
  const columns = Math.max(1, Math.floor(canvas.columns / 9));
  found.slice(0, columns * canvas.rows).forEach((word, index) => {
    canvas.put((index % columns) * 9, Math.floor(index / columns), word, { role: 'good' });
  });
};

const drawGame = (canvas: Canvas<GameEvent>, game: Game, table: Table): void => {
  const { puzzle } = table;
  drawLetters(canvas, table);
  canvas.put(0, 3, `${puzzle.date}: each word with ${puzzle.required.toUpperCase()}`, { role: 'muted' });
  canvas.put(canvas.put(0, 4, '> ', { role: 'prompt' }), 4, `${game.typed}▏`, { bold: true });
  prose(canvas.region(0, 5, canvas.columns, 2), 0, [game.note], { role: 'hint' });
  gauge(canvas, 7, game.found.length / puzzle.words.length, {
    label: 'words',
    labelColumns: 6,
    value: `${game.found.length}/${puzzle.words.length}`,
  });
  gauge(canvas, 8, scoreOf(game) / puzzle.points, { label: 'points', labelColumns: 6, value: `${scoreOf(game)}/${puzzle.points}` });
  verdict(canvas, 9, isSound(game, table), 'each once, in list and letters');
  drawFound(canvas.region(0, TOP), game.found);
};

const drawTrie = (canvas: Canvas, game: Game, { dictionary }: Table): void => {
  const word = game.walked || game.typed;
  const rows = word === '' ? ['Type: each letter goes down an edge.'] : wayOf(dictionary, word);
  [...rows, '', ...sizeOf(dictionary)].forEach((row, y) => {
    canvas.put(0, y, row);
  });
};

/** Draws the game. */
export const view = (game: Game, canvas: Canvas<GameEvent>): void => {
  const { table } = game;
  if (!table) canvas.centre(Math.floor(canvas.rows / 2), game.note, { role: 'muted' });
  else if (canvas.columns >= WIDE) {
    const half = Math.floor(canvas.columns / 2);
    drawGame(canvas.region(0, 0, half - 2), game, table);
    drawTrie(canvas.region(half, 0).box('the trie, as it is walked'), game, table);
  } else if (game.isExplaining) drawTrie(canvas.box('the trie, as it is walked'), game, table);
  else drawGame(canvas, game, table);
};
