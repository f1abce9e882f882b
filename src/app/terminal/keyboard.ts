/** Decodes keyboard input for the one owner that the terminal has at a time; without an owner, it is type-ahead. */
import { decodeKeys, flushKeys, type Key, noPendingInput } from '../../term/key.ts';
import type { Terminal } from './terminal.ts';

/** Who reads keys: the line editor, a job in cooked mode, or a full-screen program. */
export type KeyOwner = (key: Key) => void;

/** Keys that wait for an owner. */
const TYPE_AHEAD = 4_096;

/** Milliseconds after which an Escape that nothing follows is the Escape key. */
const ESCAPE_DELAY = 40;

export class Keyboard {
  /** The chord of the last key. */
  last = '';
  readonly #later: (task: () => void, milliseconds: number) => void;
  #owner: KeyOwner | undefined;
  #waiting: Key[] = [];
  #pending = noPendingInput;
  /** Counts chunks, so that a late flush does not take later input. */
  #chunks = 0;

  /** `later` runs a task after so many milliseconds. */
  constructor(terminal: Terminal, later: (task: () => void, milliseconds: number) => void) {
    this.#later = terminal.splitsKeys ? later : (task) => task();
    terminal.onData((data) => this.decode(data));
  }

  /** Takes input as a terminal sends it. */
  decode(data: string): void {
    const { keys, pending } = decodeKeys(data, this.#pending);
    this.#pending = pending;
    const chunk = ++this.#chunks;
    for (const key of keys) this.feed(key);
    if (pending.escape === '') return;
    this.#later(() => {
      if (chunk === this.#chunks) this.#flush();
    }, ESCAPE_DELAY);
  }

  /** Makes `owner` the reader of all keys, beginning with those that wait. Without an owner, keys wait. */
  give(owner: KeyOwner | undefined): void {
    this.#owner = owner;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const key of waiting) this.feed(key);
  }

  /** A key from anywhere: the terminal, a button on a phone's key row, a tap. */
  feed(key: Key): void {
    this.last = key.chord;
    if (this.#owner) this.#owner(key);
    else if (this.#waiting.length < TYPE_AHEAD) this.#waiting.push(key);
  }

  /** Puts keys back in front of those that wait. */
  unread(keys: readonly Key[]): void {
    this.#waiting = [...keys, ...this.#waiting].slice(0, TYPE_AHEAD);
  }

  #flush(): void {
    const { keys, pending } = flushKeys(this.#pending);
    this.#pending = pending;
    for (const key of keys) this.feed(key);
  }
}
