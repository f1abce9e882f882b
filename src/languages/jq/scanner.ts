/** Reads a jq program token by token, as the parser asks for them; a string with what is interpolated in it. */
import { CommandError } from '../../os/failure.ts';
import type { Filter } from './ast.ts';
import { stringEscapes } from './read-json.ts';

/** GNU jq's status for a program that cannot be compiled. */
const COMPILE_ERROR = 3;

const space = /(?:[ \t\r\n]|#[^\n]*)*/y;
const identifier = /[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/y;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const operator = /\?\/\/|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[-+*/%<>=|,.:;()[\]{}?$@]/y;

/** How deep filters may nest. */
const NESTING = 200;

/** A program and a place in it. */
export class Scanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #take(pattern: RegExp): string | undefined {
    const found = this.#match(pattern);
    this.#at += found?.length ?? 0;
    return found;
  }

  #skipSpace(): void {
    this.#take(space);
  }

  /** Whether nothing is left. */
  get isOver(): boolean {
    this.#skipSpace();
    return this.#at >= this.#text.length;
  }

  /** The operator or keyword that comes next, not taken. */
  peek(): string {
    this.#skipSpace();
    return this.#match(identifier) ?? this.#match(operator) ?? '';
  }

  /** Takes one of these operators or keywords, if it comes next. */
  accept(...texts: string[]): string | undefined {
    const next = this.peek();
    if (next === '' || !texts.includes(next)) return undefined;
    this.#at += next.length;
    return next;
  }

  /** Takes what must come. */
  expect(text: string): void {
    if (this.accept(text) === undefined) throw this.unexpected();
  }

  /** Takes a name, if one comes next. */
  identifier(): string | undefined {
    this.#skipSpace();
    return this.#take(identifier);
  }

  /** Takes a variable with its `$`; answers its name. */
  variable(): string {
    this.expect('$');
    const name = this.identifier();
    if (name === undefined) throw this.unexpected();
    return name;
  }

  number(): number | undefined {
    this.#skipSpace();
    const digits = this.#take(number);
    return digits === undefined ? undefined : Number(digits);
  }

  /** The name right after a `.`, with no space between. */
  fieldName(): string | undefined {
    return this.#take(/[A-Za-z_]\w*/y);
  }

  /** Whether this character comes next, with no space before it. */
  isAt(character: string): boolean {
    return this.#text[this.#at] === character;
  }

  /** Takes one character of a string; empty at the end. */
  character(): string {
    return this.#text.charAt(this.#at++);
  }

  /** Takes the plain text of a string up to its next quote or backslash. */
  plainText(): string {
    return this.#take(/[^"\\]*/y) ?? '';
  }

  /** A syntax error here. */
  unexpected(): CommandError {
    const next = this.isOver ? '$end' : (this.#match(identifier) ?? this.#match(operator) ?? 'INVALID_CHARACTER');
    return this.error(`syntax error, unexpected ${next}`);
  }

  /** An error in the program, in GNU jq's form. */
  error(problem: string): CommandError {
    return new CommandError(`error: ${problem} at <top-level>, line 1:\n${this.#text}\njq: 1 compile error`, COMPILE_ERROR);
  }

  /** Runs a rule of the grammar one level deeper. */
  nested<T>(rule: () => T): T {
    if (++this.#depth > NESTING) throw this.error(`nesting: limit of ${NESTING} reached`);
    try {
      return rule();
    } finally {
      this.#depth--;
    }
  }
}

/** A string whose quote comes next; `format` sets what is interpolated, and `parseFilter` reads that up to its parenthesis. */
export const parseString = (scanner: Scanner, format: string, parseFilter: () => Filter): Filter => {
  scanner.character();
  const parts: (string | Filter)[] = [];
  let literal = '';
  for (;;) {
    literal += scanner.plainText();
    const character = scanner.character();
    if (character === '"') break;
    if (character === '') throw scanner.unexpected();
    if (scanner.isAt('(')) {
      scanner.character();
      parts.push(literal, parseFilter());
      literal = '';
    } else literal += readEscape(scanner);
  }
  return parts.length === 0 ? { kind: 'literal', value: literal } : { kind: 'string', format, parts: [...parts, literal] };
};

/** What a backslash and the letter that comes next stand for. */
const readEscape = (scanner: Scanner): string => {
  const letter = scanner.character();
  const simple = stringEscapes.get(letter);
  if (simple !== undefined) return simple;
  const hex = letter === 'u' ? Array.from({ length: 4 }, () => scanner.character()).join('') : '';
  if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw scanner.error('invalid escape in a string');
  return String.fromCharCode(Number.parseInt(hex, 16));
};
