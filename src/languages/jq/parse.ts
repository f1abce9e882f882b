/** Parses jq filters (jq manual): pipes and operators by their precedence, definitions, and the patterns that `as` binds. */
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  type Definition,
  type Filter,
  identity,
  type Pattern,
  variablesOf,
} from './ast.ts';
import { type Grammar, TermParser } from './parse-term.ts';
import { Scanner } from './scanner.ts';

const assignments = ['=', '|=', '//=', '+=', '-=', '*=', '/=', '%='] as const;
const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;

/** Functions by name and arity, variables by name; a scope never changes, an inner one is made from it. */
export class NameScope {
  readonly #functions: ReadonlySet<string>;
  readonly #variables: ReadonlySet<string>;

  constructor(functions: Iterable<string>, variables: Iterable<string>) {
    this.#functions = new Set(functions);
    this.#variables = new Set(variables);
  }

  hasFunction(name: string, arity: number): boolean {
    return this.#functions.has(`${name}/${arity}`);
  }

  hasVariable(name: string): boolean {
    return this.#variables.has(name);
  }

  withFunction(name: string, arity: number): NameScope {
    return new NameScope([...this.#functions, `${name}/${arity}`], this.#variables);
  }

  /** A function's parameters: filters, and with a `$` values as well. */
  withParameters(parameters: readonly string[]): NameScope {
    const names = parameters.map((parameter) => parameter.replace('$', ''));
    const values = parameters.filter((parameter) => parameter.startsWith('$')).map((parameter) => parameter.slice(1));
    return new NameScope([...this.#functions, ...names.map((name) => `${name}/0`)], [...this.#variables, ...values]);
  }

  /** A label is no variable: its name has a mark that no variable can have. */
  withLabel(name: string): NameScope {
    return new NameScope(this.#functions, [...this.#variables, `*label-${name}`]);
  }

  withPatterns(patterns: readonly Pattern[]): NameScope {
    return new NameScope(this.#functions, [...this.#variables, ...patterns.flatMap(variablesOf)]);
  }
}

type Entry = Extract<Pattern, { readonly kind: 'object' }>['entries'][number];

/** A pattern; `parseKey` reads the key of an object. */
const parsePattern = (scanner: Scanner, parseKey: () => Filter): Pattern =>
  scanner.nested(() => {
    if (scanner.accept('[')) {
      const items = [parsePattern(scanner, parseKey)];
      while (scanner.accept(',')) items.push(parsePattern(scanner, parseKey));
      scanner.expect(']');
      return { kind: 'array', items };
    }
    if (!scanner.accept('{')) return { kind: 'variable', name: scanner.variable() };
    const entries: Entry[] = [];
    do entries.push(parseEntry(scanner, parseKey));
    while (scanner.accept(','));
    scanner.expect('}');
    return { kind: 'object', entries };
  });

/** `$name`, `$name: PATTERN` or `KEY: PATTERN`. */
const parseEntry = (scanner: Scanner, parseKey: () => Filter): Entry => {
  if (scanner.peek() !== '$') {
    const key = parseKey();
    scanner.expect(':');
    return { key, name: undefined, value: parsePattern(scanner, parseKey) };
  }
  const name = scanner.variable();
  const value = scanner.accept(':') ? parsePattern(scanner, parseKey) : undefined;
  return { key: { kind: 'literal', value: name }, name, value };
};

class FilterParser implements Grammar {
  readonly #scanner: Scanner;
  readonly #terms: TermParser;
  #names: NameScope;

  constructor(source: string, names: NameScope) {
    this.#scanner = new Scanner(source);
    this.#terms = new TermParser(this.#scanner, this);
    this.#names = names;
  }

  program(): Filter {
    if (this.#scanner.isOver) return identity;
    const filter = this.pipe();
    if (!this.#scanner.isOver) throw this.#scanner.unexpected();
    return filter;
  }

  definitions(): Definition[] {
    const definitions: Definition[] = [];
    while (this.#scanner.accept('def')) definitions.push(this.#definition());
    if (!this.#scanner.isOver) throw this.#scanner.unexpected();
    return definitions;
  }

  knowsVariable(name: string): boolean {
    return this.#names.hasVariable(name);
  }

  knowsFunction(name: string, arity: number): boolean {
    return this.#names.hasFunction(name, arity);
  }

  pattern(key: () => Filter): Pattern {
    return parsePattern(this.#scanner, key);
  }

  pipeWith(patterns: readonly Pattern[]): Filter {
    return this.#pipeIn(this.#names.withPatterns(patterns));
  }

  pipeWithLabel(name: string): Filter {
    return this.#pipeIn(this.#names.withLabel(name));
  }

  #pipeIn(names: NameScope): Filter {
    const outer = this.#names;
    this.#names = names;
    const filter = this.pipe();
    this.#names = outer;
    return filter;
  }

  /** Filters joined by pipes, and definitions before them. */
  pipe(): Filter {
    return this.#scanner.nested(() => {
      if (this.#scanner.accept('def')) {
        const outer = this.#names;
        const definition = this.#definition();
        const body = this.pipe();
        this.#names = outer;
        return { kind: 'define', definition, body };
      }
      const left = this.#comma();
      return this.#scanner.accept('|') ? { kind: 'pipe', left, right: this.pipe() } : left;
    });
  }

  /** After `def`. The function is known from here on, in its own body too. */
  #definition(): Definition {
    const name = this.#scanner.identifier();
    if (name === undefined) throw this.#scanner.unexpected();
    const parameters: string[] = [];
    if (this.#scanner.accept('(')) {
      do {
        const sigil = this.#scanner.accept('$') ?? '';
        const parameter = this.#scanner.identifier();
        if (parameter === undefined) throw this.#scanner.unexpected();
        parameters.push(sigil + parameter);
      } while (this.#scanner.accept(';'));
      this.#scanner.expect(')');
    }
    this.#scanner.expect(':');
    this.#names = this.#names.withFunction(name, parameters.length);
    const body = this.#pipeIn(this.#names.withParameters(parameters));
    this.#scanner.expect(';');
    return { name, parameters, body };
  }

  #comma(): Filter {
    let left = this.alternative();
    while (this.#scanner.accept(',')) left = { kind: 'comma', left, right: this.alternative() };
    return left;
  }

  /** A filter without commas and pipes. */
  alternative(): Filter {
    const left = this.#assignment();
    if (!this.#scanner.accept('//')) return left;
    return { kind: 'alternative', left, right: this.#scanner.nested(() => this.alternative()) };
  }

  #assignment(): Filter {
    const left = this.#or();
    const operator = assignments.find((each) => this.#scanner.accept(each));
    return operator ? { kind: 'assign', operator, left, right: this.#scanner.nested(() => this.alternative()) } : left;
  }

  #or(): Filter {
    let left = this.#and();
    while (this.#scanner.accept('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Filter {
    let left = this.#comparison();
    while (this.#scanner.accept('and')) left = { kind: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): Filter {
    const left = this.#sum();
    const operator = comparisons.find((each) => this.#scanner.accept(each));
    return operator ? { kind: 'compare', operator: operator as ComparisonOperator, left, right: this.#sum() } : left;
  }

  #sum(): Filter {
    let left = this.#product();
    for (let operator = this.#scanner.accept('+', '-'); operator; operator = this.#scanner.accept('+', '-')) {
      left = { kind: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Filter {
    let left = this.#terms.postfix();
    for (let operator = this.#scanner.accept('*', '/', '%'); operator; operator = this.#scanner.accept('*', '/', '%')) {
      left = { kind: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.#terms.postfix() };
    }
    return left;
  }
}

/** Parses a filter in which these names are known; throws CommandError with status 3. */
export const parseFilter = (source: string, names: NameScope): Filter => new FilterParser(source, names).program();

/** Parses definitions alone. */
export const parseDefinitions = (source: string, names: NameScope): Definition[] => new FilterParser(source, names).definitions();
