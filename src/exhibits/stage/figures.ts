/** How numbers are written where there is little room: counts, shares, spans of time. */

const units = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Three significant digits at most, without zeros that say nothing. */
const brief = (value: number): string => (value >= 99.95 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

/** A whole number with its thousands apart: `6,144`. */
export const count = (value: number): string => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');

/** A number in three digits and a unit of the short scale: `24.4 M`, `150 B`; as it is below a thousand. */
export const short = (value: number): string => {
  const [size, unit] = units.find(([least]) => value >= least * 0.9995) ?? [1, ''];
  return unit === '' ? brief(value) : `${brief(value / size)} ${unit}`;
};

/** A share of one as a whole percentage: `48 %`; nothing of nothing is 0 %. */
export const percent = (share: number): string => `${Math.round(100 * (Number.isFinite(share) ? share : 0))} %`;

const spans = [
  [86_400, 'd', 3600, 'h'],
  [3600, 'h', 60, 'min'],
  [60, 'min', 1, 's'],
] as const;

/** A span of time, given in seconds, in its two largest units: `3 d 4 h`, `12 min 5 s`, `4.2 s`, `350 ms`, `80 µs`; `–` when it has no end. */
export const duration = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 0.0009995) return `${brief(seconds * 1e6)} µs`;
  if (seconds < 0.9995) return `${brief(seconds * 1e3)} ms`;
  const [large, name, small, rest] = spans.find(([least]) => Math.round(seconds) >= least) ?? [];
  if (large === undefined) return `${brief(seconds)} s`;
  const whole = Math.floor((Math.round(seconds) + (small > 1 ? small / 2 : 0)) / small) * small;
  const left = Math.round((whole % large) / small);
  return `${count(Math.floor(whole / large))} ${name}${left > 0 ? ` ${left} ${rest}` : ''}`;
};
