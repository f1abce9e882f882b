/** seq: prints numbers from first to last. */
import { type Directive, formatFloat, layoutOf, parseFormat } from '../../coreutils/printf/format.ts';
import { fromFraction } from '../../coreutils/printf/long-double.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { createBatcher } from '../../os/stream.ts';

/** The value is digits / 10^scale. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
  /** Characters that the number took as it was written, once an exponent is spelt out. */
  readonly width: number;
  readonly infinite: boolean;
}

/** Exponents beyond these stand for infinity and nothing. */
const EXPONENT = 5000;

const decimalPattern = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;

const finite = (sign: string, digits: bigint, scale: number, width: number): Decimal => ({
  digits: sign === '-' ? -digits : digits,
  scale,
  width: width + (sign === '-' ? 1 : 0),
  infinite: false,
});

/** Reads an operand; throws seq's complaint. */
export const parseDecimal = (operand: string): Decimal => {
  const text = operand.trimStart();
  const infinite = /^([-+]?)inf(?:inity)?$/i.exec(text);
  if (infinite) return { ...finite(infinite[1] ?? '', 1n, 0, 3), infinite: true };
  const hex = /^([-+]?)(0[xX][0-9a-fA-F]+)$/.exec(text);
  if (hex) return finite(hex[1] ?? '', BigInt(hex[2] ?? '0'), 0, BigInt(hex[2] ?? '0').toString().length);
  if (/^[-+]?nan$/i.test(text)) throw new UsageError(`invalid ${quote('not-a-number')} argument: ${quote(operand)}`);
  const [, sign = '', whole = '', fraction = '', power = '0'] = decimalPattern.exec(text) ?? [];
  if (whole === '' && fraction === '') throw new UsageError(`invalid floating point argument: ${quote(operand)}`);
  const scale = fraction.length - Number(power);
  const digits = BigInt(whole + fraction);
  if (scale < -EXPONENT) return { ...finite(sign, 1n, 0, 3), infinite: digits !== 0n };
  if (scale > EXPONENT) return finite(sign, 0n, 0, 1);
  if (scale <= 0) return finite(sign, digits * 10n ** BigInt(-scale), 0, Math.max(1, whole.length + Number(power)));
  return finite(sign, digits, scale, Math.max(1, whole.length + Number(power)) + 1 + scale);
};

/** The digits of the number at another scale, at least its own. */
const atScale = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

/** `digits` / 10^`scale` in plain notation, with zeros after its sign up to `width`. */
export const decimalText = (digits: number | bigint, scale: number, width: number): string => {
  const text = String(digits);
  if (scale === 0 && text.length >= width) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const plain = text.slice(sign.length).padStart(scale + 1, '0');
  const split = plain.length - scale;
  const shown = scale === 0 ? plain : `${plain.slice(0, split)}.${plain.slice(split)}`;
  return sign + shown.padStart(width - sign.length, '0');
};

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
  const numbers = operands.map(parseDecimal);
  const last = numbers.at(-1) ?? one;
  const first = numbers.length > 1 ? (numbers[0] ?? one) : one;
  const step = numbers.length > 2 ? (numbers[1] ?? one) : one;
  if (step.digits === 0n) throw new UsageError(`invalid Zero increment value: ${quote(operands[1] ?? '')}`);
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

const refuseFormat = (format: string, directives: readonly Directive[]): void => {
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
  refuseFormat(
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
  dialect: coreutils,
  operands: [
    { name: 'FIRST', kind: 'text', optional: true },
    { name: 'INCREMENT', kind: 'text', optional: true },
    { name: 'LAST', kind: 'text' },
  ],
  inOrder: true,
  rewrite: protectNegative,
  description: ['FIRST and INCREMENT are 1 unless given. Numbers may have fractions, and are as exact as they are written.'],
  examples: [
    { line: 'seq 3', shows: 'One to three' },
    { line: 'seq -w 8 2 12', shows: 'Every second number, equally wide' },
    { line: "seq -s ' ' 0 0.25 1", shows: 'Quarters on one line' },
  ],
  statuses: { 1: 'an operand is not a number' },
  run: async (process, { options: on, operands }) => {
    if (on.format !== undefined && on.equalWidth) {
      throw new UsageError('format string may not be specified when printing equal width strings');
    }
    const range = readRange(operands);
    await print(process, range, printer(on, range), on.separator ?? '\n');
  },
});
