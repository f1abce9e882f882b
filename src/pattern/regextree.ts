/** The tree of a regular expression, as the parser builds it for the compiler. */
import type { Assertion } from './assertion.ts';
import type { CharSet } from './charset.ts';

/** One node; a `repeat` without upper bound has `max` Infinity, a `group` is the capturing kind, `keep` is Perl's `\K`. */
export type RegexNode =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'any'; readonly newline: boolean }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly body: RegexNode }
  | { readonly kind: 'repeat'; readonly body: RegexNode; readonly min: number; readonly max: number; readonly greedy: boolean }
  | { readonly kind: 'back'; readonly index: number }
  | { readonly kind: 'look'; readonly body: RegexNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: 'keep' };

/** A parsed pattern: its tree, how many groups it captures, whether only backtracking can match it. */
export interface RegexTree {
  readonly root: RegexNode;
  readonly groupCount: number;
  readonly backtracks: boolean;
}

/** How a pattern is spelt. */
export interface RegexSyntax {
  /** `basic` and `extended` as in POSIX with GNU's additions, `perl` for `grep -P`, `fixed` for plain text (`grep -F`). */
  readonly syntax: 'basic' | 'extended' | 'perl' | 'fixed';
  /** `^` and `$` match at each line of the text, not only at its ends. */
  readonly multiline?: boolean;
  /** Misplaced operators are read as `grep -E` reads them, where regcomp calls them errors. */
  readonly lenient?: boolean;
  /** `\n`, `\t`, `\xHH` and the like are the characters they name, as in sed and awk. */
  readonly controls?: boolean;
  /** A backslash escapes inside a bracket expression too, as in awk. */
  readonly bracketEscapes?: boolean;
}
