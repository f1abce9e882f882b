/** Calendars as blocks of lines, in the British calendar: Julian until 2 September 1752, Gregorian from the 14th on. */
import { monthNames } from '../../../coreutils/time/strftime.ts';
import { type Line, type Piece, plain } from '../../../term/style.ts';

/** A month; `month` is 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** How calendars are set. */
export interface MonthStyle {
  readonly mondayFirst: boolean;
  /** Days of the year instead of those of the month. */
  readonly ordinal: boolean;
  /** Shown inverted, if the terminal has styles. */
  readonly today: (Month & { readonly day: number }) | undefined;
}

const REFORM = { year: 1752, month: 9, last: 2, next: 14 } as const;

/** Months since the year 0. */
const monthIndex = ({ year, month }: Month): number => year * 12 + month - 1;

/** The month that is so many months later. */
export const laterMonth = (from: Month, by: number): Month => {
  const index = monthIndex(from) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
};

const isReform = (month: Month): boolean => monthIndex(month) === monthIndex(REFORM);
const isJulian = (month: Month): boolean => monthIndex(month) < monthIndex(REFORM);

const isLeap = (year: number): boolean => year % 4 === 0 && (isJulian({ year, month: 2 }) || year % 100 !== 0 || year % 400 === 0);

const lengthOf = ({ year, month }: Month): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** The days that a month has. */
const daysOf = (month: Month): readonly number[] => {
  const all = Array.from({ length: lengthOf(month) }, (_, index) => index + 1);
  return isReform(month) ? all.filter((day) => day <= REFORM.last || day >= REFORM.next) : all;
};

/** Days since some Sunday (the Julian day number, shifted). */
const dayNumber = (at: Month, day: number): number => {
  const shift = Math.floor((14 - at.month) / 12);
  const years = at.year + 4800 - shift;
  const months = at.month + 12 * shift - 3;
  const plain = day + Math.floor((153 * months + 2) / 5) + 365 * years + Math.floor(years / 4);
  const julian = isJulian(at) || (isReform(at) && day <= REFORM.last);
  return julian ? plain - 32083 + 1 : plain - Math.floor(years / 100) + Math.floor(years / 400) - 32045 + 1;
};

/** The day's number within its year, from 1. */
const yearDay = (at: Month, day: number): number => dayNumber(at, day) - dayNumber({ year: at.year, month: 1 }, 1) + 1;

/** Cells of a block: seven days with a blank between them. */
const blockWidth = ({ ordinal }: MonthStyle): number => (ordinal ? 27 : 20);

/** A text in the middle of so many cells, without blanks after it. */
const centred = (text: string, width: number): string => ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;

const weekdays = (style: MonthStyle): string => {
  const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
  const ordered = style.mondayFirst ? [...names.slice(1), 'Su'] : names;
  return ordered.map((name) => name.padStart(style.ordinal ? 3 : 2)).join(' ');
};

const dayPiece = (at: Month, day: number, { ordinal, today }: MonthStyle): Piece => {
  const text = String(ordinal ? yearDay(at, day) : day);
  const isToday = today !== undefined && monthIndex(today) === monthIndex(at) && today.day === day;
  return isToday ? { text, style: { inverse: true } } : { text };
};

const weeks = (at: Month, style: MonthStyle): readonly Line[] => {
  const cell = style.ordinal ? 3 : 2;
  const lines: Piece[][] = [];
  for (const day of daysOf(at)) {
    const column = (dayNumber(at, day) + (style.mondayFirst ? 6 : 0)) % 7;
    if (lines.length === 0 || column === 0) lines.push([{ text: ' '.repeat(column * (cell + 1)) }]);
    const piece = dayPiece(at, day, style);
    const line = lines.at(-1);
    if (line && line.length > 1) line.push({ text: ' ' });
    line?.push({ text: ' '.repeat(cell - piece.text.length) }, piece);
  }
  return lines;
};

/** The month's heading, its weekdays and its weeks; the heading names the year when asked. */
const monthBlock = (at: Month, style: MonthStyle, withYear: boolean): readonly Line[] => {
  const name = monthNames[at.month - 1] ?? '';
  const heading = centred(withYear ? `${name} ${at.year}` : name, blockWidth(style));
  return [[{ text: heading, style: { role: 'heading' } }], [{ text: weekdays(style), style: { role: 'muted' } }], ...weeks(at, style)];
};

/** Columns between two blocks. */
const GAP = 2;

/** Blocks side by side. */
const beside = (blocks: readonly (readonly Line[])[], width: number): readonly Line[] => {
  const height = blocks.reduce((most, block) => Math.max(most, block.length), 0);
  return Array.from({ length: height }, (_, row) => {
    const filled = blocks.findLastIndex((block) => (block[row]?.length ?? 0) > 0);
    return blocks.slice(0, filled + 1).flatMap((block, index) => {
      const line = block[row] ?? [];
      const blanks = width + GAP - plain(line).length;
      return index === filled ? line : [...line, { text: ' '.repeat(blanks) }];
    });
  });
};

/** `count` months from `first` on, up to three side by side, as `columns` allow; each whole year has one heading. */
export const calendarPage = (first: Month, count: number, style: MonthStyle, columns: number): readonly Line[] => {
  if (count === 1) return monthBlock(first, style, true);
  const width = blockWidth(style);
  const abreast = Math.max(1, Math.min(3, count, Math.floor((columns + GAP) / (width + GAP))));
  const lines: Line[] = [];
  const wholeYear = count % 12 === 0 && first.month === 1;
  for (let from = 0; from < count; from += abreast) {
    const months = Array.from({ length: Math.min(abreast, count - from) }, (_, index) => laterMonth(first, from + index));
    const [year] = months.map((month) => month.year);
    if (wholeYear && months[0]?.month === 1) {
      const heading = centred(String(year), abreast * (width + GAP) - GAP);
      lines.push([{ text: heading, style: { role: 'title' } }], []);
    }
    lines.push(
      ...beside(
        months.map((month) => monthBlock(month, style, !wholeYear)),
        width,
      ),
    );
    if (from + abreast < count) lines.push([]);
  }
  return lines;
};
