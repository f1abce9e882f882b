/** Parses a shell pattern into the elements that a match walks through (POSIX 2.13, bash's extglob). */
import { type Bracket, type BracketItem, type CharSet, fold, literalItem, parseBracket } from './charset.ts';
import { MAX_GLOB_STEPS, PatternError } from './limits.ts';

/** How deep groups may nest in one another. */
const MAX_GLOB_DEPTH = 100;

/** One step of a pattern, matched from left to right. */
export type GlobElement =
  | { readonly kind: 'text'; text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'group'; readonly operator: string; readonly choices: readonly GlobElement[][] };

const BRACKET_SYNTAX = {
  negators: '!^',
  escape: (pattern: string, at: number): BracketItem => literalItem(pattern, Math.min(at + 1, pattern.length - 1)),
};

/**
 * Parses the whole pattern, its literal text folded if `caseless`; whatever is malformed stands for itself, as in bash.
 * Throws PatternError when groups nest too deep.
 */
export function parseGlob(pattern: string, extended: boolean, caseless = false): GlobElement[] {
  return new GlobParser(pattern, extended, caseless).parse();
}

class GlobParser {
  private readonly pattern: string;
  private readonly caseless: boolean;
  private readonly closing: ReadonlyMap<number, number>;
  private at = 0;
  private depth = 0;
  private steps = 0;

  constructor(pattern: string, extended: boolean, caseless: boolean) {
    this.pattern = pattern;
    this.caseless = caseless;
    this.closing = extended ? this.closingParens() : new Map();
  }

  parse(): GlobElement[] {
    return this.alternatives(this.pattern.length).flat();
  }

  /** Where each `(` is closed. Found beforehand, so that an unclosed group costs no second reading. */
  private closingParens(): Map<number, number> {
    const closing = new Map<number, number>();
    const open: number[] = [];
    for (let at = 0; at < this.pattern.length; at++) {
      const char = this.pattern[at];
      if (char === '\\') at++;
      else if (char === '(') open.push(at);
      else if (char === '[') at = (this.bracketAt(at)?.end ?? at + 1) - 1;
      else if (char === ')') {
        const start = open.pop();
        if (start !== undefined) closing.set(start, at);
      }
    }
    return closing;
  }

  /** The `|`-separated sequences up to `end`; outside a group there is only one, for there a `|` is text. */
  private alternatives(end: number): GlobElement[][] {
    let sequence: GlobElement[] = [];
    const choices = [sequence];
    let plainEnd = -1;
    while (this.at < end) {
      if (this.depth > 0 && this.at > plainEnd && this.pattern[this.at] === '|') {
        this.at++;
        choices.push((sequence = []));
        continue;
      }
      // Between plain parentheses, a "|" does not separate.
      if (this.pattern[this.at] === '(') plainEnd = Math.max(plainEnd, this.closing.get(this.at) ?? -1);
      append(sequence, this.element());
    }
    return choices;
  }

  private element(): GlobElement {
    const char = this.pattern.charAt(this.at);
    const end = this.closing.get(this.at + 1);
    if (end !== undefined && '?*+@!'.includes(char)) return this.group(char, end);
    if (char === '[') return this.bracket();
    const start = char === '\\' && this.at + 1 < this.pattern.length ? this.at + 1 : this.at;
    this.at = literalItem(this.pattern, start).end;
    if (char === '*') return { kind: 'star' };
    if (char === '?') return { kind: 'any' };
    const text = this.pattern.slice(start, this.at);
    return { kind: 'text', text: this.caseless ? fold(text) : text };
  }

  private bracket(): GlobElement {
    const bracket = this.bracketAt(this.at);
    this.at = bracket?.end ?? this.at + 1;
    return bracket ? { kind: 'set', set: bracket.set } : { kind: 'text', text: '[' };
  }

  /** The bracket expression at the index. Counted, because each of a row of unclosed ones is read to the pattern's end. */
  private bracketAt(at: number): Bracket | undefined {
    const bracket = parseBracket(this.pattern, at + 1, BRACKET_SYNTAX);
    this.steps += (bracket?.end ?? this.pattern.length) - at;
    if (this.steps > MAX_GLOB_STEPS) throw new PatternError('pattern too complex (MAX_GLOB_STEPS)');
    return bracket;
  }

  private group(operator: string, end: number): GlobElement {
    if (++this.depth > MAX_GLOB_DEPTH) throw new PatternError('pattern too complex (MAX_GLOB_DEPTH)');
    this.at += 2;
    const choices = this.alternatives(end);
    this.at = end + 1;
    this.depth--;
    return { kind: 'group', operator, choices };
  }
}

/** Joins literal characters into runs, which compare at native speed, and folds `**` into `*`. */
function append(sequence: GlobElement[], element: GlobElement): void {
  const last = sequence.at(-1);
  if (last?.kind === 'text' && element.kind === 'text') last.text += element.text;
  else if (last?.kind !== 'star' || element.kind !== 'star') sequence.push(element);
}
