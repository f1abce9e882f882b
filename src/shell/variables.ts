/** The shell's variables: values, attributes, and the scopes that functions open. */
import type { Account } from '../os/ledger.ts';
import { LimitError, REFERENCES, SUBSHELL_MEMORY, TEXT_LENGTH } from '../os/limits.ts';
import type { Attribute } from '../os/shell-port.ts';
import { type ArithmeticVariables, evaluate } from './arithmetic.ts';
import { ShellFault } from './control.ts';
import { Elements, type Key } from './elements.ts';

/** A text, or the elements of an array; undefined when the variable is declared but unset. */
export type Value = string | Elements | undefined;

/** One variable. */
export interface Variable {
  readonly value: Value;
  readonly exported: boolean;
  readonly readonly: boolean;
  /** Declared as an array, even while it has no value. */
  readonly array?: 'indexed' | 'associative' | undefined;
  /** What is assigned is taken as arithmetic (`declare -i`). */
  readonly integer?: boolean;
  /** The case of what is assigned (`declare -l -u -c`). */
  readonly letters?: 'lower' | 'upper' | 'capital' | undefined;
  /** Its value is the name of the variable that is meant (`declare -n`). */
  readonly reference?: boolean;
}

/** One element of an assignment `name=(…)`; without a subscript it takes the next number. */
export interface Entry {
  readonly subscript: string | undefined;
  readonly append: boolean;
  readonly value: string;
}

/** Where a name leads by its references: to a variable, or to one element. */
interface Target {
  readonly name: string;
  readonly subscript: string | undefined;
}

/** Characters that may be set before all are counted anew. */
const COUNT_AFTER = 1_000_000;

const blank: Variable = { value: undefined, exported: false, readonly: false };

const ELEMENT = /^([A-Za-z_]\w*)\[([\s\S]+)\]$/;

/** `name[subscript]` taken apart; undefined when the text is no such thing. */
export const readElement = (text: string): { readonly name: string; readonly subscript: string } | undefined => {
  const [, name, subscript] = ELEMENT.exec(text) ?? [];
  return name === undefined || subscript === undefined ? undefined : { name, subscript };
};

/** The text of a value: its own, or that of an array's first element. */
export const scalar = (value: Value): string | undefined => (value instanceof Elements ? value.first : value);

/** Variables by name, with dynamic scope: a local hides the variable of that name until its function ends (bash manual, `local`). */
export class Variables implements ArithmeticVariables {
  readonly #all: Map<string, Variable>;
  /** For each running scope, what its names were before it. */
  #scopes: Map<string, Variable | undefined>[];
  /** Marks the arrays that no other store shares. */
  #owner: object = {};
  readonly #memory: Account | undefined;
  /** Characters that were there already when a subshell got its copy. */
  readonly #shared: number;
  /** Characters set since all were counted. */
  #grown = 0;

  /** `memory` is charged with what is set here. */
  constructor(
    all: Iterable<readonly [string, Variable]>,
    memory?: Account,
    scopes: readonly ReadonlyMap<string, Variable | undefined>[] = [],
  ) {
    this.#all = new Map(all);
    this.#scopes = scopes.map((scope) => new Map(scope));
    this.#memory = memory;
    this.#shared = memory ? this.#characters() : 0;
  }

