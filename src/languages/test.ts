/** The expressions of `test` and `[` (POSIX XCU test; bash manual, "Bash Conditional Expressions"): what is asked of files, texts and numbers, and how it is joined. */
import { CommandError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { USAGE } from '../os/status.ts';
import type { Inode } from '../os/vfs.ts';

/** What the primaries look at. */
export interface Surroundings {
  readonly process: Process;
  readonly shell: ShellPort;
}

/** A failure of `test` itself: status 2. */
const fault = (message: string): CommandError => new CommandError(message, USAGE);

type Unary = (operand: string, around: Surroundings) => boolean;
type Binary = (left: string, right: string, around: Surroundings) => boolean;

const inodeOf = (path: string, { process }: Surroundings): Inode | undefined =>
  path === '' ? undefined : process.fs.find(process.resolve(path));

const ofFile =
  (holds: (inode: Inode) => boolean): Unary =>
  (path, around) => {
    const inode = inodeOf(path, around);
    return inode !== undefined && holds(inode);
  };

const isTerminal: Unary = (descriptor, { process }) => {
  const number = Number(integer(descriptor));
  const stream = [process.stdin, process.stdout, process.stderr][number];
  return stream?.isTty ?? false;
};

/** A decimal number, as bash's legal_number; throws the fault of one that is none. */
const integer = (text: string): bigint => {
  if (!/^\s*[-+]?\d{1,19}\s*$/.test(text)) throw fault(`${text}: integer expression expected`);
  return BigInt(text.trim().replace(/^\+/, ''));
};

const never: Unary = () => false;

/** The primaries with one operand. There are no links, sockets, pipes or sticky files here. */
const unaries: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['-n', (text) => text !== ''],
  ['-z', (text) => text === ''],
  ['-a', ofFile(() => true)],
  ['-e', ofFile(() => true)],
  ['-O', ofFile(() => true)],
  ['-G', ofFile(() => true)],
  ['-f', ofFile(({ kind }) => kind === 'file')],
  ['-d', ofFile(({ kind }) => kind === 'directory')],
  ['-c', ofFile(({ kind }) => kind === 'device')],
  ['-s', ofFile((inode) => inode.kind === 'directory' || (inode.kind === 'file' && inode.content !== ''))],
  ['-r', ofFile(({ mode }) => (mode & 0o400) !== 0)],
  ['-w', ofFile(({ mode, readOnly }) => (mode & 0o200) !== 0 && !readOnly)],
  ['-x', ofFile(({ mode }) => (mode & 0o100) !== 0)],
  ['-t', isTerminal],
  ['-v', (name, { shell }) => shell.get(name) !== undefined],
  ['-o', (name, { shell }) => shell.options.has(name)],
  ...['-b', '-g', '-h', '-k', '-L', '-N', '-p', '-R', '-S', '-u'].map((operator) => [operator, never] as const),
]);

const compared =
  (holds: (left: bigint, right: bigint) => boolean): Binary =>
  (left, right) =>
    holds(integer(left), integer(right));

const newer: Binary = (left, right, around) => {
  const [first, second] = [inodeOf(left, around), inodeOf(right, around)];
  return first !== undefined && (second === undefined || first.mtime > second.mtime);
};

/** The primaries with two operands, without `-a` and `-o`. */
const binaries: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['=', (left, right) => left === right],
  ['==', (left, right) => left === right],
  ['!=', (left, right) => left !== right],
  ['<', (left, right) => left < right],
  ['>', (left, right) => left > right],
  ['-eq', compared((left, right) => left === right)],
  ['-ne', compared((left, right) => left !== right)],
  ['-lt', compared((left, right) => left < right)],
  ['-le', compared((left, right) => left <= right)],
  ['-gt', compared((left, right) => left > right)],
  ['-ge', compared((left, right) => left >= right)],
  ['-nt', newer],
  ['-ot', (left, right, around) => newer(right, left, around)],
  ['-ef', (left, right, around) => inodeOf(left, around) !== undefined && inodeOf(left, around) === inodeOf(right, around)],
]);

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
