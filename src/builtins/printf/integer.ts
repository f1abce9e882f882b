/** Numbers in printf's arguments, as strtoimax(3) and strtoumax(3) read them. */

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
export const characterCode = (argument: string): number | undefined =>
  /^['"]/.test(argument) ? (argument.codePointAt(1) ?? 0) : undefined;

const problemOf = (text: string, rest: string): ParsedInteger['problem'] => {
  if (rest === '') return undefined;
  if (/^0[0-9]/.test(text)) return 'invalid octal number';
  return /^0[xX]/.test(text) ? 'invalid hex number' : 'invalid number';
};

/** Decimal, `0x` hexadecimal or `0` octal; a bad argument has the value of its good beginning. */
export const parseInteger = (argument: string, isSigned: boolean): ParsedInteger => {
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
