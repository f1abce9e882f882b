/** The output of each command as text: bounded, clean, and free of the screen's wrapping. */
import { clean } from '../term/clean.ts';
import type { Line, Piece } from '../term/style.ts';

/** A command and its output. */
export interface Block {
  readonly id: number;
  /** The command line; empty for the screen before the first command. */
  readonly command: string;
  readonly lines: readonly Line[];
  /** Lines left out beyond the bound. */
  readonly omitted: number;
  /** Undefined while it runs. */
  readonly status: number | undefined;
}

/** Commands that are kept. */
const TRANSCRIPT_BLOCKS = 100;
/** Lines of one command's output that are kept. */
const TRANSCRIPT_LINES = 500;
/** Characters of one line that are kept. */
const TRANSCRIPT_COLUMNS = 4_000;

/** Collects the output of one command after another. */
export class Transcript {
  #blocks: readonly Block[] = [];
  #lines: Piece[][] = [];
  #current: Piece[] = [];
  #length = 0;
  #omitted = 0;
  #command = '';
  #nextId = 1;

  /** All finished blocks, oldest first; a new list after each change. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  begin(command: string): void {
    this.#command = clean(command);
    this.#lines = [];
    this.#current = [];
    this.#length = 0;
    this.#omitted = 0;
  }

  /** Adds a clean piece; a newline is a piece of its own. */
  add(piece: Piece): void {
    if (piece.text === '\n') this.#endLine();
    else if (this.#length < TRANSCRIPT_COLUMNS) {
      this.#current.push(piece);
      this.#length += piece.text.length;
    }
  }

  /** Adds a line that was not printed, such as an announcement of a full-screen program. */
  announce(text: string): void {
    this.#endLine(true);
    this.add({ text });
    this.#endLine();
  }

  /** Ends the command's block and returns it. */
  end(status: number): Block {
    this.#endLine(true);
    const block: Block = { id: this.#nextId++, command: this.#command, lines: this.#lines, omitted: this.#omitted, status };
    this.#blocks = [...this.#blocks.slice(1 - TRANSCRIPT_BLOCKS), block];
    this.begin('');
    return block;
  }

  clear(): void {
    this.#blocks = [];
    this.begin(this.#command);
  }

  #endLine(onlyIfOpen = false): void {
    if (onlyIfOpen && this.#current.length === 0) return;
    if (this.#lines.length < TRANSCRIPT_LINES) this.#lines.push(this.#current);
    else this.#omitted++;
    this.#current = [];
    this.#length = 0;
  }
}
