/** The whole app on a headless terminal: keys in, the screen out. */
import headless from '@xterm/headless';
import { App } from '../../src/app/app.ts';
import type { Terminal } from '../../src/app/terminal/terminal.ts';
import { welcomeLines } from '../../src/app/welcome.ts';
import type { Host } from '../../src/os/host.ts';
import { unicodeProvider } from '../../src/term/width.ts';
import { connectShell } from '../../src/worker/connect.ts';
import { spawnHere } from '../../src/worker/here.ts';
import { fixture } from '../fixtures/resume.ts';
import { testHost } from '../host.ts';

/** A running app and its terminal. */
export interface Console {
  readonly app: App;
  /** Everything that was written to the terminal. */
  readonly written: string[];
  /** What the terminal answered by itself, as a sequence that asks it makes it do. */
  readonly answers: readonly string[];
  /** The modes that sequences can set. */
  modes(): object;
  /** What was announced, and the shell's status when it was left. */
  readonly announced: string[];
  readonly left: number[];
  /** Sends keys as a terminal does, and waits until the shell waits again or runs on. */
  keys(data: string): Promise<void>;
  /** Types a line with Enter, and waits for the prompt. */
  line(text: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** The rows on the screen, without blanks at their ends, up to the cursor's or the last that is not empty. */
  screen(): string[];
  cursor(): { readonly column: number; readonly row: number };
  /** The transcript's last block: its command, then its lines. */
  lastBlock(): readonly string[];
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Starts an app. */
export const openConsole = async (columns = 80, rows = 24, changes: Partial<Host> = {}, typed = ''): Promise<Console> => {
  const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  emulator.unicode.register(unicodeProvider);
  emulator.unicode.activeVersion = unicodeProvider.version;
  const written: string[] = [];
  const answers: string[] = [];
  emulator.onData((data) => answers.push(data));
  let beforeResize = (): void => {};
  const resized = new Set<() => void>();
  let hear = (_data: string): void => {};
  const terminal: Terminal = {
    get columns() {
      return emulator.cols;
    },
    get rows() {
      return emulator.rows;
    },
    splitsKeys: false,
    write: (data, done) => {
      written.push(data);
      emulator.write(data, done);
    },
    onData: (listener) => {
      hear = listener;
      emulator.onData(listener);
    },
    beforeResize: (listener) => {
      beforeResize = listener;
    },
    onResize: (listener) => {
      resized.add(listener);
      return () => void resized.delete(listener);
    },
    scrollPages: (pages) => emulator.scrollPages(pages),
    scrollToBottom: () => emulator.scrollToBottom(),
  };
  const host = testHost(changes);
  const announced: string[] = [];
  const left: number[] = [];
  const app = new App(
    {
      host,
      terminal,
      welcome: (width, height) => welcomeLines(fixture, width, height),
      load: (stores, shell) => connectShell(spawnHere(fixture, host), host, stores, shell),
    },
    { announced: (text) => announced.push(text), left: (status) => left.push(status) },
  );
  app.start();
  app.receive(typed);

  const flush = (): Promise<void> => new Promise((resolve) => emulator.write('', resolve));
  const idle = async (): Promise<void> => {
    let last = -1;
    while (last !== written.length) {
      last = written.length;
      await settle();
      await settle();
      await flush();
    }
  };
  const screen = (): string[] => {
    const { active } = emulator.buffer;
    const lines = Array.from(
      { length: emulator.rows },
      (_, row) =>
        active
          .getLine(active.viewportY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
    while (lines.length > active.cursorY + 1 && lines.at(-1) === '') lines.pop();
    return lines;
  };
  await app.wake();
  await idle();
  return {
    app,
    written,
    answers,
    modes: () => ({ ...emulator.modes }),
    announced,
    left,
    keys: async (data) => {
      hear(data);
      await idle();
    },
    line: async (text) => {
      const last = () => app.settings.getState().transcript.at(-1);
      const before = last()?.id;
      hear(`${text}\r`);
      // What was stopped before may still be ending: the block must be this line's own.
      const isDone = (): boolean => last()?.id !== before && (text === '' || last()?.command.endsWith(text) === true);
      for (let wait = 0; wait < 4_000 && !isDone(); wait++) await settle();
      await idle();
    },
    resize: async (width, height) => {
      beforeResize();
      await flush();
      emulator.resize(width, height);
      for (const listener of resized) listener();
      await idle();
    },
    screen,
    cursor: () => ({ column: emulator.buffer.active.cursorX, row: emulator.buffer.active.cursorY }),
    lastBlock: () => {
      const block = app.settings.getState().transcript.at(-1);
      return block ? [block.command, ...block.lines.map((line) => line.map(({ text }) => text).join(''))] : [];
    },
  };
};
