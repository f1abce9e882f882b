/** Compiles statements into functions that run them, at once where they can (POSIX awk, "Actions"). */
import { CommandError, VfsError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import type { Expression, Redirect, Statement } from './ast.ts';
import { type Closure, type Compiler, evaluateAll, type Frame, whenReady } from './compile.ts';
import { printf } from './printf.ts';
import { isTrue, orderedKeys, toNumber, type Value } from './value.ts';

/** How a statement leaves the flow: on, out of a loop or round again, or out of a function. */
export type Flow = 'on' | 'break' | 'continue' | 'return';

/** A compiled statement. */
export type Execute = (frame: Frame) => Flow | Promise<Flow>;

/** Leaves the rules for this record, or this file. */
export class Next extends Error {
  readonly file: boolean;
  constructor(file: boolean) {
    super('next');
    this.file = file;
  }
}

/** Leaves the program, but for its END actions. */
export class Exit extends Error {
  constructor() {
    super('exit');
  }
}

/** Thrown again and again, because making an error costs more than throwing it. */
const next = new Next(false);
const nextFile = new Next(true);
const exit = new Exit();

const on: Execute = () => 'on';

/** Where statements stand: what may leave a record or a file, and what returns, depends on it. */
export type Place = 'BEGIN' | 'END' | 'BEGINFILE' | 'ENDFILE' | 'rule' | 'function';

/** What no section but a rule may do. */
export const misplaced = (kind: 'next' | 'nextfile', place: string): CommandError =>
  new CommandError(`\`${kind}' cannot be used in ${place}`, USAGE);

/** Compiles the statements of one function, or of what is outside of functions. */
export class StatementCompiler {
  readonly #expressions: Compiler;
  readonly #place: Place;
  #loops = 0;
  #switches = 0;

  constructor(expressions: Compiler, place: Place) {
    this.#expressions = expressions;
    this.#place = place;
  }

  compile(statement: Statement): Execute {
    switch (statement.kind) {
      case 'expression':
        return this.#expression(this.#expressions.compile(statement.expression));
      case 'print':
      case 'printf':
        return this.#print(statement);
      case 'if':
        return this.#if(statement);
      case 'while':
        return this.#loop(statement.condition, undefined, statement.body, true);
      case 'do':
        return this.#loop(statement.condition, undefined, statement.body, false);
      case 'for':
        return this.#for(statement);
      case 'forIn':
        return this.#forIn(statement);
      case 'block':
        return this.#block(statement.body);
      case 'break':
      case 'continue':
        return this.#leaveLoop(statement.kind);
      case 'switch':
        return this.#switch(statement);
      case 'next':
      case 'nextfile':
        return this.#leaveRecord(statement.kind);
      case 'exit':
        return this.#exit(statement.value && this.#expressions.compile(statement.value));
      case 'return':
        return this.#return(statement.value && this.#expressions.compile(statement.value));
      case 'delete':
        return this.#delete(statement);
    }
  }

  #expression({ run }: Closure): Execute {
    return (frame) => whenReady<Flow>(run(frame), () => 'on');
  }

  #block(body: readonly Statement[]): Execute {
    const steps = body.map((statement) => this.compile(statement));
    const [only] = steps;
    if (!only) return on;
    if (steps.length === 1) return only;
    const from = (start: number, frame: Frame): Flow | Promise<Flow> => {
      for (let i = start; i < steps.length; i++) {
        const flow = (steps[i] ?? on)(frame);
        if (flow instanceof Promise) return flow.then((settled) => (settled === 'on' ? from(i + 1, frame) : settled));
        if (flow !== 'on') return flow;
      }
      return 'on';
    };
    return (frame) => from(0, frame);
  }

  #if({ condition, yes, no }: Extract<Statement, { readonly kind: 'if' }>): Execute {
    const test = this.#expressions.compile(condition);
    const whenTrue = this.compile(yes);
    const whenFalse = no ? this.compile(no) : on;
    return (frame) => whenReady<Flow>(test.run(frame), (value) => (isTrue(value) ? whenTrue : whenFalse)(frame));
  }

  #for({ start, condition, step, body }: Extract<Statement, { readonly kind: 'for' }>): Execute {
    const begin = start ? this.compile(start) : on;
    const loop = this.#loop(condition, step, body, true);
    return async (frame) => {
      await begin(frame);
      return loop(frame);
    };
  }

  #body(body: Statement): Execute {
    this.#loops++;
    const compiled = this.compile(body);
    this.#loops--;
    return compiled;
  }

  /** Each turn asks whether to pause; it waits for nothing else unless the program does. */
  #loop(condition: Expression | undefined, step: Statement | undefined, body: Statement, testsFirst: boolean): Execute {
    const test = condition && this.#expressions.compile(condition);
    const run = this.#body(body);
    const advance = step ? this.compile(step) : on;
    const { pace } = this.#expressions.runtime.process;
    return async (frame) => {
      for (let tests = testsFirst; ; tests = true) {
        const pause = pace();
        if (pause) await pause;
        if (tests && test) {
          const value = test.run(frame);
          if (!isTrue(value instanceof Promise ? await value : value)) return 'on';
        }
        const left = run(frame);
        const flow = left instanceof Promise ? await left : left;
        if (flow === 'break') return 'on';
        if (flow === 'return') return flow;
        const advanced = advance(frame);
        if (advanced instanceof Promise) await advanced;
      }
    };
  }

  #forIn({ variable, array, body }: Extract<Statement, { readonly kind: 'forIn' }>): Execute {
    const { runtime, scope } = this.#expressions;
    const table = scope.table(array);
    const write = scope.writer(variable);
    const run = this.#body(body);
    return async (frame) => {
      const order = runtime.toText(runtime.specialArray('PROCINFO').get('sorted_in'));
      for (const key of orderedKeys(table(frame), order, runtime.toText)) {
        await runtime.process.pace();
        write(frame, key);
        const flow = await run(frame);
        if (flow === 'break') break;
        if (flow === 'return') return flow;
      }
      return 'on';
    };
  }

  #leaveLoop(kind: 'break' | 'continue'): Execute {
    if (this.#loops === 0 && (kind === 'continue' || this.#switches === 0)) throw new CommandError(`${kind} outside a loop`, USAGE);
    return () => kind;
  }

  #leaveRecord(kind: 'next' | 'nextfile'): Execute {
    const isAllowed = this.#place === 'rule' || this.#place === 'function' || (kind === 'nextfile' && this.#place === 'BEGINFILE');
    if (!isAllowed) throw misplaced(kind, this.#place);
    return () => {
      throw kind === 'next' ? next : nextFile;
    };
  }

  /** Runs on from the first case that is the value, or matches it; else from the default (gawk's switch). */
  #switch({ value, cases }: Extract<Statement, { readonly kind: 'switch' }>): Execute {
    const subject = this.#expressions.compile(value);
    const tests = cases.map(({ test }) => test && this.#caseTest(test));
    this.#switches++;
    const bodies = cases.map(({ body }) => this.compile(body));
    this.#switches--;
    return async (frame) => {
      const found = await subject.run(frame);
      const match = tests.findIndex((test) => test?.(found));
      const start = match < 0 ? tests.indexOf(undefined) : match;
      if (start < 0) return 'on';
      for (const run of bodies.slice(start)) {
        const flow = await run(frame);
        if (flow === 'break') return 'on';
        if (flow !== 'on') return flow;
      }
      return 'on';
    };
  }

  /** A pattern matches; text is equal to text, and a number to a number. */
  #caseTest(test: Expression): (found: Value) => boolean {
    const { runtime } = this.#expressions;
    if (test.kind === 'regex') return (found) => runtime.regex(test.source).test(runtime.toText(found));
    const expected = this.#expressions.compile(test).run([]) as Value;
    if (typeof expected === 'string') return (found) => typeof found !== 'number' && runtime.toText(found) === expected;
    return (found) => typeof found !== 'string' && found !== undefined && toNumber(found) === toNumber(expected);
  }

  #exit(value: Closure | undefined): Execute {
    const { runtime } = this.#expressions;
    return (frame) =>
      whenReady<Flow>(value?.run(frame), (status) => {
        if (value) runtime.status = Math.trunc(toNumber(status)) & 0xff;
        throw exit;
      });
  }

  #return(value: Closure | undefined): Execute {
    if (this.#place !== 'function') throw new CommandError('return outside a function', USAGE);
    const { runtime } = this.#expressions;
    return (frame) =>
      whenReady<Flow>(value?.run(frame), (result) => {
        runtime.returned = result;
        return 'return';
      });
  }

  #delete({ array, subscripts }: Extract<Statement, { readonly kind: 'delete' }>): Execute {
    const table = this.#expressions.scope.table(array);
    const { tables } = this.#expressions.runtime;
    if (!subscripts) {
      return (frame) => {
        tables.clear(table(frame));
        return 'on';
      };
    }
    const key = this.#expressions.subscript(subscripts);
    return (frame) =>
      whenReady<Flow>(key.run(frame), (value) => {
        tables.delete(table(frame), String(value));
        return 'on';
      });
  }

  #print({ kind, args, redirect }: Extract<Statement, { readonly kind: 'print' | 'printf' }>): Execute {
    const { runtime } = this.#expressions;
    const closures = args.map((arg) => this.#expressions.compile(arg));
    const text = (values: readonly Value[]): string => {
      if (kind === 'printf') return printf(runtime.toText(values[0]), values.slice(1));
      const shown = closures.length === 0 ? runtime.toText(runtime.record.get(0)) : values.map(runtime.toOutput).join(runtime.text('OFS'));
      return shown + runtime.text('ORS');
    };
    const write = redirect ? this.#redirected(redirect) : (output: string) => runtime.streams.print(output);
    return (frame) => {
      const values = evaluateAll(closures, frame);
      const written = values instanceof Promise ? values.then((all) => write(text(all), frame)) : write(text(values), frame);
      return written instanceof Promise ? written.then((): Flow => 'on') : 'on';
    };
  }

  #redirected({ kind, target }: Redirect): (output: string, frame: Frame) => Promise<void> {
    const { runtime } = this.#expressions;
    const name = this.#expressions.compile(target);
    return async (output, frame) => {
      const to = runtime.toText(await name.run(frame));
      try {
        await runtime.streams.printTo(kind, to, output);
      } catch (error) {
        throw error instanceof VfsError ? new CommandError(`cannot open "${to}" for output (${error.message})`, USAGE) : error;
      }
    };
  }
}
