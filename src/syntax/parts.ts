/** A word's parts: collected one by one, neighbouring characters joined, and read as text. */
import type { Word, WordPart } from './ast.ts';
import type { Scanner } from './scanner.ts';

/** The parts met so far; `kind` is what plain characters become. */
export class PartList {
  readonly #scanner: Scanner;
  readonly #kind: 'literal' | 'quoted';
  readonly #parts: WordPart[] = [];
  #text = '';
  #start = 0;
  #end = 0;

  constructor(scanner: Scanner, kind: 'literal' | 'quoted') {
    this.#scanner = scanner;
    this.#kind = kind;
  }

  /** Characters that were written from `start` up to the scanner's place. */
  text(text: string, start: number): void {
    if (!this.#text) this.#start = start;
    this.#text += text;
    this.#end = this.#scanner.pos;
  }

  add(part: WordPart): void {
    this.#flush();
    this.#parts.push(part);
  }

  parts(): WordPart[] {
    this.#flush();
    return this.#parts;
  }

  /** The whole as a word begun at `start`, or undefined when nothing was met. */
  word(start: number): Word | undefined {
    const parts = this.parts();
    return parts.length ? { parts, span: this.#scanner.span(start) } : undefined;
  }

  #flush(): void {
    if (!this.#text) return;
    this.#parts.push({ type: this.#kind, text: this.#text, span: this.#scanner.span(this.#start, this.#end) });
    this.#text = '';
  }
}

/** The text; `original` is what the word's spans point into. */
export function wordText(word: Word, original: string): string {
  return word.parts.map((part) => partText(part, original)).join('');
}

function partText(part: WordPart, original: string): string {
  if (part.type === 'literal' || part.type === 'quoted') return part.text;
  if (part.type === 'double') return part.parts.map((inner) => partText(inner, original)).join('');
  return original.slice(part.span.start, part.span.end);
}
