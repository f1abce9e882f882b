/** Durations as sleep and timeout take them: `1.5`, `2m`, `1h`, `infinity`. */

const units = new Map([
  ['', 1000],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** The longest wait that timers take, 24 days; nobody waits longer. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds, at most 24 days; undefined for a text that is no duration. */
export const parseDuration = (text: string): number | undefined => {
  const match = /^\s*\+?(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|inf(?:inity)?)([smhd]?)$/i.exec(text);
  const [, number = '', unit = ''] = match ?? [];
  const scale = units.get(unit);
  if (!match || scale === undefined) return undefined;
  const value = /^i/i.test(number) ? Number.POSITIVE_INFINITY : Number(number);
  return Math.min(LONGEST, value * scale);
};
