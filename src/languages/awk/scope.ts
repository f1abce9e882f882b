/** Where a program's names lead while it runs: to a function's locals, or to global variables. */
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import type { Frame } from './closure.ts';
import type { Runtime } from './runtime.ts';
import type { Table, Value } from './value.ts';

/** Resolves names: `locals` are the parameters of the function that is compiled. */
export class Scope {
  readonly #runtime: Runtime;
  readonly #globals: ReadonlyMap<string, number>;
  readonly #locals: ReadonlyMap<string, number>;

  constructor(runtime: Runtime, globals: ReadonlyMap<string, number>, locals: readonly string[]) {
    this.#runtime = runtime;
    this.#globals = globals;
    this.#locals = new Map(locals.map((name, i) => [name, i]));
  }

  /** The place of a local variable. */
  local(name: string): number | undefined {
    return this.#locals.get(name);
  }

  /** The place of a global variable. */
  global(name: string): number {
    const index = this.#globals.get(name);
    if (index === undefined) throw new CommandError(`unknown variable ${name}`, USAGE);
    return index;
  }

  /** What reads a scalar variable. */
  reader(name: string): (frame: Frame) => Value {
    if (name === 'NF') return () => this.#runtime.record.count;
    const local = this.local(name);
    const { globals } = this.#runtime;
    const index = local ?? this.global(name);
    const check = (cell: Frame[number]): Value => {
      if (cell instanceof Map) throw new CommandError(`attempt to use array ${name} in a scalar context`, USAGE);
      return cell;
    };
    return local === undefined ? () => check(globals[index]) : (frame) => check(frame[index]);
  }

  /** What sets a scalar variable. */
  writer(name: string): (frame: Frame, value: Value) => void {
    if (name === 'NF') {
      return (_, value) => {
        this.#runtime.record.count = Math.trunc(Number(this.#runtime.toText(value)) || 0);
      };
    }
    const local = this.local(name);
    const { globals } = this.#runtime;
    const index = local ?? this.global(name);
    return (frame, value) => {
      const cells = local === undefined ? globals : frame;
      if (cells[index] instanceof Map) throw new CommandError(`attempt to use array ${name} in a scalar context`, USAGE);
      cells[index] = value;
    };
  }

  /** What gives an array, made when it is first used. */
  table(name: string): (frame: Frame) => Table {
    const local = this.local(name);
    if (local === undefined) {
      const index = this.global(name);
      return () => this.#runtime.array(index);
    }
    return (frame) => {
      const cell = frame[local];
      if (cell instanceof Map) return cell;
      if (cell !== undefined) throw new CommandError(`attempt to use scalar ${name} as array`, USAGE);
      const table: Table = new Map();
      frame[local] = table;
      return table;
    };
  }

  /** Whether a name is an array at this moment. */
  isTable(name: string): (frame: Frame) => boolean {
    const local = this.local(name);
    const index = local ?? this.global(name);
    return (frame) => (local === undefined ? this.#runtime.globals : frame)[index] instanceof Map;
  }
}
