/** The output of each command as text: bounded, clean, and free of the screen's wrapping. */
import { clean } from '../term/clean.ts';
import type { Line, Piece, Style } from '../term/style.ts';

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
  /** Lines that nobody has asked for while it ran; undefined if nobody has asked at all. */
  readonly unheard?: readonly Line[];
}

/** Commands that are kept. */
const TRANSCRIPT_BLOCKS = 100;
/** Lines of one command's output that are kept. */
const TRANSCRIPT_LINES = 500;
/** Characters of one command's output after which no further line is kept. */
const TRANSCRIPT_TEXT = 200_000;
/** Characters of one line that are kept. */
const TRANSCRIPT_COLUMNS = 4_000;

/** A line without its first characters. */
const after = (line: Line, characters: number): Line => {
  let rest = characters;
  return line.flatMap((piece) => {
    const text = piece.text.slice(rest);
    rest = Math.max(0, rest - piece.text.length);
    return text === '' ? [] : [{ ...piece, text }];
  });
};

/** Collects the output of one command after another. */
export class Transcript {
  #blocks: readonly Block[] = [];
  #lines: Piece[][] = [];
  #current: Piece[] = [];
  #length = 0;
  /** Characters of the lines that are kept. */
  #kept = 0;
  #omitted = 0;
  #command = '';
  #nextId = 1;
  /** Whole lines, and characters of the one after them, that were asked for. */
  #heard: { readonly lines: number; readonly characters: number } | undefined;

  /** All finished blocks, oldest first; a new list after each change. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  begin(command: string): void {
    this.#command = clean(command);
    this.#lines = [];
    this.#current = [];
    this.#length = 0;
    this.#kept = 0;
    this.#omitted = 0;
    this.#heard = undefined;
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
  announce(text: string, style?: Style): void {
    this.#endLine(true);
    this.add(style ? { text, style } : { text });
    this.#endLine();
  }

  /** What has come since this was asked last; the last line may be unfinished. */
  unheard(): readonly Line[] {
    const { lines = 0, characters = 0 } = this.#heard ?? {};
    this.#heard = { lines: this.#lines.length, characters: this.#length };
    const [first = [], ...rest] = [...this.#lines, this.#current].slice(lines);
    return [after(first, characters), ...rest].filter((line) => line.length > 0);
  }

  /** Ends the command's block and returns it. */
  end(status: number): Block {
    this.#endLine(true);
    const unheard = this.#heard && { unheard: this.unheard() };
    const block: Block = { id: this.#nextId++, command: this.#command, lines: this.#lines, omitted: this.#omitted, status, ...unheard };
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
    if (this.#lines.length < TRANSCRIPT_LINES && this.#kept < TRANSCRIPT_TEXT) {
      this.#lines.push(this.#current);
      this.#kept += this.#length;
    } else this.#omitted++;
    this.#current = [];
    this.#length = 0;
  }
}
