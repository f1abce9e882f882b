/** Compiles expressions into closures (POSIX awk, "Expressions in awk"). */
import { CommandError } from '../../os/failure.ts';
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import { USAGE } from '../../os/status.ts';
import type { Regex } from '../../pattern/regex.ts';
import type { ArithmeticOperator, ComparisonOperator, Expression, Target } from './ast.ts';
import {
  type Access,
  type CallCompiler,
  type Closure,
  type Compiler,
  constant,
  type Frame,
  lift,
  liftAll,
  liftTwo,
  type Result,
  type Scope,
  whenReady,
} from './compile.ts';
import { BuiltinCompiler } from './compile-builtin.ts';
import { regexOf } from './regex.ts';
import type { Runtime } from './runtime.ts';
import { compare, fromInput, isTrue, toNumber, type Value } from './value.ts';

const divisor = (number: number): number => {
  if (number === 0) throw new CommandError('division by zero', USAGE);
  return number;
};

const arithmetic: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / divisor(b),
  '%': (a, b) => a % divisor(b),
  '^': (a, b) => a ** b,
};

const comparisons: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const none = constant(undefined);

/** Compiles the expressions of one function, or of what is outside of functions. */
export class ExpressionCompiler implements Compiler {
  readonly runtime: Runtime;
  readonly scope: Scope;
  readonly #builtins: BuiltinCompiler;
  readonly #compileCall: CallCompiler;

  constructor(runtime: Runtime, scope: Scope, compileCall: CallCompiler) {
    this.runtime = runtime;
    this.scope = scope;
    this.#compileCall = compileCall;
    this.#builtins = new BuiltinCompiler(runtime, scope, this);
  }

  compile(expression: Expression): Closure {
    switch (expression.kind) {
      case 'number':
      case 'string':
        return constant(expression.value);
      case 'regex':
        return this.#matchRecord(expression.source);
      case 'variable':
        return { waits: false, run: this.scope.reader(expression.name) };
      case 'element':
      case 'field':
        return this.#read(expression);
      case 'assign':
        return this.#assign(expression);
      case 'choice':
        return this.#choice(this.compile(expression.condition), this.compile(expression.yes), this.compile(expression.no));
      case 'and':
      case 'or':
        return this.#logical(expression.kind, this.compile(expression.left), this.compile(expression.right));
      case 'in':
        return this.#membership(expression);
      case 'match':
        return this.#match(expression);
      case 'compare':
        return this.#compare(comparisons[expression.operator], this.compile(expression.left), this.compile(expression.right));
      case 'concatenation':
        return this.#concatenation(this.compile(expression.left), this.compile(expression.right));
      case 'arithmetic':
        return this.#arithmetic(arithmetic[expression.operator], this.compile(expression.left), this.compile(expression.right));
      case 'negative':
        return lift(this.compile(expression.operand), (value) => -toNumber(value));
      case 'positive':
        return lift(this.compile(expression.operand), toNumber);
      case 'not':
        return lift(this.compile(expression.operand), (value) => (isTrue(value) ? 0 : 1));
      case 'increment':
        return this.#increment(expression);
      case 'call':
        return this.#compileCall(expression, this);
      case 'builtin':
        return this.#builtins.compile(expression);
      case 'getline':
        return this.#getline(expression);
      case 'group':
        return this.#group(expression.members);
    }
  }

