/** What a session holds in memory, counted in one place, whatever holds it. */
import { LimitError, SESSION_MEMORY } from './limits.ts';

/** Counts characters against one bound. */
export class Ledger {
  #held = 0;

  /** Characters held now. */
  get held(): number {
    return this.#held;
  }

  /** Counts so many more, or with a negative number fewer; throws LimitError, and counts nothing, where they are too many. */
  hold(characters: number): void {
    if (characters > 0 && this.#held + characters > SESSION_MEMORY) throw new LimitError('memory of this session', SESSION_MEMORY);
    this.#held += characters;
  }

  /** An account of its own, for what is given back all at once. */
  open(): Account {
    return new Account(this);
  }
}

/** What one holder has: a process, a subshell's variables, a pipe. */
export class Account {
  readonly #ledger: Ledger;
  #held = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Characters that all accounts of the session hold now. */
  get inSession(): number {
    return this.#ledger.held;
  }

  /** Another account in the same ledger. */
  fork(): Account {
    return this.#ledger.open();
  }

  /** Counts so many more, or with a negative number fewer; throws LimitError where they are too many. */
  hold(characters: number): void {
    const change = Math.max(characters, -this.#held);
    this.#ledger.hold(change);
    this.#held += change;
  }

  /** Counts `characters` in all, in place of what was counted before. */
  reach(characters: number): void {
    this.hold(characters - this.#held);
  }

  /** Gives all of it back. */
  close(): void {
    this.hold(-this.#held);
  }
}
