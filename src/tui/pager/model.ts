/** The pager's state, and its files. */
import { VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import type { Pace, Reader } from '../../os/stream.ts';
import type { Size } from '../../os/tty.ts';
import type { Key } from '../../term/key.ts';
import type { Line } from '../../term/style.ts';
import type { WithEffects } from '../program.ts';
import { type Document, linesDocument } from './document.ts';
import type { Command } from './keys.ts';
import { clamped, type Geometry, type Position, start } from './rows.ts';
import type { Find } from './search.ts';
import { TextDocument } from './text.ts';

/** Something to show: lines set for a width, a file, or what a pipe brings. */
export type Source =
  | { readonly name: string; layout(columns: number): readonly Line[] }
  /** The whole text as it is now; throws VfsError for a file that cannot be read. */
  | { readonly name: string; text(): string }
  | { readonly name: string; readonly reader: Reader };

/** A pattern as it was typed, and as it is looked for. */
export interface Pattern {
  readonly text: string;
  readonly find: Find;
  /** Lines that do not match are meant. */
  readonly inverted: boolean;
}

/** What a pattern is typed for; a search for the 0th match only marks them. */
export type PatternUse = { readonly kind: 'filter' } | { readonly kind: 'search'; readonly backward: boolean; readonly count: number };

/** One source on the screen. */
export interface View {
  readonly source: Source;
  readonly document: Document;
  readonly top: Position;
  /** The document without its filter. */
  readonly whole: Document;
  readonly filter: Pattern | undefined;
  readonly marks: ReadonlyMap<string, Position>;
  /** The line of the match that was found last. */
  readonly found: number | undefined;
}

/** Work that goes on beside the keys. While it has something to say, keys wait for it, but for those that give it up. */
export interface Waiting {
  readonly label: string;
  cancelled: boolean;
}

/** The bottom row while something is typed there. */
export type Prompt =
  | { readonly kind: 'pattern'; readonly lead: '/' | '?' | '&'; readonly text: string; readonly count: number }
  | { readonly kind: 'letter'; readonly command: 'mark' | 'jump' | 'option' | 'colon'; readonly lead: string };

/** Everything. */
export interface Model {
  readonly sources: readonly Source[];
  readonly file: number;
  readonly view: View;
  /** Other files as they were left. */
  readonly left: ReadonlyMap<number, View>;
  /** What the help screen covers. */
  readonly under: View | undefined;
  readonly size: Size;
  /** Columns scrolled to the right. */
  readonly column: number;
  readonly numbers: boolean;
  readonly chop: boolean;
  readonly ignoreCase: boolean;
  readonly highlight: boolean;
  readonly quitAtEnd: boolean;
  /** Digits typed before a command. */
  readonly count: string;
  readonly prompt: Prompt | undefined;
  readonly message: string | undefined;
  readonly pattern: (Pattern & { readonly backward: boolean }) | undefined;
  readonly waiting: Waiting | undefined;
  /** Keys that wait. */
  readonly ahead: readonly Key[];
  readonly following: Waiting | undefined;
  /** The first screen has been shown. */
  readonly opened: boolean;
  readonly pace: Pace;
}

/** What can happen. */
export type Message =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resize'; readonly size: Size }
  | { readonly kind: 'command'; readonly command: Command; readonly count: number | undefined }
  /** What was waited for is there. */
  | { readonly kind: 'ready'; readonly waiting: Waiting; readonly retry: Message | undefined }
  | { readonly kind: 'found'; readonly waiting: Waiting; readonly line: number | undefined }
  | { readonly kind: 'compiled'; readonly waiting: Waiting; readonly pattern: Pattern; readonly use: PatternUse }
  | { readonly kind: 'failed'; readonly waiting: Waiting; readonly text: string }
  | { readonly kind: 'grew'; readonly following: Waiting };

/** What `update` answers. */
export type Next = Model | WithEffects<Model, Message>;

/** Cells for line numbers. */
export const GUTTER = 8;

/** How the view's document lies on the screen. */
export const geometryOf = ({ view, size, numbers, chop }: Model): Geometry => ({
  document: view.document,
  columns: Math.max(1, size.columns - (numbers ? GUTTER : 0)),
  rows: Math.max(1, size.rows - 1),
  chop,
});

const openDocument = (source: Source, columns: number, pace: Pace): Document => {
  if ('layout' in source) return linesDocument(source.layout(columns));
  return 'text' in source ? TextDocument.of(() => source.text(), pace) : TextDocument.from(source.reader, pace);
};

/** A source opened, at its beginning; throws VfsError for a file that cannot be read. */
const openView = (source: Source, columns: number, pace: Pace): View => {
  const document = openDocument(source, columns, pace);
  return { source, document, whole: document, top: start, filter: undefined, marks: new Map(), found: undefined };
};

/** The model with its view at another place, as near to it as the screen can be filled from. */
export const movedTo = (model: Model, top: Position): Model => ({
  ...model,
  view: { ...model.view, top: clamped(geometryOf(model), top) },
});

/** As `movedTo`, for a jump: the `'` mark remembers where it began. */
export const jumpedTo = (model: Model, top: Position): Model => {
  const marks = new Map(model.view.marks).set("'", model.view.top);
  return movedTo({ ...model, view: { ...model.view, marks } }, top);
};

/** What a pager may be told before it starts. */
export interface PagerOptions {
  readonly numbers?: boolean;
  readonly chop?: boolean;
  readonly ignoreCase?: boolean;
  /** Leave when the end is reached. */
  readonly quitAtEnd?: boolean;
}

/** A pager that has just been opened on the first of its sources; throws VfsError when that cannot be read. */
export const createModel = (process: Process, size: Size, sources: readonly [Source, ...Source[]], options: PagerOptions): Model => ({
  sources,
  file: 0,
  view: openView(sources[0], size.columns, process.pace),
  left: new Map(),
  under: undefined,
  size,
  column: 0,
  numbers: options.numbers ?? false,
  chop: options.chop ?? false,
  ignoreCase: options.ignoreCase ?? false,
  highlight: true,
  quitAtEnd: options.quitAtEnd ?? false,
  count: '',
  prompt: undefined,
  message: undefined,
  pattern: undefined,
  waiting: undefined,
  ahead: [],
  opened: false,
  following: undefined,
  pace: process.pace,
});

/** The file at `index` as it was left, or opened for the first time. */
export const switchFile = (model: Model, index: number): Next => {
  const source = model.sources[index];
  if (!source) return { ...model, message: index < 0 ? 'No previous file' : 'No next file' };
  let view: View;
  try {
    view = model.left.get(index) ?? openView(source, model.size.columns, model.pace);
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    return { ...model, message: `${source.name}: ${error.message}` };
  }
  return { ...model, file: index, view, left: new Map(model.left).set(model.file, model.view) };
};
