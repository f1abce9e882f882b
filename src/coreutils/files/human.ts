/** Sizes as people read them (gnulib's human_ceiling). */

const letters = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** `1.2K`: rounded up, with one decimal below 10; `base` is 1024, or 1000 (whose kilo is `k`). */
export const humanSize = (bytes: number, base: 1000 | 1024 = 1024): string => {
  let power = 0;
  while (bytes >= base ** (power + 1) && power < letters.length - 1) power += 1;
  if (power === 0) return String(bytes);
  const tenths = Math.ceil((bytes * 10) / base ** power);
  const whole = Math.ceil(bytes / base ** power);
  const letter = base === 1000 && power === 1 ? 'k' : letters[power];
  if (tenths < 100) return `${(tenths / 10).toFixed(1)}${letter}`;
  // Rounding up may reach the next unit.
  return whole >= base ? `1.0${letters[power + 1]}` : `${whole}${letter}`;
};
