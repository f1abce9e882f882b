/** The names that a filter knows, so that an unknown one is found before anything runs. */
import type { Pattern } from './ast.ts';

const variablesOf = (pattern: Pattern): string[] => {
  if (pattern.kind === 'variable') return [pattern.name];
  if (pattern.kind === 'array') return pattern.items.flatMap(variablesOf);
  return pattern.entries.flatMap(({ name, value }) => [...(name === undefined ? [] : [name]), ...(value ? variablesOf(value) : [])]);
};

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

  withPattern(pattern: Pattern): NameScope {
    return new NameScope(this.#functions, [...this.#variables, ...variablesOf(pattern)]);
  }
}
