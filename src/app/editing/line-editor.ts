/** Joins the line editor to the terminal, the history, and as much of the shell as has loaded. */
import type { HistoryPort, Readline } from '../../readline/port.ts';
import { createReadline } from '../../readline/readline.ts';
import { line as lineOf } from '../../term/style.ts';
import type { EngineLoader } from '../engine-loader.ts';
import type { Keyboard } from '../terminal/keyboard.ts';
import type { Output } from '../terminal/output.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What it is joined to. */
export interface LineEditorParts {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly keyboard: Keyboard;
  readonly loader: EngineLoader;
  readonly history: HistoryPort;
  /** The line or its cursor may have changed. */
  readonly edited: () => void;
}

/** The line editor of one app; without the shell a line is plain text, whole at its end, and Tab waits. */
export const createLineEditor = ({ terminal, output, keyboard, loader, history, edited }: LineEditorParts): Readline =>
  createReadline({
    history,
    write: (ansi) => output.raw(ansi),
    columns: () => terminal.columns,
    rows: () => terminal.rows,
    complete: async (text, cursor) => (await (await loader.wake()).assistant()).complete(text, cursor),
    highlight: (text) => loader.assistant?.highlight(text) ?? lineOf(text),
    hint: (text) => loader.assistant?.hint(text),
    isComplete: (text) => loader.engine?.machine.session.isComplete(text) ?? true,
    scroll: (pages) => terminal.scrollPages(pages),
    unread: (keys) => keyboard.unread(keys),
    edited,
  });
