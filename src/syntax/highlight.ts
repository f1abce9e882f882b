/** Colours a line as it is typed, finished or not, right or wrong. */
import type { Highlight } from './ast.ts';
import { MAX_LENGTH } from './limits.ts';
import { readMarks } from './marks.ts';

/** The coloured stretches of `source` in order, none overlapping another; what is in no stretch is blank or longer than the parser reads. */
export function highlight(source: string): readonly Highlight[] {
  const kinds: (Highlight['kind'] | undefined)[] = [];
  kinds.length = source.length;
  // Marks stand in order of their start, outer before inner: painting in that order leaves the innermost on top.
  for (const mark of readMarks(source.slice(0, MAX_LENGTH))) kinds.fill(mark.kind, mark.start, mark.end);
  return runs(kinds);
}

function runs(kinds: readonly (Highlight['kind'] | undefined)[]): Highlight[] {
  const found: Highlight[] = [];
  for (let start = 0; start < kinds.length; ) {
    const kind = kinds[start];
    let end = start + 1;
    while (end < kinds.length && kinds[end] === kind) end++;
    if (kind) found.push({ kind, span: { start, end } });
    start = end;
  }
  return found;
}
