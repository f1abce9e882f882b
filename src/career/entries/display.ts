/** An entry set for reading on a terminal: wrapped by words, with links. */
import { english, looking, type Sentences, type Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Piece, plain, type Style } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import { spanText } from '../dates.ts';
import { hasRightToLeft } from '../direction.ts';
import { type Entry, type Fact, type Item, leadOf, type Note, remarkOf } from './entry.ts';
import { activeMark } from './text.ts';

/** Longer lines than these many cells are hard to read, however wide the terminal is. */
export const MEASURE = 88;

const separator: Piece = { text: ' · ', style: { role: 'muted' } };

/** An item, as a link if it has a target; `otherwise` is its style if it has none. */
const itemPiece = ({ text, run, href }: Item, otherwise: Style): Piece => {
  if (run !== undefined) return { text, style: { role: 'link', run } };
  return { text, style: href === undefined ? otherwise : { role: 'link', href } };
};

/** Pieces with a muted dot between them. */
export const dotted = (pieces: readonly Piece[]): Line => pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));

const factPieces = (fact: Fact, index: number, speech: Speech): Line => {
  const muted = looking(speech, { role: 'soft' });
  // Text from right to left is a run of its own, or it would reorder the dots and figures beside it.
  const look: Style = hasRightToLeft(fact.text) && index > 0 ? {} : { role: 'soft' };
  const piece = fact.dates ? { text: spanText(...fact.dates, speech), style: looking(speech, look) } : itemPiece(fact, look);
  return fact.lead === undefined ? [piece] : [{ text: `${speech.translate(leadOf(fact, index))} `, style: muted }, piece];
};

/** The facts on one line, and the mark of the present job after them, or below if it does not fit. */
const factLines = ({ facts, active }: Entry, columns: number, speech: Speech): readonly Line[] => {
  const told = facts.flatMap((fact, index) => [...(index === 0 ? [] : [separator]), ...factPieces(fact, index, speech)]);
  const mark: Piece = { text: speech.translate(activeMark), style: looking(speech, { role: 'good' }) };
  if (!active) return facts.length > 0 ? wrap(told, columns) : [];
  const fits = cells(plain(told)) + 2 + cells(mark.text) <= columns;
  return fits ? [[...told, { text: '  ' }, mark]] : [...wrap(told, columns), [mark]];
};

const pad = (text: string, width: number): string => ' '.repeat(Math.max(0, width - cells(text)));

/** The widest of the texts, in cells. */
const widest = (texts: readonly string[]): number => texts.reduce((width, text) => Math.max(width, cells(text)), 0);

const noteLines = (notes: readonly Note[], columns: number, speech: Speech): readonly Line[] => {
  const labels = widest(notes.map(({ label }) => speech.translate(label))) + 2;
  const names = widest(notes.map(({ items, remark }) => (remark === undefined ? '' : (items[0]?.text ?? '')))) + 2;
  const aligned = labels + names <= columns / 2;
  return notes.flatMap((note, index) => {
    const { label, items } = note;
    const remark = remarkOf(note);
    const shown = notes[index - 1]?.label === label ? '' : speech.translate(label);
    const named = dotted(items.map((item) => itemPiece(item, {})));
    const gap = aligned ? pad(items[0]?.text ?? '', names) : '  ';
    const told = remark === undefined ? [] : [{ text: gap }, { text: remark, style: { role: 'soft' } } as const];
    const pieces = [{ text: shown + pad(shown, labels), style: looking(speech, { role: 'soft' }) }, ...named, ...told];
    return wrap(pieces, columns, { hanging: labels + (remark !== undefined && aligned ? names : 0) });
  });
};

const spaced = (blocks: readonly (readonly Line[])[]): readonly Line[] =>
  blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : [[], ...block]));

const bullet: Piece = { text: '– ', style: { role: 'muted' } };

/** A number with its unit. */
export const FIGURE = /(\d[\d.,]*(?:[KM]\b| (?:billion|million|%))(?: RPS)?|\d[\d.,]* RPS)/;

/** Prose whose figures stand out. */
const prose = (text: string): Line =>
  text
    .split(FIGURE)
    .map((part, index): Piece => (index % 2 === 1 ? { text: part, style: { bold: true } } : { text: part }))
    .filter((piece) => piece.text !== '');

