/** Message digests: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). */

/** The digest of some bytes, as lower-case hexadecimal digits. */
export type Digest = (bytes: Uint8Array) => string;

/** The message, a one bit, zeros, and its length in bits, in whole blocks of `size` bytes. */
const padded = (bytes: Uint8Array, size: 64 | 128, littleEndian: boolean): DataView => {
  const tail = size / 8;
  const length = Math.ceil((bytes.length + 1 + tail) / size) * size;
  const message = new Uint8Array(length);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.length) * 8n, littleEndian);
  return view;
};

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

const hex = (words: Iterable<number>, littleEndian = false): string => {
  const list = [...words];
  const view = new DataView(new ArrayBuffer(list.length * 4));
  for (const [at, word] of list.entries()) view.setUint32(at * 4, word, littleEndian);
  return Array.from(new Uint8Array(view.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const md5Constants = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0);
const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

export const md5: Digest = (bytes) => {
  const view = padded(bytes, 64, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let at = 0; at < 64; at++) {
      const round = at >> 4;
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
      const word = [at, 5 * at + 1, 3 * at + 5, 7 * at][round] ?? 0;
      const sum = (a + mixed + (md5Constants[at] ?? 0) + view.getInt32(block + (word % 16) * 4, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, md5Shifts[round * 4 + (at % 4)] ?? 0)) | 0];
    }
    [a, b, c, d].forEach((word, at) => {
      state[at] = ((state[at] ?? 0) + word) | 0;
    });
  }
  return hex(state, true);
};

export const sha1: Digest = (bytes) => {
  const view = padded(bytes, 64, false);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 80; at++)
      words[at] = rotate((words[at - 3] ?? 0) ^ (words[at - 8] ?? 0) ^ (words[at - 14] ?? 0) ^ (words[at - 16] ?? 0), 1);
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let at = 0; at < 80; at++) {
      const round = Math.floor(at / 20);
      const mixed = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round] ?? 0;
      const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][round] ?? 0;
      const sum = (rotate(a, 5) + mixed + e + constant + (words[at] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum];
    }
    [a, b, c, d, e].forEach((word, at) => {
      state[at] = ((state[at] ?? 0) + word) | 0;
    });
  }
  return hex(state);
};

/** The first primes. */
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
};

/** The root, rounded down. */
const rootOf = (square: bigint, degree: 2n | 3n): bigint => {
  let [low, high] = [0n, 1n << 70n];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= square) low = middle;
    else high = middle - 1n;
  }
  return low;
};

/** The first 64 bits of the fractional part of a prime's root. */
const fraction = (prime: number, degree: 2n | 3n): bigint => BigInt.asUintN(64, rootOf(BigInt(prime) << (64n * degree), degree));

const cubes = primes(80).map((prime) => fraction(prime, 3n));
const squares = primes(16).map((prime) => fraction(prime, 2n));
const cubes32 = Int32Array.from(cubes.slice(0, 64), (word) => Number(word >> 32n) | 0);

/** SHA-224 and SHA-256: what they start from, and the words of the result. */
const sha2 =
  (start: readonly bigint[], words: number): Digest =>
  (bytes) => {
    const view = padded(bytes, 64, false);
    const state = Int32Array.from(start, (word) => Number(word) | 0);
    const w = new Int32Array(64);
    for (let block = 0; block < view.byteLength; block += 64) {
      for (let at = 0; at < 16; at++) w[at] = view.getInt32(block + at * 4);
      for (let at = 16; at < 64; at++) {
        const [x = 0, y = 0] = [w[at - 15], w[at - 2]];
        const low = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3);
        const high = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10);
        w[at] = ((w[at - 16] ?? 0) + low + (w[at - 7] ?? 0) + high) | 0;
      }
      let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
      for (let at = 0; at < 64; at++) {
        const one = (rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)) + ((e & f) ^ (~e & g)) + h + (cubes32[at] ?? 0) + (w[at] ?? 0);
        const two = (rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => {
        state[at] = ((state[at] ?? 0) + word) | 0;
      });
    }
    return hex(state.slice(0, words));
  };

const rotate64 = (word: bigint, right: bigint): bigint => BigInt.asUintN(64, (word >> right) | (word << (64n - right)));

/** SHA-384 and SHA-512: what they start from, and the words of the result. */
const sha2Long =
  (start: readonly bigint[], words: number): Digest =>
  (bytes) => {
    const view = padded(bytes, 128, false);
    const state = BigUint64Array.from(start);
    const w = new BigUint64Array(80);
    for (let block = 0; block < view.byteLength; block += 128) {
      for (let at = 0; at < 16; at++) w[at] = view.getBigUint64(block + at * 8);
      for (let at = 16; at < 80; at++) {
        const [x = 0n, y = 0n] = [w[at - 15], w[at - 2]];
        const low = rotate64(x, 1n) ^ rotate64(x, 8n) ^ (x >> 7n);
        const high = rotate64(y, 19n) ^ rotate64(y, 61n) ^ (y >> 6n);
        w[at] = (w[at - 16] ?? 0n) + low + (w[at - 7] ?? 0n) + high;
      }
      let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
      for (let at = 0; at < 80; at++) {
        const mixed = (e & f) ^ (BigInt.asUintN(64, ~e) & g);
        const one = (rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n)) + mixed + h + (cubes[at] ?? 0n) + (w[at] ?? 0n);
        const two = (rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, BigInt.asUintN(64, d + one), c, b, a, BigInt.asUintN(64, one + two)];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => {
        state[at] = (state[at] ?? 0n) + word;
      });
    }
    return Array.from(state.slice(0, words), (word) => word.toString(16).padStart(16, '0')).join('');
  };

const second = squares.slice(8);
const first = squares.slice(0, 8);

/** SHA-384 starts from the roots of the next eight primes, SHA-224 from their last 32 bits. */
export const sha224 = sha2(
  second.map((word) => BigInt.asUintN(32, word)),
  7,
);
export const sha256 = sha2(
  first.map((word) => word >> 32n),
  8,
);
export const sha384 = sha2Long(second, 6);
export const sha512 = sha2Long(first, 8);
