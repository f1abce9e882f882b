/** Cuts an awk program into tokens (POSIX awk, "Lexical Conventions"), which the parser takes one by one. */
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';

/** A token: a literal, a name, or a keyword, operator or newline by its own text. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'function' | 'builtin' | 'keyword' | 'operator' | 'newline' | 'end';
  readonly text: string;
  readonly line: number;
  /** Where it begins in the program. */
  readonly at: number;
}

const keywords = new Set(
  (
    'BEGIN BEGINFILE END ENDFILE break case continue default delete do else exit for function func getline if in next nextfile ' +
    'print printf return switch while'
  ).split(' '),
);

/** The functions that awk itself has. */
const builtinNames: ReadonlySet<string> = new Set(
  (
    'and asort asorti atan2 close compl cos exp fflush gensub gsub index int isarray length log lshift match mktime or patsplit rand rshift ' +
    'sin split sprintf sqrt srand strftime strtonum sub substr system systime tolower toupper typeof xor'
  ).split(' '),
);

const operators = [
  ...['**=', '>>'],
  ...['&&', '||', '<=', '>=', '==', '!=', '++', '--', '+=', '-=', '*=', '/=', '%=', '^=', '!~', '**'],
  ...'{}()[];,+-*/%^!<>|?:~$=@'.split(''),
];

const escapes = new Map(
  [...'"\\/abfnrtv'].map((letter, i) => [letter, ['"', '\\', '/', '\x07', '\b', '\f', '\n', '\r', '\t', '\v'][i] ?? '']),
);

/** Undoes the escapes of a string; one that is not known keeps its backslash. */
export const undoEscapes = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|\n|([\s\S]))/g, (all, octal?: string, hex?: string, letter?: string) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        return letter === undefined ? '' : (escapes.get(letter) ?? all);
      })
    : text;

const patterns = {
  space: /(?:[ \t\r]|\\\r?\n|#[^\n]*)+/y,
  number: /(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y,
  name: /[A-Za-z_][A-Za-z0-9_]*/y,
  string: /"((?:[^"\\\n]|\\[\s\S])*)"/y,
} as const;

/** The place of the slash that ends a regular expression; -1 when its line has none. A bracket expression hides slashes. */
const regexEnd = (text: string, start: number): number => {
  let bracket = -1;
  for (let at = start; at < text.length && text[at] !== '\n'; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (bracket >= 0) {
      const isFirst = at === bracket + 1 || (at === bracket + 2 && text[bracket + 1] === '^');
      if (character === ']' && !isFirst) bracket = -1;
      else if (character === '[' && text[at + 1] === ':') at = Math.max(at, text.indexOf(':]', at + 2) + 1);
    } else if (character === '[') bracket = at;
    else if (character === '/') return at;
  }
  return -1;
};

/** Hands out the tokens of a program. */
export class Lexer {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#at = pattern.lastIndex;
    this.#line += match[0].split('\n').length - 1;
    return match;
  }

  #token(kind: Token['kind'], text: string, at: number): Token {
    return { kind, text, line: this.#line, at };
  }

  /** An error at a line, in mawk's wording. */
  error(line: number, problem: string): CommandError {
    return new CommandError(`line ${line}: ${problem}`, USAGE);
  }

  /** The next token; a slash is an operator here, see `regex`. */
  next(): Token {
    this.#match(patterns.space);
    const at = this.#at;
    const character = this.#text.charAt(at);
    if (character === '') return this.#token('end', '', at);
    if (character === '\n') {
      this.#at++;
      this.#line++;
      return { kind: 'newline', text: '\n', line: this.#line - 1, at };
    }
    const number = this.#match(patterns.number)?.[0];
    if (number !== undefined) return this.#token('number', number, at);
    if (character === '"') {
      const string = this.#match(patterns.string)?.[1];
      if (string === undefined)
        throw this.error(this.#line, `runaway string constant ${this.#text.slice(at).split('\n', 1)[0]?.slice(0, 20)} ...`);
      return this.#token('string', undoEscapes(string), at);
    }
    return this.#word(at) ?? this.#operator(at);
  }

  #word(at: number): Token | undefined {
    const name = this.#match(patterns.name)?.[0];
    if (name === undefined) return undefined;
    if (keywords.has(name)) return this.#token('keyword', name === 'func' ? 'function' : name, at);
    if (builtinNames.has(name)) return this.#token('builtin', name, at);
    // Only a name with its parenthesis right after it is a call.
    return this.#token(this.#text.charAt(this.#at) === '(' ? 'function' : 'name', name, at);
  }

  #operator(at: number): Token {
    const operator = operators.find((each) => this.#text.startsWith(each, at));
    if (operator === undefined) throw this.error(this.#line, `unexpected character '${this.#text.charAt(at)}'`);
    this.#at += operator.length;
    const text = operator === '**' ? '^' : operator === '**=' ? '^=' : operator;
    return this.#token('operator', text, at);
  }

  /** Reads again from a slash token on: the source of the regular expression that it begins. */
  regex({ at, line }: Token): string {
    const end = regexEnd(this.#text, at + 1);
    if (end < 0) throw this.error(line, `runaway regular expression ${this.#text.slice(at).split('\n', 1)[0]?.slice(0, 20)} ...`);
    this.#at = end + 1;
    this.#line = line;
    return this.#text.slice(at + 1, end).replaceAll('\\/', '/');
  }
}

/** How deep expressions and statements may nest. */
const NESTING = 200;

/** Tokens one by one. */
export class TokenStream {
  readonly #lexer: Lexer;
  #token: Token;
  #depth = 0;

  constructor(source: string) {
    this.#lexer = new Lexer(source);
    this.#token = this.#lexer.next();
  }

  /** The token at hand, not taken. */
  get token(): Token {
    return this.#token;
  }

  /** Takes the token at hand. */
  take(): Token {
    const token = this.#token;
    this.#token = this.#lexer.next();
    return token;
  }

  /** Whether the token at hand is one of these keywords, operators or a newline. */
  is(...texts: string[]): boolean {
    const { kind, text } = this.#token;
    return (kind === 'keyword' || kind === 'operator' || kind === 'newline') && texts.includes(text);
  }

  /** Takes the token at hand if it is one of these. */
  accept(...texts: string[]): Token | undefined {
    return this.is(...texts) ? this.take() : undefined;
  }

  /** Takes what must come. */
  expect(text: string): Token {
    const token = this.accept(text);
    if (!token) throw this.unexpected(text);
    return token;
  }

  /** A syntax error at the token at hand, in mawk's wording. */
  unexpected(missing?: string): CommandError {
    const { kind, text, line } = this.#token;
    if (kind === 'end')
      return this.#lexer.error(line, missing === undefined ? 'unexpected end of program' : `missing ${missing} near end of file`);
    return this.#lexer.error(line, `syntax error at or near ${kind === 'newline' ? 'end of line' : text}`);
  }

  /** An error of another kind at a line. */
  error(line: number, problem: string): CommandError {
    return this.#lexer.error(line, problem);
  }

  /** The source of a regular expression whose slash is at hand. */
  regex(): string {
    const source = this.#lexer.regex(this.#token);
    this.#token = this.#lexer.next();
    return source;
  }

  skipNewlines(): void {
    while (this.accept('\n'));
  }

  /** Runs a rule of the grammar one level deeper. */
  nested<T>(rule: () => T): T {
    if (++this.#depth > NESTING) throw this.error(this.#token.line, `nesting: limit of ${NESTING} reached`);
    try {
      return rule();
    } finally {
      this.#depth--;
    }
  }
}
