/** Compiles calls of awk's own functions; those that take arrays, patterns or variables by name are dealt with one by one. */
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import type { Regex } from '../../pattern/regex.ts';
import type { Expression } from './ast.ts';
import { type Closure, type Compiler, constant, type Frame, lift, liftAll, type Scope, whenReady } from './compile.ts';
import { characterCount, simpleFunctions } from './functions.ts';
import { regexOf, replaceMatches, type Separator, separatorOf, separatorsIn, splitByContent, splitText } from './regex.ts';
import type { Runtime } from './runtime.ts';
import { compareTypes, fromInput, type Table, toNumber, type Value } from './value.ts';

type Call = Extract<Expression, { readonly kind: 'builtin' }>;

const record: Expression = { kind: 'field', index: { kind: 'number', value: 0 } };

/** Compiles one call after the other, with the help of the compiler of all other expressions. */
export class BuiltinCompiler {
  readonly #runtime: Runtime;
  readonly #scope: Scope;
  readonly #compiler: Compiler;

  constructor(runtime: Runtime, scope: Scope, compiler: Compiler) {
    this.#runtime = runtime;
    this.#scope = scope;
    this.#compiler = compiler;
  }

  compile(call: Call): Closure {
    switch (call.name) {
      case 'length':
        return this.#length(call);
      case 'split':
        return this.#split(call);
      case 'patsplit':
        return this.#patsplit(call);
      case 'sub':
      case 'gsub':
        return this.#substitute(call);
      case 'gensub':
        return this.#gensub(call);
      case 'match':
        return this.#match(call);
      case 'asort':
      case 'asorti':
        return this.#sort(call);
      case 'isarray':
      case 'typeof':
        return this.#kind(call);
      default:
        return this.#simple(call);
    }
  }

