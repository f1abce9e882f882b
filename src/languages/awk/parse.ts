/** Parses an awk program: rules, functions and statements (POSIX awk, "Grammar"). */
import type { Case, Expression, FunctionDefinition, Program, Redirect, Rule, Statement } from './ast.ts';
import { TokenStream } from './lexer.ts';
import { ExpressionParser } from './parse-expression.ts';

/** A statement without effect. */
const empty: Statement = { kind: 'block', body: [] };

class Parser {
  readonly #tokens: TokenStream;
  readonly #expressions: ExpressionParser;
  readonly #begin: Statement[] = [];
  readonly #rules: Rule[] = [];
  readonly #end: Statement[] = [];
  readonly #beginFile: Statement[] = [];
  readonly #endFile: Statement[] = [];
  readonly #functions = new Map<string, FunctionDefinition>();

  constructor(source: string) {
    this.#tokens = new TokenStream(source);
    this.#expressions = new ExpressionParser(this.#tokens);
  }

  parse(): Program {
    this.#skipTerminators();
    while (this.#tokens.token.kind !== 'end') {
      this.#item();
      this.#skipTerminators();
    }
    return {
      begin: this.#begin,
      rules: this.#rules,
      end: this.#end,
      beginFile: this.#beginFile,
      endFile: this.#endFile,
      functions: this.#functions,
    };
  }

  #skipTerminators(): void {
    while (this.#tokens.accept('\n', ';'));
  }

