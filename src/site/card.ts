/** The picture that goes with a link: a page's title and facts in the terminal's look, 1200 by 630. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { escapeHtml } from '../resume/escape-html.ts';
import { cells } from '../term/width.ts';
import night from '../themes/night.ts';
import type { SitePage } from './pages.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
/** Columns of text at the sizes below. */
const TITLE_COLUMNS = 30;
const TEXT_COLUMNS = 52;

const fonts = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** Text as rows of at most `columns` cells, at most `rows` of them. */
const rowsOf = (text: string, columns: number, rows: number): string[] => {
  const found: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row !== '' && cells(row) + 1 + cells(word) > columns) {
      found.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  found.push(row);
  return found.length > rows ? [...found.slice(0, rows - 1), `${found[rows - 1] ?? ''}…`] : found;
};

const textRow = (text: string, y: number, size: number, colour: string, weight = 400): string =>
  `<text x="${MARGIN}" y="${y}" font-family="DejaVu Sans Mono" font-size="${size}" font-weight="${weight}" fill="${colour}" xml:space="preserve">${escapeHtml(text)}</text>`;

const drawing = ({ title, description, line }: SitePage): string => {
  const [, , green, , , , cyan, , grey] = night.palette;
  const head = rowsOf(title.replaceAll(' · ', ', '), TITLE_COLUMNS, 3);
  const body = rowsOf(description, TEXT_COLUMNS, 3);
  const parts = [
    textRow(`$ ${line === '' ? 'whoami' : line}`, 150, 34, green ?? night.foreground),
    ...head.map((row, index) => textRow(row, 240 + index * 68, 56, '#ffffff', 700)),
    ...body.map((row, index) => textRow(row, 290 + head.length * 68 + index * 44, 32, night.foreground)),
  ];
  const dots = [0, 1, 2].map((index) => `<circle cx="${MARGIN + index * 36}" cy="64" r="11" fill="${grey}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${night.background}"/><rect x="0" y="${HEIGHT - 14}" width="100%" height="14" fill="${cyan}"/>${dots.join('')}${parts.join('')}</svg>`;
};

/** The card of a page as a PNG file. */
export const cardPng = (page: SitePage): Uint8Array =>
  new Resvg(drawing(page), { font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans Mono' } }).render().asPng();
