/** What one call of find knows while it walks, and what its tests and actions may do to it. */

import type { Visit } from '../../coreutils/files/walk.ts';
import type { Process } from '../../os/process.ts';
import type { createBatcher } from '../../os/stream.ts';
import type { Arguments } from './arguments.ts';

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
export type TestReader = (args: Arguments, primary: string, process: Process) => Predicate;

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
