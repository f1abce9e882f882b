/** The shell's outgoing side: gathers small writes into one message, and waits while the page is behind. */
import type { Pace } from '../os/stream.ts';
import type { Piece, Style } from '../term/style.ts';
import { costOf, type FromShell, type Wire } from './protocol.ts';

/** What may be under way before writers wait, as `costOf` counts it. */
const WINDOW = 32_768;
/** Characters that make a message go at once. */
const BATCH = 8_192;

const looksLike = (one: Style | undefined, other: Style | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Where a part that begins at `at` ends: behind a line or a blank where one is near, and never within a character. */
const partEnd = (text: string, at: number): number => {
  const end = at + BATCH;
  if (end >= text.length) return text.length;
  const space = Math.max(text.lastIndexOf('\n', end), text.lastIndexOf(' ', end));
  if (space > at + BATCH / 2) return space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end;
};

export class Outbox {
  readonly #wire: Pick<Wire<FromShell, never>, 'send'>;
  readonly #later: () => Promise<void>;
  #pieces: Piece[] = [];
  #job = 0;
  #size = 0;
  #owed = 0;
  #waiting: (() => void)[] = [];

  /** `later` resolves in a later macrotask. */
  constructor(wire: Pick<Wire<FromShell, never>, 'send'>, later: () => Promise<void>) {
    this.#wire = wire;
    this.#later = later;
  }

  /** Sends a message behind all that was written before it. */
  send(message: FromShell): void {
    this.flush();
    this.#wire.send(message);
  }

  /** Writes a piece of a job's output, a long one in parts that the page can show between two frames; resolves when there is room for more. */
  async write(job: number, { text, ...look }: Piece): Promise<void> {
    for (let at = 0; at < text.length; ) {
      const end = partEnd(text, at);
      await this.#put(job, { ...look, text: text.slice(at, end) });
      at = end;
    }
  }

  #put(job: number, piece: Piece): Promise<void> | undefined {
    if (job !== this.#job) this.flush();
    this.#job = job;
    if (this.#pieces.length === 0) void this.#later().then(() => this.flush());
    const owed = this.#add(piece);
    this.#size += piece.text.length;
    if (this.#size >= BATCH) this.flush();
    return this.#owe(owed);
  }

  /** Adds to the piece before where that looks the same; answers what it costs. */
  #add(piece: Piece): number {
    const last = this.#pieces.at(-1);
    if (last && looksLike(last.style, piece.style)) {
      this.#pieces[this.#pieces.length - 1] = { ...last, text: last.text + piece.text };
      return piece.text.length;
    }
    this.#pieces.push(piece);
    return costOf(piece);
  }

  /** Sends a frame of a full-screen program; resolves when the page has room for another. */
  frame(text: string): Promise<void> | undefined {
    this.send({ kind: 'frame', text });
    return this.#owe(text.length);
  }

  /** The page has shown so much. */
  credit(amount: number): void {
    this.#owed -= amount;
    if (this.#owed > WINDOW) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  flush(): void {
    if (this.#pieces.length === 0) return;
    this.#wire.send({ kind: 'write', job: this.#job, pieces: this.#pieces });
    this.#pieces = [];
    this.#size = 0;
  }

  #owe(amount: number): ReturnType<Pace> {
    this.#owed += amount;
    if (this.#owed <= WINDOW) return undefined;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
