/** Counts in arguments: decimal numbers with GNU's multiplier suffixes. */

import { CommandError } from '../../os/failure.ts';
import { quote } from '../../os/quote.ts';

const powers = 'KMGTPEZY';

const multiplier = (suffix: string): number => {
  if (suffix === '') return 1;
  if (suffix === 'b') return 512;
  const power = powers.indexOf(suffix.charAt(0).toUpperCase()) + 1;
  return (suffix.endsWith('B') && !suffix.endsWith('iB') ? 1000 : 1024) ** power;
};

/** A count such as `10`, `2K` (2048), `2kB` (2000) or `1b` (512), at most 2^53; throws `MESSAGE: ‘TEXT’`. */
export const parseCount = (text: string, message: string): number => {
  const [, digits, suffix = ''] = /^\s*\+?(\d+)(b|[kKmMGTPEZY](?:i?B)?)?$/.exec(text) ?? [];
  if (digits === undefined) throw new CommandError(`${message}: ${quote(text)}`);
  return Math.min(Number(digits) * multiplier(suffix), Number.MAX_SAFE_INTEGER);
};

/** A decimal number of at least `least`; throws `MESSAGE: ‘TEXT’`. */
export const parseWhole = (text: string, least: number, message: string): number => {
  if (!/^\s*[+-]?\d+$/.test(text)) throw new CommandError(`${message}: ${quote(text)}`);
  if (Number(text) < least) throw new CommandError(`${message}: ${quote(text)}: Numerical result out of range`);
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
};
