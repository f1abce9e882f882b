/** Which commands apply to the line at hand: addresses, and ranges that were begun. */
import { CommandError } from '../../os/failure.ts';
import type { Regex } from '../../pattern/regex.ts';
import type { LineInput } from './input.ts';
import type { Address, Pattern, Program } from './program.ts';

/** A range: not begun, begun (up to a line, or until its end matches), or ended. */
type RangeState = { readonly until: number } | 'open' | 'ended' | undefined;

/** Decides by the script's addresses, and remembers its ranges and the pattern used last. */
export class Selector {
  readonly #program: Program;
  readonly #input: LineInput;
  readonly #ranges: RangeState[];
  #lastPattern: Regex | undefined;

  constructor(program: Program, input: LineInput) {
    this.#program = program;
    this.#input = input;
    // A range from line 0 is open before the first line.
    this.#ranges = program.commands.map(({ from }) => (from?.kind === 'line' && from.line === 0 ? 'open' : undefined));
  }

  /** Whether the addresses of the command at an index select the line, whose pattern space is given. */
  selects(at: number, space: string): boolean {
    const command = this.#program.commands[at];
    if (!command?.from) return true;
    if (!command.to) return this.#matches(command.from, space);
    const { number } = this.#input;
    const state = this.#ranges[at];
    if (state === 'open') {
      if (this.#matches(command.to, space)) this.#ranges[at] = 'ended';
      return true;
    }
    if (typeof state === 'object') {
      if (number >= state.until) this.#ranges[at] = 'ended';
      if (number <= state.until) return true;
    }
    if (!this.#begins(command.from, command.to, state, space)) return false;
    this.#ranges[at] = this.#opened(command.to);
    return true;
  }

  /** Whether a range begins here. `N` may have passed over the line with which it should have. */
  #begins(from: Address, to: Address, state: RangeState, space: string): boolean {
    const { number } = this.#input;
    if (from.kind !== 'line' || number === from.line || state !== undefined) return this.#matches(from, space);
    return number > from.line && !(to.kind === 'line' && number > to.line);
  }

  /** Whether the range of the command at an index goes on after this line. */
  isOpen(at: number): boolean {
    const state = this.#ranges[at];
    return state === 'open' || typeof state === 'object';
  }

  /** The pattern, or for an empty one the pattern used last. */
  regex(pattern: Pattern): Regex {
    const regex = pattern ?? this.#lastPattern;
    if (!regex) throw new CommandError('-e expression #1, char 0: no previous regular expression');
    this.#lastPattern = regex;
    return regex;
  }

  /** The state of a range that begins at this line; undefined when it ends here too. */
  #opened(to: Address): RangeState {
    const { number } = this.#input;
    switch (to.kind) {
      case 'line':
        return to.line > number ? { until: to.line } : 'ended';
      case 'more':
        return to.count > 0 ? { until: number + to.count } : 'ended';
      case 'multiple':
        return to.of > 0 ? { until: (Math.floor(number / to.of) + 1) * to.of } : 'ended';
      default:
        return 'open';
    }
  }

  #matches(address: Address, space: string): boolean {
    const { number } = this.#input;
    switch (address.kind) {
      case 'line':
        return number === address.line;
      case 'step':
        if (address.step === 0) return number === address.first;
        return number >= address.first && (number - address.first) % address.step === 0;
      case 'last':
        return this.#input.isLast;
      case 'pattern':
        return this.regex(address.pattern).test(space);
      default:
        return false;
    }
  }
}
