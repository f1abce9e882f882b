/** Formats of printf: the directives in them, and what these make of numbers and texts. */

import { LimitError } from '../../os/limits.ts';
import { byteLength } from '../../os/vfs.ts';
import { divideRounded, type LongDouble } from './long-double.ts';

/** Where a value goes. `*` takes width or precision from the values. */
export interface Directive {
  /** As it was written. */
  readonly source: string;
  readonly flags: string;
  readonly width: number | '*' | undefined;
  readonly precision: number | '*' | undefined;
  /** Its letter; empty when the format ended before it. */
  readonly conversion: string;
  /** What `%(…)T` has between its parentheses. */
  readonly time: string | undefined;
}

/** A literal text (escapes untouched) or a directive. */
export type FormatPart = string | Directive;

/** How a value is set: width in characters of the output, already resolved. */
export interface Layout {
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number | undefined;
}

const withLengths = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?[hlLjzt]*(?:\(([^)]*)\)(?=T))?(.?)/suy;
const withoutLengths = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?()(.?)/suy;

const size = (text: string | undefined): number | '*' | undefined => (text === undefined ? undefined : text === '*' ? '*' : Number(text));

/**
 * Splits a format; `%%` becomes the literal text `%`, escapes are left alone. C's length modifiers (`%ld`) are passed over, unless
 * their letters are directives of their own, as in `stat`.
 */
export const parseFormat = (format: string, lengths = true): FormatPart[] => {
  const directive = lengths ? withLengths : withoutLengths;
  const parts: FormatPart[] = [];
  let at = 0;
  for (let percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', at)) {
    if (percent > at) parts.push(format.slice(at, percent));
    directive.lastIndex = percent;
    const [source = '%', flags = '', width, precision, time, conversion = ''] = directive.exec(format) ?? [];
    at = percent + source.length;
    if (source === '%%') parts.push('%');
    else parts.push({ source, flags, width: size(width), precision: size(precision), conversion, time });
  }
  if (at < format.length) parts.push(format.slice(at));
  return parts;
};

/** The layout of a directive, given what its `*`s stand for: a negative width means left, a negative precision none. */
export const layoutOf = ({ flags }: Directive, width: number, precision: number | undefined): Layout => ({
  left: flags.includes('-') || width < 0,
  plus: flags.includes('+'),
  space: flags.includes(' '),
  alternate: flags.includes('#'),
  zero: flags.includes('0'),
  width: Math.abs(width),
  precision: precision !== undefined && precision < 0 ? undefined : precision,
});

/** Characters that one directive may print. */
export const FIELD_WIDTH = 1_000_000;
/** A long double has no more digits than these behind its point. */
const FRACTION_DIGITS = 16_500;

const bounded = (size: number): number => {
  if (size > FIELD_WIDTH) throw new LimitError('field width', FIELD_WIDTH);
  return size;
};

const pad = (prefix: string, body: string, layout: Layout, zero: boolean, length = prefix.length + body.length): string => {
  const gap = Math.max(0, bounded(layout.width) - length);
  if (layout.left) return prefix + body + ' '.repeat(gap);
  return zero ? prefix + '0'.repeat(gap) + body : ' '.repeat(gap) + prefix + body;
};

const sign = (negative: boolean, layout: Layout): string => (negative ? '-' : layout.plus ? '+' : layout.space ? ' ' : '');

const bases = new Map([
  ['o', 8],
  ['x', 16],
  ['X', 16],
]);

/** An integer by `d`, `i`, `u`, `o`, `x` or `X`; all but the first two show a negative one in 64-bit two's complement. */
export const formatInteger = (value: bigint, conversion: string, layout: Layout): string => {
  const signed = conversion === 'd' || conversion === 'i';
  const magnitude = signed ? (value < 0n ? -value : value) : BigInt.asUintN(64, value);
  const digits = magnitude.toString(bases.get(conversion) ?? 10);
  const precise = magnitude === 0n && layout.precision === 0 ? '' : digits.padStart(bounded(layout.precision ?? 1), '0');
  const octal = conversion === 'o' && layout.alternate && !precise.startsWith('0') ? `0${precise}` : precise;
  const hex = conversion.toLowerCase() === 'x' && layout.alternate && magnitude !== 0n ? '0x' : '';
  const text = pad(signed ? sign(value < 0n, layout) : hex, octal, layout, layout.zero && layout.precision === undefined);
  return conversion === 'X' ? text.toUpperCase() : text;
};

