/** The shell's variables: values, attributes, and the scopes that functions open. */
import { LimitError, TEXT_LENGTH } from '../os/limits.ts';
import type { Attribute } from '../os/shell-port.ts';
import { evaluate } from './arithmetic.ts';
import { ShellFault } from './control.ts';

/** The attributes that change a value as it is assigned. */
export type Form = Exclude<Attribute, 'export' | 'readonly'>;

/** One variable; without a value it is declared but unset. */
export interface Variable {
  readonly value: string | undefined;
  readonly exported: boolean;
  readonly readonly: boolean;
  /** What assignment makes of a value: arithmetic, or letters of one case (`declare -i -l -u`). */
  readonly form?: Form | undefined;
}

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
    const variable = this.#writable(name);
    this.#all.set(name, { ...variable, value: variable.form ? this.#formed(value, variable.form) : value });
  }

  /** `name+=value`: one text after the other, or a sum. */
  append(name: string, value: string): void {
    const before = this.#all.get(name);
    if (before?.form === 'integer') this.set(name, `(${before.value || 0})+(${value || 0})`);
    else this.set(name, (before?.value ?? '') + value);
  }

  #formed(value: string, form: Form): string {
    if (form === 'integer') return String(evaluate(value, this));
    return form === 'lower' ? value.toLowerCase() : value.toUpperCase();
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
    if (attribute === 'export') this.#all.set(name, { ...variable, exported: on });
    else if (attribute === 'readonly') this.#all.set(name, { ...variable, readonly: on });
    else this.#all.set(name, { ...variable, form: on ? attribute : undefined });
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
