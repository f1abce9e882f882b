/** A QR code in half blocks, two rows of modules a line; dark on light in every theme. */
import type { Line } from '../../../term/style.ts';

/** Upper and lower module dark or light, as one character: the ground is the ink, the glyph is the paper. */
const character = (upper: boolean, lower: boolean): string => (upper ? (lower ? ' ' : '▄') : lower ? '▀' : '█');

/** The modules (true is dark) as lines, or a sentence when they do not fit in so many columns. */
export const halfBlocks = (modules: readonly (readonly boolean[])[], columns: number): readonly Line[] => {
  const width = modules[0]?.length ?? 0;
  if (width > columns) return [[{ text: `(the QR code needs ${width} columns; here are ${columns})`, style: { role: 'muted' } }]];
  const lines: Line[] = [];
  for (let row = 0; row < modules.length; row += 2) {
    const text = Array.from({ length: width }, (_, column) =>
      character(modules[row]?.[column] ?? false, modules[row + 1]?.[column] ?? false),
    ).join('');
    lines.push([{ text, style: { ink: true } }]);
  }
  return lines;
};
