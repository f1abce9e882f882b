/** Tab stops, as expand and unexpand take them. */
import { CommandError } from '../os/failure.ts';
import { quote } from '../os/quote.ts';

/** The column of the first tab stop after `column`; undefined beyond the last. */
export type TabStops = (column: number) => number | undefined;

const every =
  (size: number, from = 0): TabStops =>
  (column) =>
    column + size - ((column - from) % size);

/** A stop's number; the message names what is wrong. */
const stop = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new CommandError(`tab size contains invalid character(s): ${quote(text)}`);
  if (Number(text) === 0) throw new CommandError('tab size cannot be 0');
  return Number(text);
};

/** Parses `8`, or a list `4,8,20` whose last may be `/N` (then every multiple of N) or `+N` (then every N more). */
export const parseTabs = (list: string): TabStops => {
  const parts = list.split(/[,\s]+/).filter((part) => part !== '');
  const mark = parts.at(-1)?.charAt(0);
  const rest = mark === '/' || mark === '+' ? stop((parts.pop() ?? '').slice(1)) : undefined;
  const stops = parts.map(stop);
  if (stops.some((each, i) => i > 0 && each <= (stops[i - 1] ?? 0))) throw new CommandError('tab sizes must be ascending');
  const [only] = stops;
  if (stops.length === 1 && rest === undefined && only !== undefined) return every(only);
  const beyond = rest === undefined ? () => undefined : every(rest, mark === '+' ? (stops.at(-1) ?? 0) : 0);
  return (column) => stops.find((each) => each > column) ?? beyond(column);
};
