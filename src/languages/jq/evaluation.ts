/** What the parts of the evaluator share: values with their paths, errors, the names in scope, and what they ask of each other. */
import type { Process } from '../../os/process.ts';
import type { Definition, Filter } from './ast.ts';
import { inMessage, isArray, isObject, type Json, typeOf } from './json.ts';

/** Keys and indices from the outside in; a slice is an object with `start` and `end`. */
export type Path = readonly Json[];

/** A value, and where paths are followed the path to it: `none` for one that is not part of the input. */
export interface Item {
  readonly value: Json;
  readonly path?: Path | 'none' | undefined;
}

/** Values one by one. */
export type Items = AsyncGenerator<Item>;

/** What filters need of the run: the inputs that are left, and the names of the world. */
export interface World {
  readonly process: Process;
  /** The next input; undefined after the last. */
  nextInput(): Promise<Json | undefined>;
  readonly inputName: () => string | undefined;
  /** Newlines read so far of the present input. */
  readonly inputLine: () => number;
}

/** A value that is made rather than found. */
export const made = (value: Json, { path }: Item): Item => (path === undefined ? { value } : { value, path: 'none' });

/** Evaluates filters in a world. */
export interface Evaluation {
  readonly world: World;
  /** The items that a filter makes of one. */
  run(filter: Filter, env: Environment, item: Item): Items;
  /** The values that a filter makes of one, wherever they are from. */
  values(filter: Filter, env: Environment, value: Json): AsyncGenerator<Json>;
  /** The first of them. */
  first(filter: Filter, env: Environment, value: Json): Promise<Json | undefined>;
  /** The paths to which a filter leads in a value. */
  paths(filter: Filter, env: Environment, value: Json): Promise<Path[]>;
  /** Lets the page breathe. */
  pause(): Promise<void>;
}

/** A built-in function on filters. */
export type NativeFilter = (evaluation: Evaluation, args: readonly Filter[], env: Environment, item: Item) => Items;

/** A step from a value to a part of it. */
export const step = ({ value, path }: Item, key: Json, part: Json): Item => {
  if (path === undefined) return { value: part };
  if (path === 'none') throw new JqError(`Invalid path expression with result ${inMessage(value)}`);
  return { value: part, path: [...path, key] };
};

/** The parts of an array or object; none of anything else. */
export const children = (item: Item): Item[] => {
  const { value } = item;
  if (isArray(value)) return value.map((part, i) => step(item, i, part));
  return isObject(value) ? [...value].map(([key, part]) => step(item, key, part)) : [];
};

/** The path to an item; throws when it is not part of the input. */
export const pathOf = ({ value, path }: Item): Path => {
  if (path === undefined || path === 'none') throw new JqError(`Invalid path expression with result ${inMessage(value)}`);
  return path;
};

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

/** An error that `try` can catch; its value is a message unless the program made it. */
export class JqError extends Error {
  readonly value: Json;
  constructor(value: Json) {
    super(typeof value === 'string' ? value : 'error');
    this.value = value;
  }
}

/** `break`: leaves the label of the same identity. */
export class Break extends Error {
  readonly label: object;
  constructor(label: object) {
    super('break');
    this.label = label;
  }
}

/** `halt` and `halt_error`: ends the whole run. */
export class Halt extends Error {
  readonly status: number;
  readonly text: string;
  constructor(status: number, text: string) {
    super('halt');
    this.status = status;
    this.text = text;
  }
}

/** A value in an error: `number (5)`. */
export const described = (value: Json): string => `${typeOf(value)} (${inMessage(value)})`;
