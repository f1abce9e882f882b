/** Parses the terms of jq filters: literals, paths, constructions, keywords and calls. */
import { type Filter, identity, type Pattern } from './ast.ts';
import { parseString, type Scanner } from './scanner.ts';

/** What terms need of the rest of the grammar. */
export interface Grammar {
  /** Filters joined by pipes. */
  pipe(): Filter;
  /** The same, where the variables of the patterns are known. */
  pipeWith(patterns: readonly Pattern[]): Filter;
  /** The same, where a label is known. */
  pipeWithLabel(name: string): Filter;
  /** A filter without commas and pipes. */
  alternative(): Filter;
  /** What `as` binds; `key` reads the key of an object. */
  pattern(key: () => Filter): Pattern;
  knowsVariable(name: string): boolean;
  knowsFunction(name: string, arity: number): boolean;
}

const text = (value: string): Filter => ({ kind: 'literal', value });

/** Reads terms off a scanner. */
export class TermParser {
  readonly #scanner: Scanner;
  readonly #grammar: Grammar;

  constructor(scanner: Scanner, grammar: Grammar) {
    this.#scanner = scanner;
    this.#grammar = grammar;
  }

  /** What is interpolated in a string, after its `\(`. */
  readonly #closedByParenthesis = (): Filter => this.#closed(')');

