/** The streams and the terminal that a line of the shell has, when keyboard and screen are the page's. */
import type { Reader, Writer } from '../os/stream.ts';
import type { Screen, Size, Tty } from '../os/tty.ts';
import type { Session } from '../shell/session.ts';
import type { Key } from '../term/key.ts';
import type { Outbox } from './outbox.ts';

type LineIo = Parameters<Session['run']>[1];

/** One line that runs: what it is given, and what the page sends it. */
export class RemoteJob {
  readonly io: LineIo;
  readonly #id: number;
  readonly #out: Outbox;
  readonly #signal: AbortSignal;
  readonly #resized = new Set<(size: Size) => void>();
  #size: Size;
  #input: (string | null)[] = [];
  #keys: Key[] = [];
  #received = 0;
  #screens = 0;
  #wake: (() => void) | undefined;
  #screen: Screen | undefined;

  /** `signal` is aborted when the line is stopped. */
  constructor(id: number, out: Outbox, signal: AbortSignal, size: Size) {
    this.#id = id;
    this.#out = out;
    this.#signal = signal;
    this.#size = size;
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
    const writer = this.#writer();
    this.io = { stdin: this.#reader(), stdout: writer, stderr: writer, tty: this.#tty() };
  }

  /** A line of standard input from the page; null is its end. */
  input(text: string | null): void {
    this.#input.push(text);
    this.#wake?.();
  }

  /** A key for the full-screen program of that number; one that has ended gets no more. */
  key(screen: number, key: Key): void {
    if (!this.#screen || screen !== this.#screens) return;
    this.#received++;
    this.#keys.push(key);
    this.#wake?.();
  }

  resize(size: Size): void {
    this.#size = size;
    for (const listener of this.#resized) listener(size);
  }

  /** Closes a screen that the line left open. */
  end(): void {
    this.#screen?.close();
  }

  /** The next of `queue`, waiting for it; rejects with the signal's reason. */
  async #next<T>(queue: () => T[], ask: () => void): Promise<T> {
    for (let asked = false; ; ) {
      this.#signal.throwIfAborted();
      const [item] = queue().splice(0, 1);
      if (item !== undefined) return item;
      if (!asked) ask();
      asked = true;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #reader(): Reader {
    return {
      isTty: true,
      read: () =>
        this.#next(
          () => this.#input,
          () => this.#out.send({ kind: 'read' }),
        ),
      close: () => {},
    };
  }

  #writer(): Writer {
    const columns = (): number => this.#size.columns;
    return {
      isTty: true,
      get columns() {
        return columns();
      },
      write: async (text, style) => {
        this.#signal.throwIfAborted();
        await this.#out.write(this.#id, style ? { text, style } : { text });
        this.#signal.throwIfAborted();
      },
      close: () => {},
    };
  }

  #tty(): Tty {
    const size = (): Size => this.#size;
    return {
      get size() {
        return size();
      },
      openScreen: ({ mouse = false } = {}) => {
        if (this.#screen) throw new Error('a full-screen program is open already');
        this.#received = 0;
        this.#out.send({ kind: 'screen', screen: ++this.#screens, mouse });
        this.#screen = this.#open();
        return this.#screen;
      },
      clear: async (scrollback) => this.#out.send({ kind: 'clear', scrollback }),
      announce: (text, style) => this.#out.send({ kind: 'announce', text, ...(style ? { style } : {}) }),
      keys: async () => (await import('../readline/keymap.ts')).bindings,
    };
  }

  #open(): Screen {
    const size = (): Size => this.#size;
    return {
      get size() {
        return size();
      },
      onResize: (listener) => {
        this.#resized.add(listener);
        return () => void this.#resized.delete(listener);
      },
      readKey: () =>
        this.#next(
          () => this.#keys,
          () => {},
        ),
      pending: () => this.#keys.length > 0,
      draw: async (frame) => {
        await this.#out.frame(frame);
      },
      close: () => {
        if (!this.#screen) return;
        this.#screen = undefined;
        this.#out.send({ kind: 'leave', received: this.#received, unread: this.#keys });
        this.#keys = [];
      },
    };
  }
}
