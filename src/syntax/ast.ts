/** The shell's syntax tree: what the parser promises and the interpreter walks. */

/** A half-open range of UTF-16 offsets into the source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word before expansion: its parts in order (POSIX 2.10, `WORD`). An empty `parts` never occurs; `''` is one quoted part. */
export interface Word {
  readonly parts: readonly WordPart[];
  readonly span: Span;
}

/** What a word is made of. Only `literal` is open to brace, tilde and pathname expansion (POSIX 2.6). */
export type WordPart = LiteralPart | QuotedPart | DoublePart | ParameterPart | CommandPart | ArithmeticPart | ProcessPart | ArrayPart;

/** Unquoted characters, as written. */
export interface LiteralPart {
  readonly type: 'literal';
  readonly text: string;
  readonly span: Span;
}

/** `'…'`, `\c` or `$'…'`, with the quotes removed and the escapes resolved (POSIX 2.2.1, 2.2.2; bash ANSI-C quoting). */
export interface QuotedPart {
  readonly type: 'quoted';
  readonly text: string;
  readonly span: Span;
}

/** `"…"`: a backslash inside it is a `quoted` part, plain text is a `quoted` part too; expansions are not split (POSIX 2.2.3). */
export interface DoublePart {
  readonly type: 'double';
  readonly parts: readonly (QuotedPart | ParameterPart | CommandPart | ArithmeticPart)[];
  readonly span: Span;
}

/** `$x` or `${…}` (POSIX 2.6.2 and bash's substitution, substring and case operators). */
export interface ParameterPart {
  readonly type: 'parameter';
  /** A name, a positional number, or one of `@*#?-$!0`. */
  readonly name: string;
  readonly subscript: Subscript | undefined;
  /** `${!name}`: the value of `name` is itself the parameter's name. */
  readonly indirect: boolean;
  readonly operation: ParameterOperation | undefined;
  readonly span: Span;
}

/** What stands in the brackets of `name[…]`: all elements, or one, whose word is arithmetic or a key as the array has it. */
export type Subscript = '@' | '*' | Word;

/** What `${name…}` does with the value. A word in an operation is expanded only when it is needed. */
export type ParameterOperation =
  /** No operation that there is; `text` is the whole, for the message. */
  | { readonly type: 'bad'; readonly text: string }
  /** `${!name[@]}`: the keys of an array's elements. */
  | { readonly type: 'keys' }
  /** `${!name@}`: the names of variables that begin so; joined for `${!name*}`. */
  | { readonly type: 'names'; readonly joined: boolean }
  | { readonly type: 'length' }
  /** `:-` `-` `:=` `=` `:+` `+` `:?` `?`; `colon` also counts an empty value as unset. */
  | { readonly type: 'default' | 'assign' | 'alternative' | 'error'; readonly colon: boolean; readonly word: Word | undefined }
  /** `#` `##` `%` `%%`. */
  | { readonly type: 'trim'; readonly side: 'prefix' | 'suffix'; readonly longest: boolean; readonly pattern: Word | undefined }
  /** `/p/r` first, `//p/r` all, `/#p/r` at the start, `/%p/r` at the end. */
  | {
      readonly type: 'replace';
      readonly where: 'first' | 'all' | 'prefix' | 'suffix';
      readonly pattern: Word | undefined;
      readonly replacement: Word | undefined;
    }
  /** `:offset` and `:offset:length`, both arithmetic. */
  | { readonly type: 'slice'; readonly offset: Word; readonly length: Word | undefined }
  /** `^` `^^` `,` `,,` `~` `~~`, with an optional pattern of which characters. */
  | { readonly type: 'case'; readonly to: 'upper' | 'lower' | 'other'; readonly all: boolean; readonly pattern: Word | undefined }
  /** `${x@Q}` and its kin: the letter. */
  | { readonly type: 'transform'; readonly letter: string };

/** `$(…)` or `` `…` `` (POSIX 2.6.3). */
export interface CommandPart {
  readonly type: 'command';
  readonly script: Script;
  readonly span: Span;
}

/** `$((…))`: the text between, as a word whose expansions come before the arithmetic (POSIX 2.6.4). */
export interface ArithmeticPart {
  readonly type: 'arithmetic';
  readonly expression: Word;
  readonly span: Span;
}

