/** What a text is made of, finished or not, right or wrong: its marks, and its colours as it is typed. */
import type { Highlight } from './ast.ts';
import { MAX_LENGTH } from './limits.ts';
import { noAliases, readCommands } from './parse.ts';
import type { Mark } from './scanner.ts';

/** Errors after which reading is taken up again; one line seldom has more. */
const MAX_ERRORS = 16;
const OPERATOR = /[ \t]*[;&|]*/y;

/** The marks of all of `source`, outer before inner; after an error, which is marked too, the text is read on as a new line. */
export function readMarks(source: string): Mark[] {
  const found: Mark[] = [];
  let start = 0;
  for (let errors = 0; start < source.length && errors < MAX_ERRORS; errors++) {
    for (const { result, marks } of readCommands(source, noAliases, false, start)) {
      const failure = result.status === 'complete' ? undefined : result;
      const wrong = failure && failure.status !== 'incomplete';
      const end = wrong ? failure.span.end : source.length;
      for (const mark of marks) {
        if (mark.open) mark.end = end;
        found.push(mark);
      }
      if (wrong) found.push({ kind: 'error', ...failure.span, open: false, role: undefined, words: [], count: 0 });
      start = result.status === 'complete' ? result.script.span.end : afterOperator(source, end);
    }
  }
  return found;
}

/** The operator behind an error is not an error too. */
function afterOperator(source: string, start: number): number {
  OPERATOR.lastIndex = start;
  return start + (OPERATOR.exec(source)?.[0].length ?? 0);
}

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