/** Paragraphs, then the list. */
const proseBlocks = ({ paragraphs, highlights }: Entry, measure: number): readonly (readonly Line[])[] => [
  ...paragraphs.map((paragraph) => wrap(prose(paragraph), measure)),
  highlights.flatMap((highlight) => wrap([bullet, ...prose(highlight)], measure, { hanging: 2 })),
];

/** From this width on, facts and labels stand in a margin. */
export const SPREAD = 100;
/** Cells of margin, body and what the body leaves free: notes may use it. */
const PAGE = 104;
/** Cells of the margin. */
export const MARGIN = 26;
/** Cells of the body beside it. */
export const BODY = 72;
/** Cells of an item before its remark. */
const NAME = 14;

/** The margin's lines beside the body's. */
export const besideMargin = (margin: readonly Line[], body: readonly Line[]): readonly Line[] =>
  Array.from({ length: Math.max(margin.length, body.length) }, (_, row) => {
    const left = margin[row] ?? [];
    const right = body[row] ?? [];
    return right.length === 0 ? left : [...left, { text: pad(plain(left), MARGIN) }, ...right];
  });

/** In ink, and bold; a link stays one. */
const strong = ({ text, style = {} }: Piece): Piece => {
  const { role, ...rest } = style;
  return { text, style: role === 'soft' ? { ...rest, bold: true } : { ...style, bold: true } };
};

const marginFacts = ({ facts, active }: Entry, speech: Speech): readonly Line[] => [
  ...facts.flatMap((fact, index) => {
    const pieces = factPieces(fact, index, speech);
    return wrap(index === 0 ? pieces.map(strong) : pieces, MARGIN - 2);
  }),
  ...(active ? [line(speech.translate(activeMark), looking(speech, { role: 'good' }))] : []),
];

/** The items of one label: those with a remark a line each, the others in a row. */
const noteBody = (notes: readonly Note[], width: number): readonly Line[] =>
  notes.flatMap(({ items, remark }) => {
    const named = items.flatMap((item, index) => [...(index === 0 ? [] : [{ text: '  ' }]), itemPiece(item, {})]);
    if (remark === undefined) return wrap(named, width);
    const name = plain(named);
    const strong = named.map((piece) => ({ ...piece, style: { ...piece.style, bold: true } }));
    return wrap([...strong, { text: pad(name, NAME) || '  ' }, { text: remark, style: { role: 'soft' } }], width, { hanging: NAME });
  });

/** The notes of the same label, one after the other, together. */
const grouped = (notes: readonly Note[]): readonly (readonly Note[])[] => {
  const groups: Note[][] = [];
  for (const note of notes) {
    const last = groups.at(-1);
    if (last?.[0]?.label === note.label) last.push(note);
    else groups.push([note]);
  }
  return groups;
};

const exhibits = { one: 'Running exhibit', more: 'Running exhibits' } as const satisfies Sentences;

const marginLabel = ([first, second]: readonly Note[], speech: Speech): string => {
  if (first?.label !== 'Exhibit') return speech.translate(first?.label ?? '');
  return speech.translate(second ? exhibits.more : exhibits.one);
};

const titleLines = ({ title }: Entry, columns: number, level: 1 | 2): readonly Line[] =>
  title === '' ? [] : wrap(line(title, { role: 'title', bold: true, level }), columns);

const spread = (entry: Entry, columns: number, level: 1 | 2, speech: Speech): readonly Line[] =>
  spaced([
    besideMargin(marginFacts(entry, speech), spaced([titleLines(entry, BODY, level), ...proseBlocks(entry, BODY)])),
    ...grouped(entry.notes).map((notes) =>
      besideMargin(
        wrap(line(marginLabel(notes, speech), looking(speech, { role: 'soft' })), MARGIN - 2),
        noteBody(notes, Math.min(columns, PAGE) - MARGIN),
      ),
    ),
  ]);

/**
 * The whole entry in lines of at most `columns` cells, at a readable width; `level` is that of its title. Labels and
 * dates are in English unless another language is given.
 */
export const entryDisplay = (entry: Entry, columns: number, level: 1 | 2 = 1, speech: Speech = english): readonly Line[] => {
  if (columns >= SPREAD) return spread(entry, columns, level, speech);
  const measure = Math.min(columns, MEASURE);
  return spaced([
    [...titleLines(entry, measure, level), ...factLines(entry, measure, speech)],
    ...proseBlocks(entry, measure),
    noteLines(entry.notes, measure, speech),
  ]);
};
