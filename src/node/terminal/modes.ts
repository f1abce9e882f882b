/** Knows which of a terminal's modes are on, from all that was written to it. */
import { enterAlternate, hideCursor, leaveAlternate, mouseOff, mouseOn, restore, showCursor } from '../../term/ansi.ts';

const pairs = [
  [enterAlternate, leaveAlternate],
  [mouseOn, mouseOff],
  [hideCursor, showCursor],
] as const;

/** The modes of one terminal. */
export class Modes {
  readonly #on = new Set<string>();

  /** Takes note of what is written. */
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

  /** What gives the terminal back as a foreign program wants to find it. */
  get undo(): string {
    // Leaving an alternate screen that is not there would move the cursor.
    return restore + (this.isAlternate ? leaveAlternate : '');
  }

  /** What puts the modes on again. */
  get redo(): string {
    return pairs.map(([on]) => (this.#on.has(on) ? on : '')).join('');
  }
}
