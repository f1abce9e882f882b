/** The help screen of a program, made from its explanation and its table of keys. */
import type { Size } from '../os/tty.ts';
import { wrap } from '../term/layout.ts';
import { type Line, line, type Piece, plain, type Style } from '../term/style.ts';
import { cells } from '../term/width.ts';
import type { Canvas } from './canvas.ts';
import { chordLabel } from './label.ts';
import { type Binding, bindingsOf, type HelpLink, type Program } from './program.ts';
import { freeOf, steps } from './steps.ts';
import type { Wording } from './wording.ts';

/** The runner's own state, beside the program's model. */
export interface Chrome {
  /** The first line shown of the help screen; undefined while it is closed. */
  readonly help: number | undefined;
  /** Reduced motion: time passes only when the user says so. */
  readonly stepping: boolean;
  readonly wording: Wording;
  /** Whether the host shows the keys. */
  readonly hasButtons: boolean;
}

/** Longer lines are hard to read. */
const MEASURE = 72;

/** The text column of the help screen on a terminal this wide. */
const measure = (columns: number): number => Math.max(1, Math.min(MEASURE, columns - 2));

const paragraph = (text: string, columns: number, style?: Style): Line[] => [...wrap(line(text, style), columns), []];

const keyNames = ({ label, chords }: Binding<unknown>): string =>
  label === undefined
    ? chords
        .filter((chord) => !chord.startsWith('Wheel'))
        .map(chordLabel)
        .join(' ')
    : label;

/** The table of keys as lines. */
const keyLines = (bindings: readonly Binding<unknown>[], columns: number, wording: Wording): Line[] => {
  const names = bindings.map(keyNames);
  const width = Math.min(16, Math.max(0, ...names.map(cells)));
  return bindings.flatMap(({ summary }, index) => {
    const name = names[index] ?? '';
    const key: Piece = { text: name + ' '.repeat(Math.max(0, width - cells(name)) + 2), style: { role: 'accent' } };
    return wrap([key, { text: wording(summary) }], columns, { hanging: width + 2 });
  });
};

const linkLine = ({ line: text, sentence }: HelpLink, wording: Wording): Line => {
  const [before = '', after = ''] = wording(sentence).split('{0}');
  return [{ text: before }, { text, style: { role: 'link', underline: true } }, { text: after }];
};

/** Everything that the help screen says. */
const helpLines = <Model, Message>(
  program: Program<Model, Message>,
  model: Model,
  { stepping, wording }: Chrome,
  columns: number,
): Line[] => {
  const width = measure(columns);
  const { paragraphs = [], link, note } = program.explains ?? {};
  const own = bindingsOf(program, model);
  const taken = new Set(own.flatMap(({ chords }) => chords));
  const keys: readonly Binding<unknown>[] = [
    ...own,
    ...(stepping && program.tick ? freeOf(steps, (chord) => taken.has(chord)) : []),
    { chords: ['?'], summary: 'this help', message: 0 },
    { chords: ['q', 'Escape'], summary: 'leave', message: 0 },
  ];
  return [
    ...paragraphs.flatMap((text) => paragraph(wording(text), width)),
    ...keyLines(keys, width, wording),
    [],
    ...(link ? [linkLine(link, wording), []] : []),
    ...(note === undefined ? [] : paragraph(wording(note), width, { role: 'muted' })),
  ];
};

/** What the help screen says, a line each, for those who cannot see it. */
export const helpText = <Model, Message>(program: Program<Model, Message>, model: Model, chrome: Chrome): readonly string[] =>
  helpLines(program, model, chrome, MEASURE + 2)
    .map((text) => plain(text).trimEnd())
    .filter((text) => text !== '');

/** Rows of the help screen that show text: all but the title and the footer. */
export const helpRows = ({ rows }: Size): number => Math.max(1, rows - 3);

/** The last line of the help screen that may be the first one shown. */
export const scrollEnd = <Model, Message>(program: Program<Model, Message>, model: Model, chrome: Chrome, size: Size): number =>
  Math.max(0, helpLines(program, model, chrome, size.columns).length - helpRows(size));

/** Draws the help screen from the line on that the runner's state says. */
export const drawHelp = <Model, Message>(program: Program<Model, Message>, model: Model, chrome: Chrome, canvas: Canvas<Message>): void => {
  const { help = 0 } = chrome;
  const lines = helpLines(program, model, chrome, canvas.columns);
  for (let y = 0; y < canvas.rows; y++) canvas.line(1, y, lines[help + y] ?? []);
};