/** `<(…)` or `>(…)` (bash process substitution). */
export interface ProcessPart {
  readonly type: 'process';
  readonly direction: 'in' | 'out';
  readonly script: Script;
  readonly span: Span;
}

/** `(…)` as the value of a declaration's operand, after the literal `name=`. */
export interface ArrayPart {
  readonly type: 'array';
  readonly elements: readonly ArrayElement[];
  readonly span: Span;
}

/** One word between the parentheses of `name=(…)`; with a subscript it is one element, else any number of fields. */
export interface ArrayElement {
  readonly subscript: Word | undefined;
  /** `[…]+=`. */
  readonly append: boolean;
  /** Undefined for `[…]=`. */
  readonly value: Word | undefined;
}

/** `name=value`, `name[…]=value` or `name=(…)`, or either with `+=`, before a command word (POSIX 2.9.1; bash manual, "Arrays"). */
export interface Assignment {
  readonly name: string;
  readonly subscript: Word | undefined;
  /** Of `name=(…)`. */
  readonly elements: readonly ArrayElement[] | undefined;
  readonly append: boolean;
  /** Undefined for `name=`. */
  readonly value: Word | undefined;
  readonly span: Span;
}

/** A redirection (POSIX 2.7). `descriptor` is the number written before it, or undefined for the operator's default. */
export interface Redirect {
  readonly operator: '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '&>' | '&>>' | '<<<' | '<<';
  readonly descriptor: number | undefined;
  /** `{name}` in place of the number: the variable that is given, or has, the descriptor. */
  readonly variable: string | undefined;
  /** File name, descriptor or `-`, here-string; for `<<` the body, whose parts are one `quoted` when the delimiter was quoted, else as inside double quotes. */
  readonly target: Word;
  /** Of a here-document: the word after the operator as it was written, after a `-` where tabs are stripped. */
  readonly delimiter?: string;
  readonly span: Span;
}

/** A whole input: lists separated by newlines and `;`. */
export interface Script {
  readonly lists: readonly AndOr[];
  readonly span: Span;
}

/** Pipelines joined by `&&` and `||`, left-associative (POSIX 2.9.3). */
export interface AndOr {
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[];
  /** Ended by `&`. */
  readonly background: boolean;
  readonly span: Span;
}

/** Commands joined by `|` (POSIX 2.9.2); `|&` becomes a `2>&1` redirect on the left command. None when `!` or `time` stands alone. */
export interface Pipeline {
  readonly negated: boolean;
  /** Led by the reserved word `time`. */
  readonly timed: boolean;
  readonly commands: readonly Command[];
  readonly span: Span;
}

/** One stage of a pipeline. */
export type Command =
  | SimpleCommand
  | Subshell
  | Group
  | Select
  | Coprocess
  | If
  | For
  | ArithmeticFor
  | While
  | Case
  | FunctionDefinition
  | Conditional
  | ArithmeticCommand;

/** POSIX 2.9.1. At least one of the three is not empty. */
export interface SimpleCommand {
  readonly type: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly span: Span;
}

interface Compound {
  readonly redirects: readonly Redirect[];
  readonly span: Span;
}

/** `( … )`. */
export interface Subshell extends Compound {
  readonly type: 'subshell';
  readonly body: Script;
}

/** `{ …; }`. */
export interface Group extends Compound {
  readonly type: 'group';
  readonly body: Script;
}

/** `if … then … elif … else … fi`. */
export interface If extends Compound {
  readonly type: 'if';
  readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
  readonly otherwise: Script | undefined;
}

/** `for name in words; do … done`; `words` undefined means `"$@"`. */
export interface For extends Compound {
  readonly type: 'for';
  readonly name: string;
  readonly words: readonly Word[] | undefined;
  readonly body: Script;
}

/** `select name in words; do … done`; `words` undefined means `"$@"`. */
export interface Select extends Compound {
  readonly type: 'select';
  readonly name: string;
  readonly words: readonly Word[] | undefined;
  readonly body: Script;
}

/** `coproc [name] command`: the command in the background, with pipes to and from it. */
export interface Coprocess {
  readonly type: 'coproc';
  readonly name: string;
  readonly body: Command;
  readonly redirects: readonly Redirect[];
  readonly span: Span;
}

