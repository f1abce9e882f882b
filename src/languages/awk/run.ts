/** Compiles a program and runs it: BEGIN, the rules over the records, END. */
import { CommandError } from '../../os/failure.ts';
import { LimitError } from '../../os/limits.ts';
import type { Process } from '../../os/process.ts';
import { USAGE } from '../../os/status.ts';
import type { Expression, FunctionDefinition, Program, Rule, Statement } from './ast.ts';
import {
  arrayParameters,
  type CallCompiler,
  type Closure,
  evaluateAll,
  type Frame,
  globalNames,
  type Result,
  Scope,
  whenReady,
} from './compile.ts';
import { ExpressionCompiler } from './compile-expression.ts';
import { type Execute, Exit, misplaced, Next, type Place, StatementCompiler } from './compile-statement.ts';
import { type Cell, Runtime } from './runtime.ts';
import { isTrue, type Value } from './value.ts';

/** Calls of user functions inside each other. */
const FUNCTION_DEPTH = 10_000;
/** Calls after which the next begins on a fresh stack of its own. */
const STACK_CALLS = 50;

/** A user function, compiled when the whole program is. */
interface UserFunction {
  readonly definition: FunctionDefinition;
  readonly arrays: ReadonlySet<number>;
  body: Execute;
}

/** A rule as a test of the record, and what to do then. */
interface CompiledRule {
  readonly selects: (frame: Frame) => boolean | Promise<boolean>;
  readonly action: Execute;
}

const noFrame: Frame = [];

const tooMany = (name: string, line: number): CommandError =>
  new CommandError(`line ${line}: too many arguments in call to ${name}`, USAGE);

/** Compiles and runs one program. */
export class ProgramRun {
  readonly #runtime: Runtime;
  readonly #program: Program;
  readonly #globals: ReadonlyMap<string, number>;
  readonly #functions = new Map<string, UserFunction>();

  constructor(process: Process, program: Program, args: readonly string[]) {
    const names = globalNames(program);
    this.#program = program;
    this.#globals = new Map(names.map((name, i) => [name, i]));
    this.#runtime = new Runtime(process, names, args);
  }

  /** Sets a variable before BEGIN. */
  assign(name: string, text: string): void {
    this.#runtime.assign(name, text);
  }

  /** Runs the program; resolves to its exit status. */
  async run(): Promise<number> {
    const runtime = this.#runtime;
    this.#compileFunctions();
    const { begin, rules, end, beginFile, endFile } = this.#program;
    const start = this.#section('BEGIN', begin);
    const compiled = rules.map((rule) => this.#rule(rule));
    const finish = this.#section('END', end);
    runtime.input.onFile(this.#section('BEGINFILE', beginFile), this.#section('ENDFILE', endFile));
    const reads = rules.length + end.length + beginFile.length + endFile.length > 0;
    try {
      const goesOn = await this.#untilExit(async () => {
        await start();
        if (reads) await this.#records(compiled);
      });
      if (goesOn || end.length > 0) await this.#untilExit(finish);
    } finally {
      await runtime.end();
      runtime.input.close();
    }
    return runtime.status;
  }

  /** The actions of one section, one after the other. */
  #section(place: Place, actions: readonly Statement[]): () => Promise<void> {
    const statements = new StatementCompiler(this.#expressions([]), place);
    const compiled = actions.map((action) => statements.compile(action));
    return async () => {
      try {
        for (const action of compiled) await action(noFrame);
      } catch (error) {
        if (!(error instanceof Next) || (error.file && place === 'BEGINFILE')) throw error;
        throw misplaced(error.file ? 'nextfile' : 'next', place);
      }
    };
  }

