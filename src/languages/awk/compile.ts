/** What the compilers of expressions, statements and calls share: closures, and where the program's names lead. */
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import type { Expression, FunctionDefinition, Program } from './ast.ts';
import { type Cell, isSplitter, type Runtime, specialNames } from './runtime.ts';
import type { Table, Value } from './value.ts';

/** The local variables of a running function; empty outside of one. */
export type Frame = Cell[];

/** What an expression comes to. */
export type Result = Value | Promise<Value>;

/** A compiled expression. `waits`: it may answer with a promise. */
export interface Closure {
  readonly waits: boolean;
  run(frame: Frame): Result;
}

/** Goes on with a result now, or when it is there. */
export const whenReady = <T>(result: Result, next: (value: Value) => T | Promise<T>): T | Promise<T> =>
  result instanceof Promise ? result.then(next) : next(result);

/** An expression that does not change. */
export const constant = (value: Value): Closure => ({ waits: false, run: () => value });

/** An operation on one operand; `waits` says whether the operation itself may wait. */
export const lift = (operand: Closure, apply: (value: Value, frame: Frame) => Result, waits = false): Closure =>
  operand.waits
    ? { waits: true, run: (frame) => whenReady<Value>(operand.run(frame), (value) => apply(value, frame)) }
    : { waits, run: (frame) => apply(operand.run(frame) as Value, frame) };

/** An operation on two operands, the left evaluated first. */
export const liftTwo = (left: Closure, right: Closure, apply: (a: Value, b: Value, frame: Frame) => Result): Closure => {
  if (!left.waits && !right.waits)
    return { waits: false, run: (frame) => apply(left.run(frame) as Value, right.run(frame) as Value, frame) };
  const run = (frame: Frame): Result =>
    whenReady<Value>(left.run(frame), (a) => whenReady<Value>(right.run(frame), (b) => apply(a, b, frame)));
  return { waits: true, run };
};

/** The values of several expressions, in order. */
export const evaluateAll = (closures: readonly Closure[], frame: Frame): Value[] | Promise<Value[]> => {
  const values: Value[] = [];
  for (const [i, closure] of closures.entries()) {
    const result = closure.run(frame);
    if (result instanceof Promise) return evaluateRest(closures.slice(i + 1), values, result, frame);
    values.push(result);
  }
  return values;
};

const evaluateRest = async (rest: readonly Closure[], values: Value[], pending: Promise<Value>, frame: Frame): Promise<Value[]> => {
  values.push(await pending);
  for (const closure of rest) values.push(await closure.run(frame));
  return values;
};

/** An operation on any number of operands. */
export const liftAll = (operands: readonly Closure[], apply: (values: Value[], frame: Frame) => Result, waits = false): Closure => {
  const mayWait = operands.some((operand) => operand.waits);
  if (!mayWait)
    return {
      waits,
      run: (frame) =>
        apply(
          operands.map((operand) => operand.run(frame) as Value),
          frame,
        ),
    };
  const run = (frame: Frame): Result => {
    const values = evaluateAll(operands, frame);
    return values instanceof Promise ? values.then((all) => apply(all, frame)) : apply(values, frame);
  };
  return { waits: true, run };
};

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

/** A node of the tree as far as its names matter. */
interface Named {
  readonly kind: string;
  readonly name?: unknown;
  readonly variable?: unknown;
  readonly array?: unknown;
  readonly indirect?: boolean;
  readonly args?: readonly Expression[];
}

/** Visits every node below a value that has a kind. */
const walk = (value: unknown, visit: (node: Named) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value) visit(value as Named);
  for (const child of value instanceof Map ? value.values() : Object.values(value)) walk(child, visit);
};

/** Names that a node uses as variables. */
const namesIn = ({ kind, name, variable, array, indirect }: Named): string[] =>
  [kind === 'variable' || indirect ? name : undefined, kind === 'forIn' ? variable : undefined, array].filter(
    (each) => typeof each === 'string',
  );

/** The global variables in the order of their places: awk's own first. NF is none of them, it belongs to the record. */
export const globalNames = ({ functions, ...sections }: Program): string[] => {
  const names = new Set<string>(specialNames);
  const collect = (value: unknown, locals: readonly string[]): void =>
    walk(value, (node) => {
      for (const name of namesIn(node)) if (!locals.includes(name) && name !== 'NF') names.add(name);
    });
  collect(sections, []);
  for (const { parameters, body } of functions.values()) collect(body, parameters);
  return [...names];
};

