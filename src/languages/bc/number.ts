/** Decimal numbers of any length, as bc counts with them (POSIX XCU bc): a whole number and how many of its digits stand after the point. */
import { LimitError } from '../../os/limits.ts';

/** `value` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly value: bigint;
  readonly scale: number;
}

/** Digits that a number may have. */
const NUMBER_DIGITS = 100_000;

/** Bits of that many digits. */
const NUMBER_BITS = BigInt(Math.ceil(NUMBER_DIGITS * Math.log2(10)));

export const ten = (power: number): bigint => 10n ** BigInt(power);

/** A number; throws LimitError for one that is too long. */
export const decimal = (value: bigint, scale = 0): Decimal => {
  if (scale > NUMBER_DIGITS || value >> NUMBER_BITS > 0n || -value >> NUMBER_BITS > 0n) throw new LimitError('digits', NUMBER_DIGITS);
  return { value, scale };
};

export const zero: Decimal = { value: 0n, scale: 0 };
export const one: Decimal = { value: 1n, scale: 0 };

/** The same number with another count of digits after the point; digits beyond it are cut off. */
export const withScale = ({ value, scale }: Decimal, wanted: number): Decimal =>
  decimal(wanted >= scale ? value * ten(wanted - scale) : value / ten(scale - wanted), wanted);

/** The whole part. */
export const whole = ({ value, scale }: Decimal): bigint => value / ten(scale);

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [a.value * ten(scale - a.scale), b.value * ten(scale - b.scale), scale];
};

export const compare = (a: Decimal, b: Decimal): number => {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
};

export const add = (a: Decimal, b: Decimal): Decimal => {
  const [left, right, scale] = aligned(a, b);
  return decimal(left + right, scale);
};

export const negate = ({ value, scale }: Decimal): Decimal => ({ value: -value, scale });

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const multiply = (a: Decimal, b: Decimal, scale: number): Decimal =>
  withScale(decimal(a.value * b.value, a.scale + b.scale), Math.min(a.scale + b.scale, Math.max(scale, a.scale, b.scale)));

/** An error that ends a statement of the program, and not the program. */
export class BcError extends Error {}

export const divide = (a: Decimal, b: Decimal, scale: number): Decimal => {
  if (b.value === 0n) throw new BcError('Divide by zero');
  const shift = scale + b.scale - a.scale;
  return decimal(shift >= 0 ? (a.value * ten(shift)) / b.value : a.value / (b.value * ten(-shift)), scale);
};

export const remainder = (a: Decimal, b: Decimal, scale: number): Decimal => {
  const times = divide(a, b, scale);
  const product = decimal(times.value * b.value, times.scale + b.scale);
  return withScale(subtract(a, product), Math.max(scale + b.scale, a.scale));
};

export const power = (base: Decimal, exponent: Decimal, scale: number): Decimal => {
  const times = whole(exponent);
  const size = times < 0n ? -times : times;
  const bits = BigInt(base.value.toString(2).length);
  if (bits * size > NUMBER_BITS * 2n) throw new LimitError('digits', NUMBER_DIGITS);
  const raised = decimal(base.value ** size, base.scale * Number(size));
  if (times < 0n) return divide(one, raised, scale);
  return withScale(raised, Math.min(raised.scale, Math.max(scale, base.scale)));
};

const rootOf = (square: bigint): bigint => {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) root = next;
  return root;
};

export const squareRoot = (number: Decimal, scale: number): Decimal => {
  if (number.value < 0n) throw new BcError('Square root of a negative number');
  const wanted = Math.max(scale, number.scale);
  return decimal(rootOf(withScale(number, 2 * wanted).value), wanted);
};

/** Digits that count: all but leading zeros. */
export const lengthOf = ({ value, scale }: Decimal): number => {
  const digits = (value < 0n ? -value : value).toString();
  return value === 0n ? Math.max(1, scale) : Math.max(digits.length, scale);
};

const DIGITS = '0123456789ABCDEF';

/** A number as it is written, in a base from 2 to 16; a single digit is itself whatever the base. */
export const parseDecimal = (text: string, base: number): Decimal => {
  const [before = '', after = ''] = text.split('.');
  if (base === 10 && /^[\d.]*$/.test(text)) return decimal(BigInt(`${before}${after}` || '0'), after.length);
  const worth = (digit: string): bigint => BigInt(text.length === 1 ? DIGITS.indexOf(digit) : Math.min(DIGITS.indexOf(digit), base - 1));
  const worthOf = (digits: string): bigint => Array.from(digits).reduce((sum, digit) => sum * BigInt(base) + worth(digit), 0n);
  const rest = divide(decimal(worthOf(after)), decimal(BigInt(base) ** BigInt(after.length)), after.length);
  return after === '' ? decimal(worthOf(before)) : add(decimal(worthOf(before)), rest);
};

/** The digits of a fraction in a base: as many as it takes to tell apart numbers of its scale. */
const fractionDigits = ({ value, scale }: Decimal, base: bigint): bigint[] => {
  const digits: bigint[] = [];
  const unit = ten(scale);
  let rest = value;
  for (let reach = 1n; reach < unit; reach *= base) {
    rest *= base;
    digits.push(rest / unit);
    rest %= unit;
  }
  return digits;
};

/** A number as bc prints it: no zero before the point, digits beyond 16 as decimal numbers apart by blanks. */
export const printDecimal = (number: Decimal, base: number): string => {
  if (number.value === 0n) return '0';
  const sign = number.value < 0n ? '-' : '';
  const size = decimal(number.value < 0n ? -number.value : number.value, number.scale);
  if (base === 10) {
    const digits = size.value.toString().padStart(size.scale + 1, '0');
    const split = digits.length - size.scale;
    const before = digits.slice(0, split).replace(/^0+/, '');
    return sign + before + (size.scale > 0 ? `.${digits.slice(split)}` : before === '' ? '0' : '');
  }
  const radix = BigInt(base);
  const before: bigint[] = [];
  for (let rest = whole(size); rest > 0n; rest /= radix) before.unshift(rest % radix);
  const after = fractionDigits({ value: size.value % ten(size.scale), scale: size.scale }, radix);
  const width = String(base - 1).length;
  const text = (digits: readonly bigint[]): string =>
    digits.map((digit) => (base <= 16 ? DIGITS.charAt(Number(digit)) : ` ${String(digit).padStart(width, '0')}`)).join('');
  return sign + text(before) + (after.length > 0 ? `.${text(after)}` : '');
};
