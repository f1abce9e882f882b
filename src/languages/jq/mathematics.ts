/** The functions of the C library that jq has, by name (jq manual, "Math"). */
import { numeric } from './arithmetic.ts';
import type { Json } from './json.ts';

/** The power of two and the fraction, from 1 up to 2, that make a number's size. */
const split = (number: number): readonly [fraction: number, power: number] => {
  if (number === 0 || !Number.isFinite(number)) return [number, 0];
  let power = Math.floor(Math.log2(Math.abs(number)));
  // The logarithm of a number next to a power of two may be rounded to it.
  while (2 ** power > Math.abs(number)) power--;
  while (2 ** (power + 1) <= Math.abs(number)) power++;
  return [number / 2 ** power, power];
};

/** To the nearest whole number, and from halfway to the even one. */
const nearest = (number: number): number => {
  const below = Math.floor(number);
  const rest = number - below;
  if (rest !== 0.5) return Math.round(number);
  return below % 2 === 0 ? below : below + 1;
};

/** Coefficients of Lanczos' approximation of the gamma function, for g = 7. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

const logGamma = (number: number): number => {
  if (number < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * number))) - logGamma(1 - number);
  const x = number - 1;
  const sum = LANCZOS.slice(1).reduce((total, coefficient, i) => total + coefficient / (x + i + 1), LANCZOS[0] ?? 0);
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
};

const gamma = (number: number): number => {
  if (Number.isInteger(number)) {
    if (number <= 0) return Number.NaN;
    if (number <= 171) return Array.from({ length: number - 1 }, (_, i) => i + 1).reduce((product, factor) => product * factor, 1);
  }
  const size = Math.exp(logGamma(number));
  return number < 0 && Math.floor(number) % 2 !== 0 ? -size : size;
};

/** Of one number. */
const unary: Readonly<Record<string, (number: number) => number>> = {
  floor: Math.floor,
  ceil: Math.ceil,
  round: (number) => Math.sign(number) * Math.round(Math.abs(number)),
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  fabs: Math.abs,
  abs: Math.abs,
  trunc: Math.trunc,
  nearbyint: nearest,
  rint: nearest,
  significand: (number) => split(number)[0],
  logb: (number) => (number === 0 ? Number.NEGATIVE_INFINITY : Number.isFinite(number) ? split(number)[1] : Math.abs(number)),
  exp: Math.exp,
  expm1: Math.expm1,
  exp2: (number) => 2 ** number,
  exp10: (number) => 10 ** number,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  gamma: logGamma,
  lgamma: logGamma,
  lgamma_r: logGamma,
  tgamma: gamma,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
};

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  pow: (base, exponent) => base ** exponent,
  atan2: Math.atan2,
  fmin: (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)),
  fmax: (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)),
  fmod: (a, b) => a % b,
  fdim: (a, b) => Math.max(0, a - b),
  hypot: Math.hypot,
  copysign: (size, sign) => (sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size)),
  drem: (a, b) => a - b * nearest(a / b),
  ldexp: (fraction, power) => fraction * 2 ** power,
  scalb: (fraction, power) => fraction * 2 ** power,
  scalbln: (fraction, power) => fraction * 2 ** power,
};

/** The functions by name and arity; the input is theirs where they have no argument. */
export const mathematics: readonly (readonly [string, (input: Json, args: readonly Json[]) => Json])[] = [
  ...Object.entries(unary).map(([name, apply]) => [`${name}/0`, (input: Json) => apply(numeric(input))] as const),
  ...Object.entries(binary).map(
    ([name, apply]) => [`${name}/2`, (_input: Json, [a = 0, b = 0]: readonly Json[]) => apply(numeric(a), numeric(b))] as const,
  ),
  ['fma/3', (_input, [a = 0, b = 0, c = 0]) => numeric(a) * numeric(b) + numeric(c)],
  [
    'frexp/0',
    (input) => {
      const [fraction, power] = split(numeric(input));
      return fraction === 0 || !Number.isFinite(fraction) ? [fraction, 0] : [fraction / 2, power + 1];
    },
  ],
  [
    'modf/0',
    (input) => {
      const number = numeric(input);
      return Number.isFinite(number) ? [number - Math.trunc(number), Math.trunc(number)] : [0, number];
    },
  ],
];
