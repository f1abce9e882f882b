/** How the game looks: the board with the path on it, and beside it what was found and how the trie sees it. */
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Ground } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { count } from '../stage/figures.ts';
import { block, cut, heading, squares, write, writeMiddle } from '../stage/paint.ts';
import type { Figure, Show, Verdict } from '../stage/show.ts';
import { type Game, type GameEvent, hintedCells, isSound, nextSteps, scoreOf, type Table } from './game.ts';
import { kilobytes, resultOf } from './text.ts';
import { accepts, memoryOf, walk } from './trie.ts';

/** Columns of the board on a wide screen. */
const BOARD = 71;
/** Letters of the board's edge before it is there. */
const SIDE = 4;
/** Places of a drawn letter, across and down. */
const PLACES = 5;

/** Letters as five rows of five: a bit a place, the highest the top left one. */
const letters: Readonly<Record<string, number>> = {
  a: 0b01110_10001_11111_10001_10001,
  b: 0b11110_10001_11110_10001_11110,
  c: 0b01111_10000_10000_10000_01111,
  d: 0b11110_10001_10001_10001_11110,
  e: 0b11111_10000_11110_10000_11111,
  f: 0b11111_10000_11110_10000_10000,
  g: 0b01111_10000_10011_10001_01111,
  h: 0b10001_10001_11111_10001_10001,
  i: 0b11111_00100_00100_00100_11111,
  j: 0b00111_00010_00010_10010_01100,
  k: 0b10001_10010_11100_10010_10001,
  l: 0b10000_10000_10000_10000_11111,
  m: 0b10001_11011_10101_10001_10001,
  n: 0b10001_11001_10101_10011_10001,
  o: 0b01110_10001_10001_10001_01110,
  p: 0b11110_10001_11110_10000_10000,
  q: 0b01110_10001_10101_10010_01101,
  r: 0b11110_10001_11110_10010_10001,
  s: 0b01111_10000_01110_00001_11110,
  t: 0b11111_00100_00100_00100_00100,
  u: 0b10001_10001_10001_10001_01110,
  v: 0b10001_10001_10001_01010_00100,
  w: 0b10001_10001_10101_11011_10001,
  x: 0b10001_01010_00100_01010_10001,
  y: 0b10001_01010_00100_00100_00100,
  z: 0b11111_00010_00100_01000_11111,
};

/** Draws a letter in the middle of a tile, `size` squares a place. */
const drawLetter = (canvas: Canvas, letter: string, size: number, ground: Ground): void => {
  const bits = letters[letter] ?? 0;
  const [left, top] = [Math.floor((canvas.columns - PLACES * size) / 2), Math.floor((2 * canvas.rows - PLACES * size) / 2)];
  for (let place = 0; place < PLACES * PLACES; place++) {
    const [x, y] = [place % PLACES, Math.floor(place / PLACES)];
    if (bits & (1 << (PLACES * PLACES - 1 - place))) squares(canvas, left + x * size, top + y * size, size, size, ground);
  }
};

/** How a tile looks: what it stands on, and what marks it. */
interface Look {
  readonly ground: Ground;
  readonly mark: string;
}

/** On the path, on another path that spells the same, hinted at, open to a word, or none of these. */
const lookOf = (game: Game, table: Table): ((cell: number) => Look) => {
  const [path = []] = game.trace.paths;
  const others = new Set(game.trace.paths.flat());
  const hinted = hintedCells(game, table);
  const open = new Set(nextSteps(game, table).flatMap(({ path: way, edge }) => (edge ? way.slice(-1) : [])));
  return (cell) => {
    if (path.includes(cell)) return { ground: 'accent', mark: String(path.indexOf(cell) + 1) };
    if (others.has(cell)) return { ground: 'accentSoft', mark: '' };
    if (hinted.includes(cell)) return { ground: 'other', mark: '?' };
    return open.has(cell) ? { ground: 'good', mark: '→' } : { ground: 'raised', mark: '' };
  };
};

