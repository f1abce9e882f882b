/** A terminal for the tests of full-screen programs: a headless emulator, what is typed into it, and a clock that stands still. */
import headless from '@xterm/headless';
import { Stopped } from '../../src/os/failure.ts';
import type { Host } from '../../src/os/host.ts';
import type { Screen, Size, Tty } from '../../src/os/tty.ts';
import { enterAlternate, leaveAlternate, restore } from '../../src/term/ansi.ts';
import { decodeKeys, flushKeys, type Key, noPendingInput } from '../../src/term/key.ts';
import { unicodeProvider } from '../../src/term/width.ts';

/** Enough turns of the event loop for any program to come to rest. */
const SETTLE = 4;

/** Resolves once whatever was set going has come to rest. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < SETTLE; i++) {
    // The emulator takes what is written in a timer of its own.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
};

/** A host whose time passes only by `pass`. */
export interface FakeHost extends Host {
  /** Lets so many milliseconds go by, every sleeper waking in its turn. */
  pass(milliseconds: number): Promise<void>;
  stillness: boolean;
  readonly reports: unknown[];
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** The fake host; its time begins at `start`. */
export const fakeHost = (start = Date.UTC(2026, 10, 24)): FakeHost => {
  let time = start;
  let sleepers: Sleeper[] = [];
  const values = new Map<string, string>();
  const host: FakeHost = {
    kind: 'test',
    stillness: false,
    reports: [],
    now: () => time,
    random: () => 0.5,
    zoneOffset: () => 0,
    languages: [],
    reducedMotion: () => host.stillness,
    report: (error) => void host.reports.push(error),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    storage: {
      get: (key) => values.get(key),
      set: (key, value) => Boolean(values.set(key, value)),
      remove: (key) => void values.delete(key),
      keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = (): void => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        const wake = (): void => {
          signal.removeEventListener('abort', stop);
          resolve();
        };
        sleepers.push({ at: time + milliseconds, wake });
      }),
    pass: async (milliseconds) => {
      const end = time + milliseconds;
      await settle();
      for (;;) {
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        time = next.at;
        next.wake();
        await settle();
      }
      time = end;
    },
  };
  return host;
};

/** A terminal with its keyboard. */
export interface TestScreen {
  readonly tty: Tty;
  /** Sentences that were announced. */
  readonly announced: string[];
  /** Frames that were drawn. */
  readonly frames: string[];
  /** Types characters and control sequences as a terminal sends them, then lets the program answer. */
  type(data: string): Promise<void>;
  /** Presses and lets go at a cell. */
  click(column: number, row: number): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** What the screen shows, without trailing spaces and empty rows at the end. */
  text(): string;
  rows(): string[];
  /** `normal` or `alternate`. */
  buffer(): string;
  /** Whether anything was drawn past the end of a row, so that it went on in the next. */
  overflows(): boolean;
  /** Whether the cell at a place is shown in inverse. */
  inverse(column: number, row: number): boolean;
  /** Writes to the screen as a shell does before a program starts. */
  write(text: string): Promise<void>;
  /** Interrupts the job from outside. */
  readonly job: AbortController;
}

/** A headless terminal of the given size. */
export const createTestScreen = (columns = 80, rows = 24): TestScreen => {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  terminal.unicode.register(unicodeProvider);
  terminal.unicode.activeVersion = unicodeProvider.version;
  const job = new AbortController();
  const keys: Key[] = [];
  const announced: string[] = [];
  const frames: string[] = [];
  let wake = (): void => {};
  const listeners = new Set<(size: Size) => void>();
  const write = (data: string): Promise<void> => new Promise((resolve) => terminal.write(data, resolve));
  const size = (): Size => ({ columns: terminal.cols, rows: terminal.rows });
  job.signal.addEventListener('abort', () => wake());

  const openScreen = (): Screen => {
    void write(enterAlternate);
    return {
      get size() {
        return size();
      },
      onResize: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      readKey: async () => {
        for (;;) {
          job.signal.throwIfAborted();
          const key = keys.shift();
          if (key) return key;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      },
      pending: () => keys.length > 0,
      draw: (frame) => {
        frames.push(frame);
        return write(frame);
      },
      close: () => void write(restore + leaveAlternate),
    };
  };

  const press = async (pressed: readonly Key[]): Promise<void> => {
    keys.push(...pressed);
    wake();
    await settle();
  };

  const shown = (): string[] =>
    Array.from(
      { length: terminal.rows },
      (_, y) => terminal.buffer.active.getLine(terminal.buffer.active.viewportY + y)?.translateToString(true) ?? '',
    );

  return {
    tty: {
      get size() {
        return size();
      },
      openScreen,
      clear: () => write('\x1b[2J\x1b[H'),
      announce: (text) => void announced.push(...text.split('\n')),
    },
    announced,
    frames,
    job,
    type: async (data) => {
      await settle();
      const { keys: decoded, pending } = decodeKeys(data, noPendingInput);
      await press([...decoded, ...flushKeys(pending).keys]);
    },
    click: (column, row) => press([{ chord: 'Click', text: '', column, row }]),
    resize: async (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
      for (const listener of listeners) listener(size());
      await settle();
    },
    rows: shown,
    text: () =>
      shown()
        .map((row) => row.trimEnd())
        .join('\n')
        .trimEnd(),
    buffer: () => terminal.buffer.active.type,
    overflows: () => shown().some((_, y) => terminal.buffer.active.getLine(terminal.buffer.active.viewportY + y)?.isWrapped),
    inverse: (column, row) =>
      Boolean(
        terminal.buffer.active
          .getLine(terminal.buffer.active.viewportY + row)
          ?.getCell(column)
          ?.isInverse(),
      ),
    write,
  };
};

/** The reason with which an interrupted job is aborted. */
export const interrupted = new Stopped(130);
