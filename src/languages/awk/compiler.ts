/** What the parts of the compiler ask of each other. */
import type { Expression } from './ast.ts';
import type { Closure, Frame } from './closure.ts';
import type { Runtime } from './runtime.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

/** How an assignable place is read and set; `key` is its subscript or field number, evaluated once. */
export interface Access {
  readonly key: Closure;
  get(frame: Frame, key: Value): Value;
  set(frame: Frame, key: Value, value: Value): void;
}

/** Compiles the expressions of one function, or of what is outside of functions. */
export interface Compiler {
  readonly runtime: Runtime;
  readonly scope: Scope;
  compile(expression: Expression): Closure;
  /** How to read and set a place; throws for an expression that is none. */
  target(expression: Expression): Access;
  /** The key of an array's element: subscripts joined by SUBSEP. */
  subscript(subscripts: readonly Expression[]): Closure;
}

/** Compiles calls of the program's own functions. */
export type CallCompiler = (call: Extract<Expression, { readonly kind: 'call' }>, compiler: Compiler) => Closure;
