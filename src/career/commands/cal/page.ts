/** Several months on a page: blocks side by side, as many as fit. */
import { type Line, plain } from '../../../term/style.ts';
import { blockWidth, centred, laterMonth, type Month, type MonthStyle, monthBlock } from './month.ts';

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

/** So many months from one on, three abreast where `columns` allow; whole years under one heading each. */
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