/** Which arguments of awk's own functions are arrays. */
const arrayArguments: Readonly<Record<string, readonly number[]>> = {
  split: [1, 3],
  patsplit: [1, 3],
  match: [2],
  asort: [0, 1],
  asorti: [0, 1],
};

/** For each function the places of the parameters that it uses as arrays, directly or by handing them on. */
export const arrayParameters = (functions: ReadonlyMap<string, FunctionDefinition>): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map([...functions.keys()].map((name) => [name, new Set<number>()]));
  let changed = true;
  const mark = ({ name, parameters }: FunctionDefinition, parameter: unknown): void => {
    const index = parameters.indexOf(String(parameter));
    const places = found.get(name);
    if (index < 0 || !places || places.has(index)) return;
    places.add(index);
    changed = true;
  };
  const markArguments = (definition: FunctionDefinition, args: readonly Expression[], places: Iterable<number>): void => {
    for (const place of places) {
      const argument = args[place];
      if (argument?.kind === 'variable') mark(definition, argument.name);
    }
  };
  while (changed) {
    changed = false;
    for (const definition of functions.values()) {
      walk(definition.body, (node) => {
        if (node.array !== undefined) mark(definition, node.array);
        if (node.kind === 'builtin') markArguments(definition, node.args ?? [], arrayArguments[String(node.name)] ?? []);
        if (node.kind === 'call') markArguments(definition, node.args ?? [], found.get(String(node.name)) ?? []);
      });
    }
  }
  return found;
};

/** Where names lead while the program runs: `locals` are the parameters of the function that is compiled. */
export class Scope {
  readonly #runtime: Runtime;
  readonly #globals: ReadonlyMap<string, number>;
  readonly #locals: ReadonlyMap<string, number>;

  constructor(runtime: Runtime, globals: ReadonlyMap<string, number>, locals: readonly string[]) {
    this.#runtime = runtime;
    this.#globals = globals;
    this.#locals = new Map(locals.map((name, i) => [name, i]));
  }

  /** The place of a local variable. */
  local(name: string): number | undefined {
    return this.#locals.get(name);
  }

  /** The place of a global variable. */
  global(name: string): number {
    const index = this.#globals.get(name);
    if (index === undefined) throw new CommandError(`unknown variable ${name}`, USAGE);
    return index;
  }

  /** What reads a scalar variable. */
  reader(name: string): (frame: Frame) => Value {
    if (name === 'NF') return () => this.#runtime.record.count;
    const local = this.local(name);
    const { globals } = this.#runtime;
    const index = local ?? this.global(name);
    const check = (cell: Frame[number]): Value => {
      if (cell instanceof Map) throw new CommandError(`attempt to use array ${name} in a scalar context`, USAGE);
      return cell;
    };
    return local === undefined ? () => check(globals[index]) : (frame) => check(frame[index]);
  }

  /** What sets a scalar variable. */
  writer(name: string): (frame: Frame, value: Value) => void {
    if (name === 'NF') {
      return (_, value) => {
        this.#runtime.record.count = Math.trunc(Number(this.#runtime.toText(value)) || 0);
      };
    }
    const local = this.local(name);
    const { globals } = this.#runtime;
    const index = local ?? this.global(name);
    if (local === undefined && isSplitter(name)) {
      return (_, value) => {
        globals[index] = value;
        this.#runtime.splitter = name;
      };
    }
    return (frame, value) => {
      const cells = local === undefined ? globals : frame;
      if (cells[index] instanceof Map) throw new CommandError(`attempt to use array ${name} in a scalar context`, USAGE);
      cells[index] = value;
    };
  }

  /** What gives an array, made when it is first used. */
  table(name: string): (frame: Frame) => Table {
    const local = this.local(name);
    if (local === undefined) {
      const index = this.global(name);
      return () => this.#runtime.array(index);
    }
    return (frame) => {
      const cell = frame[local];
      if (cell instanceof Map) return cell;
      if (cell !== undefined) throw new CommandError(`attempt to use scalar ${name} as array`, USAGE);
      const table: Table = new Map();
      frame[local] = table;
      return table;
    };
  }

  /** Whether a name is an array at this moment. */
  isTable(name: string): (frame: Frame) => boolean {
    const local = this.local(name);
    const index = local ?? this.global(name);
    return (frame) => (local === undefined ? this.#runtime.globals : frame)[index] instanceof Map;
  }
}
