/** Parses arithmetic expressions (bash manual, "Shell Arithmetic"). */
import type { Arithmetic, ArithmeticTarget, SyntaxFailure } from './ast.ts';
import { attempt, failure, SyntaxStop } from './failure.ts';
import { MAX_DEPTH, MAX_OPERATORS } from './limits.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

/** The constant's value in 64-bit two's complement, or bash's words for what is wrong with it: decimal, `0`octal, `0x`hex, `base#digits`. */
function readNumber(text: string): bigint | string {
  const [head = '', tail, extra] = text.split('#');
  if (extra !== undefined) return `invalid number`;
  if (tail === undefined) return /^0x/i.test(text) ? inBase(text.slice(2), 16) : inBase(text, text.startsWith('0') ? 8 : 10);
  const base = inBase(head, 10);
  if (typeof base !== 'bigint') return base;
  if (base < 2n || base > 64n) return `invalid arithmetic base`;
  return tail ? inBase(tail, Number(base)) : `invalid integer constant`;
}

function inBase(text: string, base: number): bigint | string {
  let value = 0n;
  for (const char of base > 36 ? text : text.toLowerCase()) {
    const digit = DIGITS.indexOf(char);
    if (digit < 0 || digit >= base) return `value too great for base`;
    value = BigInt.asIntN(64, value * BigInt(base) + BigInt(digit));
  }
  return value;
}

/** An expression's tree, or what is wrong with the text; spans point into the text. */
export type ArithmeticResult = { readonly status: 'complete'; readonly expression: Arithmetic } | SyntaxFailure;

const BINARY = /\*\*|&&|\|\||(?:<<|>>)(?!=)|[<>=!]=|[-+*/%&|^](?!=)|[<>](?![<>])/y;
const ASSIGNMENT = /(?:<<|>>|[-+*/%&|^])?=(?!=)/y;
const NAME = /[A-Za-z_]\w*/y;
const PREFIX_UPDATE = /(?:\+\+|--)(?=\s*[A-Za-z_])/y;
const UPDATE = /\+\+|--/y;
const POWER = 11;
const LEVELS: ReadonlyMap<string, number> = new Map(
  ['||', '&&', '|', '^', '&', '== !=', '< <= > >=', '<< >>', '+ -', '* / %', '**'].flatMap((operators, index) =>
    operators.split(' ').map((operator) => [operator, index + 1] as const),
  ),
);

/** Parses `text` after its expansions. Empty text is 0. Messages are bash's, without the expression that it puts before them. */
export function parseArithmetic(text: string): ArithmeticResult {
  return attempt(() => ({ status: 'complete', expression: new Reader(text).whole() }));
}

class Reader {
  readonly #text: string;
  #pos = 0;
  /** Where the last token began. */
  #token = 0;
  #depth = 0;
  #operators = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Arithmetic {
    if (!this.#text.trim()) return { type: 'number', value: 0n };
    const expression = this.#comma();
    const next = this.#next();
    if (next)
      this.#fail(/[-+*/%&|^<>=!~?:,()\w@"'$#]/.test(next) ? `syntax error in expression` : `syntax error: invalid arithmetic operator`);
    return expression;
  }

  #comma(): Arithmetic {
    let left = this.#assignment();
    while (this.#take(/,/y)) left = this.#counted({ type: 'binary', operator: ',', left, right: this.#assignment() });
    return left;
  }

