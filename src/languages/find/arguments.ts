/** find's arguments as a queue, and the numbers among them. */

import { quote } from '../../coreutils/text/quote.ts';
import { CommandError } from '../../os/failure.ts';

/** The arguments of an expression, taken one by one. */
export class Arguments {
  readonly #args: readonly string[];
  #at = 0;
  /** What `-regextype` has said so far. */
  regexType: 'emacs' | 'basic' | 'extended' = 'emacs';

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  peek(): string | undefined {
    return this.#args[this.#at];
  }

  next(): string | undefined {
    return this.#args[this.#at++];
  }

  /** The argument that `primary` needs. */
  valueOf(primary: string): string {
    const value = this.next();
    if (value === undefined) throw new CommandError(`missing argument to \`${primary}'`);
    return value;
  }
}

/** `+N` more than, `-N` less than, `N` exactly. */
export interface Comparison {
  readonly sign: '+' | '-' | '';
  readonly number: number;
}

/** Reads `[+-]N`, fractions too; undefined when it is none. */
const parseComparison = (text: string): Comparison | undefined => {
  const match = /^([-+]?)(\d+\.?\d*|\.\d+)$/.exec(text);
  return match ? { sign: (match[1] ?? '') as Comparison['sign'], number: Number(match[2]) } : undefined;
};

/** Reads the comparison that a primary needs. */
export const comparisonOf = (args: Arguments, primary: string): Comparison => {
  const text = args.valueOf(primary);
  const comparison = parseComparison(text);
  if (!comparison) throw new CommandError(`invalid argument \`${text}' to \`${primary}'`);
  return comparison;
};

/** Whether a value passes. */
export const passes = ({ sign, number }: Comparison, value: number): boolean =>
  sign === '+' ? value > number : sign === '-' ? value < number : value === number;

/** The depth that `-maxdepth` and `-mindepth` need. */
export const depthOf = (args: Arguments, primary: string): number => {
  const text = args.valueOf(primary);
  if (!/^\d+$/.test(text)) throw new CommandError(`Expected a positive decimal integer argument to ${primary}, but got ${quote(text)}`);
  return Number(text);
};