  #item(): void {
    if (this.#tokens.accept('function')) {
      const definition = this.#function();
      this.#functions.set(definition.name, definition);
      return;
    }
    const sections = { BEGIN: this.#begin, END: this.#end, BEGINFILE: this.#beginFile, ENDFILE: this.#endFile };
    const name = this.#tokens.accept(...Object.keys(sections))?.text as keyof typeof sections | undefined;
    if (name === undefined) this.#rule();
    else sections[name].push(this.#action());
  }

  #rule(): void {
    const pattern = this.#tokens.is('{') ? undefined : this.#expressions.parse();
    let until: Expression | undefined;
    if (pattern && this.#tokens.accept(',')) {
      this.#tokens.skipNewlines();
      until = this.#expressions.parse();
    }
    if (!this.#tokens.is('{', '\n', ';') && this.#tokens.token.kind !== 'end') throw this.#tokens.unexpected();
    this.#rules.push({ pattern, until, action: this.#tokens.is('{') ? this.#action() : undefined });
  }

  #function(): FunctionDefinition {
    const { kind, text: name, line } = this.#tokens.token;
    if (kind !== 'name' && kind !== 'function') throw this.#tokens.unexpected();
    if (this.#functions.has(name)) throw this.#tokens.error(line, `function ${name} is defined twice`);
    this.#tokens.take();
    this.#tokens.expect('(');
    const parameters: string[] = [];
    while (!this.#tokens.accept(')')) {
      const parameter = this.#expressions.name();
      if (parameter === name || parameters.includes(parameter)) throw this.#tokens.error(line, `function ${name} has ${parameter} twice`);
      parameters.push(parameter);
      if (!this.#tokens.is(')')) this.#tokens.expect(',');
      this.#tokens.skipNewlines();
    }
    this.#tokens.skipNewlines();
    return { name, parameters, body: this.#action() };
  }

  #action(): Statement {
    this.#tokens.expect('{');
    return this.#blockRest();
  }

  #blockRest(): Statement {
    const body: Statement[] = [];
    this.#skipTerminators();
    while (!this.#tokens.accept('}')) {
      if (this.#tokens.token.kind === 'end') throw this.#tokens.unexpected('}');
      body.push(this.#statement());
      this.#skipTerminators();
    }
    return { kind: 'block', body };
  }

  #statement(): Statement {
    return this.#tokens.nested(() => {
      if (this.#tokens.accept('{')) return this.#blockRest();
      if (this.#tokens.accept('if')) return this.#if();
      if (this.#tokens.accept('while')) return this.#while();
      if (this.#tokens.accept('for')) return this.#for();
      if (this.#tokens.accept('switch')) return this.#switch();
      if (this.#tokens.accept(';')) return empty;
      const statement = this.#tokens.accept('do') ? this.#do() : this.#simple();
      this.#terminator();
      return statement;
    });
  }

  /** The end of a simple statement: what comes next may also be the end of its block. */
  #terminator(): void {
    if (this.#tokens.accept('\n', ';') || this.#tokens.is('}') || this.#tokens.token.kind === 'end') return;
    throw this.#tokens.unexpected();
  }

  #condition(): Expression {
    this.#tokens.expect('(');
    const condition = this.#expressions.parse();
    this.#tokens.expect(')');
    return condition;
  }

  #body(): Statement {
    this.#tokens.skipNewlines();
    return this.#statement();
  }

  #if(): Statement {
    const condition = this.#condition();
    const yes = this.#body();
    this.#skipTerminators();
    return { kind: 'if', condition, yes, no: this.#tokens.accept('else') ? this.#body() : undefined };
  }

  #while(): Statement {
    const condition = this.#condition();
    if (this.#tokens.accept(';')) return { kind: 'while', condition, body: empty };
    return { kind: 'while', condition, body: this.#body() };
  }

  #do(): Statement {
    const body = this.#body();
    this.#skipTerminators();
    this.#tokens.expect('while');
    return { kind: 'do', condition: this.#condition(), body };
  }

  #switch(): Statement {
    const value = this.#condition();
    this.#tokens.skipNewlines();
    this.#tokens.expect('{');
    this.#skipTerminators();
    const cases: Case[] = [];
    while (!this.#tokens.accept('}')) {
      const test = this.#tokens.accept('default') ? undefined : this.#caseTest();
      this.#tokens.expect(':');
      cases.push({ test, body: this.#caseBody() });
    }
    return { kind: 'switch', value, cases };
  }

  #caseTest(): Expression {
    this.#tokens.expect('case');
    return this.#expressions.primary();
  }

  #caseBody(): Statement {
    const body: Statement[] = [];
    this.#skipTerminators();
    while (!this.#tokens.is('case', 'default', '}')) {
      body.push(this.#statement());
      this.#skipTerminators();
    }
    return { kind: 'block', body };
  }

  #for(): Statement {
    this.#tokens.expect('(');
    const start = this.#tokens.is(';') ? undefined : this.#simple(true);
    if (start?.kind === 'expression' && start.expression.kind === 'variable' && this.#tokens.accept('in')) {
      const array = this.#expressions.name();
      this.#tokens.expect(')');
      return { kind: 'forIn', variable: start.expression.name, array, body: this.#body() };
    }
    this.#tokens.expect(';');
    this.#tokens.skipNewlines();
    const condition = this.#tokens.is(';') ? undefined : this.#expressions.parse();
    this.#tokens.expect(';');
    this.#tokens.skipNewlines();
    const step = this.#tokens.is(')') ? undefined : this.#simple();
    this.#tokens.expect(')');
    return { kind: 'for', start, condition, step, body: this.#tokens.accept(';') ? empty : this.#body() };
  }

  #simple(noIn = false): Statement {
    const keyword = this.#tokens.accept('print', 'printf', 'next', 'nextfile', 'break', 'continue', 'exit', 'return', 'delete')?.text;
    switch (keyword) {
      case 'print':
      case 'printf':
        return this.#print(keyword);
      case 'next':
      case 'nextfile':
      case 'break':
      case 'continue':
        return { kind: keyword };
      case 'exit':
      case 'return':
        return { kind: keyword, value: this.#endsStatement() ? undefined : this.#expressions.parse() };
      case 'delete':
        return this.#delete();
      default:
        return { kind: 'expression', expression: this.#expressions.parse({ noIn }) };
    }
  }

  #endsStatement(): boolean {
    return this.#tokens.is('\n', ';', '}') || this.#tokens.token.kind === 'end';
  }

  #print(kind: 'print' | 'printf'): Statement {
    const none = this.#endsStatement() || this.#tokens.is('>', '>>', '|');
    const list = none ? [] : this.#expressions.list({ noGreater: true });
    const [only] = list;
    const args = list.length === 1 && only?.kind === 'group' ? only.members : list;
    if (kind === 'printf' && args.length === 0) throw this.#tokens.unexpected();
    return { kind, args, redirect: this.#redirect() };
  }

  #redirect(): Redirect | undefined {
    const operator = this.#tokens.accept('>', '>>', '|');
    return operator && { kind: operator.text as Redirect['kind'], target: this.#expressions.parse() };
  }

  #delete(): Statement {
    const array = this.#expressions.name();
    if (!this.#tokens.accept('[')) return { kind: 'delete', array, subscripts: undefined };
    const subscripts = this.#expressions.list();
    this.#tokens.expect(']');
    return { kind: 'delete', array, subscripts };
  }
}

/** Parses a program; throws CommandError with status 2. */
export const parseProgram = (source: string): Program => new Parser(source).parse();
