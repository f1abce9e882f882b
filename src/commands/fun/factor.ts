/** factor: prints prime factors. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { lineBatches } from '../../os/stream.ts';

const SMALL_PRIMES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n];

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n;
  for (let square = base % modulus, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
};

/** Whether `base` proves that odd `n` is composite. */
const isWitness = (n: bigint, base: bigint): boolean => {
  let odd = n - 1n;
  let halvings = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) halvings++;
  let value = power(base, odd, n);
  if (value === 1n || value === n - 1n) return false;
  for (let i = 1; i < halvings; i++) {
    value = (value * value) % n;
    if (value === n - 1n) return false;
  }
  return true;
};

/** Certain below 3.3 × 10^24, where these bases are known to suffice; beyond, as good as certain. */
const isPrime = (n: bigint): boolean => {
  for (const prime of SMALL_PRIMES) if (n % prime === 0n) return n === prime;
  return n > 1n && SMALL_PRIMES.every((base) => !isWitness(n, base));
};

const gcd = (a: bigint, b: bigint): bigint => {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
};

/** Steps between two calls of `pace`, and differences multiplied before one gcd. */
const STRIDE = 128;

/** A factor of composite odd `n`, by Pollard's rho with the polynomial x² + c. */
const findFactor = async (n: bigint, pace: () => Promise<void> | undefined): Promise<bigint> => {
  for (let c = 1n; ; c++) {
    const next = (x: bigint): bigint => (x * x + c) % n;
    let [slow, fast, divisor] = [2n, 2n, 1n];
    while (divisor === 1n) {
      await pace();
      const [slowStart, fastStart] = [slow, fast];
      let product = 1n;
      for (let i = 0; i < STRIDE; i++) {
        slow = next(slow);
        fast = next(next(fast));
        product = (product * (slow > fast ? slow - fast : fast - slow)) % n;
      }
      divisor = gcd(product, n);
      if (divisor !== n) continue;
      // Both cycles closed within this stride: go through it again, one step at a time.
      [slow, fast, divisor] = [slowStart, fastStart, 1n];
      while (divisor === 1n) {
        slow = next(slow);
        fast = next(next(fast));
        divisor = gcd(slow > fast ? slow - fast : fast - slow, n);
      }
    }
    if (divisor !== n) return divisor;
  }
};

/** The prime factors of a positive number, smallest first; none of 1. */
export const factorize = async (n: bigint, pace: () => Promise<void> | undefined): Promise<readonly bigint[]> => {
  const factors: bigint[] = [];
  let rest = n;
  for (const prime of SMALL_PRIMES) for (; rest % prime === 0n && rest > 1n; rest /= prime) factors.push(prime);
  const waiting = rest > 1n ? [rest] : [];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (isPrime(number)) factors.push(number);
    else {
      const divisor = await findFactor(number, pace);
      waiting.push(divisor, number / divisor);
    }
  }
  return factors.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
};

/** Digits of a number; more would take longer than anybody waits. */
const DIGITS = 38;

/** Prints one number's factors; false when it is no number. */
const print = async (process: Process, word: string): Promise<boolean> => {
  if (!/^\+?\d+$/.test(word)) {
    await warn(process, `${quote(word)} is not a valid positive integer`);
    return false;
  }
  const digits = word.replace(/^\+?0*(?=\d)/, '');
  if (digits.length > DIGITS) {
    await warn(process, `${quote(word)} is too large`);
    return false;
  }
  const number = BigInt(digits);
  const factors = number === 0n ? [] : await factorize(number, process.pace);
  await process.stdout.write(`${[`${number}:`, ...factors].join(' ')}\n`);
  return true;
};

async function* inputWords(process: Process): AsyncGenerator<string> {
  for await (const { lines } of lineBatches(process.stdin)) yield* lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '');
}

export default defineCommand({
  name: 'factor',
  summary: 'Print the prime factors of numbers',
  topic: 'fun',
  options: {},
  dialect: coreutils,
  operands: [{ name: 'NUMBER', kind: 'text', optional: true, repeat: true }],
  description: ['Without NUMBER, numbers are read from standard input.'],
  examples: [
    { line: 'factor 2017', shows: 'A prime' },
    { line: 'seq 10 13 | factor', shows: 'Several' },
  ],
  statuses: { 1: 'something is no number' },
  seeAlso: ['expr', 'seq'],
  run: async (process, { operands }) => {
    let status = SUCCESS;
    for await (const word of operands.length > 0 ? operands : inputWords(process)) {
      await process.pace();
      if (!(await print(process, word))) status = FAILURE;
    }
    return status;
  },
});
