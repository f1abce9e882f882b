/** Parses basic, extended or Perl regular expressions (POSIX XBD 9, GNU regex's syntax bits). */
import type { Assertion } from './assertion.ts';
import { fold, literalItem, parseBracket } from './charset.ts';
import { PatternError } from './limits.ts';
import { bracketEscape, controlEscape, escapeNode, readInterval } from './regexlexer.ts';
import type { RegexNode, RegexSyntax, RegexTree } from './regextree.ts';

/** How deep groups and stacked repetitions may nest. */
const MAX_REGEX_DEPTH = 250;

const INVALID_REPEAT = 'Invalid preceding regular expression';
const TOO_BIG = 'Regular expression too big';
const INVALID_INTERVAL = 'Invalid content of \\{\\}';
const OPERATORS = '(){|+?';
const LOOKS = ['?=', '?!', '?<=', '?<!'];

/** The tree of a pattern, its literal characters folded if `caseless`. Throws PatternError with regcomp's wording. */
export function parseRegex(pattern: string, syntax: RegexSyntax, caseless: boolean): RegexTree {
  return new RegexParser(pattern, syntax, caseless).parse();
}

class RegexParser {
  private readonly pattern: string;
  private readonly options: RegexSyntax;
  private readonly caseless: boolean;
  private readonly basic: boolean;
  private readonly perl: boolean;
  /** A bit for each group that a back reference may name here. */
  private completed = 0;
  private at = 0;
  private depth = 0;
  private groupCount = 0;
  private backtracks = false;

  constructor(pattern: string, options: RegexSyntax, caseless: boolean) {
    this.pattern = pattern;
    this.options = options;
    this.caseless = caseless;
    this.basic = options.syntax === 'basic';
    this.perl = options.syntax === 'perl';
  }

  parse(): RegexTree {
    const root = this.alternatives();
    return { root, groupCount: this.groupCount, backtracks: this.backtracks };
  }

  private alternatives(): RegexNode {
    const before = this.completed;
    const options = [this.sequence()];
    let after = this.completed;
    while (this.operator() === '|') {
      this.skipOperator();
      // As in glibc, a branch cannot refer to the groups of the branches before it.
      this.completed = before;
      options.push(this.sequence());
      after |= this.completed;
    }
    this.completed = after;
    const [only] = options;
    return only && options.length === 1 ? only : { kind: 'choice', options };
  }

  private sequence(): RegexNode {
    const parts: RegexNode[] = [];
    while (this.at < this.pattern.length) {
      const operator = this.operator();
      if (operator === '|' || (operator === ')' && this.depth > 0)) break;
      const atom = this.atom(operator, parts.length === 0);
      if (atom) parts.push(this.repeated(atom));
    }
    return { kind: 'sequence', parts };
  }

  /** The operator here, however this syntax spells it; '' for an ordinary character or an escape. */
  private operator(): string {
    const char = this.pattern.charAt(this.at);
    const escaped = char === '\\';
    const symbol = escaped ? this.pattern.charAt(this.at + 1) : char;
    if (symbol === '' || this.options.syntax === 'fixed') return '';
    if (OPERATORS.includes(symbol)) return escaped === this.basic ? symbol : '';
    return !escaped && '*.[^$'.includes(symbol) ? symbol : '';
  }

  private skipOperator(): void {
    this.at += this.pattern[this.at] === '\\' ? 2 : 1;
  }

  /** One element without its repetition; undefined for an operator that is passed over. */
  private atom(operator: string, isFirst: boolean): RegexNode | undefined {
    if (operator === '') return this.pattern[this.at] === '\\' && this.options.syntax !== 'fixed' ? this.escape() : this.literal();
    if (operator === '^' && this.basic && !isFirst) return this.literal();
    if (operator === '$' && this.basic && !this.isLast()) return this.literal();
    if ('*+?{'.includes(operator)) return this.misplaced(operator);
    if (operator === ')') return this.unmatchedClose();
    this.skipOperator();
    if (operator === '(') return this.group();
    if (operator === '[') return this.bracket();
    if (operator === '.') return { kind: 'any', newline: !this.perl };
    return { kind: 'assert', assertion: this.anchor(operator) };
  }

  private literal(): RegexNode {
    const { code = 0, end } = literalItem(this.pattern, this.at);
    this.at = end;
    return this.char(code);
  }

  private char(code: number): RegexNode {
    return { kind: 'char', code: this.caseless ? (fold(String.fromCodePoint(code)).codePointAt(0) ?? code) : code };
  }

  /** Whether a `$` here ends a basic expression or a branch of it. */
  private isLast(): boolean {
    this.at++;
    const next = this.operator();
    const isLast = this.at === this.pattern.length || next === ')' || next === '|';
    this.at--;
    return isLast;
  }

  private anchor(operator: string): Assertion {
    if (operator === '^') return this.options.multiline ? '^' : '`';
    return this.options.multiline ? '$' : "'";
  }