  /** The same variables, apart from here on: what a subshell gets. It gives back its memory by `close`. */
  clone(): Variables {
    this.#owner = {};
    const memory = this.#memory?.fork();
    memory?.hold(SUBSHELL_MEMORY);
    return new Variables(this.#all, memory, this.#scopes);
  }

  /** Gives back the memory that was charged for this store. */
  close(): void {
    this.#memory?.close();
  }

  /** Counts all anew when enough was set; throws LimitError where a session holds too much. */
  #grow(characters: number): void {
    this.#grown += characters;
    if (this.#grown < COUNT_AFTER) return;
    this.#grown = 0;
    this.#memory?.reach(SUBSHELL_MEMORY + Math.max(0, this.#characters() - this.#shared));
  }

  #characters(): number {
    const hidden = this.#scopes.flatMap((scope) => [...scope.values()]);
    return [...this.#all.values(), ...hidden].reduce((sum, variable) => {
      const value = variable?.value;
      return sum + (value instanceof Elements ? value.characters : (value?.length ?? 0));
    }, 0);
  }

  get all(): ReadonlyMap<string, Variable> {
    return this.#all;
  }

  /** Where a name leads. A reference that leads to itself leads nowhere further. */
  resolve(name: string): Target {
    for (let i = 0; i < REFERENCES; i++) {
      const variable = this.#all.get(name);
      const value = variable?.reference ? variable.value : undefined;
      if (typeof value !== 'string' || value === '' || value === name) return { name, subscript: undefined };
      const element = readElement(value);
      if (element) return element;
      name = value;
    }
    throw new LimitError('references', REFERENCES);
  }

  /** The variable that a name means. */
  find(name: string): Variable | undefined {
    const variable = this.#all.get(name);
    return variable?.reference ? this.#all.get(this.resolve(name).name) : variable;
  }

  /** The text of a variable, or of one element; `arithmetic` gives the variables in a subscript. */
  get(name: string, subscript?: string, arithmetic: ArithmeticVariables = this, depth = 0): string | undefined {
    const variable = this.#all.get(name);
    if (subscript === undefined && !variable?.reference) return scalar(variable?.value);
    const target = this.resolve(name);
    const { value } = this.#all.get(target.name) ?? blank;
    const brackets = subscript ?? target.subscript;
    if (brackets === undefined) return scalar(value);
    const key = this.key(target.name, brackets, arithmetic, depth);
    if (key === undefined) return undefined;
    return value instanceof Elements ? value.get(key) : key === 0 ? value : undefined;
  }

  /** What a subscript means in the array of that name; undefined when it counts back to before the first. */
  key(name: string, subscript: string, arithmetic: ArithmeticVariables = this, depth = 0): Key | undefined {
    const variable = this.find(name);
    if (variable?.array === 'associative') return subscript === '' ? undefined : subscript;
    const number = Number(evaluate(subscript, arithmetic, depth));
    if (number >= 0) return number;
    const last = variable?.value instanceof Elements ? variable.value.last : typeof variable?.value === 'string' ? 0 : -1;
    return last + 1 + number < 0 ? undefined : last + 1 + number;
  }

  /** Throws ShellFault for a read-only variable, LimitError for a value that is too long. */
  set(name: string, value: string, subscript?: string, arithmetic: ArithmeticVariables = this): void {
    if (value.length > TEXT_LENGTH) throw new LimitError('variable size', TEXT_LENGTH);
    const target = this.#target(name, value);
    if (!target) return;
    const brackets = subscript ?? target.subscript;
    const variable = this.#writable(target.name);
    const formed = this.#formed(value, variable);
    if (brackets === undefined && !variable.array) {
      this.#all.set(target.name, { ...variable, value: formed });
      this.#grow(formed.length);
      return;
    }
    const key = brackets === undefined ? (variable.array === 'associative' ? '0' : 0) : this.key(target.name, brackets, arithmetic);
    if (key === undefined) throw new ShellFault(`${target.name}[${brackets}]: bad array subscript`);
    this.#elements(target.name, 'indexed').set(key, formed);
    this.#grow(formed.length);
  }

  /** Where an assignment goes; undefined when it only tells a reference where to lead. */
  #target(name: string, value: string): Target | undefined {
    const variable = this.#all.get(name);
    if (!variable?.reference) return { name, subscript: undefined };
    const target = this.resolve(name);
    if (!this.#all.get(target.name)?.reference) return target;
    if (!/^[A-Za-z_]\w*(?:\[[\s\S]+\])?$/.test(value)) throw new ShellFault(`\`${value}': not a valid identifier`);
    this.#all.set(target.name, { ...variable, value });
    return undefined;
  }

  /** Lets a reference lead to another variable. */
  refer(name: string, target: string): void {
    this.#all.set(name, { ...this.#writable(name), value: target });
  }

  /** `name+=value`: one text after the other, or a sum. */
  append(name: string, value: string, subscript?: string, arithmetic: ArithmeticVariables = this): void {
    const before = this.get(name, subscript, arithmetic) ?? '';
    const sum = this.find(name)?.integer;
    this.set(name, sum ? `(${before || 0})+(${value || 0})` : before + value, subscript, arithmetic);
  }

  /** `name=(…)` and `name+=(…)`. */
  assign(name: string, entries: readonly Entry[], append: boolean, arithmetic: ArithmeticVariables = this): void {
    const target = this.resolve(name).name;
    const variable = this.#writable(target);
    const associative = variable.array === 'associative';
    if (!append) this.#all.set(target, { ...variable, array: associative ? 'associative' : 'indexed', value: undefined });
    const elements = this.#elements(target, 'indexed');
    let next = elements.last + 1;
    const put = (key: Key, value: string, more: boolean): void => {
      const formed = this.#formed(more ? (elements.get(key) ?? '') + value : value, variable);
      elements.set(key, formed);
      this.#grow(formed.length);
    };
    if (associative && entries.every(({ subscript }) => subscript === undefined)) {
      for (let i = 0; i < entries.length; i += 2) put(entries[i]?.value ?? '', entries[i + 1]?.value ?? '', false);
      return;
    }
    for (const { subscript, append: more, value } of entries) {
      if (subscript === undefined && associative)
        throw new ShellFault(`${name}: ${value}: must use subscript when assigning associative array`);
      const key = subscript === undefined ? next : this.key(target, subscript, arithmetic);
      if (key === undefined) throw new ShellFault(`[${subscript}]=${value}: bad array subscript`);
      put(key, value, more);
      if (typeof key === 'number') next = key + 1;
    }
  }

  /** The elements of a variable, of this store's own; what it was becomes the first. */
  #elements(name: string, array: 'indexed' | 'associative'): Elements {
    const variable = this.#all.get(name) ?? blank;
    const { value } = variable;
    if (value instanceof Elements && value.owner === this.#owner) return value;
    const kind = variable.array ?? array;
    const associative = kind === 'associative';
    const first = typeof value === 'string' ? [[associative ? '0' : 0, value] as const] : [];
    const elements = value instanceof Elements ? value.copy(this.#owner) : new Elements(associative, this.#owner, first);
    this.#all.set(name, { ...variable, array: kind, value: elements });
    this.#grow(elements.characters);
    return elements;
  }

  #formed(value: string, { integer, letters }: Variable): string {
    if (integer) return String(evaluate(value, this));
    if (letters === 'lower') return value.toLowerCase();
    if (letters === 'capital') return value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();
    return letters === 'upper' ? value.toUpperCase() : value;
  }

  /** Throws ShellFault for a read-only variable. A local of a function further out uncovers what it hid. */
  unset(name: string): void {
    this.#writable(name);
    const depth = this.#scopes.findLastIndex((scope) => scope.has(name));
    if (depth < 0 || depth === this.#scopes.length - 1) {
      this.#all.delete(name);
      return;
    }
    this.restore(name, this.#scopes[depth]?.get(name));
    this.#scopes[depth]?.delete(name);
  }

  /** Takes one element away; with `@` or `*` all of an indexed array's. */
  unsetElement(name: string, subscript: string, arithmetic: ArithmeticVariables = this): void {
    const target = this.resolve(name).name;
    const variable = this.#writable(target);
    if (variable.array === 'indexed' && (subscript === '@' || subscript === '*')) {
      this.assign(target, [], false);
      return;
    }
    if (variable.value === undefined) return;
    const key = this.key(target, subscript, arithmetic);
    if (key === undefined) throw new ShellFault(`[${subscript}]: bad array subscript`);
    if (variable.array) this.#elements(target, variable.array).delete(key);
    else if (key === 0) this.unset(target);
    else throw new ShellFault(`${name}: not an array variable`);
  }

  #writable(name: string): Variable {
    const variable = this.#all.get(name) ?? blank;
    if (variable.readonly) throw new ShellFault(`${name}: readonly variable`);
    return variable;
  }

  /** Throws ShellFault where an array would have to change its kind. */
  mark(name: string, attribute: Attribute, on: boolean): void {
    const variable = this.#all.get(name) ?? blank;
    this.#all.set(name, { ...variable, ...this.#marked(name, attribute, on) });
  }

  #marked(name: string, attribute: Attribute, on: boolean): Partial<Variable> {
    switch (attribute) {
      case 'export':
        return { exported: on };
      case 'readonly':
      case 'integer':
      case 'reference':
        return { [attribute]: on };
      case 'lower':
      case 'upper':
      case 'capital':
        return { letters: on ? attribute : undefined };
      case 'indexed':
      case 'associative':
        return this.#arrayed(name, attribute, on);
    }
  }

  #arrayed(name: string, array: 'indexed' | 'associative', on: boolean): Partial<Variable> {
    const variable = this.#all.get(name) ?? blank;
    if (!on && variable.array) throw new ShellFault(`${name}: cannot destroy array variables in this way`);
    if (!on || variable.array === array) return {};
    if (variable.array) throw new ShellFault(`${name}: cannot convert ${variable.array} to ${array} array`);
    return { array, value: typeof variable.value === 'string' ? this.#elements(name, array) : undefined };
  }

  /** Does something to the variable of that name outside all functions, whatever hides it (`declare -g`). */
  async global(name: string, act: () => Promise<void>): Promise<void> {
    const scope = this.#scopes.find((each) => each.has(name));
    if (!scope) return act();
    const hiding = this.#all.get(name);
    this.restore(name, scope.get(name));
    try {
      await act();
    } finally {
      scope.set(name, this.#all.get(name));
      this.restore(name, hiding);
    }
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
    this.#grow(value?.length ?? 0);
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
    for (const [name, { value, exported }] of this.#all) if (exported && typeof value === 'string') environment.set(name, value);
    return environment;
  }
}