const drawTile = (canvas: Canvas<GameEvent>, letter: string, { ground, mark }: Look): void => {
  const { columns, rows } = canvas;
  block(canvas, 0, 0, columns, rows, ground);
  const isLit = ground === 'accent' || ground === 'good' || ground === 'other';
  const size = Math.min(2, Math.floor((columns - 2) / PLACES), Math.floor((2 * rows - 1) / PLACES));
  if (size > 0) drawLetter(canvas, letter, size, isLit ? 'hole' : 'ink');
  else writeMiddle(canvas, 0, columns, Math.floor((rows - 1) / 2), letter.toUpperCase(), isLit ? 'on' : 'bright', true);
  write(canvas, columns > 6 ? 1 : 0, 0, mark, isLit ? 'on' : 'quiet', true);
};

/** The largest tiles that fit, with a gap between two where there is room. */
const drawBoard = (canvas: Canvas<GameEvent>, game: Game): void => {
  const { table } = game;
  const side = table?.puzzle.board.side ?? SIDE;
  const down = Math.max(1, Math.min(9, Math.floor((canvas.rows + 1) / side)));
  const across = Math.max(2, Math.min(2 * down, Math.floor((canvas.columns + 1) / side)));
  const margin = Math.floor((canvas.columns + 1 - side * across) / 2);
  const look = table && lookOf(game, table);
  for (let cell = 0; cell < side * side; cell++) {
    const [x, y] = [margin + (cell % side) * across, Math.floor(cell / side) * down];
    const tile = canvas.region(x, y, across - 1, down - (down > 2 ? 1 : 0));
    drawTile(tile, table?.puzzle.board.letters[cell] ?? ' ', look?.(cell) ?? { ground: 'panel', mark: '' });
    if (table) tile.tap({ message: { kind: 'cell', cell } });
  }
};

/** What is typed, and whether it counts. */
const drawTyped = (speech: Speech, canvas: Canvas, y: number, { trace, taken, found }: Game, { dictionary }: Table): void => {
  const word = trace.typed || taken;
  const x = write(canvas, write(canvas, 0, y, '› ', 'lit', true), y, word.toUpperCase(), trace.paths.length === 0 ? 'bad' : 'bright', true);
  if (word === '') {
    write(canvas, x, y, cut(speech.translate('type a word, or tap its letters'), canvas.columns - x), 'quiet');
    return;
  }
  if (found.includes(word)) write(canvas, x + 2, y, speech.translate('found'), 'good');
  else if (trace.paths.length === 0) write(canvas, x + 2, y, speech.translate('not on the board'), 'bad');
  else if (accepts(dictionary.trie, word)) write(canvas, x + 2, y, speech.translate('in the list: Enter takes it'), 'good', true);
};

/** The way through the trie as steps: a letter a step, beside it the letters that lead elsewhere. */
const drawTrie = (speech: Speech, canvas: Canvas, game: Game, table: Table): void => {
  const word = game.trace.typed || game.taken;
  const { trie, set } = memoryOf(table.dictionary);
  heading(canvas, 0, speech.translate('how the trie sees it'), speech.say`${kilobytes(trie)}, a set takes ${kilobytes(set)}`);
  const visits = walk(table.dictionary.trie, word).slice(0, Math.max(0, Math.floor((canvas.rows - 2) / 2) + 1));
  if (visits.length === 0)
    write(
      canvas,
      0,
      2,
      cut(speech.translate('Each letter goes down an edge; where there is none, no word begins so.'), canvas.columns),
      'quiet',
    );
  visits.forEach(({ letters: all, taken }, depth) => {
    const [x, y] = [depth * 4, 2 + depth * 2];
    const letter = word[depth] ?? '';
    block(canvas, x, y, 3, 1, taken ? (taken.isEnd ? 'good' : 'accent') : 'bad');
    write(canvas, x + 1, y, letter, 'on', true);
    if (depth > 0) block(canvas, x - 3, y - 1, 1, 2, 'rule');
    if (depth > 0) block(canvas, x - 3, y, 3, 1, 'rule');
    const others = [...all].filter((other) => other !== letter).join(' ');
    const text = taken
      ? others === ''
        ? speech.translate('no other way')
        : speech.say`or ${others}`
      : speech.say`no word goes on by ${letter}`;
    write(canvas, x + 5, y, cut(text, canvas.columns - x - 5), taken ? 'quiet' : 'bad');
  });
};

