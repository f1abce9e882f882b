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

/** What a visitor sees first in a language other than English, as the build hands it to the page. */
export interface TranslatedPage {
  readonly language: string;
  /** Texts of links and buttons, by their ids. */
  readonly labels: readonly (readonly [id: string, text: string])[];
  /** Texts that differ within a part of the page, by their numbers there. */
  readonly parts: readonly (readonly [id: string, texts: readonly (readonly [number: number, text: string])[]])[];
}
