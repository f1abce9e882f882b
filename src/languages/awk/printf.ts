/** awk's numbers as text: printf's directives, and the conversion by CONVFMT or OFMT. */
import { type Directive, type FormatPart, formatFloat, formatInteger, layoutOf, parseFormat } from '../../coreutils/printf/format.ts';
import { fromFraction, type LongDouble } from '../../coreutils/printf/long-double.ts';
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import { NumericText, toNumber, type Value } from './value.ts';

/** The number as the shared conversions take it; a double is a fraction by a power of two. */
const toLongDouble = (number: number): LongDouble => {
  const negative = number < 0 || Object.is(number, -0);
  if (!Number.isFinite(number)) return { ...fromFraction(negative, 0n, 1n), kind: Number.isNaN(number) ? 'nan' : 'infinite' };
  let magnitude = Math.abs(number);
  let denominator = 1n;
  for (; !Number.isInteger(magnitude); magnitude *= 2) denominator *= 2n;
  return fromFraction(negative, BigInt(magnitude), denominator);
};

/** The shortest decimal ends in a 5 just beyond the precision: the one case in which JavaScript may round otherwise than C. */
const mayTie = (number: number, places: number): boolean => String(number).endsWith('5') || places > 15;

const plain = { left: false, plus: false, space: false, alternate: false, zero: false, width: 0 };

/** `%.Ng` without padding. */
const general = (number: number, precision: number): string => {
  const text = mayTie(number, precision)
    ? formatFloat(toLongDouble(number), 'g', { ...plain, precision })
    : number.toPrecision(precision || 1);
  if (mayTie(number, precision)) return text;
  const [digits = '', exponent] = text.split('e');
  const power = exponent === undefined ? Math.floor(Math.log10(Math.abs(number))) : Number(exponent);
  // toPrecision turns to exponents below 1e-6, C below 1e-4.
  if (exponent === undefined && power < -4) return formatFloat(toLongDouble(number), 'g', { ...plain, precision });
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return exponent === undefined ? short : `${short}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
};

/** A number as text: an integer as one, anything else by the format (CONVFMT or OFMT). */
export const numberToText = (number: number, format: string): string => {
  if (Number.isInteger(number)) return Math.abs(number) < 1e16 ? String(number) : String(BigInt(number));
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'nan' : number < 0 ? '-inf' : 'inf';
  const precision = /^%\.(\d\d?)g$/.exec(format)?.[1];
  return precision === undefined ? printf(format, [number]) : general(number, Number(precision));
};

const parsed = new Map<string, readonly FormatPart[]>();
/** Formats that are kept parsed. */
const KEPT = 200;

const partsOf = (format: string): readonly FormatPart[] => {
  let parts = parsed.get(format);
  if (!parts) {
    if (parsed.size >= KEPT) parsed.clear();
    parts = parseFormat(format);
    parsed.set(format, parts);
  }
  return parts;
};

const pad = (text: string, width: number, left: boolean): string => {
  const gap = ' '.repeat(Math.max(0, width - Array.from(text).length));
  return left ? text + gap : gap + text;
};

const toBigInt = (number: number): bigint => (Number.isFinite(number) ? BigInt(Math.trunc(number)) : 0n);

const asText = (value: Value): string => {
  if (typeof value === 'number') return numberToText(value, '%.6g');
  return value instanceof NumericText ? value.text : (value ?? '');
};

/** The arguments of one call, taken one by one; there must be enough. */
class ValueQueue {
  readonly #values: readonly Value[];
  readonly #format: string;
  #at = 0;

  constructor(format: string, values: readonly Value[]) {
    this.#format = format;
    this.#values = values;
  }

  next(): Value {
    if (this.#at >= this.#values.length) throw new CommandError(`not enough arguments passed to printf("${this.#format}")`, USAGE);
    return this.#values[this.#at++];
  }

  size(given: number | '*' | undefined): number | undefined {
    return given === '*' ? Math.trunc(toNumber(this.next())) : given;
  }
}

const character = (value: Value): string => {
  if (typeof value !== 'number') return Array.from(asText(value))[0] ?? '';
  const code = Math.trunc(value);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

const show = (directive: Directive, args: ValueQueue): string => {
  const width = args.size(directive.width) ?? 0;
  const precision = args.size(directive.precision);
  const layout = layoutOf(directive, width, precision);
  const { conversion } = directive;
  switch (conversion) {
    case 'c':
      return pad(character(args.next()), layout.width, layout.left);
    case 's': {
      const text = asText(args.next());
      return pad(layout.precision === undefined ? text : Array.from(text).slice(0, layout.precision).join(''), layout.width, layout.left);
    }
    case 'd':
    case 'i':
    case 'o':
    case 'x':
    case 'X':
    case 'u': {
      const number = toNumber(args.next());
      return Number.isFinite(number) ? formatInteger(toBigInt(number), conversion, layout) : formatFloat(toLongDouble(number), 'f', layout);
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A': {
      const number = toNumber(args.next());
      const places = layout.precision ?? 6;
      const isPlain = conversion === 'f' && Math.abs(number) < 1e15 && !layout.zero && !layout.plus && !layout.space && !layout.alternate;
      if (!isPlain || mayTie(number, places)) return formatFloat(toLongDouble(number), conversion, layout);
      return pad((Object.is(number, -0) ? '-' : '') + number.toFixed(places), layout.width, layout.left);
    }
    case '%':
      return '%';
    default:
      return directive.source;
  }
};

/** printf(3) over awk's values; a number that is no integer is set as `%s` by `%.6g`. Throws when there are too few. */
export const printf = (format: string, values: readonly Value[]): string => {
  const args = new ValueQueue(format, values);
  return partsOf(format)
    .map((part) => (typeof part === 'string' ? part : show(part, args)))
    .join('');
};
