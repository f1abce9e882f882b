/** The first screen at the terminal's size. It has two layouts, so that the page can have it drawn before the terminal is there. */
import type { Resume } from '../../data/types.ts';
import { welcome } from '../career/forms/welcome.ts';
import { english, type Speech } from '../locales/speech.ts';
import type { Line } from '../term/style.ts';

/** Columns and rows of the layouts for wide and for narrow screens. */
export const WIDE = [80, 24] as const;
export const NARROW = [40, 20] as const;

/** The first screen and an empty line; in English, unless another language is given. */
export const welcomeLines = (resume: Resume, columns: number, rows: number, speech: Speech = english): readonly Line[] => {
  const [width, height] = columns >= WIDE[0] ? WIDE : NARROW;
  return [...welcome(resume, Math.min(columns, width), Math.min(Math.max(rows, 10), height), speech), []];
};

/** A piece of a line: its text, the classes of its look, its language, the line that a click runs; those that it has not are empty. */
export type TranslatedPiece = readonly [text: string, look?: string, lang?: string, run?: string];

/** What a visitor sees first in a language other than English, as the build hands it to the page. */
export interface TranslatedPage {
  readonly language: string;
  /** Texts of links and buttons, by their ids. */
  readonly labels: readonly (readonly [id: string, text: string])[];
  /** The first screen in each of its layouts, by their classes. */
  readonly layouts: readonly (readonly [name: string, lines: readonly (readonly TranslatedPiece[])[]])[];
}
