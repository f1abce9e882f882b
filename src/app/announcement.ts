/** What a screen reader says of output: short output whole, long output in pieces that a reader asks for one after another. */
import type { Speech } from '../locales/speech.ts';
import type { Line } from '../term/style.ts';
import type { Block } from './transcript.ts';

/** A sentence, and its language if that is not the page's. */
export interface Said {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** Characters that are read in one go, and those of a piece of what is longer. */
const WHOLE = 1_000;
const PIECE = 500;

/** The line as it is read: without the drawing around it, in the language of most of it. */
const said = (line: Line): Said => {
  const text = line
    .map((piece) => piece.text)
    .join('')
    .replace(/[\u2500-\u259f\s]+/g, ' ')
    .trim();
  const longest = line.reduce<Line[number] | undefined>(
    (most, piece) => (piece.text.length > (most?.text.length ?? 0) ? piece : most),
    undefined,
  );
  const lang = longest?.style?.lang;
  return lang === undefined ? { text } : { text, lang };
};

/** Parts of at most PIECE characters, between words where there are any. */
const cut = ({ text, lang }: Said): Said[] =>
  (text.match(new RegExp(`.{1,${PIECE}}(?:\\s|$)|.{1,${PIECE}}`, 'gsu')) ?? []).map((part) => ({ text: part.trim(), lang }));

/** Columns from which on a line may have been broken. */
const BROKEN = 30;
const FULL = 60;

/** Whether a line goes on with what the one before it began: prose that was set to a width. */
const goesOn = (before: Said, next: Said): boolean =>
  before.lang === next.lang &&
  !/[.!?:;]$/.test(before.text) &&
  ((before.text.length >= BROKEN && /^\p{Ll}/u.test(next.text)) || (before.text.length >= FULL && /^[\p{L}(]/u.test(next.text)));

/** Broken lines put together again. */
const mended = (lines: readonly Said[]): readonly Said[] => {
  const whole: Said[] = [];
  let last: Said | undefined;
  for (const next of lines) {
    const before = whole.at(-1);
    if (last && before && goesOn(last, next)) whole[whole.length - 1] = { ...before, text: `${before.text} ${next.text}` };
    else whole.push(next);
    last = next;
  }
  return whole;
};

const lengthOf = (sentences: readonly Said[]): number => sentences.reduce((sum, { text }) => sum + text.length + 2, 0);

/** Lines in pieces, of which all but the last say how to go on. */
export const inPieces = (lines: readonly Line[], { say, language }: Speech): readonly (readonly Said[])[] => {
  const sentences = mended(lines.map(said).filter(({ text }) => text !== ''));
  if (lengthOf(sentences) <= WHOLE) return sentences.length > 0 ? [sentences] : [];
  const pieces: Said[][] = [[]];
  for (const part of sentences.flatMap(cut)) {
    const last = pieces.at(-1) ?? [];
    if (last.length > 0 && lengthOf([...last, part]) > PIECE) pieces.push([part]);
    else last.push(part);
  }
  const more = { text: say`F8 reads on, F9 goes to the output`, lang: language };
  return pieces.map((piece, index) => (index < pieces.length - 1 ? [...piece, more] : piece));
};

/** What is said when a command has ended: what was not said while it ran, and how it failed. Nothing is left to say of a program that told all. */
export const announcement = (block: Block, speech: Speech): readonly (readonly Said[])[] => {
  const { say, language } = speech;
  const failed = block.status === 0 || block.status === undefined ? '' : say`(exit status ${block.status})`;
  const ours = (text: string): Said => ({ text, lang: language });
  const pieces = inPieces(block.unheard ?? block.lines, speech);
  if (pieces.length === 0) {
    if (block.unheard) return failed === '' ? [] : [[ours(failed)]];
    return [[ours(say`${block.command.slice(0, 60)}: no output${failed && ` ${failed}`}`)]];
  }
  if (pieces.length === 1) return [[...(pieces[0] ?? []), ...(failed === '' ? [] : [ours(failed)])]];
  const [first = [], ...rest] = pieces;
  const count = block.lines.length + block.omitted;
  return [[ours(say`${block.command.slice(0, 60)}: ${count} lines${failed && ` ${failed}`}`), ...first], ...rest];
};