/** `for ((a; b; c)); do … done`; an absent expression is undefined. */
export interface ArithmeticFor extends Compound {
  readonly type: 'arithmetic-for';
  readonly initial: Word | undefined;
  readonly condition: Word | undefined;
  readonly step: Word | undefined;
  readonly body: Script;
}

/** `while` and `until`. */
export interface While extends Compound {
  readonly type: 'while';
  readonly until: boolean;
  readonly condition: Script;
  readonly body: Script;
}

/** `case word in pattern|pattern) … ;; esac`; the ending says what follows a match. */
export interface Case extends Compound {
  readonly type: 'case';
  readonly subject: Word;
  readonly clauses: readonly {
    readonly patterns: readonly Word[];
    readonly body: Script;
    readonly ending: ';;' | ';&' | ';;&';
  }[];
}

/** `name() command` or `function name command`. */
export interface FunctionDefinition {
  readonly type: 'function';
  readonly name: string;
  readonly body: Command;
  readonly redirects: readonly Redirect[];
  readonly span: Span;
}

/** `[[ … ]]`. */
export interface Conditional extends Compound {
  readonly type: 'conditional';
  readonly expression: ConditionalExpression;
}

/** The expression inside `[[ … ]]`; operands are not split or globbed. */
export type ConditionalExpression =
  | { readonly type: 'and' | 'or'; readonly left: ConditionalExpression; readonly right: ConditionalExpression }
  | { readonly type: 'not'; readonly operand: ConditionalExpression }
  | { readonly type: 'unary'; readonly operator: string; readonly operand: Word }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Word; readonly right: Word }
  | { readonly type: 'word'; readonly word: Word };

/** `(( … ))`. */
export interface ArithmeticCommand extends Compound {
  readonly type: 'arithmetic';
  readonly expression: Word;
}

/** An arithmetic expression after expansion (C's operators and precedence, as bash has them; 64-bit two's complement). */
export type Arithmetic =
  | { readonly type: 'number'; readonly value: bigint }
  | { readonly type: 'variable'; readonly name: string; readonly subscript: string | undefined }
  | { readonly type: 'unary'; readonly operator: '+' | '-' | '!' | '~'; readonly operand: Arithmetic }
  | { readonly type: 'update'; readonly operator: '++' | '--'; readonly prefix: boolean; readonly target: ArithmeticTarget }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Arithmetic; readonly right: Arithmetic }
  | { readonly type: 'conditional'; readonly test: Arithmetic; readonly yes: Arithmetic; readonly no: Arithmetic }
  | { readonly type: 'assign'; readonly operator: string; readonly target: ArithmeticTarget; readonly value: Arithmetic };

/** A variable in an arithmetic expression; `subscript` is the text in its brackets. */
export type ArithmeticTarget = Extract<Arithmetic, { type: 'variable' }>;

/** Why a text is not a script. `incomplete` asks for another line; `invalid` and `unsupported` do not get better with more. */
export interface SyntaxFailure {
  readonly status: 'incomplete' | 'invalid' | 'unsupported';
  /** In bash's wording where it has one, e.g. ``syntax error near unexpected token `)'``. */
  readonly message: string;
  readonly span: Span;
}

/** What `parse` answers: a tree, or one failure with its place. */
export type ParseResult = { readonly status: 'complete'; readonly script: Script } | SyntaxFailure;

/** A coloured stretch of the line being typed; found by the same lexer, even in an unfinished or wrong text. */
export interface Highlight {
  readonly kind:
    | 'command'
    | 'argument'
    | 'keyword'
    | 'operator'
    | 'string'
    | 'variable'
    | 'substitution'
    | 'comment'
    | 'assignment'
    | 'error';
  readonly span: Span;
}

/** Where the cursor stands in an unfinished line: what completion needs to know. */
export interface CompletionContext {
  /** A command word, an operand of `command`, a redirect's file, or a variable's name after `$` or `${`. */
  readonly kind: 'command' | 'operand' | 'redirect' | 'variable';
  /** The simple command's words before the cursor's word, quotes removed; empty for kind `command`. */
  readonly words: readonly string[];
  /** The cursor's word up to the cursor, quotes removed. */
  readonly prefix: string;
  /** From the word's start (after `$` or `${` for a variable) to the cursor. */
  readonly span: Span;
  /** The quote that is open at the cursor. */
  readonly quote: '' | "'" | '"';
}
