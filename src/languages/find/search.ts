/** The state of a search, what its tests and actions are, and the queue of arguments that they are read from. */

import type { Visit } from '../../coreutils/files.ts';
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import type { createBatcher } from '../../os/stream.ts';

/** The state of a search. */
export interface Search {
  readonly process: Process;
  readonly output: ReturnType<typeof createBatcher>;
  /** Milliseconds since 1970: the present of `-mtime` and its kin. */
  readonly now: number;
  /** Turned on by `-prune`: the directory at hand is not entered. */
  pruned: boolean;
  /** Turned on by `-quit`. */
  ended: boolean;
  /** Turned on by what goes wrong; the status is 1 then. */
  failed: boolean;
}

/** A file as the expression sees it; `start` is the operand below which it was found. */
export interface Found extends Visit {
  readonly start: string;
}

/** A test answers whether the file passes; an action acts, and answers too. */
export type Predicate = (file: Found, search: Search) => boolean | Promise<boolean>;

/** Reads a test's arguments and answers the test. */
export type TestReader = (args: ArgumentQueue, primary: string, process: Process) => Predicate;

/** A compiled expression. */
export interface Query {
  readonly predicate: Predicate;
  readonly minDepth: number;
  readonly maxDepth: number;
  /** Entries before their directory (`-depth`). */
  readonly depthFirst: boolean;
  /** What is left to do at the end: the commands of `-exec … +`. */
  readonly finish: readonly ((search: Search) => Promise<void>)[];
}

/** The last component of a file's name; of `a/` it is `a`, of `/` it is `/`. */
export const nameOf = ({ name }: Visit): string => /([^/]+)\/*$/.exec(name)?.[1] ?? name;

/** The arguments of an expression, taken one by one. */
export class ArgumentQueue {
  readonly #args: readonly string[];
  #at = 0;
  /** What `-regextype` has said so far. */
  regexType: 'emacs' | 'basic' | 'extended' = 'emacs';

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  peek(): string | undefined {
    return this.#args[this.#at];
  }

  next(): string | undefined {
    return this.#args[this.#at++];
  }

  /** The argument that `primary` needs. */
  valueOf(primary: string): string {
    const value = this.next();
    if (value === undefined) throw new CommandError(`missing argument to \`${primary}'`);
    return value;
  }
}

/** `+N` more than, `-N` less than, `N` exactly. */
export interface Comparison {
  readonly sign: '+' | '-' | '';
  readonly number: number;
}

/** Reads `[+-]N`, fractions too; undefined when it is none. */
const parseComparison = (text: string): Comparison | undefined => {
  const match = /^([-+]?)(\d+\.?\d*|\.\d+)$/.exec(text);
  return match ? { sign: (match[1] ?? '') as Comparison['sign'], number: Number(match[2]) } : undefined;
};

/** Reads the comparison that a primary needs. */
export const comparisonOf = (args: ArgumentQueue, primary: string): Comparison => {
  const text = args.valueOf(primary);
  const comparison = parseComparison(text);
  if (!comparison) throw new CommandError(`invalid argument \`${text}' to \`${primary}'`);
  return comparison;
};

/** Whether a value passes. */
export const passes = ({ sign, number }: Comparison, value: number): boolean =>
  sign === '+' ? value > number : sign === '-' ? value < number : value === number;

/** The depth that `-maxdepth` and `-mindepth` need. */
export const depthOf = (args: ArgumentQueue, primary: string): number => {
  const text = args.valueOf(primary);
  if (!/^\d+$/.test(text)) throw new CommandError(`Expected a positive decimal integer argument to ${primary}, but got ${quote(text)}`);
  return Number(text);
};
