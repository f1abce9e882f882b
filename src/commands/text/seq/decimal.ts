/** Decimal numbers as seq takes them: exact, so that 0.1 added ten times is 1. */

import { misuse } from '../../../coreutils/text/misuse.ts';
import { quote } from '../../../coreutils/text/quote.ts';

/** The value is digits / 10^scale. */
export interface Decimal {
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
  if (/^[-+]?nan$/i.test(text)) throw misuse('seq', `invalid ${quote('not-a-number')} argument: ${quote(operand)}`);
  const [, sign = '', whole = '', fraction = '', power = '0'] = decimalPattern.exec(text) ?? [];
  if (whole === '' && fraction === '') throw misuse('seq', `invalid floating point argument: ${quote(operand)}`);
  const scale = fraction.length - Number(power);
  const digits = BigInt(whole + fraction);
  if (scale < -EXPONENT) return { ...finite(sign, 1n, 0, 3), infinite: digits !== 0n };
  if (scale > EXPONENT) return finite(sign, 0n, 0, 1);
  if (scale <= 0) return finite(sign, digits * 10n ** BigInt(-scale), 0, Math.max(1, whole.length + Number(power)));
  return finite(sign, digits, scale, Math.max(1, whole.length + Number(power)) + 1 + scale);
};

/** The digits of the number at another scale, at least its own. */
export const atScale = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

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