const drawFound = (canvas: Canvas, { found }: Game): void => {
  const columns = Math.max(1, Math.floor(canvas.columns / 10));
  found.slice(0, columns * canvas.rows).forEach((word, index) => {
    write(canvas, (index % columns) * 10, Math.floor(index / columns), word, 'good');
  });
};

const drawResult = (speech: Speech, canvas: Canvas, game: Game, table: Table): void => {
  const [summary = '', ...rows] = resultOf(speech, game, table);
  write(canvas, 0, 0, cut(summary, canvas.columns), undefined, true);
  rows.forEach((row, index) => void write(canvas, 0, index + 2, cut(row, canvas.columns)));
};

const drawSide = (speech: Speech, canvas: Canvas, game: Game): void => {
  const { table } = game;
  if (!table) return;
  drawTyped(speech, canvas, 0, game, table);
  const rest = canvas.region(0, 2);
  if (game.shows === 'result') drawResult(speech, rest, game, table);
  else {
    const trie = Math.max(4, rest.rows - 3);
    drawTrie(speech, rest.region(0, 0, rest.columns, trie), game, table);
    drawFound(rest.region(0, trie + 1), game);
  }
};

/** On a small screen the board has what is typed below it, and what the visitor asked for. */
const drawSmall = (speech: Speech, canvas: Canvas<GameEvent>, game: Game): void => {
  const { table } = game;
  const below = canvas.rows >= 14 ? 6 : canvas.rows >= 8 ? 2 : 1;
  if (table && game.shows !== 'words' && canvas.rows < 20) {
    if (game.shows === 'result') drawResult(speech, canvas, game, table);
    else drawTrie(speech, canvas, game, table);
    return;
  }
  drawBoard(canvas.region(0, 0, canvas.columns, canvas.rows - below), game);
  if (!table) return;
  const rest = canvas.region(0, canvas.rows - below + (below > 1 ? 1 : 0));
  drawTyped(speech, rest, 0, game, table);
  const more = rest.region(0, 2);
  if (game.shows === 'result') drawResult(speech, more, game, table);
  else if (game.shows === 'trie') drawTrie(speech, more, game, table);
  else drawFound(more, game);
};

const figuresOf = (speech: Speech, game: Game): readonly Figure[] => {
  const { table, found } = game;
  if (!table) return [];
  const { search, points, paths } = table.puzzle;
  return [
    {
      value: String(found.length),
      label: speech.say`of ${search.words.size} words`,
      short: speech.say`of ${search.words.size}`,
      ...(found.length > 0 ? { hue: 'good' as const } : {}),
    },
    { value: String(scoreOf(game)), label: speech.say`of ${points} points`, short: speech.say`of ${points} pts` },
    { value: String(search.taken + search.pruned), label: speech.say`steps, not ${count(paths)}`, short: speech.translate('steps') },
  ];
};

const verdictOf = (speech: Speech, game: Game): Verdict =>
  game.table && !isSound(game, game.table)
    ? {
        holds: false,
        text: speech.translate('NOT every word that counts is on the board, once.'),
        short: speech.translate('NOT each word once, on board.'),
      }
    : {
        holds: true,
        text: speech.translate('Each word that counts is on the board, once.'),
        short: speech.translate('Each word once, on the board.'),
      };

const headlines = {
  first: 'Trace words through letters that touch: type or tap. Press [1] for a hint.',
  firstShort: 'Trace words through letters that touch: tap or type. [1] gives a hint.',
  next: 'Green tiles go on to a word. Press [Enter] to take one, [3] to share what you have.',
  nextShort: 'Green tiles go on to a word. [Enter] takes one, [3] shares.',
} satisfies Sentences;

/** What a visitor sees of the game. */
export const show = (game: Game, isTried: boolean, speech: Speech): Show<GameEvent> => ({
  headline: speech.translate(isTried ? headlines.next : headlines.first),
  short: speech.translate(isTried ? headlines.nextShort : headlines.firstShort),
  figures: figuresOf(speech, game),
  narration: speech.translate(game.note),
  verdict: verdictOf(speech, game),
  board: { columns: BOARD, draw: (canvas) => drawBoard(canvas, game) },
  hero: (canvas) => drawSmall(speech, canvas, game),
  beside: (canvas) => drawSide(speech, canvas, game),
});