  #assignment(): Arithmetic {
    const grouped = this.#next() === '(';
    const left = this.#conditional();
    const operator = this.#take(ASSIGNMENT);
    if (!operator) return left;
    if (left.type !== 'variable' || grouped) return this.#fail(`attempted assignment to non-variable`, this.#token);
    return this.#deeper(() => ({ type: 'assign', operator, target: left, value: this.#assignment() }));
  }

  #conditional(): Arithmetic {
    const test = this.#binary(1);
    if (!this.#take(/\?/y)) return test;
    return this.#deeper(() => {
      if (':'.includes(this.#next())) this.#fail(`expression expected`);
      const yes = this.#comma();
      if (!this.#take(/:/y)) this.#fail(`\`:' expected for conditional expression`);
      if (!this.#next()) this.#fail(`expression expected`);
      return { type: 'conditional', test, yes, no: this.#conditional() };
    });
  }

  /** Operators of `lowest` level and above; all but `**` are left-associative. */
  #binary(lowest: number): Arithmetic {
    let left = this.#unary();
    for (;;) {
      const start = this.#pos;
      const operator = this.#take(BINARY);
      const level = LEVELS.get(operator) ?? 0;
      if (level < lowest) {
        this.#pos = start;
        return left;
      }
      const right = level === POWER ? this.#deeper(() => this.#binary(level)) : this.#binary(level + 1);
      left = this.#counted({ type: 'binary', operator, left, right });
    }
  }

  #unary(): Arithmetic {
    const update = this.#take(PREFIX_UPDATE);
    if (update) return { type: 'update', operator: update as '++', prefix: true, target: this.#target(this.#take(NAME)) };
    const operator = this.#take(/[-+!~]/y);
    if (!operator) return this.#primary();
    return this.#deeper(() => ({ type: 'unary', operator: operator as '-', operand: this.#unary() }));
  }

  #primary(): Arithmetic {
    const name = this.#take(NAME);
    if (name) return this.#variable(name);
    const number = this.#take(/\d[\w@#]*/y);
    if (number) return this.#number(number);
    if (!this.#take(/\(/y)) return this.#fail(`syntax error: operand expected`);
    const inner = this.#deeper(() => this.#comma());
    if (!this.#take(/\)/y)) this.#fail(`missing \`)'`);
    return inner;
  }

  #variable(name: string): Arithmetic {
    const target = this.#target(name);
    const update = this.#take(UPDATE);
    return update ? { type: 'update', operator: update as '++', prefix: false, target } : target;
  }

  /** The variable, with the subscript that may follow its name. */
  #target(name: string): ArithmeticTarget {
    if (this.#text.charAt(this.#pos) !== '[') return { type: 'variable', name, subscript: undefined };
    const start = this.#pos + 1;
    for (let open = 0; this.#pos < this.#text.length; this.#pos++) {
      const char = this.#text.charAt(this.#pos);
      if (char === '[') open++;
      else if (char === ']' && --open === 0) break;
    }
    if (this.#pos >= this.#text.length) this.#fail('bad array subscript', start - 1);
    const subscript = this.#text.slice(start, this.#pos++);
    return { type: 'variable', name, subscript };
  }

  #number(text: string): Arithmetic {
    const value = readNumber(text);
    if (typeof value !== 'bigint') return this.#fail(value, this.#token);
    return { type: 'number', value };
  }

  #counted(expression: Arithmetic): Arithmetic {
    if (++this.#operators > MAX_OPERATORS) this.#fail(`more than ${MAX_OPERATORS} operators in one expression`);
    return expression;
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) this.#fail(`nesting deeper than ${MAX_DEPTH} levels`);
    const result = read();
    this.#depth--;
    return result;
  }

  /** Steps over blanks, then over what the sticky `pattern` matches, and returns that. */
  #take(pattern: RegExp): string {
    this.#skipBlanks();
    pattern.lastIndex = this.#pos;
    const match = pattern.exec(this.#text)?.[0] ?? '';
    if (match) this.#token = this.#pos;
    this.#pos += match.length;
    return match;
  }

  /** The character after the blanks, or '' at the end. */
  #next(): string {
    this.#skipBlanks();
    return this.#text.charAt(this.#pos);
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text.charAt(this.#pos))) this.#pos++;
  }

  /** Names the text from `start` on as bash does: from the token in the way, or from the last one when the text ended. */
  #fail(reason: string, start = this.#next() ? this.#pos : this.#token): never {
    const why = `${reason} (error token is "${this.#text.slice(start)}")`;
    throw new SyntaxStop(failure('invalid', why, { start, end: this.#text.length }));
  }
}
