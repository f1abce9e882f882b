/** Reads a script character by character, knows where each is from for sed's error messages, and undoes escapes. */
import { CommandError } from '../../os/failure.ts';

/** Whether a character is a decimal digit. */
export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character !== '';

/** A part of the script: the text of `-e`, or a file of `-f`. */
export interface ScriptPart {
  readonly text: string;
  /** The file's name; undefined for `-e`. */
  readonly file: string | undefined;
}

/** The parts joined by newlines. */
export class ScriptReader {
  readonly #parts: readonly ScriptPart[];
  readonly #text: string;
  #at = 0;

  constructor(parts: readonly ScriptPart[]) {
    this.#parts = parts;
    this.#text = parts.map(({ text }) => text).join('\n');
  }

  /** The next character; empty at the end. */
  next(): string {
    const character = this.#text.charAt(this.#at);
    this.#at += character.length;
    return character;
  }

  /** Takes the last character back. */
  back(character: string): void {
    this.#at -= character.length;
  }

  /** The next character that is neither blank nor tab. */
  nextNonBlank(): string {
    let character = this.next();
    while (character === ' ' || character === '\t') character = this.next();
    return character;
  }

  /** What comes next, not taken. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** Takes `count` characters. */
  skip(count: number): void {
    this.#at += count;
  }

  /** Digits that go on from `digits`, as a number. */
  number(digits: string): number {
    let text = digits;
    let character = this.next();
    for (; character >= '0' && character <= '9' && character !== ''; character = this.next()) text += character;
    this.back(character);
    return Number(text);
  }

  /** Characters taken so far. */
  get position(): number {
    return this.#at;
  }

  /** What stands before the next `delimiter`; undefined when there is none on the line. A pattern's brackets hide delimiters. */
  delimited(delimiter: string, isPattern: boolean): string | undefined {
    let text = '';
    for (;;) {
      let character = this.next();
      if (character === delimiter && character !== '') return text;
      if (character === '' || character === '\n') {
        this.back(character);
        return undefined;
      }
      if (isPattern && character === '[') {
        const bracket = /^\^?\]?(?:\[[:.=].*?[:.=]\]|[^\]\n])*\]/.exec(this.rest)?.[0];
        // Without an end it takes the rest of the line, so that nothing ends the pattern.
        const inside = bracket ?? /^[^\n]*/.exec(this.rest)?.[0] ?? '';
        this.skip(inside.length);
        text += character + inside.replace(/\\n/g, '\n');
        continue;
      }
      if (character === '\\') {
        character = this.next();
        if (character === 'n' && isPattern) character = '\n';
        else if (character !== delimiter && !(character === '\n' && isPattern)) text += '\\';
        else if (!isPattern && character === '&') text += '\\';
      }
      text += character;
    }
  }

  /** A blank-delimited label. */
  label(): string {
    let label = '';
    let character = this.nextNonBlank();
    for (; character !== '' && !/[\s;}]/.test(character); character = this.next()) label += character;
    this.back(character);
    return label;
  }

  /** A file's name: the rest of the line. */
  path(): string {
    let path = '';
    let character = this.nextNonBlank();
    for (; character !== '' && character !== '\n'; character = this.next()) path += character;
    if (path === '') throw this.error('missing filename in r/R/w/W commands');
    return path;
  }

  /** Nothing but the end of the command may follow. */
  end(): void {
    const character = this.nextNonBlank();
    if (character === '}' || character === '#') this.back(character);
    else if (!['', '\n', ';'].includes(character)) throw this.error('extra characters after command');
  }

  /** A number that may be left out, and the end of the command. */
  optionalNumber(): number | undefined {
    const character = this.nextNonBlank();
    const value = isDigit(character) ? this.number(character) : undefined;
    if (value === undefined) this.back(character);
    this.end();
    return value;
  }

  /** The text of `a`, `i` and `c`: after a backslash and a newline, or on the same line. */
  text(): string {
    const first = this.nextNonBlank();
    if (first === '' || first === '\n') throw this.error("expected \\ after `a', `c' or `i'");
    if (first !== '\\') this.back(first);
    else this.skip(/^[ \t]*\n/.exec(this.rest)?.[0].length ?? 0);
    if (this.rest === '') return '';
    const text = /^(?:\\[\s\S]|[^\\\n])*\\?/.exec(this.rest)?.[0] ?? '';
    this.skip(text.length + 1);
    return `${plainText(text)}\n`;
  }

  /** An error at this place, in GNU's wording. */
  error(message: string): CommandError {
    let start = 0;
    let index = 0;
    for (const [i, { text }] of this.#parts.entries()) {
      const next = start + text.length + 1;
      index = i;
      if (this.#at <= next || i === this.#parts.length - 1) break;
      start = next;
    }
    const file = this.#parts[index]?.file;
    if (file === undefined) return new CommandError(`-e expression #${this.#expression(index)}, char ${this.#at - start}: ${message}`);
    const line = this.#text.slice(start, this.#at).replace(/\n$/, '').split('\n').length;
    return new CommandError(`file ${file} line ${line}: ${message}`);
  }

  /** An error that belongs to no place. */
  errorNowhere(message: string): CommandError {
    const file = this.#parts.at(-1)?.file;
    const count = this.#expression(this.#parts.length - 1);
    return new CommandError(file === undefined ? `-e expression #${count}, char 0: ${message}` : `file ${file} line 0: ${message}`);
  }

  #expression(index: number): number {
    return this.#parts.slice(0, index + 1).filter(({ file }) => file === undefined).length;
  }
}

const simple = new Map([
  ['a', '\x07'],
  ['f', '\f'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const numeric = /\\(?:c([\s\S])|d(\d{3})|o([0-7]{3})|x([0-9A-Fa-f]{2})|([\s\S]))/g;

/**
 * The text with these escapes undone and all others left. What a number stands for is never special: `protect` are the
 * characters that get a backslash then.
 */
export const undoEscapes = (text: string, protect: string): string =>
  text.replace(numeric, (all, control?: string, decimal?: string, octal?: string, hex?: string, letter?: string) => {
    if (letter !== undefined) return simple.get(letter) ?? all;
    if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) ^ 0x40);
    const code =
      decimal !== undefined ? Number(decimal) : octal !== undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? '0', 16);
    const character = String.fromCharCode(code & 0xff);
    return protect.includes(character) ? `\\${character}` : character;
  });

/** The text of `a`, `i` and `c`: a backslash is dropped, and what follows it kept. */
const plainText = (text: string): string =>
  undoEscapes(text, '\\').replace(/\\([\s\S])/g, (_, character: string) => (character === 'n' ? '\n' : character));
