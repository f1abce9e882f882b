/** Finds what a text is made of that need not be right or finished. */
import { noAliases, readCommands } from './reading.ts';
import type { Mark } from './scanner.ts';

/** Mistakes after which reading is taken up again; one line seldom has more. */
const MAX_MISTAKES = 16;
const OPERATOR = /[ \t]*[;&|]*/y;

/** The marks of all of `source`, outer before inner; after a mistake, which is marked too, the text is read on as a new line. */
export function readMarks(source: string): Mark[] {
  const found: Mark[] = [];
  let start = 0;
  for (let mistakes = 0; start < source.length && mistakes < MAX_MISTAKES; mistakes++) {
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

/** The operator behind a mistake is not a mistake, too. */
function afterOperator(source: string, start: number): number {
  OPERATOR.lastIndex = start;
  return start + (OPERATOR.exec(source)?.[0].length ?? 0);
}
