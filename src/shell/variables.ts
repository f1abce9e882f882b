/** The shell's variables: values, attributes, and the scopes that functions open. */
import { LimitError, TEXT_LENGTH } from '../os/limits.ts';
import { ShellFault } from './control.ts';

/** One variable; without a value it is declared but unset. */
export interface Variable {
  readonly value: string | undefined;
  readonly exported: boolean;
  readonly readonly: boolean;
}

/** What `mark` turns on or off. */
export type Attribute = 'export' | 'readonly';

const blank: Variable = { value: undefined, exported: false, readonly: false };

/** Variables by name, with dynamic scope: a local hides the variable of that name until its function ends (bash manual, `local`). */
export class Variables {
  readonly #all: Map<string, Variable>;
  /** For each running scope, what its names were before it. */
  #scopes: Map<string, Variable | undefined>[];

  constructor(all: Iterable<readonly [string, Variable]>, scopes: readonly ReadonlyMap<string, Variable | undefined>[] = []) {
    this.#all = new Map(all);
    this.#scopes = scopes.map((scope) => new Map(scope));
  }

  /** The same variables, apart from here on: what a subshell gets. */
  clone(): Variables {
    return new Variables(this.#all, this.#scopes);
  }

  get all(): ReadonlyMap<string, Variable> {
    return this.#all;
  }

  get(name: string): string | undefined {
    return this.#all.get(name)?.value;
  }

  /** Throws ShellFault for a read-only variable, LimitError for a value that is too long. */
  set(name: string, value: string): void {
    if (value.length > TEXT_LENGTH) throw new LimitError('variable size', TEXT_LENGTH);
    this.#all.set(name, { ...this.#writable(name), value });
  }

  /** Throws ShellFault for a read-only variable. */
  unset(name: string): void {
    this.#writable(name);
    this.#all.delete(name);
  }

  #writable(name: string): Variable {
    const variable = this.#all.get(name) ?? blank;
    if (variable.readonly) throw new ShellFault(`${name}: readonly variable`);
    return variable;
  }

  mark(name: string, attribute: Attribute, on: boolean): void {
    const variable = this.#all.get(name) ?? blank;
    this.#all.set(name, attribute === 'export' ? { ...variable, exported: on } : { ...variable, readonly: on });
  }

  /** Whether a scope is open. */
  get isScoped(): boolean {
    return this.#scopes.length > 0;
  }

  /** Hides the variable of that name until the innermost scope closes; false when there is none. */
  local(name: string, value: string | undefined): boolean {
    const scope = this.#scopes.at(-1);
    if (!scope) return false;
    const before = this.#writable(name);
    if (!scope.has(name)) scope.set(name, this.#all.get(name));
    else if (value === undefined) return true;
    this.#all.set(name, { ...blank, exported: before.exported, value });
    return true;
  }

  /** Puts a variable back as it was, whatever its attributes: for assignments that last for one command. */
  restore(name: string, variable: Variable | undefined): void {
    if (variable) this.#all.set(name, variable);
    else this.#all.delete(name);
  }

  openScope(): void {
    this.#scopes.push(new Map());
  }

  closeScope(): void {
    for (const [name, variable] of this.#scopes.pop() ?? []) this.restore(name, variable);
  }

  /** Name and value of each exported variable that has one. */
  exported(): Map<string, string> {
    const environment = new Map<string, string>();
    for (const [name, { value, exported }] of this.#all) if (exported && value !== undefined) environment.set(name, value);
    return environment;
  }
}