  /** A term with what follows it: brackets, fields, `?`, `as`. */
  postfix(): Filter {
    if (this.#scanner.accept('-')) return { kind: 'negate', operand: this.#scanner.nested(() => this.postfix()) };
    let term = this.#term();
    for (;;) {
      if (this.#scanner.accept('?')) term = { kind: 'try', body: term, handler: undefined };
      else if (this.#scanner.accept('[')) term = this.#bracket(term);
      else if (this.#scanner.peek() === '.' && this.#scanner.accept('.')) term = this.#dotted(term);
      else if (this.#scanner.accept('as')) return this.#binding(term);
      else return term;
    }
  }

  /** After a `.`: a name, a string, or brackets. */
  #dotted(target: Filter): Filter {
    const name = this.#scanner.fieldName();
    if (name !== undefined) return { kind: 'index', target, key: text(name) };
    if (this.#scanner.isAt('"')) return { kind: 'index', target, key: parseString(this.#scanner, 'text', this.#closedByParenthesis) };
    if (this.#scanner.accept('[')) return this.#bracket(target);
    if (target === identity) return identity;
    throw this.#scanner.unexpected();
  }

  /** After a `[` that follows a term. */
  #bracket(target: Filter): Filter {
    if (this.#scanner.accept(']')) return { kind: 'iterate', target };
    if (this.#scanner.accept(':')) {
      const to = this.#grammar.pipe();
      this.#scanner.expect(']');
      return { kind: 'slice', target, from: undefined, to };
    }
    const key = this.#grammar.pipe();
    if (!this.#scanner.accept(':')) {
      this.#scanner.expect(']');
      return { kind: 'index', target, key };
    }
    const to = this.#scanner.peek() === ']' ? undefined : this.#grammar.pipe();
    this.#scanner.expect(']');
    return { kind: 'slice', target, from: key, to };
  }

  /** After `as`: everything that follows the pipe sees the variables. */
  #binding(source: Filter): Filter {
    const patterns = [];
    do patterns.push(this.#grammar.pattern(() => this.#key()));
    while (this.#scanner.accept('?//'));
    this.#scanner.expect('|');
    return { kind: 'bind', source, patterns, body: this.#grammar.pipeWith(patterns) };
  }

  #term(): Filter {
    const scanner = this.#scanner;
    const next = scanner.peek();
    const number = scanner.number();
    if (number !== undefined) return { kind: 'literal', value: number };
    if (scanner.isAt('"')) return parseString(this.#scanner, 'text', this.#closedByParenthesis);
    switch (next) {
      case '.':
        scanner.accept('.');
        return this.#dotted(identity);
      case '..':
        scanner.accept('..');
        return { kind: 'descend' };
      case '$':
        return this.#variable();
      case '@':
        return this.#format();
      case '(':
        scanner.accept('(');
        return this.#closed(')');
      case '[':
        scanner.accept('[');
        return { kind: 'array', body: scanner.accept(']') ? undefined : this.#closed(']') };
      case '{':
        scanner.accept('{');
        return this.#object();
      default:
        return this.#word(scanner.identifier());
    }
  }

  #closed(end: string): Filter {
    const filter = this.#grammar.pipe();
    this.#scanner.expect(end);
    return filter;
  }

  #variable(): Filter {
    const name = this.#scanner.variable();
    if (name === '__loc__') {
      const value = new Map<string, string | number>([
        ['file', '<top-level>'],
        ['line', 1],
      ]);
      return { kind: 'literal', value };
    }
    if (!this.#grammar.knowsVariable(name)) throw this.#scanner.error(`$${name} is not defined`);
    return { kind: 'variable', name };
  }

  #format(): Filter {
    this.#scanner.expect('@');
    const name = this.#scanner.identifier();
    if (name === undefined) throw this.#scanner.unexpected();
    this.#scanner.peek();
    return this.#scanner.isAt('"') ? parseString(this.#scanner, name, this.#closedByParenthesis) : { kind: 'format', name };
  }

  #key(): Filter {
    const scanner = this.#scanner;
    const name = scanner.identifier();
    if (name !== undefined) return text(name);
    if (scanner.peek() === '' && scanner.isAt('"')) return parseString(this.#scanner, 'text', this.#closedByParenthesis);
    if (scanner.accept('(')) return this.#closed(')');
    if (scanner.peek() === '@') return this.#format();
    throw scanner.unexpected();
  }

  #object(): Filter {
    const entries: (readonly [Filter, Filter])[] = [];
    if (this.#scanner.accept('}')) return { kind: 'object', entries };
    do entries.push(this.#entry());
    while (this.#scanner.accept(','));
    this.#scanner.expect('}');
    return { kind: 'object', entries };
  }

  #entry(): readonly [Filter, Filter] {
    if (this.#scanner.peek() === '$') {
      const variable = this.#variable();
      return [text(variable.kind === 'variable' ? variable.name : '__loc__'), variable];
    }
    const key = this.#key();
    if (!this.#scanner.accept(':')) return [key, { kind: 'index', target: identity, key }];
    // A value is a term or terms joined by pipes: a comma ends it.
    let value = this.#grammar.alternative();
    while (this.#scanner.accept('|')) value = { kind: 'pipe', left: value, right: this.#grammar.alternative() };
    return [key, value];
  }

  #word(name: string | undefined): Filter {
    switch (name) {
      case undefined:
        throw this.#scanner.unexpected();
      case 'if':
        return this.#if();
      case 'try':
        return this.#try();
      case 'reduce':
      case 'foreach':
        return this.#fold(name);
      case 'label':
        return this.#label();
      case 'break':
        return this.#break();
      default:
        return this.#call(name);
    }
  }

  #if(): Filter {
    const condition = this.#grammar.pipe();
    this.#scanner.expect('then');
    const then = this.#grammar.pipe();
    if (this.#scanner.accept('elif')) return { kind: 'if', condition, then, otherwise: this.#if() };
    const otherwise = this.#scanner.accept('else') ? this.#grammar.pipe() : undefined;
    this.#scanner.expect('end');
    return { kind: 'if', condition, then, otherwise };
  }

  #try(): Filter {
    const body = this.#scanner.nested(() => this.postfix());
    return { kind: 'try', body, handler: this.#scanner.accept('catch') ? this.#scanner.nested(() => this.postfix()) : undefined };
  }

  #fold(kind: 'reduce' | 'foreach'): Filter {
    const bound = this.#postfixUntilAs();
    const pattern = this.#grammar.pattern(() => this.#key());
    this.#scanner.expect('(');
    const start = this.#grammar.pipe();
    this.#scanner.expect(';');
    const update = this.#grammar.pipeWith([pattern]);
    const extract = kind === 'foreach' && this.#scanner.accept(';') ? this.#grammar.pipeWith([pattern]) : undefined;
    this.#scanner.expect(')');
    return kind === 'reduce' ? { kind, source: bound, pattern, start, update } : { kind, source: bound, pattern, start, update, extract };
  }

  /** The source of a fold: a term with what follows it, up to its `as`. */
  #postfixUntilAs(): Filter {
    let term = this.#term();
    while (!this.#scanner.accept('as')) {
      if (this.#scanner.accept('?')) term = { kind: 'try', body: term, handler: undefined };
      else if (this.#scanner.accept('[')) term = this.#bracket(term);
      else if (this.#scanner.accept('.')) term = this.#dotted(term);
      else throw this.#scanner.unexpected();
    }
    return term;
  }

  #label(): Filter {
    const name = this.#scanner.variable();
    this.#scanner.expect('|');
    return { kind: 'label', name, body: this.#grammar.pipeWithLabel(name) };
  }

  #break(): Filter {
    const name = this.#scanner.variable();
    if (!this.#grammar.knowsVariable(`*label-${name}`)) throw this.#scanner.error(`$*label-${name} is not defined`);
    return { kind: 'break', name };
  }

  #call(name: string): Filter {
    const args: Filter[] = [];
    if (this.#scanner.accept('(')) {
      do args.push(this.#grammar.pipe());
      while (this.#scanner.accept(';'));
      this.#scanner.expect(')');
    }
    if (name === 'null' || name === 'true' || name === 'false') return { kind: 'literal', value: name === 'null' ? null : name === 'true' };
    if (!this.#grammar.knowsFunction(name, args.length)) throw this.#scanner.error(`${name}/${args.length} is not defined`);
    return { kind: 'call', name, args };
  }
}