  /** False when the program called exit. */
  async #untilExit(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      if (error instanceof Exit) return false;
      throw error;
    }
  }

  async #records(rules: readonly CompiledRule[]): Promise<void> {
    const runtime = this.#runtime;
    const { pace } = runtime.process;
    for (;;) {
      const text = runtime.input.ready() ?? (await runtime.input.next());
      if (text === null) return;
      const pause = pace();
      if (pause) await pause;
      runtime.set('RT', runtime.input.terminator);
      runtime.count();
      runtime.record.set(text);
      try {
        for (const { selects, action } of rules) {
          const selected = selects(noFrame);
          if (!(selected instanceof Promise ? await selected : selected)) continue;
          const flow = action(noFrame);
          if (flow instanceof Promise) await flow;
        }
      } catch (error) {
        if (!(error instanceof Next)) throw error;
        // The functions that it was called in are left as well.
        runtime.depth = 0;
        if (error.file) await runtime.input.skipFile();
      }
    }
  }

  #expressions(locals: readonly string[]): ExpressionCompiler {
    return new ExpressionCompiler(this.#runtime, new Scope(this.#runtime, this.#globals, locals), this.#call);
  }

  #rule({ pattern, until, action }: Rule): CompiledRule {
    const expressions = this.#expressions([]);
    const print: Statement = { kind: 'print', args: [], redirect: undefined };
    const compiled = new StatementCompiler(expressions, 'rule').compile(action ?? print);
    const test = (expression: Expression): ((frame: Frame) => boolean | Promise<boolean>) => {
      const closure = expressions.compile(expression);
      return (frame) => whenReady<boolean>(closure.run(frame), isTrue);
    };
    if (!pattern) return { selects: () => true, action: compiled };
    return { selects: until ? range(test(pattern), test(until)) : test(pattern), action: compiled };
  }

  #compileFunctions(): void {
    const { functions } = this.#program;
    const arrays = arrayParameters(functions);
    for (const [name, definition] of functions) {
      this.#functions.set(name, { definition, arrays: arrays.get(name) ?? new Set(), body: () => 'on' });
    }
    for (const { definition, ...rest } of this.#functions.values()) {
      const body = new StatementCompiler(this.#expressions(definition.parameters), 'function').compile(definition.body);
      this.#functions.set(definition.name, { ...rest, definition, body });
    }
  }

  /**
   * Compiles a call: an argument that the function uses as an array, or that is one when it is called, is handed over itself, any
   * other by its value.
   */
  readonly #call: CallCompiler = ({ name, args, line, indirect = false }, compiler) => {
    const known = indirect ? undefined : this.#functions.get(name);
    if (!known && !indirect) throw new CommandError(`line ${line}: function ${name} never defined`, USAGE);
    if (known && args.length > known.definition.parameters.length) throw tooMany(name, line);
    const { scope } = compiler;
    const handed = args.map((argument, i) => {
      if (argument.kind !== 'variable' || argument.name === 'NF') return undefined;
      const isTable = known?.arrays.has(i) ? () => true : scope.isTable(argument.name);
      return { isTable, table: scope.table(argument.name) };
    });
    const values = args.map((argument, i): Closure => {
      const { isTable } = handed[i] ?? {};
      const value = compiler.compile(argument);
      return isTable ? { ...value, run: (frame) => (isTable(frame) ? undefined : value.run(frame)) } : value;
    });
    const called = indirect ? scope.reader(name) : () => name;
    const invoke = (cells: Cell[], frame: Frame): Result => {
      for (const [i, argument] of handed.entries()) if (argument?.isTable(frame)) cells[i] = argument.table(frame);
      return this.#invoke(this.#runtime.toText(called(frame)), cells, line);
    };
    const run = (frame: Frame): Result => {
      const cells = evaluateAll(values, frame);
      return cells instanceof Promise ? cells.then((all) => invoke(all, frame)) : invoke(cells, frame);
    };
    return { waits: true, run };
  };

  #invoke(name: string, cells: Cell[], line: number): Result {
    const runtime = this.#runtime;
    const called = this.#functions.get(name);
    if (!called) throw new CommandError(`line ${line}: function ${name} never defined`, USAGE);
    if (cells.length > called.definition.parameters.length) throw tooMany(name, line);
    if (runtime.depth >= FUNCTION_DEPTH) throw new LimitError('function calls inside each other', FUNCTION_DEPTH);
    while (cells.length < called.definition.parameters.length) cells.push(undefined);
    runtime.depth++;
    runtime.returned = undefined;
    const pause = runtime.process.pace() ?? (runtime.depth % STACK_CALLS === 0 ? Promise.resolve() : undefined);
    const flow = pause ? pause.then(() => called.body(cells)) : called.body(cells);
    const leave = (): Value => {
      const value = runtime.returned;
      runtime.returned = undefined;
      runtime.depth--;
      return value;
    };
    return flow instanceof Promise ? flow.then(leave) : leave();
  }
}

/** A range of records: from one that `begins` it to one that `ends` it, which may be the same. */
const range = (
  begins: (frame: Frame) => boolean | Promise<boolean>,
  ends: (frame: Frame) => boolean | Promise<boolean>,
): ((frame: Frame) => Promise<boolean>) => {
  let open = false;
  return async (frame) => {
    if (!open && !(await begins(frame))) return false;
    open = !(await ends(frame));
    return true;
  };
};
