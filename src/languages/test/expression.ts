/** Expressions of `test` and `[`: by the number of arguments as POSIX has it, by grammar when there are more than four. */
import { binaries, fault, type Surroundings, unaries } from './primaries.ts';

/** Parentheses inside each other. */
const DEPTH = 100;

/** Evaluates as it reads, as bash does: or, and, not, primary. */
class Expression {
  readonly #args: readonly string[];
  readonly #around: Surroundings;
  #at = 0;
  #depth = 0;

  constructor(args: readonly string[], around: Surroundings) {
    this.#args = args;
    this.#around = around;
  }

  whole(): boolean {
    const value = this.#or();
    if (this.#at < this.#args.length) throw fault('too many arguments');
    return value;
  }

  #takes(word: string): boolean {
    if (this.#args[this.#at] !== word) return false;
    this.#at++;
    return true;
  }

  #or(): boolean {
    let value = this.#and();
    while (this.#takes('-o')) value = this.#and() || value;
    return value;
  }

  #and(): boolean {
    let value = this.#not();
    while (this.#takes('-a')) value = this.#not() && value;
    return value;
  }

  #not(): boolean {
    let negated = false;
    while (this.#takes('!')) negated = !negated;
    return this.#primary() !== negated;
  }

  #primary(): boolean {
    const [first, second, third] = this.#args.slice(this.#at, this.#at + 3);
    if (first === undefined) throw fault('argument expected');
    if (first === '(') return this.#group();
    const binary = second !== undefined && third !== undefined ? binaries.get(second) : undefined;
    if (binary && third !== undefined) {
      this.#at += 3;
      return binary(first, third, this.#around);
    }
    const unary = second === undefined ? undefined : unaries.get(first);
    if (unary && second !== undefined) {
      this.#at += 2;
      return unary(second, this.#around);
    }
    this.#at++;
    return first !== '';
  }

  #group(): boolean {
    if (++this.#depth > DEPTH) throw fault('too many parentheses');
    this.#at++;
    const value = this.#or();
    if (!this.#takes(')')) throw fault("`)' expected");
    this.#depth--;
    return value;
  }
}

const two = (first: string, second: string, around: Surroundings): boolean => {
  if (first === '!') return second === '';
  const unary = unaries.get(first);
  if (!unary) throw fault(`${first}: unary operator expected`);
  return unary(second, around);
};

const three = (first: string, second: string, third: string, around: Surroundings): boolean => {
  const binary = binaries.get(second);
  if (binary) return binary(first, third, around);
  if (second === '-a') return first !== '' && third !== '';
  if (second === '-o') return first !== '' || third !== '';
  if (first === '!') return !two(second, third, around);
  if (first === '(' && third === ')') return second !== '';
  throw fault(`${second}: binary operator expected`);
};

/** Whether the expression holds; throws a CommandError of status 2 when it is none. */
export const evaluate = (args: readonly string[], around: Surroundings): boolean => {
  const [first = '', second = '', third = '', fourth = ''] = args;
  if (args.length <= 1) return first !== '';
  if (args.length === 2) return two(first, second, around);
  if (args.length === 3) return three(first, second, third, around);
  if (args.length === 4 && first === '!') return !three(second, third, fourth, around);
  if (args.length === 4 && first === '(' && fourth === ')') return two(second, third, around);
  return new Expression(args, around).whole();
};
