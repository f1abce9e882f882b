/** Parses programs of bc (POSIX XCU bc, with what GNU's adds: print, else, &&, ||, !, comments after #). */
import { LimitError } from '../../os/limits.ts';

/** What can be assigned to. */
export type Place =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly name: string; readonly index: Expression };

export type Expression =
  | Place
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'array'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** An assignment in parentheses, whose value is printed. */
  | { readonly kind: 'group'; readonly inner: Expression }
  | { readonly kind: 'negate' | 'not'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'assign'; readonly operator: string; readonly place: Place; readonly value: Expression }
  /** `++` and `--`; `isPrefix` gives the new value. */
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly isPrefix: boolean; readonly place: Place };

export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'print'; readonly items: readonly (Expression | string)[] }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Statement; readonly otherwise: Statement | undefined }
  | {
      readonly kind: 'for';
      readonly start: Expression | undefined;
      readonly condition: Expression | undefined;
      readonly update: Expression | undefined;
      readonly body: Statement;
    }
  | { readonly kind: 'return'; readonly value: Expression | undefined }
  | { readonly kind: 'break' | 'continue' | 'quit' | 'nothing' };

/** A parameter or a local variable; an array has brackets after its name. */
export interface Local {
  readonly name: string;
  readonly isArray: boolean;
}

/** `define`. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly Local[];
  readonly locals: readonly Local[];
  readonly body: readonly Statement[];
}

/** A program that is wrong, and the line where that shows. */
export class BcSyntaxError extends Error {
  readonly line: number;
  constructor(line: number) {
    super('syntax error');
    this.line = line;
  }
}

interface Token {
  readonly kind: 'number' | 'name' | 'string' | 'sign' | 'newline' | 'end';
  readonly text: string;
  readonly line: number;
}

const token =
  /(?<space>(?:[ \t\r]|\\\n|#[^\n]*|\/\*[\s\S]*?\*\/)+)|(?<number>[\dA-F]+(?:\.[\dA-F]*)?|\.[\dA-F]+)|(?<name>[a-z][a-z0-9_]*)|"(?<string>[^"]*)"|(?<newline>\n)|(?<sign>\+\+|--|\|\||&&|[-+*/%^=!<>]=|[-+*/%^=!<>(){}[\];,.])/y;

const tokensOf = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let line = 1;
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const groups = token.exec(source)?.groups;
    if (!groups) throw new BcSyntaxError(line);
    for (const kind of ['number', 'name', 'string', 'newline', 'sign'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text, line });
    }
    line += Object.values(groups).join('').split('\n').length - 1;
  }
  tokens.push({ kind: 'end', text: '', line });
  return tokens;
};

/** How deep expressions and statements may nest. */
const NESTING = 500;

