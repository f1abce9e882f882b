/** Two sorted inputs side by side, as comm and join walk them: each a line ahead, and watched for lines out of order. */
import { CommandError } from '../os/failure.ts';
import type { OperandTable } from '../os/operands.ts';
import type { Process } from '../os/process.ts';
import { warn } from '../os/report.ts';
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { Batcher } from '../os/stream.ts';
import { checkHeld, type LineSource } from './lines.ts';

/** The operands of both. */
export const pairOperands = [
  { name: 'FILE1', kind: 'file' },
  { name: 'FILE2', kind: 'file' },
] as const satisfies OperandTable;

/** The options that say whether order is looked at. */
export const orderOptions = {
  check: { long: 'check-order', summary: 'fail when an input is not sorted' },
  noCheck: { long: 'nocheck-order', summary: 'do not look whether the inputs are sorted' },
} as const;

/** How lines become what is compared. */
export interface SortedRules<T> {
  read(text: string): T;
  compare(a: T, b: T): number;
  /** Hears of each line that does not come after the one before it. */
  disordered(text: string, line: number): void | Promise<void>;
}

/** One of the inputs. */
export class SortedInput<T> {
  readonly #source: LineSource;
  readonly #rules: SortedRules<T>;
  #line = 0;
  /** Undefined at the end. */
  current: T | undefined;

  constructor(source: LineSource, rules: SortedRules<T>) {
    this.#source = source;
    this.#rules = rules;
  }

  /** Goes on to the next line; `checked` is false after a header. */
  async advance(checked = true): Promise<void> {
    const before = this.current;
    const text = await this.#source.next();
    this.#line++;
    this.current = text === undefined ? undefined : this.#rules.read(text);
    if (!checked || text === undefined || before === undefined || this.current === undefined) return;
    if (this.#rules.compare(before, this.current) > 0) await this.#rules.disordered(text, this.#line);
  }

  /** The current line and all that follow and are equal to it. */
  async group(): Promise<readonly T[]> {
    const group: T[] = [];
    for (let first = this.current; first !== undefined && this.current !== undefined; await this.advance()) {
      if (this.#rules.compare(this.current, first) !== 0) break;
      group.push(this.current);
      checkHeld(group.length, 0);
    }
    return group;
  }
}

/** Negative when the line on the left comes next, positive for the right one, 0 for both; an input that is over comes last. */
export const nextOf = <T>(left: T | undefined, right: T | undefined, compare: (a: T, b: T) => number): number => {
  if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
  return compare(left, right);
};

/** Tells of inputs that are out of order: of each once, and then of both at the end. */
export class OrderCheck {
  readonly #process: Process;
  readonly #on: { readonly check: boolean; readonly noCheck: boolean };
  readonly #out: Batcher;
  readonly #told = new Set<number>();
  /** A line had no partner: only from then on does order matter, unless it is to be checked. */
  unpairable = false;

  constructor(process: Process, on: { readonly check: boolean; readonly noCheck: boolean }, out: Batcher) {
    this.#process = process;
    this.#on = on;
    this.#out = out;
  }

  /** Says it of an input, 0 or 1; throws CommandError with `--check-order`. */
  async tell(input: number, message: string): Promise<void> {
    if (this.#on.noCheck || this.#told.has(input) || !(this.unpairable || this.#on.check)) return;
    this.#told.add(input);
    if (!this.#on.check) return warn(this.#process, message);
    await this.#out.flush();
    throw new CommandError(message);
  }

  /** Writes what is left; resolves to the exit status. */
  async finish(): Promise<number> {
    await this.#out.flush();
    if (this.#told.size === 0) return SUCCESS;
    await warn(this.#process, 'input is not in sorted order');
    return FAILURE;
  }
}
