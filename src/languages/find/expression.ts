/** The grammar of find's expressions: `,` over `-o` over `-a` over `!` over parentheses and primaries. */
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { actions, print, quietActions } from './actions.ts';
import { ArgumentQueue, depthOf, type Predicate, type Query, type Search } from './search.ts';
import { tests } from './tests.ts';

/** Parentheses and negations inside each other. */
const DEPTH = 100;

const both =
  (left: Predicate, right: Predicate): Predicate =>
  async (file, search) =>
    (await left(file, search)) && !search.ended && right(file, search);

const either =
  (left: Predicate, right: Predicate): Predicate =>
  async (file, search) =>
    (await left(file, search)) || (!search.ended && (await right(file, search)));

const sequence =
  (left: Predicate, right: Predicate): Predicate =>
  async (file, search) => {
    await left(file, search);
    return !search.ended && right(file, search);
  };

const not =
  (inner: Predicate): Predicate =>
  async (file, search) =>
    !(await inner(file, search));

const binary = new Set(['-o', '-or', '-a', '-and', ',']);
/** Options without arguments that change nothing here. */
const ignored = new Set(['-mount', '-xdev', '-noleaf', '-follow', '-daystart', '-warn', '-nowarn', '-ignore_readdir_race']);
const regexTypes = new Map([
  ['emacs', 'emacs'],
  ['findutils-default', 'emacs'],
  ['posix-basic', 'basic'],
  ['grep', 'basic'],
  ['sed', 'basic'],
  ['ed', 'basic'],
  ['posix-extended', 'extended'],
  ['posix-egrep', 'extended'],
  ['egrep', 'extended'],
  ['awk', 'extended'],
  ['gnu-awk', 'extended'],
  ['posix-awk', 'extended'],
] as const);

const yes: Predicate = () => true;

class Parser {
  readonly #args: ArgumentQueue;
  readonly #process: Process;
  readonly #finish: ((search: Search) => Promise<void>)[] = [];
  #minDepth = 0;
  #maxDepth = Number.POSITIVE_INFINITY;
  #depthFirst = false;
  #acts = false;
  #nesting = 0;

  constructor(args: readonly string[], process: Process) {
    this.#args = new ArgumentQueue(args);
    this.#process = process;
  }

  query(): Query {
    const parsed = this.#args.peek() === undefined ? yes : this.#list();
    if (this.#args.peek() === ')') throw new CommandError("invalid expression; you have too many ')'");
    const predicate = this.#acts ? parsed : both(parsed, print);
    return { predicate, minDepth: this.#minDepth, maxDepth: this.#maxDepth, depthFirst: this.#depthFirst, finish: this.#finish };
  }

  #takes(...words: readonly string[]): boolean {
    const word = this.#args.peek();
    if (word === undefined || !words.includes(word)) return false;
    this.#args.next();
    return true;
  }

  #list(): Predicate {
    let left = this.#or();
    while (this.#takes(','))
      left = sequence(
        left,
        this.#operand(',', () => this.#or()),
      );
    return left;
  }

  #or(): Predicate {
    let left = this.#and();
    while (this.#takes('-o', '-or'))
      left = either(
        left,
        this.#operand('-o', () => this.#and()),
      );
    return left;
  }

  #and(): Predicate {
    let left = this.#not();
    for (let word = this.#args.peek(); word !== undefined && word !== ')'; word = this.#args.peek()) {
      if (binary.has(word) && word !== '-a' && word !== '-and') break;
      left = both(left, this.#takes('-a', '-and') ? this.#operand(word, () => this.#not()) : this.#not());
    }
    return left;
  }

  #operand(operator: string, parse: () => Predicate): Predicate {
    if (this.#args.peek() === undefined) throw new CommandError(`expected an expression after '${operator}'`);
    return parse();
  }

  #not(): Predicate {
    if (++this.#nesting > DEPTH) throw new CommandError('the expression is nested too deeply');
    const word = this.#args.peek();
    const result = this.#takes('!', '-not') ? not(this.#operand(word ?? '', () => this.#not())) : this.#primary();
    this.#nesting--;
    return result;
  }

  #primary(): Predicate {
    const word = this.#args.next() ?? '';
    if (word === '(') return this.#group();
    if (binary.has(word)) throw new CommandError(`invalid expression; you have used a binary operator '${word}' with nothing before it.`);
    if (!word.startsWith('-')) throw new CommandError(`paths must precede expression: \`${word}'`);
    return this.#option(word) ?? this.#action(word) ?? this.#test(word);
  }

  #group(): Predicate {
    if (this.#args.peek() === ')') throw new CommandError('invalid expression; empty parentheses are not allowed.');
    if (this.#args.peek() === undefined) {
      throw new CommandError(
        "invalid expression; expected to find a ')' but didn't see one. Perhaps you need an extra predicate after '('",
      );
    }
    const inner = this.#list();
    if (!this.#takes(')')) throw new CommandError("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
    return inner;
  }

  #option(word: string): Predicate | undefined {
    if (word === '-maxdepth') this.#maxDepth = depthOf(this.#args, word);
    else if (word === '-mindepth') this.#minDepth = depthOf(this.#args, word);
    else if (word === '-depth' || word === '-d') this.#depthFirst = true;
    else if (word === '-regextype') this.#regexType();
    else if (!ignored.has(word)) return undefined;
    return yes;
  }

  #regexType(): void {
    const name = this.#args.valueOf('-regextype');
    const type = regexTypes.get(name as Parameters<typeof regexTypes.get>[0]);
    if (!type) throw new CommandError(`Unknown regular expression type '${name}'`);
    this.#args.regexType = type;
  }

  #action(word: string): Predicate | undefined {
    const read = actions.get(word);
    if (!read) return quietActions.get(word);
    this.#acts = true;
    return read(this.#args, word, this.#process, {
      finish: (last) => this.#finish.push(last),
      depthFirst: () => {
        this.#depthFirst = true;
      },
    });
  }

  #test(word: string): Predicate {
    const read = tests.get(word);
    if (!read) throw new CommandError(`unknown predicate \`${word}'`);
    return read(this.#args, word, this.#process);
  }
}

/** Compiles an expression; throws CommandError in GNU's words. */
export const compileQuery = (args: readonly string[], process: Process): Query => new Parser(args, process).query();
