/** Evaluates arithmetic in 64-bit two's complement (POSIX 2.6.4; bash manual, "Shell Arithmetic"). */
import { parseArithmetic } from '../syntax/arithmetic.ts';
import type { Arithmetic, ArithmeticTarget } from '../syntax/ast.ts';
import { ShellFault } from './control.ts';

/** Expressions inside variables inside expressions. */
const RECURSION = 100;
/** Parsed expressions that are kept for the next turn of a loop. */
const KEPT = 256;

/** The variables that an expression reads and sets. */
export interface ArithmeticVariables {
  /** `subscript` is the text in the brackets; `depth` counts the expressions around it. */
  get(name: string, subscript?: string, arithmetic?: ArithmeticVariables, depth?: number): string | undefined;
  set(name: string, value: string, subscript?: string): void;
}

const parsed = new Map<string, Arithmetic>();

const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

const truth = (value: boolean): bigint => (value ? 1n : 0n);

const power = (base: bigint, exponent: bigint): bigint => {
  if (exponent < 0n) throw new ShellFault('exponent less than 0');
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = wrap(square * square)) {
    if (exponent & 1n) result = wrap(result * square);
  }
  return result;
};

/** The arithmetic and comparing operators; `&&`, `||` and `,` are the evaluator's, as they may leave out a side. */
const binary: ReadonlyMap<string, (a: bigint, b: bigint) => bigint> = new Map<string, (a: bigint, b: bigint) => bigint>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['%', (a, b) => a % b],
  ['**', power],
  ['<<', (a, b) => a << (b & 63n)],
  ['>>', (a, b) => a >> (b & 63n)],
  ['&', (a, b) => a & b],
  ['|', (a, b) => a | b],
  ['^', (a, b) => a ^ b],
  ['<', (a, b) => truth(a < b)],
  ['>', (a, b) => truth(a > b)],
  ['<=', (a, b) => truth(a <= b)],
  ['>=', (a, b) => truth(a >= b)],
  ['==', (a, b) => truth(a === b)],
  ['!=', (a, b) => truth(a !== b)],
]);

class Evaluator {
  readonly #variables: ArithmeticVariables;
  readonly #text: string;
  readonly #depth: number;

  constructor(variables: ArithmeticVariables, text: string, depth: number) {
    this.#variables = variables;
    this.#text = text;
    this.#depth = depth;
  }

  value(node: Arithmetic): bigint {
    switch (node.type) {
      case 'number':
        return node.value;
      case 'variable':
        return this.#variable(node);
      case 'unary':
        return this.#unary(node.operator, this.value(node.operand));
      case 'update':
        return this.#update(node.target, node.operator === '++' ? 1n : -1n, node.prefix);
      case 'binary':
        return this.#binary(node.operator, node.left, node.right);
      case 'conditional':
        return this.value(this.value(node.test) !== 0n ? node.yes : node.no);
      case 'assign':
        return this.#assign(node.target, node.operator, node.value);
    }
  }

  #variable({ name, subscript }: ArithmeticTarget): bigint {
    if (this.#depth >= RECURSION) throw new ShellFault(`${this.#text}: expression recursion level exceeded (error token is "${name}")`);
    const text = this.#variables.get(name, subscript, this.#variables, this.#depth + 1) ?? '';
    if (/^-?(?:0|[1-9]\d{0,17})$/.test(text)) return BigInt(text);
    return evaluate(text, this.#variables, this.#depth + 1);
  }

  #unary(operator: '+' | '-' | '!' | '~', value: bigint): bigint {
    if (operator === '!') return truth(value === 0n);
    if (operator === '~') return ~value;
    return operator === '-' ? wrap(-value) : value;
  }

  #update(target: ArithmeticTarget, by: bigint, prefix: boolean): bigint {
    const before = this.#variable(target);
    const after = this.#set(target, before + by);
    return prefix ? after : before;
  }

  #set({ name, subscript }: ArithmeticTarget, value: bigint): bigint {
    const wrapped = wrap(value);
    this.#variables.set(name, String(wrapped), subscript);
    return wrapped;
  }

  #binary(operator: string, left: Arithmetic, right: Arithmetic): bigint {
    const a = this.value(left);
    if (operator === '&&') return truth(a !== 0n && this.value(right) !== 0n);
    if (operator === '||') return truth(a !== 0n || this.value(right) !== 0n);
    const b = this.value(right);
    return operator === ',' ? b : this.#apply(operator, a, b);
  }

  #apply(operator: string, a: bigint, b: bigint): bigint {
    if (b === 0n && (operator === '/' || operator === '%')) throw new ShellFault(`${this.#text}: division by 0 (error token is "0")`);
    const apply = binary.get(operator);
    if (!apply) throw new Error(`no arithmetic operator ${operator}`);
    return wrap(apply(a, b));
  }

  #assign(target: ArithmeticTarget, operator: string, right: Arithmetic): bigint {
    if (operator === '=') return this.#set(target, this.value(right));
    const before = this.#variable(target);
    return this.#set(target, this.#apply(operator.slice(0, -1), before, this.value(right)));
  }
}

const parseKept = (text: string): Arithmetic => {
  const kept = parsed.get(text);
  if (kept) return kept;
  const result = parseArithmetic(text);
  if (result.status !== 'complete') throw new ShellFault(`${text.trim()}: ${result.message}`);
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(text, result.expression);
  return result.expression;
};

/** The value of an expression, after its expansions; an empty one is 0. Throws ShellFault in bash's wording. */
export const evaluate = (text: string, variables: ArithmeticVariables, depth = 0): bigint =>
  text.trim() === '' ? 0n : new Evaluator(variables, text.trim(), depth).value(parseKept(text));
