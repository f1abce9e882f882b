/** The tree of an awk program. */

/** What a value can be assigned to. */
export type Target =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly array: string; readonly subscripts: readonly Expression[] }
  | { readonly kind: 'field'; readonly index: Expression };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOperator = '<' | '<=' | '==' | '!=' | '>' | '>=';

/** An expression. */
export type Expression =
  | Target
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  /** By itself it is matched against the record. */
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'assign'; readonly operator: ArithmeticOperator | undefined; readonly target: Target; readonly value: Expression }
  | { readonly kind: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly subscripts: readonly Expression[]; readonly array: string }
  | { readonly kind: 'match'; readonly negated: boolean; readonly text: Expression; readonly pattern: Expression }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'concatenation'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative' | 'positive' | 'not'; readonly operand: Expression }
  | { readonly kind: 'increment'; readonly prefix: boolean; readonly by: 1 | -1; readonly target: Target }
  /** `indirect`: the function is the one that the variable names (gawk's `@name(…)`). */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly line: number;
      readonly indirect?: boolean;
    }
  | { readonly kind: 'builtin'; readonly name: string; readonly args: readonly Expression[]; readonly line: number }
  | { readonly kind: 'getline'; readonly target: Target | undefined; readonly from: 'main' }
  | { readonly kind: 'getline'; readonly target: Target | undefined; readonly from: 'file' | 'command'; readonly source: Expression }
  /** Expressions in parentheses: more than one only before `in`, and as the arguments of print. */
  | { readonly kind: 'group'; readonly members: readonly Expression[] };

/** Where print sends its output. */
export interface Redirect {
  readonly kind: '>' | '>>' | '|';
  readonly target: Expression;
}

/** A statement. */
export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'print' | 'printf'; readonly args: readonly Expression[]; readonly redirect: Redirect | undefined }
  | { readonly kind: 'if'; readonly condition: Expression; readonly yes: Statement; readonly no: Statement | undefined }
  | { readonly kind: 'while'; readonly condition: Expression; readonly body: Statement }
  | { readonly kind: 'do'; readonly condition: Expression; readonly body: Statement }
  | {
      readonly kind: 'for';
      readonly start: Statement | undefined;
      readonly condition: Expression | undefined;
      readonly step: Statement | undefined;
      readonly body: Statement;
    }
  | { readonly kind: 'forIn'; readonly variable: string; readonly array: string; readonly body: Statement }
  | { readonly kind: 'switch'; readonly value: Expression; readonly cases: readonly Case[] }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'next' | 'nextfile' | 'break' | 'continue' }
  | { readonly kind: 'exit' | 'return'; readonly value: Expression | undefined }
  | { readonly kind: 'delete'; readonly array: string; readonly subscripts: readonly Expression[] | undefined };

/** A branch of a switch, which runs on into the next; without a test it is the default. */
export interface Case {
  readonly test: Expression | undefined;
  readonly body: Statement;
}

/** A pattern with its action; without an action the record is printed. */
export interface Rule {
  readonly pattern: Expression | undefined;
  /** The end of a range. */
  readonly until: Expression | undefined;
  readonly action: Statement | undefined;
}

/** A user's function. */
export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Statement;
}

/** A whole program. */
export interface Program {
  readonly begin: readonly Statement[];
  readonly rules: readonly Rule[];
  readonly end: readonly Statement[];
  /** What runs at the start and at the end of each file of the main input (gawk's BEGINFILE and ENDFILE). */
  readonly beginFile: readonly Statement[];
  readonly endFile: readonly Statement[];
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
}
