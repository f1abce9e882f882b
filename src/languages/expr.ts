/** The grammar and the values of expr (POSIX XCU expr; GNU's match, substr, index and length). */

import { CommandError } from '../os/failure.ts';
import { quote } from '../os/quote.ts';
import { USAGE } from '../os/status.ts';
import { PatternError } from '../pattern/limits.ts';
import { compileRegex } from '../pattern/regex.ts';

/** Parentheses inside each other. */
const DEPTH = 100;
/** Digits of a number. */
const DIGITS = 10_000;

const fault = (message: string): CommandError => new CommandError(message, USAGE);
const syntax = (message: string): CommandError => fault(`syntax error: ${message}`);

const isInteger = (text: string): boolean => /^-?\d+$/.test(text) && text.length <= DIGITS;

const toInteger = (text: string): bigint => {
  if (!isInteger(text)) throw fault('non-integer argument');
  return BigInt(text);
};

/** Whether a value counts as false: empty, or zero. */
export const isNull = (text: string): boolean => text === '' || /^-?0+$/.test(text);

const divided = (left: string, right: string, operate: (a: bigint, b: bigint) => bigint): bigint => {
  const divisor = toInteger(right);
  const dividend = toInteger(left);
  if (divisor === 0n) throw fault('division by zero');
  return operate(dividend, divisor);
};

type Operation = (left: string, right: string) => string;

const factors = new Map<string, Operation>([
  ['*', (left, right) => String(toInteger(left) * toInteger(right))],
  ['/', (left, right) => String(divided(left, right, (a, b) => a / b))],
  ['%', (left, right) => String(divided(left, right, (a, b) => a % b))],
]);

const terms = new Map<string, Operation>([
  ['+', (left, right) => String(toInteger(left) + toInteger(right))],
  ['-', (left, right) => String(toInteger(left) - toInteger(right))],
]);

/** Numbers by value when both are numbers, else texts by code. */
const order = (left: string, right: string): number => {
  const numbers = isInteger(left) && isInteger(right);
  const [a, b] = numbers ? [BigInt(left), BigInt(right)] : [left, right];
  return a < b ? -1 : a > b ? 1 : 0;
};

const comparison =
  (holds: (order: number) => boolean): Operation =>
  (left, right) =>
    holds(order(left, right)) ? '1' : '0';

const comparisons = new Map<string, Operation>([
  ['<', comparison((at) => at < 0)],
  ['<=', comparison((at) => at <= 0)],
  ['=', comparison((at) => at === 0)],
  ['==', comparison((at) => at === 0)],
  ['!=', comparison((at) => at !== 0)],
  ['>=', comparison((at) => at >= 0)],
  ['>', comparison((at) => at > 0)],
]);

/** `STRING : REGEX`: the group if there is one, else how many characters match. */
const match: Operation = (text, pattern) => {
  try {
    const regex = compileRegex(pattern, { syntax: 'basic', bounds: 'start' });
    const found = regex.exec(text);
    if (regex.groupCount === 0) return found ? String(Array.from(text.slice(found.start, found.end)).length) : '0';
    const group = found?.groups[1];
    return group ? text.slice(group.start, group.end) : '';
  } catch (error) {
    if (error instanceof PatternError) throw fault(error.message);
    throw error;
  }
};

const substring = (text: string, position: string, length: string): string => {
  if (!isInteger(position) || !isInteger(length)) return '';
  const [from, count] = [Number(position), Number(length)];
  return from < 1 || count < 1
    ? ''
    : Array.from(text)
        .slice(from - 1, from - 1 + count)
        .join('');
};

/** Parses and evaluates at once; in what a `|` or `&` has already decided, nothing is computed. */
export class Expression {
  readonly #words: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** The value of the whole; throws a CommandError of status 2. */
  value(): string {
    const value = this.#or(true);
    const extra = this.#words[this.#at];
    if (extra === ')') throw syntax("unexpected ')'");
    if (extra !== undefined) throw syntax(`unexpected argument ${quote(extra)}`);
    return value;
  }

  #takes(word: string): boolean {
    if (this.#words[this.#at] !== word) return false;
    this.#at++;
    return true;
  }

  #or(active: boolean): string {
    let left = this.#and(active);
    while (this.#takes('|')) {
      const decided = !isNull(left);
      const right = this.#and(active && !decided);
      if (!decided) left = isNull(right) ? '0' : right;
    }
    return left;
  }

  #and(active: boolean): string {
    let left = this.#level(comparisons, active);
    while (this.#takes('&')) {
      const decided = isNull(left);
      const right = this.#level(comparisons, active && !decided);
      if (decided || isNull(right)) left = '0';
    }
    return left;
  }

  /** A level of left-associative operators, and those that bind tighter below it. */
  #level(operations: ReadonlyMap<string, Operation>, active: boolean): string {
    const below = (): string =>
      operations === comparisons
        ? this.#level(terms, active)
        : operations === terms
          ? this.#level(factors, active)
          : this.#matching(active);
    let left = below();
    for (let operate = this.#operator(operations); operate; operate = this.#operator(operations)) {
      const right = below();
      if (active) left = operate(left, right);
    }
    return left;
  }

  #operator(operations: ReadonlyMap<string, Operation>): Operation | undefined {
    const operation = operations.get(this.#words[this.#at] ?? '');
    if (operation) this.#at++;
    return operation;
  }

  #matching(active: boolean): string {
    let left = this.#primary(active);
    while (this.#takes(':')) {
      const right = this.#primary(active);
      if (active) left = match(left, right);
    }
    return left;
  }

  #next(): string {
    const word = this.#words[this.#at];
    if (word === undefined) throw syntax(`missing argument after ${quote(this.#words[this.#at - 1] ?? '')}`);
    this.#at++;
    return word;
  }

  #primary(active: boolean): string {
    const word = this.#next();
    if (word === '(') return this.#group(active);
    if (word === ')') throw syntax("unexpected ')'");
    if (word === '+') return this.#next();
    const operand = (): string => this.#primary(active);
    if (word === 'length') return String(Array.from(operand()).length);
    if (word === 'match') {
      const text = operand();
      const pattern = operand();
      return active ? match(text, pattern) : '';
    }
    if (word === 'index') {
      const characters = Array.from(operand());
      const wanted = operand();
      return String(characters.findIndex((character) => wanted.includes(character)) + 1);
    }
    return word === 'substr' ? substring(operand(), operand(), operand()) : word;
  }

  #group(active: boolean): string {
    if (++this.#depth > DEPTH) throw syntax('too many parentheses');
    const value = this.#or(active);
    if (!this.#takes(')')) throw syntax(`expecting ')' after ${quote(this.#words[this.#at - 1] ?? '')}`);
    this.#depth--;
    return value;
  }
}
