/** The line editor on a real emulator, without a window: what a visitor would see. */
import headless from '@xterm/headless';
import type { LineHistory, Outcome, Readline, ReadlinePort } from '../../src/readline/port.ts';
import { createReadline } from '../../src/readline/readline.ts';
import type { CompletionResult } from '../../src/readline/state.ts';
import { line } from '../../src/term/style.ts';
import { unicodeProvider } from '../../src/term/width.ts';
import { keys, typed } from './editing.ts';

type Emulator = InstanceType<typeof headless.Terminal>;

export const emulator = (columns: number, rows: number): Emulator => {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
  terminal.unicode.register(unicodeProvider);
  terminal.unicode.activeVersion = unicodeProvider.version;
  return terminal;
};

/** The rows of the whole buffer, without blanks at their ends and blank rows at its end. */
export const rowsOf = ({ buffer }: Emulator): string[] => {
  const rows = Array.from(
    { length: buffer.active.length },
    (_, index) => buffer.active.getLine(index)?.translateToString(true).trimEnd() ?? '',
  );
  while (rows.at(-1) === '') rows.pop();
  return rows;
};

export const historyOf = (entries: readonly string[] = []): LineHistory & { readonly lines: string[] } => {
  const lines = [...entries];
  return { lines, entries: () => lines, add: (added) => lines.push(added) };
};

export interface Session {
  readonly terminal: Emulator;
  readonly readline: Readline;
  readonly outcomes: Outcome[];
  readonly writes: string[];
  readonly scrolled: number[];
  /** Presses chords, and waits until the screen shows it. */
  press(chords: string): Promise<void>;
  type(text: string): Promise<void>;
  /** The screen as text, its rows joined by newlines. */
  screen(): string;
  /** Waits until what was written is on the screen. */
  settled(): Promise<void>;
}

export interface Options extends Partial<Omit<ReadlinePort, 'history' | 'columns' | 'rows'>> {
  readonly columns?: number;
  readonly rows?: number;
  readonly history?: LineHistory;
  readonly prompt?: string;
  readonly suggestion?: string;
  readonly aside?: string;
  readonly prefill?: string;
}

const noCandidates: CompletionResult = { start: 0, end: 0, candidates: [] };

/** A readline at its prompt on an emulator; it reads again after each line. */
export const session = ({
  columns = 40,
  rows = 10,
  history = historyOf(),
  prompt = '$ ',
  suggestion,
  aside,
  prefill,
  ...port
}: Options = {}): Session => {
  const terminal = emulator(columns, rows);
  const outcomes: Outcome[] = [];
  const writes: string[] = [];
  const scrolled: number[] = [];
  const readline = createReadline({
    history,
    columns: () => terminal.cols,
    rows: () => terminal.rows,
    write: (ansi) => {
      writes.push(ansi);
      terminal.write(ansi);
    },
    complete: async () => noCandidates,
    highlight: (text) => line(text),
    hint: () => undefined,
    isComplete: () => true,
    scroll: (pages) => scrolled.push(pages),
    unread: (keys) => queueMicrotask(() => readline.feed(keys)),
    edited: () => {},
    ...port,
  });
  const read = (reading: { suggestion?: string; aside?: string; prefill?: string }): void =>
    readline.read({ prompt: line(prompt, { role: 'prompt' }), ...reading }, (outcome) => {
      outcomes.push(outcome);
      read({});
    });
  read({ ...(suggestion ? { suggestion } : {}), ...(aside ? { aside } : {}), ...(prefill ? { prefill } : {}) });
  const settled = (): Promise<void> => new Promise((done) => terminal.write('', done));
  const feed = async (pressed: ReturnType<typeof keys>): Promise<void> => {
    for (const each of pressed) {
      readline.feed([each]);
      await settled();
    }
    await settled();
  };
  return {
    terminal,
    readline,
    outcomes,
    writes,
    scrolled,
    press: (chords) => feed(keys(chords)),
    type: (text) => feed(typed(text)),
    screen: () => rowsOf(terminal).join('\n'),
    settled,
  };
};
