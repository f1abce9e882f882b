/** Foreign texts made fit for the data: clean, on one line, without blanks at their ends. */
import * as v from 'valibot';
import { clean } from '../../term/clean.ts';
import { url } from '../check/schema.ts';

const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]+/;

/** Control and format characters but the two joiners, which some scripts need. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The text on one line, without what cannot be seen; empty when nothing is left. */
export const tidy = (text: string): string =>
  clean(text.replaceAll(/[\n\r\v\f\t\u0085\u2028\u2029]+/g, ' ').replaceAll(invisible, '')).trim();

/** The paragraphs of a text that may have several lines. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(lineBreaks)
    .map(tidy)
    .filter((paragraph) => paragraph !== '');

/** A web address, whole even where its scheme was left out; undefined where it is none. */
export const addressOf = (text: string): string | undefined => [text, `https://${text}`].find((address) => v.is(url, address));

/** Texts as sentences of one paragraph. */
export const joined = (texts: readonly string[]): string => texts.map((text) => (/[.!?…:;]$/.test(text) ? text : `${text}.`)).join(' ');

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence, and what follows it. */
export const firstSentence = (text: string): readonly [first: string, rest: string] => {
  const [first] = sentences.segment(text);
  const end = first?.segment.length ?? 0;
  return [text.slice(0, end).trim(), text.slice(end).trim()];
};
