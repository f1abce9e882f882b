/** The help screen of a program, made from its explanation and its table of keys. */
import type { Size } from '../os/tty.ts';
import { wrap } from '../term/layout.ts';
import { type Sentences, translate } from '../term/say.ts';
import { type Line, line, type Piece, type Style } from '../term/style.ts';
import { cells } from '../term/width.ts';
import type { Canvas } from './canvas.ts';
import { chordLabel } from './label.ts';
import { type Binding, bindingsOf, type Program } from './program.ts';

/** Longer lines are hard to read. */
const MEASURE = 72;

/** Said of every exhibit. */
const caveat =
  'An illustration of publicly known techniques, simulated here: nothing in it is measured at, or taken from, an employer’s systems.' satisfies Sentences;

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
const keyLines = (bindings: readonly Binding<unknown>[], columns: number): Line[] => {
  const names = bindings.map(keyNames);
  const width = Math.min(16, Math.max(0, ...names.map(cells)));
  return bindings.flatMap(({ summary }, index) => {
    const name = names[index] ?? '';
    const key: Piece = { text: name + ' '.repeat(Math.max(0, width - cells(name)) + 2), style: { role: 'accent' } };
    return wrap([key, { text: translate(summary) }], columns, { hanging: width + 2 });
  });
};

/** Everything that the help screen says. */
const helpLines = <Model, Message>(program: Program<Model, Message>, model: Model, columns: number): Line[] => {
  const width = measure(columns);
  const { paragraphs = [], job } = program.explains ?? {};
  const keys = [
    ...bindingsOf(program, model),
    { chords: ['?'], summary: 'this help', message: 0 },
    { chords: ['q', 'Escape'], summary: 'leave', message: 0 },
  ];
  const [before = '', after = ''] = translate('From the work in {0} (Enter).').split('{0}');
  const from: Line = [{ text: before }, { text: `cat ${job}`, style: { role: 'link', underline: true } }, { text: after }];
  return [
    ...paragraphs.flatMap((text) => paragraph(translate(text), width)),
    ...keyLines(keys, width),
    [],
    ...(job === undefined ? [] : [from, [], ...paragraph(translate(caveat), width, { role: 'muted' })]),
  ];
};

/** Rows of the help screen that show text: all but the title and the footer. */
export const helpRows = ({ rows }: Size): number => Math.max(1, rows - 3);

/** The last line of the help screen that may be the first one shown. */
export const scrollEnd = <Model, Message>(program: Program<Model, Message>, model: Model, size: Size): number =>
  Math.max(0, helpLines(program, model, size.columns).length - helpRows(size));

/** Draws the help screen from line `offset` on. */
export const drawHelp = <Model, Message>(program: Program<Model, Message>, model: Model, offset: number, canvas: Canvas<Message>): void => {
  const lines = helpLines(program, model, canvas.columns);
  for (let y = 0; y < canvas.rows; y++) canvas.line(1, y, lines[offset + y] ?? []);
};
