/** Option tables, and the parsing of arguments by them (POSIX 12.2; GNU getopt_long's long options and wordings). */
import { OptionError } from './failure.ts';

/** One option. Without `value` it is a switch. */
export interface OptionSpec {
  /** One letter. */
  readonly short?: string;
  /** A word, without the two hyphens. */
  readonly long?: string;
  /** The name of its argument, in capitals. */
  readonly value?: string;
  /** The argument may be left out (`--color[=WHEN]`); then it is the empty string. */
  readonly optional?: boolean;
  /** May be given several times; its value is a list. */
  readonly repeat?: boolean;
  /** `-NUM` stands for it (`head -5`); with `plus`, `+NUM` does too, sign kept (`tail +3`). */
  readonly number?: boolean;
  readonly plus?: boolean;
  /** A sentence without a full stop. */
  readonly summary: string;
  /** What completes its argument. */
  readonly kind?: OperandKind;
}

/** What an operand is, for completion: the words that it can be, or a kind that whoever completes knows, e.g. `file`. */
export type OperandKind = string | readonly string[];

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The values of a table's options: a switch is boolean, an argument string or undefined, a repeated one a list. */
export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]: T[K] extends { repeat: true }
    ? readonly string[]
    : T[K] extends { value: string }
      ? string | undefined
      : boolean;
};

/** The result of parsing; `order` names the options in the order in which they were given. */
export interface Parsed<T extends OptionTable> {
  readonly options: OptionValues<T>;
  readonly operands: readonly string[];
  readonly order: readonly (keyof T & string)[];
}

/** How strictly to parse. `inOrder` stops at the first operand, as `env` and `xargs` must. */
export interface ParseRules {
  readonly inOrder?: boolean;
}

class ArgumentParser<T extends OptionTable> {
  readonly #table: ReadonlyMap<string, OptionSpec>;
  readonly #values = new Map<string, boolean | string | string[]>();
  readonly #order: string[] = [];
  readonly #operands: string[] = [];

  constructor(table: T) {
    this.#table = new Map(Object.entries(table));
    for (const [key, spec] of this.#table) {
      if (spec.repeat) this.#values.set(key, []);
      else if (spec.value === undefined) this.#values.set(key, false);
    }
  }

  parse(args: readonly string[], rules: ParseRules): Parsed<T> {
    const rest = [...args].reverse();
    while (rest.length > 0) {
      const arg = rest.pop() as string;
      if (arg === '--' || (rules.inOrder && !this.#isOption(arg))) {
        if (arg !== '--') rest.push(arg);
        while (rest.length > 0) this.#operands.push(rest.pop() as string);
      } else if (!this.#isOption(arg)) this.#operands.push(arg);
      else if (!this.#numeric(arg)) {
        if (arg.startsWith('--')) this.#long(arg.slice(2), rest);
        else this.#cluster(arg.slice(1), rest);
      }
    }
    // Each table's values are built key by key from that table, which the type cannot follow.
    const options = Object.fromEntries([...this.#table.keys()].map((key) => [key, this.#values.get(key)])) as OptionValues<T>;
    return { options, operands: this.#operands, order: this.#order as (keyof T & string)[] };
  }

  #isOption(arg: string): boolean {
    return (arg.startsWith('-') && arg !== '-') || (arg.startsWith('+') && this.#plus(arg) !== undefined);
  }

  #plus(arg: string): string | undefined {
    if (!/^\+\d+$/.test(arg)) return undefined;
    return [...this.#table].find(([, spec]) => spec.plus)?.[0];
  }

  #numeric(arg: string): boolean {
    const plus = this.#plus(arg);
    if (plus !== undefined) this.#set(plus, arg);
    const digits = /^-(\d+)$/.exec(arg)?.[1];
    const minus = digits === undefined ? undefined : [...this.#table].find(([, spec]) => spec.number)?.[0];
    if (minus !== undefined && digits !== undefined) this.#set(minus, digits);
    return plus !== undefined || minus !== undefined;
  }

  #set(key: string, value: boolean | string): void {
    const list = this.#values.get(key);
    if (Array.isArray(list)) list.push(String(value));
    else this.#values.set(key, value);
    this.#order.push(key);
  }

  #long(text: string, rest: string[]): void {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const [key, spec] = this.#longOption(name);
    if (spec.value === undefined) {
      if (equals >= 0) throw new OptionError(`option '--${spec.long}' doesn't allow an argument`);
      this.#set(key, true);
    } else if (equals >= 0) this.#set(key, text.slice(equals + 1));
    else if (spec.optional) this.#set(key, '');
    else if (rest.length > 0) this.#set(key, rest.pop() as string);
    else throw new OptionError(`option '--${spec.long}' requires an argument`);
  }

  /** An exact name, or the only one that begins so. */
  #longOption(name: string): [string, OptionSpec] {
    const all = [...this.#table].filter(([, spec]) => spec.long?.startsWith(name));
    const exact = all.find(([, spec]) => spec.long === name);
    const found = exact ?? (all.length === 1 ? all[0] : undefined);
    if (found) return found;
    if (all.length === 0) throw new OptionError(`unrecognized option '--${name}'`);
    throw new OptionError(`option '--${name}' is ambiguous; possibilities: ${all.map(([, spec]) => `'--${spec.long}'`).join(' ')}`);
  }

  #cluster(letters: string, rest: string[]): void {
    for (let i = 0; i < letters.length; i++) {
      const letter = letters.charAt(i);
      const found = [...this.#table].find(([, spec]) => spec.short === letter);
      if (!found) throw new OptionError(`invalid option -- '${letter}'`);
      const [key, spec] = found;
      if (spec.value === undefined) {
        this.#set(key, true);
        continue;
      }
      const attached = letters.slice(i + 1);
      if (attached !== '' || spec.optional) this.#set(key, attached);
      else if (rest.length > 0) this.#set(key, rest.pop() as string);
      else throw new OptionError(`option requires an argument -- '${letter}'`);
      return;
    }
  }
}

/** The values of tables when no option is given; builtins in loops need them often. */
const blanks = new WeakMap<OptionTable, OptionValues<OptionTable>>();

const blank = <T extends OptionTable>(table: T): OptionValues<T> => {
  const known = blanks.get(table) ?? new ArgumentParser(table).parse([], {}).options;
  blanks.set(table, known);
  return known as OptionValues<T>;
};

/** Parses arguments by a table; throws OptionError in GNU's wording. */
export const parseArguments = <T extends OptionTable>(table: T, args: readonly string[], rules: ParseRules = {}): Parsed<T> => {
  if (!args.some((arg) => /^[-+]./.test(arg))) return { options: blank(table), operands: args, order: [] };
  return new ArgumentParser(table).parse(args, rules);
};
