/** Parses jq filters, one method for each level of precedence (jq manual). */
import type { ArithmeticOperator, ComparisonOperator, Definition, Filter } from './ast.ts';
import type { NameScope } from './names.ts';
import { type Grammar, TermParser } from './parse-term.ts';
import { Scanner } from './scanner.ts';

const assignments = ['=', '|=', '//=', '+=', '-=', '*=', '/=', '%='] as const;
const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;

const identity: Filter = { kind: 'identity' };

class FilterParser implements Grammar {
  readonly #scanner: Scanner;
  readonly #terms: TermParser;
  names: NameScope;

  constructor(source: string, names: NameScope) {
    this.#scanner = new Scanner(source);
    this.#terms = new TermParser(this.#scanner, this);
    this.names = names;
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

  /** Runs a rule in which more names are known. */
  within<T>(names: NameScope, rule: () => T): T {
    const outer = this.names;
    this.names = names;
    const result = rule();
    this.names = outer;
    return result;
  }

  /** Filters joined by pipes, and definitions before them. */
  pipe(): Filter {
    return this.#scanner.nested(() => {
      if (this.#scanner.accept('def')) {
        const outer = this.names;
        const definition = this.#definition();
        const body = this.pipe();
        this.names = outer;
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
    this.names = this.names.withFunction(name, parameters.length);
    const body = this.within(this.names.withParameters(parameters), () => this.pipe());
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
    const operator = this.#scanner.accept('//', '?//');
    if (!operator) return left;
    const tried: Filter = operator === '//' ? left : { kind: 'try', body: left, handler: undefined };
    return { kind: 'alternative', left: tried, right: this.#scanner.nested(() => this.alternative()) };
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
