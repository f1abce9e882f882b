/** Draws SVG as PNG, with a font that is always at hand and, for scripts that it lacks, with those of the system. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** The family that is always at hand. */
export const FAMILY = 'DejaVu Sans Mono';

const fonts = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

const scripts = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]$/u;

/** From here on Unicode has the scripts of East Asia with their own signs, and emoji. */
const EAST = 0x2e80;

/** The first character that the font at hand cannot be relied upon to have. */
const foreign = (text: string): string | undefined =>
  [...text].find((character) => !scripts.test(character) || (character.codePointAt(0) ?? 0) >= EAST);

/** A code point that no font has, and never will. */
const NONE = '\u{10fffe}';

const alone = (character: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text x="10" y="80" font-size="60" font-family="${FAMILY}">${character}</text></svg>`;

/** The picture; `text` is all that is written in it. */
export const png = (svg: string, text: string): Uint8Array =>
  new Resvg(svg, { font: { fontFiles: fonts, loadSystemFonts: foreign(text) !== undefined, defaultFontFamily: FAMILY } }).render().asPng();

const drawn = new Map<string, boolean>();

/** Whether the fonts of this machine have what the text needs, judged by the first character that is not common to all of them. */
export const canDraw = (text: string): boolean => {
  const character = foreign(text);
  if (character === undefined) return true;
  const known = drawn.get(character) ?? !Buffer.from(png(alone(character), character)).equals(Buffer.from(png(alone(NONE), NONE)));
  drawn.set(character, known);
  return known;
};
