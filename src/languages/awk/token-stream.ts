/** The parser's view of the tokens: one ahead, with the checks that each grammar rule needs. */
import type { CommandError } from '../../os/failure.ts';
import { Lexer, type Token } from './lexer.ts';

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