  private unmatchedClose(): RegexNode {
    if (this.options.syntax === 'extended' && this.options.lenient) return this.literal();
    throw new PatternError('Unmatched ) or \\)');
  }

  /** A repetition with nothing to repeat. */
  private misplaced(operator: string): RegexNode | undefined {
    const lenient = this.options.lenient || (this.perl && operator === '{');
    if (this.basic && (operator !== '{' || lenient)) {
      this.skipOperator();
      return this.char(operator.charCodeAt(0));
    }
    if (this.basic || !lenient) throw new PatternError(INVALID_REPEAT);
    return this.quantifier() ? undefined : this.literal();
  }

  private repeated(atom: RegexNode): RegexNode {
    // In POSIX an anchor cannot be repeated: what follows it is misplaced.
    if (atom.kind === 'assert' && !this.perl) return atom;
    for (let count = 0; ; count++) {
      const range = this.quantifier();
      if (!range) return atom;
      if (count > MAX_REGEX_DEPTH) throw new PatternError(TOO_BIG);
      const lazy = this.perl && this.pattern[this.at] === '?';
      if (lazy) this.at++;
      atom = { kind: 'repeat', body: atom, min: range[0], max: range[1], greedy: !lazy };
    }
  }

  private quantifier(): readonly [min: number, max: number] | undefined {
    const operator = this.operator();
    if (operator === '{') return this.interval();
    if (operator !== '*' && operator !== '+' && operator !== '?') return undefined;
    this.skipOperator();
    return [operator === '+' ? 1 : 0, operator === '?' ? 1 : Number.POSITIVE_INFINITY];
  }

  /** The interval here; undefined where it is none, which makes its brace a character. */
  private interval(): readonly [min: number, max: number] | undefined {
    const interval = readInterval(this.pattern, this.at, this.basic);
    if (!interval && !this.basic && (this.perl || this.options.lenient)) return undefined;
    if (!interval) throw new PatternError(this.pattern.includes('}', this.at) ? INVALID_INTERVAL : 'Unmatched \\{');
    if (interval.min > interval.max) throw new PatternError(INVALID_INTERVAL);
    this.at = interval.end;
    return [interval.min, interval.max];
  }

  private group(): RegexNode {
    if (++this.depth > MAX_REGEX_DEPTH) throw new PatternError(TOO_BIG);
    const node = this.perl && this.pattern[this.at] === '?' ? this.perlGroup() : this.capture();
    this.depth--;
    return node;
  }

  private capture(): RegexNode {
    const index = ++this.groupCount;
    const body = this.groupBody();
    if (index <= 9) this.completed |= 1 << index;
    return { kind: 'group', index, body };
  }

  private groupBody(): RegexNode {
    const body = this.alternatives();
    if (this.operator() !== ')') throw new PatternError('Unmatched ( or \\(');
    this.skipOperator();
    return body;
  }

  /** `(?:…)` or a look-around. */
  private perlGroup(): RegexNode {
    const look = LOOKS.find((sign) => this.pattern.startsWith(sign, this.at));
    if (!look && !this.pattern.startsWith('?:', this.at)) throw new PatternError('unrecognized character after (? or (?-');
    this.at += look?.length ?? 2;
    const body = this.groupBody();
    if (!look) return body;
    this.backtracks = true;
    return { kind: 'look', body, behind: look.includes('<'), negated: look.endsWith('!') };
  }

  private bracket(): RegexNode {
    const bracket = parseBracket(this.pattern, this.at, { negators: '^', escape: bracketEscape(this.options) });
    if (!bracket) throw new PatternError('Unmatched [, [^, [:, [., or [=');
    if (bracket.problem) throw new PatternError(bracket.problem);
    this.at = bracket.end;
    return { kind: 'set', set: bracket.set };
  }

  private escape(): RegexNode {
    const letter = this.pattern.charAt(this.at + 1);
    if (letter === '') throw new PatternError('Trailing backslash');
    const named = this.perl || this.options.controls ? controlEscape(this.pattern, this.at) : undefined;
    if (named?.code !== undefined) {
      this.at = named.end;
      return this.char(named.code);
    }
    this.at += 1;
    return this.escapedOperator(letter) ?? this.literal();
  }

  /** What GNU and Perl make of a backslash and a letter or digit; undefined when it only quotes. */
  private escapedOperator(letter: string): RegexNode | undefined {
    const node = escapeNode(letter, this.perl) ?? this.backReference(letter);
    if (node) this.at++;
    return node;
  }

  private backReference(letter: string): RegexNode | undefined {
    const isKeep = this.perl && letter === 'K';
    if (!isKeep && (letter < '1' || letter > '9')) return undefined;
    this.backtracks = true;
    if (isKeep) return { kind: 'keep' };
    if (!(this.completed & (1 << Number(letter)))) throw new PatternError('Invalid back reference');
    return { kind: 'back', index: Number(letter) };
  }
}
