/** What a filter can name where it runs: variables, functions, parameters and labels, the innermost first. */
import type { Definition, Filter } from './ast.ts';
import type { Json } from './json.ts';

/** What a function's name stands for: a definition, or the filter given for a parameter, each with where it was written. */
export type Callable =
  | { readonly kind: 'function'; readonly definition: Definition; readonly home: Environment }
  | { readonly kind: 'closure'; readonly filter: Filter; readonly home: Environment };

type Binding =
  | { readonly kind: 'variable'; readonly value: Json }
  | { readonly kind: 'callable'; readonly callable: Callable }
  | { readonly kind: 'label'; readonly label: object };

/** One binding and those around it; never changed once it is made. */
export class Environment {
  readonly #parent: Environment | undefined;
  readonly #name: string;
  readonly #binding: Binding | undefined;
  /** Calls inside each other that led here. */
  readonly depth: number;

  private constructor(parent: Environment | undefined, name: string, bind: (self: Environment) => Binding | undefined, depth: number) {
    this.#parent = parent;
    this.#name = name;
    this.depth = depth;
    this.#binding = bind(this);
  }

  /** Nothing is bound. */
  static empty(): Environment {
    return new Environment(undefined, '', () => undefined, 0);
  }

  withVariable(name: string, value: Json): Environment {
    return new Environment(this, `$${name}`, () => ({ kind: 'variable', value }), this.depth);
  }

  /** A function knows itself. */
  withFunction(definition: Definition): Environment {
    const name = `${definition.name}/${definition.parameters.length}`;
    return new Environment(this, name, (home) => ({ kind: 'callable', callable: { kind: 'function', definition, home } }), this.depth);
  }

  withClosure(name: string, filter: Filter, home: Environment): Environment {
    return new Environment(this, `${name}/0`, () => ({ kind: 'callable', callable: { kind: 'closure', filter, home } }), this.depth);
  }

  withLabel(name: string, label: object): Environment {
    return new Environment(this, `*${name}`, () => ({ kind: 'label', label }), this.depth);
  }

  /** The same, one call deeper than `caller`. */
  calledFrom(caller: Environment): Environment {
    return new Environment(this, '', () => undefined, caller.depth + 1);
  }

  #find(name: string): Binding | undefined {
    for (let here: Environment | undefined = this; here; here = here.#parent) if (here.#name === name) return here.#binding;
    return undefined;
  }

  variable(name: string): Json {
    const found = this.#find(`$${name}`);
    return found?.kind === 'variable' ? found.value : null;
  }

  callable(name: string, arity: number): Callable | undefined {
    const found = this.#find(`${name}/${arity}`);
    return found?.kind === 'callable' ? found.callable : undefined;
  }

  label(name: string): object | undefined {
    const found = this.#find(`*${name}`);
    return found?.kind === 'label' ? found.label : undefined;
  }
}
