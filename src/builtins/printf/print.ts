/** One printing of a format with its arguments: what printf writes, and what it complains of. */
import { expandEscapes } from '../../coreutils/printf/escapes.ts';
import {
  type Directive,
  type FormatPart,
  formatFloat,
  formatInteger,
  formatText,
  type Layout,
  layoutOf,
  parseFormat,
} from '../../coreutils/printf/format.ts';
import { fromFraction, parseLongDouble } from '../../coreutils/printf/long-double.ts';
import { toDateTime, type Zone } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';

/** A number, and what is wrong with its spelling. */
export interface ParsedInteger {
  readonly value: bigint;
  /** `range` is a warning; the rest are errors. */
  readonly problem?: 'range' | 'invalid number' | 'invalid octal number' | 'invalid hex number';
}

const signed = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const unsigned = [-(2n ** 64n) + 1n, 2n ** 64n - 1n] as const;

/** Numbers of more digits are out of range whatever they are. */
const DIGITS = 64;

/** `'A` and `"A` stand for the code of their character; undefined for other arguments. */
const characterCode = (argument: string): number | undefined => (/^['"]/.test(argument) ? (argument.codePointAt(1) ?? 0) : undefined);

const problemOf = (text: string, rest: string): ParsedInteger['problem'] => {
  if (rest === '') return undefined;
  if (/^0[0-9]/.test(text)) return 'invalid octal number';
  return /^0[xX]/.test(text) ? 'invalid hex number' : 'invalid number';
};

/** Decimal, `0x` hexadecimal or `0` octal; a bad argument has the value of its good beginning. */
const parseInteger = (argument: string, isSigned: boolean): ParsedInteger => {
  const code = characterCode(argument);
  if (code !== undefined) return { value: BigInt(code) };
  const [, sign = '', text = ''] = /^\s*([-+]?)(.*)$/s.exec(argument) ?? [];
  const [digits = ''] = /^(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text) ?? [];
  if (digits === '') return argument === '' ? { value: 0n } : { value: 0n, problem: 'invalid number' };
  const size = digits.length > DIGITS ? unsigned[1] + 1n : BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = sign === '-' ? -size : size;
  const [least, most] = isSigned ? signed : unsigned;
  const problem = problemOf(text, text.slice(digits.length));
  if (value < least || value > most) return { value: value < 0n && isSigned ? least : most, problem: problem ?? 'range' };
  return problem ? { value, problem } : { value };
};

/** What directives need of the surroundings. */
export interface Surroundings {
  /** The clock that `%(…)T` reads. */
  now(): number;
  readonly zone: Zone;
  /** As `%q` spells a text. */
  quote(text: string): string;
}

const integers = new Set(['d', 'i', 'u', 'o', 'x', 'X']);
const floats = new Set(['f', 'F', 'e', 'E', 'g', 'G', 'a', 'A']);

/** The state of one call of printf. */
export class Printer {
  readonly #parts: readonly FormatPart[];
  readonly #args: readonly string[];
  readonly #surroundings: Surroundings;
  #next = 0;
  /** A `\c` or a bad directive was met: nothing more is printed. */
  stopped = false;
  failed = false;
  /** Complaints so far. */
  readonly problems: string[] = [];

  constructor(format: string, args: readonly string[], surroundings: Surroundings) {
    this.#args = args;
    this.#surroundings = surroundings;
    this.#parts = parseFormat(format).map((part) => {
      if (typeof part !== 'string') return part;
      const { text, problems } = expandEscapes(part, 'format');
      this.problems.push(...problems);
      return text;
    });
  }

  /** The whole format once. */
  round(): string {
    const before = this.#next;
    let output = '';
    for (const part of this.#parts) {
      if (this.stopped) break;
      output += typeof part === 'string' ? part : this.#directive(part);
    }
    if (this.#next === before || this.#next >= this.#args.length) this.stopped = true;
    return output;
  }

  #argument(): string | undefined {
    return this.#args[this.#next++];
  }

  #integer(text: string | undefined, isSigned: boolean): bigint {
    if (text === undefined) return 0n;
    const { value, problem } = parseInteger(text, isSigned);
    if (problem === 'range') this.problems.push(`warning: ${text}: Numerical result out of range`);
    else if (problem) this.#fail(`${text}: ${problem}`);
    return value;
  }

  #fail(problem: string): void {
    this.problems.push(problem);
    this.failed = true;
  }

  #size(size: Directive['width']): number | undefined {
    return size === '*' ? Number(this.#integer(this.#argument(), true)) : size;
  }

  #directive(directive: Directive): string {
    const { conversion, source, time } = directive;
    const width = this.#size(directive.width) ?? 0;
    const layout = layoutOf(directive, width, this.#size(directive.precision));
    if (integers.has(conversion)) {
      const isSigned = conversion === 'd' || conversion === 'i';
      return formatInteger(this.#integer(this.#argument(), isSigned), conversion, layout);
    }
    if (floats.has(conversion)) return this.#float(conversion, layout);
    if (conversion === 'T' && time !== undefined) return formatText(this.#time(time), layout);
    const text = this.#text(conversion, layout);
    if (text !== undefined) return text;
    this.#fail(conversion === '' ? `\`${source}': missing format character` : `\`${conversion}': invalid format character`);
    this.stopped = true;
    return '';
  }

  #float(conversion: string, layout: Layout): string {
    const text = this.#argument() ?? '';
    const code = characterCode(text);
    const { value, rest } = code === undefined ? parseLongDouble(text) : { value: fromFraction(false, BigInt(code), 1n), rest: '' };
    if (rest !== '') this.#fail(`${text}: invalid number`);
    return formatFloat(value, conversion, layout);
  }

  #time(format: string): string {
    const text = this.#argument();
    const seconds = text === undefined ? -1n : this.#integer(text, true);
    const at = seconds === -1n || seconds === -2n ? this.#surroundings.now() : Number(seconds) * 1000;
    const time = toDateTime(at, this.#surroundings.zone);
    return time ? strftime(format === '' ? '%X' : format, time) : '';
  }

  #text(conversion: string, layout: Layout): string | undefined {
    const unlimited = { ...layout, precision: undefined };
    if (conversion === 's') return formatText(this.#argument() ?? '', layout);
    // Of a character that is more than one byte, bash prints the first byte, which stands for none.
    if (conversion === 'c') {
      const [first = '\0'] = this.#argument() ?? '';
      return first > '\x7f' ? formatText('x', unlimited).replace('x', '\ufffd') : formatText(first, unlimited);
    }
    if (conversion === 'q') return formatText(this.#surroundings.quote(this.#argument() ?? ''), layout);
    if (conversion === 'Q')
      return formatText(this.#surroundings.quote(formatText(this.#argument() ?? '', { ...layout, width: 0 })), unlimited);
    if (conversion === 'n') return (this.#argument() ?? '').slice(0, 0);
    if (conversion !== 'b') return undefined;
    const { text, stopped, problems } = expandEscapes(this.#argument() ?? '', 'argument');
    this.problems.push(...problems);
    this.stopped ||= stopped;
    return formatText(text, layout);
  }
}
