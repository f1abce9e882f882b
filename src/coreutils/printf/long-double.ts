/** Binary floating point with a mantissa of 64 bits, as C's `long double` on x86: bash's printf and GNU's seq compute with it. */

/** The value is mantissa × 2^exponent; a mantissa that is not 0 has 64 bits. */
export interface LongDouble {
  readonly kind: 'finite' | 'infinite' | 'nan';
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
}

const MANTISSA_BITS = 64;
/** Decimal exponents outside of this are infinite or zero. */
const DECIMAL_EXPONENT = 4950;

/** Bits that a positive number takes. */
const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(16).length * 4 - Math.clz32(topDigit(value)) + 28);

const topDigit = (value: bigint): number => Number.parseInt(value.toString(16).charAt(0), 16);

/** `numerator / denominator` to the nearest integer, ties to even. Neither is negative. */
export const divideRounded = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
};

/** The nearest long double to a fraction. */
export const fromFraction = (negative: boolean, numerator: bigint, denominator: bigint): LongDouble => {
  if (numerator === 0n) return { kind: 'finite', negative, mantissa: 0n, exponent: 0 };
  const guess = bitLength(numerator) - bitLength(denominator) - MANTISSA_BITS + 1;
  const ratio = (exponent: number): readonly [bigint, bigint] =>
    exponent >= 0 ? [numerator, denominator << BigInt(exponent)] : [numerator << BigInt(-exponent), denominator];
  const [top, bottom] = ratio(guess);
  const exponent = bitLength(top / bottom) < MANTISSA_BITS ? guess - 1 : guess;
  const mantissa = divideRounded(...ratio(exponent));
  // Rounding up to 2^64 takes a bit more, which is 0.
  if (bitLength(mantissa) <= MANTISSA_BITS) return { kind: 'finite', negative, mantissa, exponent };
  return { kind: 'finite', negative, mantissa: mantissa >> 1n, exponent: exponent + 1 };
};

const special = (kind: 'infinite' | 'nan', negative: boolean): LongDouble => ({ kind, negative, mantissa: 0n, exponent: 0 });

const fromDecimal = (negative: boolean, whole: string, fraction: string, power: number): LongDouble => {
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return fromFraction(negative, 0n, 1n);
  const magnitude = whole.replace(/^0+/, '').length + power;
  if (magnitude > DECIMAL_EXPONENT) return special('infinite', negative);
  if (digits.length - fraction.length + power < -DECIMAL_EXPONENT) return fromFraction(negative, 0n, 1n);
  const scale = power - fraction.length;
  return scale >= 0
    ? fromFraction(negative, BigInt(digits) * 10n ** BigInt(scale), 1n)
    : fromFraction(negative, BigInt(digits), 10n ** BigInt(-scale));
};

const fromHexadecimal = (negative: boolean, whole: string, fraction: string, power: number): LongDouble => {
  const digits = BigInt(`0x${whole}${fraction || (whole === '' ? '0' : '')}`);
  const scale = Math.max(-20_000, Math.min(20_000, power - 4 * fraction.length));
  return scale >= 0 ? fromFraction(negative, digits << BigInt(scale), 1n) : fromFraction(negative, digits, 1n << BigInt(-scale));
};

const decimal = /^(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?/;
const hexadecimal = /^0[xX](?=\.?[0-9a-fA-F])([0-9a-fA-F]*)\.?([0-9a-fA-F]*)(?:[pP]([-+]?\d+))?/;
/** More digits than these change nothing that is ever shown. */
const DIGITS = 20_000;

const readUnsigned = (text: string, negative: boolean): readonly [LongDouble, number] | undefined => {
  const word = /^(?:inf(?:inity)?|nan)/i.exec(text)?.[0];
  if (word !== undefined) return [special(/^i/i.test(word) ? 'infinite' : 'nan', negative), word.length];
  const hex = hexadecimal.exec(text);
  const match = hex ?? decimal.exec(text);
  const [all = '', whole = '', fraction = '', power = '0'] = match ?? [];
  if (whole === '' && fraction === '') return undefined;
  if (whole.length > DIGITS) return [special('infinite', negative), all.length];
  return [(hex ? fromHexadecimal : fromDecimal)(negative, whole, fraction.slice(0, DIGITS), Number(power)), all.length];
};

/** strtold(3): the number at the start of `text`, and what follows it; `text` itself follows when there is none. */
export const parseLongDouble = (text: string): { readonly value: LongDouble; readonly rest: string } => {
  const [lead = '', sign] = /^\s*([-+]?)/.exec(text) ?? [];
  const read = readUnsigned(text.slice(lead.length), sign === '-');
  if (!read) return { value: fromFraction(false, 0n, 1n), rest: text };
  return { value: read[0], rest: text.slice(lead.length + read[1]) };
};
