/** `npm run fonts`: makes the page's typefaces: subsets of Geist Mono and Source Serif, and lines and blocks of our own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';
import subsetFont from 'subset-font';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = (subset) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/geist-mono/files/geist-mono-${subset}-wght-normal.woff2`)));

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** Weights that the page uses: text, large text, bold. */
const wght = { min: 400, max: 600, default: 400 };
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’“”•…›−·×→←↑↓≈≥≤`;

/** Units of the em, of a cell's width, and far beyond the tallest row, which clips what it does not need. */
const EM = 1_000;
const WIDTH = 600;
const TOP = 1_700;
const BOTTOM = -1_100;
/** The middle of a row, as page.css overrides ascent and descent. */
const X = WIDTH / 2;
const Y = 335;
/** A row of one and a half em, in whose eighths a bar grows. */
const ROW = { bottom: Y - 700, height: 1_400 };
/** The stroke, and how far a horizontal one reaches into the next cell, so that there is no seam. */
const STROKE = 64;
const REACH = 24;

const glyphs = [new opentype.Glyph({ name: '.notdef', unicode: 0, advanceWidth: WIDTH, path: new opentype.Path() })];

const rectangle = (path, left, bottom, right, top) => {
  path.moveTo(left, bottom);
  path.lineTo(left, top);
  path.lineTo(right, top);
  path.lineTo(right, bottom);
  path.close();
};

const add = (character, ...rectangles) => {
  const path = new opentype.Path();
  for (const it of rectangles) rectangle(path, ...it);
  glyphs.push(
    new opentype.Glyph({
      name: `u${character.codePointAt(0).toString(16)}`,
      unicode: character.codePointAt(0),
      advanceWidth: WIDTH,
      path,
    }),
  );
  return path;
};

const half = STROKE / 2;
const arms = {
  u: [X - half, Y - half, X + half, TOP],
  d: [X - half, BOTTOM, X + half, Y + half],
  l: [-REACH, Y - half, X + half, Y + half],
  r: [X - half, Y - half, WIDTH + REACH, Y + half],
};
const boxes = {
  '─': 'lr',
  '│': 'ud',
  '┌': 'dr',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'udr',
  '┤': 'udl',
  '┬': 'dlr',
  '┴': 'ulr',
  '┼': 'udlr',
};
const ends = { '╴': 'l', '╵': 'u', '╶': 'r', '╷': 'd', '╭': 'dr', '╮': 'dl', '╯': 'ul', '╰': 'ur' };
for (const [character, directions] of Object.entries({ ...boxes, ...ends })) add(character, ...[...directions].map((it) => arms[it]));

/** The heavy line of a bar, and its halves. */
add('━', [-REACH, Y - 220, WIDTH + REACH, Y + 220]);
add('╸', [-REACH, Y - 220, X, Y + 220]);
add('╺', [X, Y - 220, WIDTH + REACH, Y + 220]);

/** The rail: a heavy stem at the cell's left edge, and a thin tick. */
const STEM = 140;
const tick = [0, Y - half, WIDTH + REACH, Y + half];
add('┎', [0, BOTTOM, STEM, Y + half], tick);
add('┠', [0, BOTTOM, STEM, TOP], tick);
add('┖', [0, Y - half, STEM, TOP], tick);

/** Blocks, whole, half, and in eighths. */
add('█', [-REACH, BOTTOM, WIDTH + REACH, TOP]);
add('▀', [-REACH, Y, WIDTH + REACH, TOP]);
add('▄', [-REACH, BOTTOM, WIDTH + REACH, Y]);
add('▐', [X, BOTTOM, WIDTH + REACH, TOP]);
[...'▏▎▍▌▋▊▉'].forEach((character, index) => {
  add(character, [index === 0 ? 0 : -REACH, BOTTOM, (WIDTH * (index + 1)) / 8, TOP]);
});
[...'▁▂▃▅▆▇'].forEach((character, index) => {
  const eighths = index < 3 ? index + 1 : index + 2;
  add(character, [-REACH, BOTTOM, WIDTH + REACH, ROW.bottom + (ROW.height * eighths) / 8]);
});

const disc = add('●');
const RADIUS = 200;
const BEND = 0.5523 * RADIUS;
disc.moveTo(X + RADIUS, Y);
disc.curveTo(X + RADIUS, Y + BEND, X + BEND, Y + RADIUS, X, Y + RADIUS);
disc.curveTo(X - BEND, Y + RADIUS, X - RADIUS, Y + BEND, X - RADIUS, Y);
disc.curveTo(X - RADIUS, Y - BEND, X - BEND, Y - RADIUS, X, Y - RADIUS);
disc.curveTo(X + BEND, Y - RADIUS, X + RADIUS, Y - BEND, X + RADIUS, Y);
disc.close();

const lines = new opentype.Font({
  familyName: 'cvsh lines',
  styleName: 'Regular',
  unitsPerEm: EM,
  ascender: 1_005,
  descender: -295,
  glyphs,
});
const characters = glyphs.map(({ unicode }) => String.fromCodePoint(unicode ?? 0)).join('');

const woff2 = { targetFormat: 'woff2' };
const made = {
  'text.woff2': await subsetFont(source('latin'), letters, { ...woff2, variationAxes: { wght } }),
  'lines.woff2': await subsetFont(Buffer.from(lines.toArrayBuffer()), characters, woff2),
};
for (const [name, data] of Object.entries(made)) {
  writeFileSync(here(name), data);
  console.log(`${name}: ${data.length} bytes`);
}

/** The plain view's face, in two static cuts: a variable one has no name in a PDF. */
const serif = (weight) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff2`)));
for (const weight of [400, 600]) {
  const data = await subsetFont(serif(weight), `${letters}`, { targetFormat: 'woff2' });
  writeFileSync(here(`serif-${weight}.woff2`), data);
  console.log(`serif-${weight}.woff2: ${data.length} bytes`);
}
