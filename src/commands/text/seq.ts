/** seq: prints numbers from first to last. */

import { formatFloat } from '../../coreutils/printf/convert.ts';
import { type Directive, layoutOf, parseFormat } from '../../coreutils/printf/directive.ts';
import { fromFraction } from '../../coreutils/printf/long-double.ts';
import { extraOperand, misuse } from '../../coreutils/text/misuse.ts';
import { quote } from '../../coreutils/text/quote.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { type OptionValues, parseArguments } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher } from '../../os/stream.ts';
import { atScale, type Decimal, decimalText, parseDecimal } from './seq/decimal.ts';

const options = {
  format: { short: 'f', long: 'format', value: 'FORMAT', summary: 'print each number by FORMAT, as printf would: %e, %f, %g or %a' },
  separator: { short: 's', long: 'separator', value: 'STRING', summary: 'print STRING between the numbers instead of a newline' },
  equalWidth: { short: 'w', long: 'equal-width', summary: 'make the numbers equally wide with leading zeros' },
} as const;

type Options = OptionValues<typeof options>;

/** The arguments with `--` before a first operand that is a negative number, which is no option. */
const protectNegative = (args: readonly string[]): readonly string[] => {
  let at = 0;
  while (/^-[^-\d.]|^--./.test(args[at] ?? '')) at += /^(?:-[a-z]*[sf]|--separator|--format)$/.test(args[at] ?? '') ? 2 : 1;
  return /^-[\d.]/.test(args[at] ?? '') ? [...args.slice(0, at), '--', ...args.slice(at)] : args;
};

interface Range {
  readonly first: bigint;
  readonly step: bigint;
  /** Absent for infinity. */
  readonly last: bigint | undefined;
  /** All three are over 10^scale. */
  readonly scale: number;
  /** Digits that are printed behind the point. */
  readonly precision: number;
  readonly width: number;
}

const one: Decimal = { digits: 1n, scale: 0, width: 1, infinite: false };

/** As GNU's get_default_format: the last number's own fraction is not printed. */
const equalWidth = (first: Decimal, last: Decimal, precision: number): number => {
  const at = ({ width, scale }: Decimal): number => width - (scale === 0 ? 0 : scale + 1) + (precision === 0 ? 0 : precision + 1);
  return Math.max(at(first), at(last));
};

const readRange = (operands: readonly string[]): Range => {
  if (operands.length === 0) throw misuse('seq', 'missing operand');
  if (operands.length > 3) throw extraOperand('seq', operands[3] ?? '');
  const numbers = operands.map(parseDecimal);
  const last = numbers.at(-1) ?? one;
  const first = numbers.length > 1 ? (numbers[0] ?? one) : one;
  const step = numbers.length > 2 ? (numbers[1] ?? one) : one;
  if (step.digits === 0n) throw misuse('seq', `invalid Zero increment value: ${quote(operands[1] ?? '')}`);
  const scale = Math.max(first.scale, step.scale, last.scale);
  const precision = Math.max(first.scale, step.scale);
  const empty = first.infinite || (last.infinite && last.digits > 0n !== step.digits > 0n);
  return {
    first: empty ? 1n : atScale(first, scale),
    step: empty ? 1n : atScale(step, scale),
    last: empty ? 0n : last.infinite ? undefined : atScale(last, scale),
    scale,
    precision,
    width: equalWidth(first, last, precision),
  };
};

/** The numbers, as native ones as long as those are exact. */
function* numbersOf({ first, step, last }: Range): Generator<number | bigint> {
  const inside = (value: bigint): boolean => last === undefined || (step > 0n ? value <= last : value >= last);
  const limit = BigInt(Number.MAX_SAFE_INTEGER) - (step > 0n ? step : -step);
  let value = first;
  if (last !== undefined && [first, last].every((end) => end < limit && end > -limit)) {
    const [end, increment] = [Number(last), Number(step)];
    for (let small = Number(first); increment > 0 ? small <= end : small >= end; small += increment) yield small;
    return;
  }
  for (; inside(value); value += step) yield value;
}

const complainOfFormat = (format: string, directives: readonly Directive[]): void => {
  const [directive] = directives;
  if (!directive) throw new CommandError(`format ${quote(format)} has no % directive`);
  if (!/^[efgaEFGA]$/.test(directive.conversion))
    throw new CommandError(`format ${quote(format)} has unknown %${directive.conversion} directive`);
  if (directives.length > 1) throw new CommandError(`format ${quote(format)} has too many % directives`);
};

/** How a number over 10^scale is printed. */
const printer = ({ format, equalWidth: equal }: Options, { scale, precision, width }: Range): ((value: number | bigint) => string) => {
  if (format === undefined) {
    const surplus = 10n ** BigInt(scale - precision);
    return (value) => decimalText(scale === precision ? value : BigInt(value) / surplus, precision, equal ? width : 0);
  }
  const parts = parseFormat(format);
  complainOfFormat(
    format,
    parts.filter((part) => typeof part !== 'string'),
  );
  const fixed = (size: number | '*' | undefined): number | undefined => (size === '*' ? undefined : size);
  return (value) => {
    const digits = BigInt(value);
    const number = fromFraction(digits < 0n, digits < 0n ? -digits : digits, 10n ** BigInt(scale));
    return parts
      .map((part) =>
        typeof part === 'string'
          ? part
          : formatFloat(number, part.conversion, layoutOf(part, fixed(part.width) ?? 0, fixed(part.precision))),
      )
      .join('');
  };
};

const print = async (process: Process, range: Range, show: (value: number | bigint) => string, separator: string): Promise<void> => {
  const output = createBatcher(process.stdout);
  let printed = false;
  for (const value of numbersOf(range)) {
    const full = output.put((printed ? separator : '') + show(value));
    printed = true;
    if (!full) continue;
    await full;
    await process.pace();
  }
  if (printed) await output.put('\n');
  await output.flush();
};

export default defineCommand({
  name: 'seq',
  summary: 'Print numbers from first to last',
  topic: 'text',
  options,
  operands: [
    { name: 'FIRST', kind: 'text', optional: true },
    { name: 'INCREMENT', kind: 'text', optional: true },
    { name: 'LAST', kind: 'text' },
  ],
  rawArguments: true,
  description: ['FIRST and INCREMENT are 1 unless given. Numbers may have fractions, and are as exact as they are written.'],
  examples: [
    { line: 'seq 3', shows: 'One to three' },
    { line: 'seq -w 8 2 12', shows: 'Every second number, equally wide' },
    { line: "seq -s ' ' 0 0.25 1", shows: 'Quarters on one line' },
  ],
  statuses: { 1: 'an operand is not a number' },
  run: async (process, { operands: args }) => {
    const { options: on, operands } = parseArguments(options, protectNegative(args), { inOrder: true });
    if (on.format !== undefined && on.equalWidth) {
      throw misuse('seq', 'format string may not be specified when printing equal width strings');
    }
    const range = readRange(operands);
    await print(process, range, printer(on, range), on.separator ?? '\n');
  },
});
