/** Tracks which modes of a terminal are on, from what is written to it. */
import { enterAlternate, hideCursor, leaveAlternate, mouseOff, mouseOn, restore, showCursor } from '../../term/ansi.ts';

const pairs = [
  [enterAlternate, leaveAlternate],
  [mouseOn, mouseOff],
  [hideCursor, showCursor],
] as const;

/** The modes of one terminal. */
export class Modes {
  readonly #on = new Set<string>();

  /** Tracks what is written. */
  see(data: string): void {
    for (const [on, off] of pairs) {
      const begun = data.lastIndexOf(on);
      const ended = data.lastIndexOf(off);
      if (begun > ended) this.#on.add(on);
      else if (ended >= 0) this.#on.delete(on);
    }
  }

  /** Whether a full-screen program has the screen. */
  get isAlternate(): boolean {
    return this.#on.has(enterAlternate);
  }

  /** The sequences that reset the terminal for another program. */
  get undo(): string {
    // Leaving the alternate screen when it is not on would move the cursor.
    return restore + (this.isAlternate ? leaveAlternate : '');
  }

  /** The sequences that turn the modes on again. */
  get redo(): string {
    return pairs.map(([on]) => (this.#on.has(on) ? on : '')).join('');
  }
}
