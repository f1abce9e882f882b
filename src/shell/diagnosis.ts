/** Tells a syntax error: the message, the line, and a caret under the place. */
import type { SyntaxFailure } from '../syntax/ast.ts';
import { clean } from '../term/clean.ts';
import { cells } from '../term/width.ts';
import type { Context } from './context.ts';
import { writerOf } from './descriptors.ts';

/** Cells of a shown line before it is cut short. */
const SHOWN = 70;

/** The line around the place, and how many cells before and under the caret. */
const excerpt = ({ span }: SyntaxFailure, source: string): { readonly line: string; readonly indent: number; readonly width: number } => {
  const start = source.lastIndexOf('\n', Math.max(0, span.start - 1)) + 1;
  const end = source.indexOf('\n', span.start);
  const whole = source.slice(start, end < 0 ? source.length : end);
  const from = Math.max(0, Math.min(span.start, start + whole.length) - start - SHOWN / 2);
  const place = Math.min(span.start - start, whole.length);
  const shown = whole.slice(from, from + SHOWN);
  const marked = whole.slice(place, Math.min(span.end - start, from + SHOWN));
  return { line: clean(shown), indent: cells(clean(whole.slice(from, place))), width: Math.max(1, cells(clean(marked))) };
};

/** Writes `SHELL: MESSAGE`, then the line with carets under the span. */
export const tellSyntax = async (failure: SyntaxFailure, source: string, { descriptors, runtime }: Context): Promise<void> => {
  const { line, indent, width } = excerpt(failure, source);
  const stderr = writerOf(descriptors, 2);
  await stderr.write(`${runtime.shell}: ${failure.message}\n`, { role: 'bad' });
  await stderr.write(`  ${line}\n`);
  await stderr.write(`  ${' '.repeat(indent)}${'^'.repeat(width)}\n`, { role: 'bad' });
};
