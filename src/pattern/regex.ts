/** Regular expressions as grep, sed, awk, expr, `[[ =~ ]]` have them, in bounded time (POSIX XBD 9, GNU regex, some of Perl). */
import type { Assertion } from './assertion.ts';
import { backtrackMatch } from './backtrack.ts';
import { fold } from './charset.ts';
import { Dfa } from './dfa.ts';
import { StepCount } from './limits.ts';
import { pikeMatch } from './pike.ts';
import { compileProgram, type Program } from './program.ts';
import { parseRegex } from './regexparse.ts';
import type { RegexNode, RegexSyntax, RegexTree } from './regextree.ts';

/** How to read a pattern, then where it may match. */
export interface RegexOptions extends RegexSyntax {
  readonly caseless?: boolean;
  /** `start`: at the start of the text only (`expr`); `line`: the whole text (`grep -x`); `word`: whole words (`grep -w`). */
  readonly bounds?: 'start' | 'line' | 'word' | undefined;
}

/** A part of a text, as UTF-16 indices, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A match; `groups[n]` is what `\n` stands for, `groups[0]` the whole, undefined for a group that took no part. */
export interface Match extends Span {
  readonly groups: readonly (Span | undefined)[];
}

/** A compiled pattern. Its methods throw PatternError when a text costs more than MAX_REGEX_STEPS. */
export interface Regex {
  /** How many groups it captures. */
  readonly groupCount: number;
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean;
  /** The first match that starts at or after `from`, which may be empty; the text before `from` still counts for `^` and `\b`. */
  exec(text: string, from?: number): Match | undefined;
}

const BOUNDS = { start: ['`'], line: ['`', "'"], word: ['l', 'r'] } as const satisfies Record<string, readonly Assertion[]>;

/** Compiles a user's pattern. Throws PatternError with the wording of GNU regcomp. */
export function compileRegex(pattern: string, options: RegexOptions): Regex {
  const { caseless = false, syntax, bounds } = options;
  const tree = parseRegex(pattern, options, caseless);
  return new CompiledRegex(compileProgram(bounds ? bounded(tree, BOUNDS[bounds]) : tree, caseless, syntax !== 'perl'));
}

function bounded(tree: RegexTree, [before, after]: readonly Assertion[]): RegexTree {
  const edge = (assertion: Assertion | undefined): RegexNode[] => (assertion ? [{ kind: 'assert', assertion }] : []);
  return { ...tree, root: { kind: 'sequence', parts: [...edge(before), tree.root, ...edge(after)] } };
}

class CompiledRegex implements Regex {
  readonly groupCount: number;
  private readonly program: Program;
  private readonly dfa: Dfa;
  private source: string | undefined;
  private text = '';
  private steps = new StepCount();

  constructor(program: Program) {
    this.groupCount = program.groupCount;
    this.program = program;
    this.dfa = new Dfa(program);
  }

  test(text: string): boolean {
    if (this.program.backtracks) return this.exec(text) !== undefined;
    this.open(text);
    return this.candidate(0) >= 0;
  }

  exec(text: string, from = 0): Match | undefined {
    this.open(text);
    const { program } = this;
    const at = this.candidate(from);
    if (at < 0) return undefined;
    if (program.literal) return toMatch([at, at + program.prefix.length]);
    const slots = (program.backtracks ? backtrackMatch : pikeMatch)(program, this.text, at, this.steps);
    return slots && toMatch(slots.slice(0, 2 * this.groupCount + 2));
  }

  /** Makes this the text at hand. All calls on one text share one count of steps, else a loop over its matches has no bound. */
  private open(text: string): void {
    if (this.source === text) return;
    this.source = text;
    this.text = this.program.caseless ? fold(text) : text;
    this.steps = new StepCount();
  }

  /** Where it is worth starting to match, or -1 when there is certainly no match. */
  private candidate(from: number): number {
    const { program, text } = this;
    const at = text.indexOf(program.prefix, from);
    return at < 0 || program.literal || program.backtracks || this.dfa.test(text, at, this.steps) ? at : -1;
  }
}

function toMatch(slots: readonly number[]): Match {
  const groups: (Span | undefined)[] = [];
  for (let i = 0; i < slots.length; i += 2) {
    const [start = -1, end = -1] = slots.slice(i, i + 2);
    groups.push(start >= 0 && end >= 0 ? { start, end } : undefined);
  }
  const [{ start, end } = { start: 0, end: 0 }] = groups;
  return { start, end, groups };
}
