/** The tree of a jq filter. */
import type { Json } from './json.ts';

/** What an `as` binds: a variable, or parts of an array or object. */
export type Pattern =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Filter; readonly name: string | undefined; readonly value: Pattern | undefined }[];
    };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A function's definition; a parameter that begins with `$` is a value. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Filter;
}

/** A filter: from one value to any number. */
export type Filter =
  | { readonly kind: 'identity' | 'descend' }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'index'; readonly target: Filter; readonly key: Filter }
  | { readonly kind: 'slice'; readonly target: Filter; readonly from: Filter | undefined; readonly to: Filter | undefined }
  | { readonly kind: 'iterate'; readonly target: Filter }
  /** Literal parts and interpolated filters in turn; `format` is what sets the latter. */
  | { readonly kind: 'string'; readonly format: string; readonly parts: readonly (string | Filter)[] }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'array'; readonly body: Filter | undefined }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Filter, Filter])[] }
  | { readonly kind: 'negate'; readonly operand: Filter }
  | { readonly kind: 'pipe' | 'comma' | 'and' | 'or' | 'alternative'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly left: Filter; readonly right: Filter }
  | {
      readonly kind: 'assign';
      readonly operator: '=' | '|=' | '//=' | `${ArithmeticOperator}=`;
      readonly left: Filter;
      readonly right: Filter;
    }
  | { readonly kind: 'if'; readonly condition: Filter; readonly then: Filter; readonly otherwise: Filter | undefined }
  | { readonly kind: 'try'; readonly body: Filter; readonly handler: Filter | undefined }
  | { readonly kind: 'reduce'; readonly source: Filter; readonly pattern: Pattern; readonly start: Filter; readonly update: Filter }
  | {
      readonly kind: 'foreach';
      readonly source: Filter;
      readonly pattern: Pattern;
      readonly start: Filter;
      readonly update: Filter;
      readonly extract: Filter | undefined;
    }
  /** The patterns are alternatives (`?//`). */
  | { readonly kind: 'bind'; readonly source: Filter; readonly patterns: readonly Pattern[]; readonly body: Filter }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Filter[] }
  | { readonly kind: 'define'; readonly definition: Definition; readonly body: Filter }
  | { readonly kind: 'label'; readonly name: string; readonly body: Filter }
  | { readonly kind: 'break'; readonly name: string };

/** `.`: the value as it is. */
export const identity: Filter = { kind: 'identity' };

/** The names that a pattern binds. */
export const variablesOf = (pattern: Pattern): string[] => {
  if (pattern.kind === 'variable') return [pattern.name];
  if (pattern.kind === 'array') return pattern.items.flatMap(variablesOf);
  return pattern.entries.flatMap(({ name, value }) => [...(name === undefined ? [] : [name]), ...(value ? variablesOf(value) : [])]);
};