  #group(members: readonly Expression[]): Closure {
    const [only] = members;
    if (!only || members.length > 1) throw new CommandError('syntax error: a list in parentheses needs `in`', USAGE);
    return this.compile(only);
  }

  /** A pattern of the program's text, compiled at once, so that its errors come before the program runs. */
  #literal(source: string): () => Regex {
    const regex = regexOf(source);
    return () => (this.runtime.caseless ? regexOf(source, true) : regex);
  }

  #matchRecord(source: string): Closure {
    const regex = this.#literal(source);
    const { record, toText } = this.runtime;
    return { waits: false, run: () => (regex().test(toText(record.get(0))) ? 1 : 0) };
  }

  /** The key of an array's element: subscripts joined by SUBSEP. */
  subscript(subscripts: readonly Expression[]): Closure {
    const [first, ...rest] = subscripts.map((subscript) => this.compile(subscript));
    const { toText } = this.runtime;
    if (!first) return none;
    if (rest.length === 0) return lift(first, toText);
    return liftAll([first, ...rest], (values) => values.map(toText).join(this.runtime.text('SUBSEP')));
  }

  /** How to read and set a place; throws for an expression that is none. */
  target(expression: Expression): Access {
    if (expression.kind === 'group' && expression.members.length === 1 && expression.members[0]) return this.target(expression.members[0]);
    if (expression.kind === 'variable') return this.#variable(expression.name);
    if (expression.kind === 'field') return this.#field(expression.index);
    if (expression.kind !== 'element') throw new CommandError('syntax error: nothing that can be assigned to', USAGE);
    const table = this.scope.table(expression.array);
    const { tables } = this.runtime;
    return {
      key: this.subscript(expression.subscripts),
      get: (frame, key) => tables.get(table(frame), String(key)),
      set: (frame, key, value) => tables.set(table(frame), String(key), value),
    };
  }

  #variable(name: string): Access {
    const read = this.scope.reader(name);
    const write = this.scope.writer(name);
    return { key: none, get: (frame) => read(frame), set: (frame, _, value) => write(frame, value) };
  }

  #field(index: Expression): Access {
    const { record } = this.runtime;
    return {
      key: lift(this.compile(index), (value) => Math.trunc(toNumber(value))),
      get: (_, key) => record.get(Number(key)),
      set: (_, key, value) => record.put(Number(key), value),
    };
  }

  #read(place: Target): Closure {
    const { key, get } = this.target(place);
    return lift(key, (value, frame) => get(frame, value));
  }

  #assign({ operator, target, value }: Extract<Expression, { readonly kind: 'assign' }>): Closure {
    const { key, get, set } = this.target(target);
    const apply = operator && arithmetic[operator];
    return liftTwo(key, this.compile(value), (place, given, frame) => {
      const result = apply ? apply(toNumber(get(frame, place)), toNumber(given)) : given;
      set(frame, place, result);
      return result;
    });
  }

  #increment({ target, by, prefix }: Extract<Expression, { readonly kind: 'increment' }>): Closure {
    const { key, get, set } = this.target(target);
    return lift(key, (place, frame) => {
      const before = toNumber(get(frame, place));
      set(frame, place, before + by);
      return prefix ? before + by : before;
    });
  }

  #choice(condition: Closure, yes: Closure, no: Closure): Closure {
    const waits = condition.waits || yes.waits || no.waits;
    return { waits, run: (frame) => whenReady<Value>(condition.run(frame), (value) => (isTrue(value) ? yes : no).run(frame)) };
  }

  #logical(kind: 'and' | 'or', left: Closure, right: Closure): Closure {
    const truth = (value: Value): number => (isTrue(value) ? 1 : 0);
    const decided = kind === 'or';
    const run = (frame: Frame): Result =>
      whenReady<Value>(left.run(frame), (value) => (isTrue(value) === decided ? truth(value) : whenReady<Value>(right.run(frame), truth)));
    return { waits: left.waits || right.waits, run };
  }

  #membership({ subscripts, array }: Extract<Expression, { readonly kind: 'in' }>): Closure {
    const table = this.scope.table(array);
    return lift(this.subscript(subscripts), (key, frame) => (table(frame).has(String(key)) ? 1 : 0));
  }

  #match({ negated, text, pattern }: Extract<Expression, { readonly kind: 'match' }>): Closure {
    const { toText } = this.runtime;
    const answer = (matches: boolean): number => (matches === negated ? 0 : 1);
    if (pattern.kind === 'regex') {
      const regex = this.#literal(pattern.source);
      return lift(this.compile(text), (value) => answer(regex().test(toText(value))));
    }
    return liftTwo(this.compile(text), this.compile(pattern), (value, source) =>
      answer(this.runtime.regex(toText(source)).test(toText(value))),
    );
  }

  #compare(holds: (order: number) => boolean, left: Closure, right: Closure): Closure {
    const { runtime } = this;
    const folded = (value: Value): string => runtime.toText(value).toLowerCase();
    return liftTwo(left, right, (a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return holds(a === b ? 0 : a - b) ? 1 : 0;
      return holds(compare(a, b, runtime.caseless ? folded : runtime.toText)) ? 1 : 0;
    });
  }

  #concatenation(left: Closure, right: Closure): Closure {
    const { toText } = this.runtime;
    return liftTwo(left, right, (a, b) => {
      const text = toText(a) + toText(b);
      if (text.length > TEXT_LENGTH) throw new LimitError('text length', TEXT_LENGTH);
      return text;
    });
  }

  /** Always waits: 1 for a record, 0 at the end, -1 when there is nothing to read. */
  #getline(expression: Extract<Expression, { readonly kind: 'getline' }>): Closure {
    const { runtime } = this;
    const access = expression.target && this.target(expression.target);
    const source = expression.from === 'main' ? none : this.compile(expression.source);
    const run = async (frame: Frame): Promise<Value> => {
      const key = access && (await access.key.run(frame));
      const store = (text: string): void => (access ? access.set(frame, key, fromInput(text)) : runtime.record.set(text));
      if (expression.from === 'main') return runtime.readMain(store);
      return runtime.readFrom(expression.from, runtime.toText(await source.run(frame)), store);
    };
    return { waits: true, run };
  }

  #arithmetic(apply: (a: number, b: number) => number, left: Closure, right: Closure): Closure {
    return liftTwo(left, right, (a, b) => apply(toNumber(a), toNumber(b)));
  }
}
