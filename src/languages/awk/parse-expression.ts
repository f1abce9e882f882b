/** Parses awk's expressions, one method for each level of precedence (POSIX awk, "Expressions in awk"). */
import type { ArithmeticOperator, ComparisonOperator, Expression, Target } from './ast.ts';
import type { TokenStream } from './lexer.ts';

const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '^='];

const isTarget = (expression: Expression): expression is Target => ['variable', 'element', 'field'].includes(expression.kind);

/** Operators that are not the expression’s own: `in` after `for (name`, `>` in the arguments of print. */
export interface Restrictions {
  readonly noIn?: boolean;
  readonly noGreater?: boolean;
}

/** Reads expressions off a token stream. */
export class ExpressionParser {
  readonly #tokens: TokenStream;
  #restrictions: Restrictions = {};

  constructor(tokens: TokenStream) {
    this.#tokens = tokens;
  }

  /** A whole expression. */
  parse(restrictions: Restrictions = {}): Expression {
    const outer = this.#restrictions;
    this.#restrictions = restrictions;
    try {
      return this.#tokens.nested(() => this.#choice());
    } finally {
      this.#restrictions = outer;
    }
  }

  /** A constant, perhaps with its sign: what a `case` compares with. */
  primary(): Expression {
    return this.#tokens.nested(() => this.#unary());
  }

  /** Expressions with commas between them, up to what cannot begin one. */
  list(restrictions: Restrictions = {}): Expression[] {
    const list = [this.parse(restrictions)];
    while (this.#tokens.accept(',')) {
      this.#tokens.skipNewlines();
      list.push(this.parse(restrictions));
    }
    return list;
  }

  #choice(): Expression {
    const condition = this.#or();
    if (this.#tokens.is(...assignments) && isTarget(condition)) return this.#assignment(condition);
    if (!this.#tokens.accept('?')) return condition;
    this.#tokens.skipNewlines();
    const yes = this.#tokens.nested(() => this.#choice());
    this.#tokens.skipNewlines();
    this.#tokens.expect(':');
    this.#tokens.skipNewlines();
    return { kind: 'choice', condition, yes, no: this.#tokens.nested(() => this.#choice()) };
  }

  #assignment(target: Target): Expression {
    const { text } = this.#tokens.take();
    this.#tokens.skipNewlines();
    const operator = text === '=' ? undefined : (text.charAt(0) as ArithmeticOperator);
    return { kind: 'assign', operator, target, value: this.#tokens.nested(() => this.#choice()) };
  }

  #or(): Expression {
    return this.#logical('or', '||', () => this.#logical('and', '&&', () => this.#membership()));
  }

  #logical(kind: 'and' | 'or', operator: string, operand: () => Expression): Expression {
    let left = operand();
    while (this.#tokens.accept(operator)) {
      this.#tokens.skipNewlines();
      left = { kind, left, right: operand() };
    }
    return left;
  }

