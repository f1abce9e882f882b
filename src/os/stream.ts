/** Streams of text between processes: bounded, with back-pressure, EOF, broken pipe and abort. */
import type { Style } from '../term/style.ts';
import { BrokenPipe } from './failure.ts';
import type { Account } from './ledger.ts';
import { HELD_TEXT, LimitError, PIPE_CAPACITY, TEXT_LENGTH } from './limits.ts';

/** Where a process reads text. */
export interface Reader {
  readonly isTty: boolean;
  /** Bytes of the regular file that is read, as fstat(2) tells them; absent for pipes and terminals. */
  readonly size?: number | undefined;
  /** The next chunk, never empty; null at EOF. Rejects with the job's abort reason, never with EOF, when the job is stopped. */
  read(): Promise<string | null>;
  /** Puts text back, to be read next; every reader that the shell hands out can. */
  unread?(text: string): void;
  /** No more will be read: writers get a broken pipe. */
  close(): void;
}

/** Where a process writes text. */
export interface Writer {
  readonly isTty: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Resolves when there is room for more. A style is seen only on a terminal. Rejects with BrokenPipe when nobody reads. */
  write(text: string, style?: Style): Promise<void>;
  /** No more will be written: the reader gets EOF. */
  close(): void;
}

/** A reader that is at EOF from the start. */
export const emptyReader: Reader = { isTty: false, read: () => Promise.resolve(null), close: () => {} };

/** A writer that drops everything, as /dev/null. */
export const nullWriter: Writer = { isTty: false, columns: 80, write: () => Promise.resolve(), close: () => {} };

/** A reader of the given text. */
export const textReader = (text: string): Reader => {
  let rest: string | null = text === '' ? null : text;
  return {
    isTty: false,
    read: () => {
      const chunk = rest;
      rest = null;
      return Promise.resolve(chunk);
    },
    close: () => {
      rest = null;
    },
  };
};

/** The two ends of a new pipe. */
export interface Pipe {
  readonly reader: Reader;
  readonly writer: Writer;
}

/** Lets other tasks run; called by every write, so that a pipeline that only talks to itself cannot freeze the thread. */
export type Pace = () => Promise<void> | undefined;

/** Those who wait for the next change; a stop of the job is one too. */
class Waiters {
  readonly #signal: AbortSignal;
  #resolves: (() => void)[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Resolves at the next change. It listens for a stop only while somebody waits: a job makes many pipes, and its signal outlives them. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#resolves.length === 0) this.#signal.addEventListener('abort', this.wake, { once: true });
      this.#resolves.push(resolve);
    });
  }

  /** Something has changed. */
  readonly wake = (): void => {
    this.#signal.removeEventListener('abort', this.wake);
    const resolves = this.#resolves;
    this.#resolves = [];
    for (const resolve of resolves) resolve();
  };
}

/** Where what a pipe holds beyond its capacity is charged. */
export type PipeMemory = Pick<Account, 'reach'>;

/** What stands between the ends of a pipe. */
class PipeBuffer {
  readonly #signal: AbortSignal;
  readonly #pace: Pace;
  readonly #capacity: number;
  readonly #memory: PipeMemory | undefined;
  readonly #waiters: Waiters;
  #chunks: string[] = [];
  #held = 0;
  #ended = false;
  #broken = false;

  constructor(signal: AbortSignal, pace: Pace, memory: PipeMemory | undefined, capacity: number) {
    this.#signal = signal;
    this.#pace = pace;
    this.#memory = memory;
    this.#capacity = capacity;
    this.#waiters = new Waiters(signal);
  }

