/** The picture that goes with a link: a page's title and facts in the terminal's look, drawn as SVG and rendered as PNG, 1200 by 630. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { directionOf } from '../../career/direction.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { wrap } from '../../term/layout.ts';
import { line, plain } from '../../term/style.ts';
import { truncate } from '../../term/width.ts';
import night from '../../themes/night.ts';
import type { SitePage } from './pages.ts';

/** The font family that is always available. */
const FAMILY = 'DejaVu Sans Mono';

const fonts = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

const scripts = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]$/u;

/** From this code point on, Unicode has the scripts of East Asia, their symbols, and emoji. */
const EAST = 0x2e80;

/** The first character that our own font may not have. */
const foreign = (text: string): string | undefined =>
  [...text].find((character) => !scripts.test(character) || (character.codePointAt(0) ?? 0) >= EAST);

/** A code point that no font will ever have. */
const NONE = '\u{10fffe}';

const alone = (character: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text x="10" y="80" font-size="60" font-family="${FAMILY}">${character}</text></svg>`;

/** The picture; `text` is all its text. */
const png = (svg: string, text: string): Uint8Array =>
  new Resvg(svg, { font: { fontFiles: fonts, loadSystemFonts: foreign(text) !== undefined, defaultFontFamily: FAMILY } }).render().asPng();

const drawn = new Map<string, boolean>();

/** Whether the fonts of this machine can show the text, judged by the first character that our own font may not have. */
const canDraw = (text: string): boolean => {
  const character = foreign(text);
  if (character === undefined) return true;
  const known = drawn.get(character) ?? !Buffer.from(png(alone(character), character)).equals(Buffer.from(png(alone(NONE), NONE)));
  drawn.set(character, known);
  return known;
};

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
/** Columns of text at the sizes below. */
const TITLE_COLUMNS = 30;
const TEXT_COLUMNS = 52;

/** Text as at most `rows` rows of at most `columns` cells; none if this machine has no font for it. */
const rowsOf = (text: string, columns: number, rows: number): string[] => {
  const found = canDraw(text) ? wrap(line(text), columns).map(plain) : [];
  return found.length > rows ? [...found.slice(0, rows - 1), `${truncate(found[rows - 1] ?? '', columns - 1).trimEnd()}…`] : found;
};

/** A row on the side where its script begins; embedding marks (UAX #9) set the direction, which the renderer does not know. */
const textRow = (text: string, y: number, size: number, colour: string, weight = 400): string => {
  const isLeft = directionOf(text) !== 'rtl';
  const place = isLeft ? `x="${MARGIN}"` : `x="${WIDTH - MARGIN}" text-anchor="end"`;
  const shown = escapeHtml(isLeft ? text : `\u202b${text}\u202c`);
  return `<text ${place} y="${y}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${colour}" xml:space="preserve">${shown}</text>`;
};

const drawing = ({ title, description, line: typed }: SitePage): string => {
  const [, , green, , , , cyan, , grey] = night.palette;
  const head = rowsOf(title.replaceAll(' · ', ', '), TITLE_COLUMNS, 3);
  const body = rowsOf(description, TEXT_COLUMNS, 3);
  const parts = [
    textRow(`$ ${typed === '' ? 'whoami' : typed}`, 150, 34, green ?? night.foreground),
    ...head.map((row, index) => textRow(row, 240 + index * 68, 56, '#ffffff', 700)),
    ...body.map((row, index) => textRow(row, 290 + head.length * 68 + index * 44, 32, night.foreground)),
  ];
  const dots = [0, 1, 2].map((index) => `<circle cx="${MARGIN + index * 36}" cy="64" r="11" fill="${grey}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${night.background}"/><rect x="0" y="${HEIGHT - 14}" width="100%" height="14" fill="${cyan}"/>${dots.join('')}${parts.join('')}</svg>`;
};

/** The card of a page as a PNG file. */
export const cardPng = (page: SitePage): Uint8Array => png(drawing(page), page.title + page.description);