  #checkArity({ name, args, line }: Call, least: number, most: number): void {
    if (args.length >= least && args.length <= most) return;
    throw new CommandError(`line ${line}: wrong number of arguments in call to ${name}`, USAGE);
  }

  #simple(call: Call): Closure {
    const known = simpleFunctions.get(call.name);
    if (!known) throw new CommandError(`line ${call.line}: function ${call.name} never defined`, USAGE);
    this.#checkArity(call, ...known.arity);
    const args = call.args.map((arg) => this.#compiler.compile(arg));
    return liftAll(args, (values) => known.run(this.#runtime, values), known.waits ?? false);
  }

  /** The name of an argument that is a bare name. */
  #bareName(argument: Expression | undefined): string | undefined {
    return argument?.kind === 'variable' ? argument.name : undefined;
  }

  #table(call: Call, index: number): (frame: Frame) => Table {
    const name = this.#bareName(call.args[index]);
    if (name === undefined) throw new CommandError(`line ${call.line}: ${call.name} needs an array`, USAGE);
    return this.#scope.table(name);
  }

  /** A pattern: a literal is compiled once, a value when it is there. */
  #pattern(expression: Expression | undefined): { readonly closure: Closure; regex(value: Value): Regex } {
    if (expression?.kind === 'regex') {
      const { source } = expression;
      regexOf(source);
      return { closure: constant(undefined), regex: () => this.#runtime.regex(source) };
    }
    return { closure: this.#compiler.compile(expression ?? record), regex: (value) => this.#runtime.regex(this.#runtime.toText(value)) };
  }

  #length(call: Call): Closure {
    this.#checkArity(call, 0, 1);
    const name = this.#bareName(call.args[0]);
    const text = lift(this.#compiler.compile(call.args[0] ?? record), (value) => characterCount(this.#runtime.toText(value)));
    if (name === undefined || name === 'NF') return text;
    const isTable = this.#scope.isTable(name);
    const table = this.#scope.table(name);
    return { waits: text.waits, run: (frame) => (isTable(frame) ? table(frame).size : text.run(frame)) };
  }

  /** Makes an array of texts, numbered from `first`. */
  #fill(table: Table | undefined, texts: readonly string[], first: number): void {
    if (!table) return;
    this.#runtime.tables.clear(table);
    texts.forEach((text, i) => {
      this.#runtime.tables.set(table, String(first + i), fromInput(text));
    });
  }

  #split(call: Call): Closure {
    this.#checkArity(call, 2, 4);
    const table = this.#table(call, 1);
    const between = call.args[3] && this.#table(call, 3);
    const third = call.args[2];
    const text = this.#compiler.compile(call.args[0] ?? record);
    const pattern = third ? this.#pattern(third) : undefined;
    const separator = (value: Value): Separator => {
      if (!pattern) return this.#runtime.separator;
      const isLiteral = third?.kind === 'regex';
      if (isLiteral && third.source !== '') return { kind: 'regex', regex: pattern.regex(value) };
      return separatorOf(isLiteral ? '' : this.#runtime.toText(value), this.#runtime.caseless);
    };
    return liftAll([text, pattern?.closure ?? constant(undefined)], ([value, given], frame) => {
      const subject = this.#runtime.toText(value);
      const by = separator(given);
      const parts = splitText(subject, by);
      this.#fill(table(frame), parts, 1);
      if (between) this.#fill(between(frame), separatorsIn(subject, by), 1);
      return parts.length;
    });
  }

  #patsplit(call: Call): Closure {
    this.#checkArity(call, 2, 4);
    const table = this.#table(call, 1);
    const between = call.args[3] && this.#table(call, 3);
    const pattern = this.#pattern(call.args[2] ?? { kind: 'variable', name: 'FPAT' });
    const text = this.#compiler.compile(call.args[0] ?? record);
    return liftAll([text, pattern.closure], ([value, given], frame) => {
      const parts = splitByContent(this.#runtime.toText(value), pattern.regex(given));
      this.#fill(table(frame), parts.fields, 1);
      this.#fill(between?.(frame), parts.between, 0);
      return parts.fields.length;
    });
  }

  #substitute(call: Call): Closure {
    this.#checkArity(call, 2, 3);
    const pattern = this.#pattern(call.args[0]);
    const replacement = this.#compiler.compile(call.args[1] ?? record);
    const goal = call.args[2] ?? record;
    const access = this.#compiler.target(goal);
    const { toText } = this.#runtime;
    return liftAll([pattern.closure, replacement, access.key], ([source, by, key], frame) => {
      const text = toText(access.get(frame, key));
      const edited = replaceMatches(text, pattern.regex(source), toText(by), call.name === 'gsub' ? 'all' : 1);
      if (edited.count > 0) access.set(frame, key, edited.text);
      return edited.count;
    });
  }

  #gensub(call: Call): Closure {
    this.#checkArity(call, 3, 4);
    const pattern = this.#pattern(call.args[0]);
    const rest = [call.args[1] ?? record, call.args[2] ?? record, call.args[3] ?? record].map((arg) => this.#compiler.compile(arg));
    const { toText } = this.#runtime;
    return liftAll([pattern.closure, ...rest], ([source, by, how, text]) => {
      const which = /^[gG]/.test(toText(how)) ? 'all' : Math.max(1, Math.trunc(toNumber(how)));
      return replaceMatches(toText(text), pattern.regex(source), toText(by), which, true).text;
    });
  }

  #match(call: Call): Closure {
    this.#checkArity(call, 2, 3);
    const pattern = this.#pattern(call.args[1]);
    const text = this.#compiler.compile(call.args[0] ?? record);
    const table = call.args[2] ? this.#table(call, 2) : undefined;
    return liftAll([text, pattern.closure], ([value, source], frame) => {
      const subject = this.#runtime.toText(value);
      const match = pattern.regex(source).exec(subject);
      const start = match ? characterCount(subject.slice(0, match.start)) + 1 : 0;
      this.#runtime.set('RSTART', start);
      this.#runtime.set('RLENGTH', match ? characterCount(subject.slice(match.start, match.end)) : -1);
      const groups = table?.(frame);
      if (groups) this.#runtime.tables.clear(groups);
      match?.groups.forEach((span, i) => {
        if (!span || !groups) return;
        this.#runtime.tables.set(groups, String(i), fromInput(subject.slice(span.start, span.end)));
        const place = `${i}${this.#runtime.text('SUBSEP')}`;
        this.#runtime.tables.set(groups, `${place}start`, characterCount(subject.slice(0, span.start)) + 1);
        this.#runtime.tables.set(groups, `${place}length`, characterCount(subject.slice(span.start, span.end)));
      });
      return start;
    });
  }

  #sort(call: Call): Closure {
    this.#checkArity(call, 1, 2);
    const source = this.#table(call, 0);
    const goal = call.args.length > 1 ? this.#table(call, 1) : source;
    const { toText } = this.#runtime;
    return {
      waits: false,
      run: (frame) => {
        const values: Value[] = call.name === 'asorti' ? [...source(frame).keys()] : [...source(frame).values()];
        values.sort((a, b) => compareTypes(a, b, toText));
        const table = goal(frame);
        this.#runtime.tables.clear(table);
        values.forEach((value, i) => {
          this.#runtime.tables.set(table, String(i + 1), value);
        });
        return values.length;
      },
    };
  }

  #kind(call: Call): Closure {
    this.#checkArity(call, 1, 1);
    const name = this.#bareName(call.args[0]);
    const isTable = name === undefined || name === 'NF' ? () => false : this.#scope.isTable(name);
    const value = this.#compiler.compile(call.args[0] ?? record);
    const kindOf = (found: Value): string => {
      if (found === undefined) return 'untyped';
      return typeof found === 'object' ? 'strnum' : typeof found;
    };
    const run = (frame: Frame): Value | Promise<Value> => {
      if (call.name === 'isarray') return isTable(frame) ? 1 : 0;
      return isTable(frame) ? 'array' : whenReady<Value>(value.run(frame), kindOf);
    };
    return { waits: value.waits, run };
  }
}