  async read(): Promise<string | null> {
    while (this.#held === 0 && !this.#ended) {
      this.#signal.throwIfAborted();
      await this.#waiters.change();
    }
    this.#signal.throwIfAborted();
    if (this.#held === 0) return null;
    const text = this.#chunks.join('');
    this.#drop();
    this.#waiters.wake();
    return text;
  }

  async write(text: string): Promise<void> {
    this.#signal.throwIfAborted();
    if (this.#broken) throw new BrokenPipe();
    if (text === '') return;
    this.#charge(this.#held + text.length);
    this.#chunks.push(text);
    this.#held += text.length;
    this.#waiters.wake();
    await this.#pace();
    while (this.#held >= this.#capacity && !this.#broken) {
      this.#signal.throwIfAborted();
      await this.#waiters.change();
    }
    this.#signal.throwIfAborted();
  }

  /** No more will be written. */
  end(): void {
    this.#ended = true;
    this.#waiters.wake();
  }

  /** No more will be read. */
  break(): void {
    this.#broken = true;
    this.#drop();
    this.#waiters.wake();
  }

  #drop(): void {
    this.#charge(0);
    this.#chunks = [];
    this.#held = 0;
  }

  /** What every pipe may hold is bounded by the number of processes; what one write brings beyond it is charged. */
  #charge(held: number): void {
    this.#memory?.reach(Math.max(0, held - this.#capacity));
  }
}

/**
 * A pipe whose writer waits once it holds `capacity` characters (POSIX pipe(7)); `memory` is charged with what it holds beyond that.
 * `signal` makes waiting ends reject with its reason.
 */
export const createPipe = (signal: AbortSignal, pace: Pace, memory?: PipeMemory, capacity = PIPE_CAPACITY): Pipe => {
  const buffer = new PipeBuffer(signal, pace, memory, capacity);
  return {
    reader: { isTty: false, read: () => buffer.read(), close: () => buffer.break() },
    writer: { isTty: false, columns: 80, write: (text) => buffer.write(text), close: () => buffer.end() },
  };
};

/** All that is left to read, as one text, which `memory` is charged with; throws LimitError when it is too much to hold. */
export const readAll = async (reader: Reader, memory?: Account): Promise<string> => {
  const chunks: string[] = [];
  let size = 0;
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    size += chunk.length;
    if (size > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
    memory?.hold(chunk.length);
    chunks.push(chunk);
  }
  return chunks.join('');
};

/**
 * Batches of whole lines, without their newlines, as they arrive: one promise a chunk, not one a line.
 * `terminated` is false only in the last batch, when its last line had no newline. `newline` is what ends a line.
 */
export async function* lineBatches(
  reader: Reader,
  newline = '\n',
): AsyncGenerator<{ readonly lines: string[]; readonly terminated: boolean }> {
  let rest = '';
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const last = chunk.lastIndexOf(newline);
    if (last < 0) {
      rest += chunk;
      if (rest.length > TEXT_LENGTH) throw new LimitError('line length', TEXT_LENGTH);
      continue;
    }
    const lines = (rest + chunk.slice(0, last)).split(newline);
    rest = chunk.slice(last + 1);
    yield { lines, terminated: true };
  }
  if (rest !== '') yield { lines: [rest], terminated: false };
}

/** Collects what is written to it, plain. */
export const createBuffer = (): Writer & { text(): string } => {
  const chunks: string[] = [];
  return {
    isTty: false,
    columns: 80,
    write: (text) => {
      chunks.push(text);
      return Promise.resolve();
    },
    close: () => {},
    text: () => chunks.join(''),
  };
};

/** The size under which a batcher holds text back. */
const BATCH = 16_384;

/** A writer of many small texts that passes them on in batches; call `flush` at the end. For text without styles. */
export interface Batcher {
  /** A promise only when a batch goes out. */
  put(text: string): Promise<void> | undefined;
  flush(): Promise<void>;
}

/** Makes a Batcher over a writer. */
export const createBatcher = (writer: Writer): Batcher => {
  let held: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    const text = held.join('');
    held = [];
    size = 0;
    await writer.write(text);
  };
  return {
    put: (text) => {
      held.push(text);
      size += text.length;
      return size >= BATCH ? flush() : undefined;
    },
    flush,
  };
};
