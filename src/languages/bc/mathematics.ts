/** The functions that `bc -l` adds: e, l, s, c, a and j, to as many digits as are asked for. */
import { type Decimal, decimal, squareRoot, ten, withScale } from './number.ts';

/** Digits beyond those that are asked for. */
const GUARD = 12;

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** Adds up a series whose terms shrink: each is made of the one before. */
const series = (first: bigint, next: (term: bigint, index: bigint) => bigint): bigint => {
  let sum = first;
  let term = first;
  for (let index = 1n; term !== 0n; index++) {
    term = next(term, index);
    sum += term;
  }
  return sum;
};

/** The exponential of a fixed-point number with the unit `unit`. */
const exponential = (x: bigint, unit: bigint): bigint => {
  if (x < 0n) return (unit * unit) / exponential(-x, unit);
  let halvings = 0n;
  let small = x;
  for (; small > unit; small >>= 1n) halvings++;
  let power = series(unit, (term, index) => (term * small) / (unit * index));
  for (; halvings > 0n; halvings--) power = (power * power) / unit;
  return power;
};

const arctangent = (x: bigint, unit: bigint, digits: number): bigint => {
  if (x < 0n) return -arctangent(-x, unit, digits);
  let doublings = 0n;
  let small = x;
  for (; small > unit / 5n; doublings++) {
    const root = squareRoot(decimal((small * small) / unit + unit, digits), digits).value;
    small = (small * unit) / (unit + root);
  }
  const square = (small * small) / unit;
  let sum = 0n;
  let power = small;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += odd % 4n === 1n ? power / odd : -(power / odd);
    power = (power * square) / unit;
  }
  return sum << doublings;
};

/** How many digits stand before the point. */
const digitsBefore = ({ value, scale }: Decimal): number => Math.max(0, sizeOf(value).toString().length - scale);

/** Makes a function of one number of one on fixed-point numbers; `grows` asks for as many more digits as the result has. */
const precise =
  (apply: (x: bigint, unit: bigint, digits: number) => bigint, grows = false) =>
  (number: Decimal, scale: number): Decimal => {
    const before = digitsBefore(number);
    const large = grows ? Number(sizeOf(number.value) / ten(number.scale)) : 0;
    const digits = Math.max(scale, number.scale) + GUARD + 2 * before + Math.ceil(large * Math.LOG10E);
    const unit = ten(digits);
    return withScale(decimal(apply(withScale(number, digits).value, unit, digits), digits), scale);
  };

const logarithm = (x: bigint, unit: bigint, digits: number): bigint => {
  // A number that is not positive has no logarithm; bc answers the smallest number it likes.
  if (x <= 0n) return -ten(digits) * ten(digits) + 1n;
  let doublings = 1n;
  let near = x;
  for (; near > (unit * 11n) / 10n || near < (unit * 9n) / 10n; doublings <<= 1n) near = squareRoot(decimal(near, digits), digits).value;
  const ratio = ((near - unit) * unit) / (near + unit);
  const square = (ratio * ratio) / unit;
  let sum = 0n;
  let power = ratio;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / unit;
  }
  return 2n * sum * doublings;
};

const sine = (x: bigint, unit: bigint, digits: number): bigint => {
  const turn = 8n * arctangent(unit, unit, digits);
  const rest = x % turn;
  return series(rest, (term, index) => (-term * rest * rest) / (unit * unit * (2n * index) * (2n * index + 1n)));
};

const cosine = (x: bigint, unit: bigint, digits: number): bigint => {
  const turn = 8n * arctangent(unit, unit, digits);
  const rest = x % turn;
  return series(unit, (term, index) => (-term * rest * rest) / (unit * unit * (2n * index - 1n) * (2n * index)));
};

/** A function of one number, to a scale. */
type Precise = (number: Decimal, scale: number) => Decimal;

/** The functions of one number by their names. */
export const functions: Readonly<Record<string, Precise>> = {
  e: precise(exponential, true),
  l: precise((x, unit, digits) => logarithm(x, unit, digits)),
  s: precise(sine),
  c: precise(cosine),
  a: precise(arctangent),
};

/** The Bessel function of a whole order. */
export const bessel = (order: bigint, number: Decimal, scale: number): Decimal => {
  const n = sizeOf(order);
  const digits = scale + GUARD + 2 * digitsBefore(number) + Number(whole(number)) + 5;
  const unit = ten(digits);
  const half = withScale(number, digits).value / 2n;
  let first = unit;
  for (let factor = 1n; factor <= n; factor++) first = (first * half) / (unit * factor);
  const sum = series(first, (term, index) => (-term * half * half) / (unit * unit * index * (index + n)));
  return withScale(decimal(order < 0n && n % 2n === 1n ? -sum : sum, digits), scale);
};

const whole = ({ value, scale }: Decimal): bigint => sizeOf(value) / ten(scale);