/** A text; width and precision count bytes of UTF-8, as bash's do, but no character is cut. */
export const formatText = (text: string, layout: Layout): string => {
  if (layout.precision === undefined && layout.width === 0) return text;
  let kept = text;
  if (layout.precision !== undefined) {
    let bytes = 0;
    kept = '';
    for (const character of text) {
      bytes += byteLength(character);
      if (bytes > layout.precision) break;
      kept += character;
    }
  }
  return pad('', kept, layout, false, byteLength(kept));
};

/** The digits of `value` × 10^`places`, rounded once. */
const scaledDigits = ({ mantissa, exponent }: LongDouble, places: number): string => {
  const numerator = mantissa * 10n ** BigInt(Math.max(0, places));
  const denominator = 10n ** BigInt(Math.max(0, -places));
  const digits =
    exponent >= 0 ? divideRounded(numerator << BigInt(exponent), denominator) : divideRounded(numerator, denominator << BigInt(-exponent));
  return digits.toString();
};

const point = (whole: string, fraction: string, alternate: boolean): string =>
  fraction === '' && !alternate ? whole : `${whole}.${fraction}`;

const fixed = (value: LongDouble, precision: number, alternate: boolean): string => {
  const places = Math.min(precision, FRACTION_DIGITS);
  const digits = scaledDigits(value, places).padStart(places + 1, '0');
  const split = digits.length - places;
  return point(digits.slice(0, split), digits.slice(split) + '0'.repeat(precision - places), alternate);
};

/** `precision` + 1 significant digits and the decimal exponent of the first. */
const significant = (value: LongDouble, precision: number): { readonly digits: string; readonly exponent: number } => {
  if (value.mantissa === 0n) return { digits: '0'.repeat(precision + 1), exponent: 0 };
  const kept = Math.min(precision, FRACTION_DIGITS);
  let exponent = Math.floor((value.exponent + 63) * Math.log10(2));
  let digits = scaledDigits(value, kept - exponent);
  while (digits.length !== kept + 1) {
    exponent += digits.length > kept + 1 ? 1 : -1;
    digits = scaledDigits(value, kept - exponent);
  }
  return { digits: digits + '0'.repeat(precision - kept), exponent };
};

const power = (letter: string, exponent: number, width: number): string =>
  `${letter}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;

const scientific = (value: LongDouble, precision: number, alternate: boolean): string => {
  const { digits, exponent } = significant(value, precision);
  return point(digits.charAt(0), digits.slice(1), alternate) + power('e', exponent, 2);
};

const general = (value: LongDouble, precision: number, alternate: boolean): string => {
  const wanted = precision || 1;
  const { exponent } = significant(value, wanted - 1);
  const text =
    exponent < -4 || exponent >= wanted ? scientific(value, wanted - 1, alternate) : fixed(value, wanted - 1 - exponent, alternate);
  const [digits = '', tail] = text.split('e');
  if (alternate || !digits.includes('.')) return text;
  return digits.replace(/\.?0+$/, '') + (tail === undefined ? '' : `e${tail}`);
};

const hexadecimal = (value: LongDouble, precision: number | undefined, alternate: boolean): string => {
  const places = Math.min(15, precision ?? 15);
  const rounded = divideRounded(value.mantissa, 1n << BigInt(4 * (15 - places)));
  const digits = rounded.toString(16).padStart(places + 1, '0');
  const carried = digits.length > places + 1;
  const whole = carried ? '1' : digits.charAt(0);
  const fraction = carried ? '0'.repeat(places) : digits.slice(1);
  const shown = precision === undefined ? fraction.replace(/0+$/, '') : fraction.padEnd(precision, '0');
  const exponent = value.mantissa === 0n ? 0 : value.exponent + 60 + (carried ? 4 : 0);
  return point(whole, shown, alternate) + power('p', exponent, 1);
};

const body = (value: LongDouble, conversion: string, { precision, alternate }: Layout): string => {
  const places = bounded(precision ?? 6);
  if (conversion === 'f') return fixed(value, places, alternate);
  if (conversion === 'e') return scientific(value, places, alternate);
  return conversion === 'g' ? general(value, places, alternate) : hexadecimal(value, precision, alternate);
};

/** A floating-point number by `f`, `e`, `g`, `a` or their capitals. */
export const formatFloat = (value: LongDouble, conversion: string, layout: Layout): string => {
  const kind = conversion.toLowerCase();
  const finite = value.kind === 'finite';
  const digits = finite ? body(value, kind, layout) : value.kind === 'nan' ? 'nan' : 'inf';
  const prefix = sign(value.negative, layout) + (finite && kind === 'a' ? '0x' : '');
  const text = pad(prefix, digits, layout, layout.zero && finite);
  return conversion === kind ? text : text.toUpperCase();
};
