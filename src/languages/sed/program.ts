/** What a sed script is once parsed: commands in a row, with their addresses. */
import type { Regex } from '../../pattern/regex.ts';

/** GNU's status for a script that cannot go on, or a file that cannot be used. */
export const PANIC = 4;

/** A pattern; undefined stands for the one used last. */
export type Pattern = Regex | undefined;

/** Where a command applies. Lines count from 1; line 0 only begins a range that a pattern ends. */
export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  /** `+N`: N more lines; only ends a range. */
  | { readonly kind: 'more'; readonly count: number }
  /** `~N`: up to a multiple of N; only ends a range. */
  | { readonly kind: 'multiple'; readonly of: number };

/** A piece of a replacement: text, a group of the match, or a change of letter case for what follows. */
export type ReplacementPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly index: number }
  | { readonly kind: 'case'; readonly mode: 'U' | 'L' | 'E' | 'u' | 'l' };

/** The `s` command. */
export interface Substitution {
  readonly name: 's';
  readonly pattern: Pattern;
  readonly replacement: readonly ReplacementPart[];
  /** Replaces this match and, with `global`, those after it. */
  readonly nth: number;
  readonly global: boolean;
  readonly print: boolean;
  /** A file that gets the line when something was replaced. */
  readonly path: string | undefined;
}

/** A jump; `target` is the index of the command to go to. */
export interface Jump {
  readonly name: 'b' | 't' | 'T';
  readonly label: string;
  target: number;
}

/** The beginning of a block; `end` is the index of the command after it. */
export interface Block {
  readonly name: '{';
  end: number;
}

/** The names of commands that take no argument. */
export type SimpleName = '=' | 'd' | 'D' | 'F' | 'g' | 'G' | 'h' | 'H' | 'n' | 'N' | 'p' | 'P' | 'x' | 'z';

/** What a command does. */
export type Action =
  | Substitution
  | Block
  | Jump
  | { readonly name: 'a' | 'i' | 'c'; readonly text: string }
  | { readonly name: 'r' | 'R' | 'w' | 'W'; readonly path: string }
  | { readonly name: 'y'; readonly map: ReadonlyMap<string, string> }
  /** `value` is the exit status, or the width of a line. */
  | { readonly name: 'q' | 'Q' | 'l'; readonly value: number | undefined }
  | { readonly name: SimpleName | 'nothing' };

/** A command with the lines to which it applies. */
export interface Command {
  readonly from: Address | undefined;
  readonly to: Address | undefined;
  readonly negated: boolean;
  readonly action: Action;
}

/** A whole script. */
export interface Program {
  readonly commands: readonly Command[];
  /** The script begins with `#n`: nothing is printed unless asked for. */
  readonly quiet: boolean;
  /** Files that are emptied before the first line is read. */
  readonly written: readonly string[];
}