const assignments = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=']);
const relations = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Reads one statement or definition after the other, so that what is right before a mistake is still done. */
export class BcParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  /** Throws BcSyntaxError for characters that no program has. */
  constructor(source: string) {
    this.#tokens = tokensOf(source);
  }

  /** The token that comes next. */
  get #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', line: 0 };
  }

  /** The next statements of one line, or a definition; undefined at the end. Throws BcSyntaxError; `skipLine` goes on after it. */
  next(): readonly Statement[] | Definition | undefined {
    while (this.#accept('\n') || this.#accept(';'));
    if (this.#isOver) return undefined;
    if (this.#accept('define')) return this.#definition();
    const statements = [this.#statement()];
    while (this.#accept(';')) if (!/^[\n]?$/.test(this.#next.text) || this.#next.kind === 'string') statements.push(this.#statement());
    if (this.#next.kind !== 'newline' && !this.#isOver) throw new BcSyntaxError(this.#next.line);
    return statements;
  }

  /** Passes over the rest of a line that is wrong. */
  skipLine(): void {
    while (this.#next.kind !== 'newline' && !this.#isOver) this.#at++;
    this.#depth = 0;
  }

  get #isOver(): boolean {
    return this.#next.kind === 'end';
  }

  #accept(text: string): boolean {
    const { kind, text: found }: Token = this.#next;
    if (found !== text || kind === 'string' || kind === 'end') return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw new BcSyntaxError(this.#next.line);
  }

  #name(): string {
    const { kind, text, line } = this.#next;
    if (kind !== 'name') throw new BcSyntaxError(line);
    this.#at++;
    return text;
  }

  #nested<T>(rule: () => T): T {
    if (++this.#depth > NESTING) throw new LimitError('nesting', NESTING);
    const result = rule();
    this.#depth--;
    return result;
  }

  #newlines(): void {
    while (this.#accept('\n'));
  }

  #locals(end: string): Local[] {
    const locals: Local[] = [];
    if (this.#accept(end)) return locals;
    do {
      const name = this.#name();
      const isArray = this.#accept('[');
      if (isArray) this.#expect(']');
      locals.push({ name, isArray });
    } while (this.#accept(','));
    if (end === ')') this.#expect(')');
    return locals;
  }

  #definition(): Definition {
    this.#accept('void');
    const name = this.#name();
    this.#expect('(');
    const parameters = this.#locals(')');
    this.#newlines();
    this.#expect('{');
    this.#newlines();
    const locals = this.#accept('auto') ? this.#locals('\n') : [];
    return { name, parameters, locals, body: this.#body() };
  }

  /** Statements up to a closing brace. */
  #body(): Statement[] {
    const body: Statement[] = [];
    for (;;) {
      while (this.#accept('\n') || this.#accept(';'));
      if (this.#accept('}')) return body;
      body.push(this.#statement());
      if (!/^[\n;}]$/.test(this.#next.text)) throw new BcSyntaxError(this.#next.line);
    }
  }

  #statement(): Statement {
    return this.#nested(() => {
      const { kind, text } = this.#next;
      if (kind === 'string') {
        this.#at++;
        return { kind: 'print', items: [text] };
      }
      if (this.#accept('{')) return { kind: 'block', body: this.#body() };
      if (kind === 'name') {
        const keyword = this.#keyword(text);
        if (keyword) return keyword;
      }
      return { kind: 'expression', expression: this.#expression() };
    });
  }

  #keyword(word: string): Statement | undefined {
    switch (word) {
      case 'if':
        this.#at++;
        return this.#if();
      case 'while': {
        this.#at++;
        this.#expect('(');
        const condition = this.#expression();
        this.#expect(')');
        return { kind: 'for', start: undefined, condition, update: undefined, body: this.#after() };
      }
      case 'for':
        this.#at++;
        return this.#for();
      case 'print':
        this.#at++;
        return this.#print();
      case 'return': {
        this.#at++;
        const value = /^[\n;}]?$/.test(this.#next.text) ? undefined : this.#expression();
        return { kind: 'return', value };
      }
      case 'break':
      case 'continue':
      case 'quit':
      case 'halt':
        this.#at++;
        return { kind: word === 'halt' ? 'quit' : word };
      default:
        return undefined;
    }
  }

  /** The statement that a condition governs: on the same line, or on the next. */
  #after(): Statement {
    this.#newlines();
    return this.#accept(';') ? { kind: 'nothing' } : this.#statement();
  }

  #if(): Statement {
    this.#expect('(');
    const condition = this.#expression();
    this.#expect(')');
    const then = this.#after();
    const before = this.#at;
    while (this.#accept('\n') || this.#accept(';'));
    if (this.#accept('else')) return { kind: 'if', condition, then, otherwise: this.#after() };
    this.#at = before;
    return { kind: 'if', condition, then, otherwise: undefined };
  }

  #for(): Statement {
    this.#expect('(');
    const part = (end: string): Expression | undefined => {
      if (this.#accept(end)) return undefined;
      const expression = this.#expression();
      this.#expect(end);
      return expression;
    };
    const [start, condition, update] = [part(';'), part(';'), part(')')];
    return { kind: 'for', start, condition, update, body: this.#after() };
  }

  #print(): Statement {
    const items: (Expression | string)[] = [];
    do {
      const { kind, text } = this.#next;
      if (kind === 'string') this.#at++;
      items.push(
        kind === 'string'
          ? text.replace(/\\([abefnrtq\\])/g, (_all, letter: string) => printEscapes.get(letter) ?? '')
          : this.#expression(),
      );
    } while (this.#accept(','));
    return { kind: 'print', items };
  }

  /** GNU's precedence: `||`, `&&`, `!`, relations, assignment, sums, products, powers, signs. */
  #expression(): Expression {
    return this.#nested(() => {
      let left = this.#conjunction();
      while (this.#accept('||')) left = { kind: 'binary', operator: '||', left, right: this.#conjunction() };
      return left;
    });
  }

  #conjunction(): Expression {
    let left = this.#negation();
    while (this.#accept('&&')) left = { kind: 'binary', operator: '&&', left, right: this.#negation() };
    return left;
  }

  #negation(): Expression {
    return this.#accept('!') ? { kind: 'not', operand: this.#nested(() => this.#negation()) } : this.#relation();
  }

  #relation(): Expression {
    let left = this.#assignment();
    for (let { text } = this.#next; relations.has(text); { text } = this.#next) {
      this.#at++;
      left = { kind: 'binary', operator: text, left, right: this.#assignment() };
    }
    return left;
  }

  #assignment(): Expression {
    const left = this.#sum();
    const { text, kind } = this.#next;
    if (kind !== 'sign' || !assignments.has(text)) return left;
    if (left.kind !== 'variable' && left.kind !== 'element') throw new BcSyntaxError(this.#next.line);
    this.#at++;
    return { kind: 'assign', operator: text, place: left, value: this.#nested(() => this.#assignment()) };
  }

  #binary(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let { text, kind } = this.#next; kind === 'sign' && operators.includes(text); { text, kind } = this.#next) {
      this.#at++;
      left = { kind: 'binary', operator: text, left, right: operand() };
    }
    return left;
  }

  #sum(): Expression {
    return this.#binary(['+', '-'], () => this.#product());
  }

  #product(): Expression {
    return this.#binary(['*', '/', '%'], () => this.#power());
  }

  #power(): Expression {
    const left = this.#unary();
    return this.#accept('^') ? { kind: 'binary', operator: '^', left, right: this.#nested(() => this.#power()) } : left;
  }

  #unary(): Expression {
    if (this.#accept('-')) return { kind: 'negate', operand: this.#nested(() => this.#unary()) };
    for (const by of [1, -1] as const)
      if (this.#accept(by === 1 ? '++' : '--')) return { kind: 'step', by, isPrefix: true, place: this.#place(this.#primary()) };
    const operand = this.#primary();
    for (const by of [1, -1] as const)
      if (this.#accept(by === 1 ? '++' : '--')) return { kind: 'step', by, isPrefix: false, place: this.#place(operand) };
    return operand;
  }

  #place(expression: Expression): Place {
    if (expression.kind !== 'variable' && expression.kind !== 'element') throw new BcSyntaxError(this.#next.line);
    return expression;
  }

  #primary(): Expression {
    const { kind, text, line } = this.#next;
    if (this.#accept('(')) {
      const inner = this.#expression();
      this.#expect(')');
      return inner.kind === 'assign' ? { kind: 'group', inner } : inner;
    }
    if (this.#accept('.')) return { kind: 'variable', name: 'last' };
    if (kind !== 'number' && kind !== 'name') throw new BcSyntaxError(line);
    this.#at++;
    if (kind === 'number') return { kind: 'number', text };
    if (this.#accept('(')) return { kind: 'call', name: text, args: this.#arguments() };
    if (!this.#accept('[')) return { kind: 'variable', name: text };
    if (this.#accept(']')) return { kind: 'array', name: text };
    const index = this.#expression();
    this.#expect(']');
    return { kind: 'element', name: text, index };
  }

  #arguments(): Expression[] {
    const args: Expression[] = [];
    if (this.#accept(')')) return args;
    do args.push(this.#expression());
    while (this.#accept(','));
    this.#expect(')');
    return args;
  }
}

const printEscapes = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['e', '\\'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['q', '"'],
  ['\\', '\\'],
]);
