/** Integer constants as arithmetic expressions write them (bash manual, "Shell Arithmetic"). */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

/** The constant's value in 64-bit two's complement, or bash's words for what is wrong with it: decimal, `0`octal, `0x`hex, `base#digits`. */
export function readNumber(text: string): bigint | string {
  const [head = '', tail, extra] = text.split('#');
  if (extra !== undefined) return `invalid number`;
  if (tail === undefined) return /^0x/i.test(text) ? inBase(text.slice(2), 16) : inBase(text, text.startsWith('0') ? 8 : 10);
  const base = inBase(head, 10);
  if (typeof base !== 'bigint') return base;
  if (base < 2n || base > 64n) return `invalid arithmetic base`;
  return tail ? inBase(tail, Number(base)) : `invalid integer constant`;
}

function inBase(text: string, base: number): bigint | string {
  let value = 0n;
  for (const char of base > 36 ? text : text.toLowerCase()) {
    const digit = DIGITS.indexOf(char);
    if (digit < 0 || digit >= base) return `value too great for base`;
    value = BigInt.asIntN(64, value * BigInt(base) + BigInt(digit));
  }
  return value;
}