  #membership(): Expression {
    let left = this.#match();
    while (!this.#restrictions.noIn && this.#tokens.accept('in')) {
      const subscripts = left.kind === 'group' ? left.members : [left];
      left = { kind: 'in', subscripts, array: this.name() };
    }
    return left;
  }

  /** A name, as of an array. */
  name(): string {
    if (this.#tokens.token.kind !== 'name') throw this.#tokens.unexpected();
    return this.#tokens.take().text;
  }

  #match(): Expression {
    let text = this.#comparison();
    for (let operator = this.#tokens.accept('~', '!~'); operator; operator = this.#tokens.accept('~', '!~')) {
      text = { kind: 'match', negated: operator.text === '!~', text, pattern: this.#comparison() };
    }
    return text;
  }

  #comparison(): Expression {
    const left = this.#pipedGetline();
    const operators = ['<', '<=', '==', '!=', '>=', ...(this.#restrictions.noGreater ? [] : ['>'])];
    const operator = this.#tokens.accept(...operators);
    if (!operator) return left;
    return { kind: 'compare', operator: operator.text as ComparisonOperator, left, right: this.#pipedGetline() };
  }

  /** `command | getline`. In the arguments of print a pipe is print's own unless getline follows, which must be in parentheses. */
  #pipedGetline(): Expression {
    let left = this.#concatenation();
    while (!this.#restrictions.noGreater && this.#tokens.accept('|')) {
      this.#tokens.expect('getline');
      left = { kind: 'getline', from: 'command', source: left, target: this.#optionalTarget() };
    }
    return left;
  }

  #concatenation(): Expression {
    let left = this.#additive();
    while (this.#beginsOperand()) left = { kind: 'concatenation', left, right: this.#additive() };
    return left;
  }

  /** Whether an operand of a concatenation may begin here: anything but a sign, a regular expression or `in`. */
  #beginsOperand(): boolean {
    const { kind } = this.#tokens.token;
    return ['number', 'string', 'name', 'function', 'builtin'].includes(kind) || this.#tokens.is('$', '!', '(', '++', '--', '@');
  }

  #additive(): Expression {
    return this.#arithmetic(['+', '-'], () => this.#arithmetic(['*', '/', '%'], () => this.#unary()));
  }

  /** Operands of one level with its operators between them, from the left. */
  #arithmetic(operators: readonly ArithmeticOperator[], operand: () => Expression): Expression {
    let left = operand();
    for (let token = this.#tokens.accept(...operators); token; token = this.#tokens.accept(...operators)) {
      left = { kind: 'arithmetic', operator: token.text as ArithmeticOperator, left, right: operand() };
    }
    return left;
  }

  #unary(): Expression {
    const operator = this.#tokens.accept('!', '-', '+');
    if (!operator) return this.#power();
    const operand = this.#tokens.nested(() => this.#unary());
    return { kind: operator.text === '!' ? 'not' : operator.text === '-' ? 'negative' : 'positive', operand };
  }

  #power(): Expression {
    const left = this.#postfix();
    if (!this.#tokens.accept('^')) return left;
    // Right associative, and a sign may follow: 2 ^ -1.
    const right = this.#tokens.nested(() => (this.#tokens.is('-', '+', '!') ? this.#unary() : this.#power()));
    return { kind: 'arithmetic', operator: '^', left, right };
  }

  #postfix(): Expression {
    const operand = this.#primary();
    if (!isTarget(operand)) return operand;
    const operator = this.#tokens.accept('++', '--');
    return operator ? { kind: 'increment', prefix: false, by: operator.text === '++' ? 1 : -1, target: operand } : operand;
  }

  #primary(): Expression {
    const { token } = this.#tokens;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(this.#tokens.take().text) };
      case 'string':
        return { kind: 'string', value: this.#tokens.take().text };
      case 'name':
        return this.#variable();
      case 'function':
        return { kind: 'call', line: token.line, name: this.#tokens.take().text, args: this.#arguments() };
      case 'builtin':
        return this.#builtin();
      default:
        return this.#symbol();
    }
  }

  #symbol(): Expression {
    if (this.#tokens.is('/', '/=')) return { kind: 'regex', source: this.#tokens.regex() };
    if (this.#tokens.accept('(')) return this.#group();
    if (this.#tokens.accept('$')) return { kind: 'field', index: this.#tokens.nested(() => this.#fieldIndex()) };
    const step = this.#tokens.accept('++', '--');
    if (step) return { kind: 'increment', prefix: true, by: step.text === '++' ? 1 : -1, target: this.#target() };
    if (this.#tokens.accept('getline')) return this.#getline();
    if (this.#tokens.is('@')) return this.#indirect();
    throw this.#tokens.unexpected();
  }

  /** `$` binds tighter than anything but a step before it: `$++i`, `$NF-1`. */
  #fieldIndex(): Expression {
    const operator = this.#tokens.accept('-', '+', '!');
    if (!operator) return this.#primary();
    return { kind: operator.text === '-' ? 'negative' : operator.text === '+' ? 'positive' : 'not', operand: this.#fieldIndex() };
  }

  #group(): Expression {
    const members = this.list();
    this.#tokens.expect(')');
    const [only] = members;
    if (members.length > 1 && !this.#tokens.is('in') && !this.#restrictions.noGreater) throw this.#tokens.unexpected();
    // A group is kept, so that `(a) = 1` is no assignment.
    return members.length === 1 && only && !isTarget(only) ? only : { kind: 'group', members };
  }

  /** gawk's `@name(…)`, which calls the function that a variable names. */
  #indirect(): Expression {
    this.#tokens.expect('@');
    const { kind, line } = this.#tokens.token;
    if (kind !== 'function') throw this.#tokens.unexpected();
    return { kind: 'call', line, name: this.#tokens.take().text, args: this.#arguments(), indirect: true };
  }

  #variable(): Expression {
    const name = this.#tokens.take().text;
    if (!this.#tokens.accept('[')) return { kind: 'variable', name };
    const subscripts = this.list();
    this.#tokens.expect(']');
    return { kind: 'element', array: name, subscripts };
  }

  #target(): Target {
    const target = this.#tokens.nested(() => this.#primary());
    if (!isTarget(target)) throw this.#tokens.unexpected();
    return target;
  }

  #optionalTarget(): Target | undefined {
    return this.#tokens.token.kind === 'name' || this.#tokens.is('$') ? this.#target() : undefined;
  }

  #getline(): Expression {
    const target = this.#optionalTarget();
    if (!this.#tokens.accept('<')) return { kind: 'getline', from: 'main', target };
    // Only a primary follows: `getline < "a" "b"` is a concatenation of getline's value.
    return { kind: 'getline', from: 'file', target, source: this.#postfix() };
  }

  #arguments(): Expression[] {
    this.#tokens.expect('(');
    this.#tokens.skipNewlines();
    if (this.#tokens.accept(')')) return [];
    const args = this.list();
    this.#tokens.skipNewlines();
    this.#tokens.expect(')');
    return args;
  }

  /** Only `length` may stand without parentheses. */
  #builtin(): Expression {
    const { text: name, line } = this.#tokens.take();
    if (name === 'length' && !this.#tokens.is('(')) return { kind: 'builtin', name, args: [], line };
    return { kind: 'builtin', name, args: this.#arguments(), line };
  }
}
