/** Finds where the cursor stands in an unfinished line, which is what completion has to know. */
import type { CompletionContext } from './ast.ts';
import { attempt } from './failure.ts';
import { readMarks } from './highlight.ts';
import { noAliases } from './parse.ts';
import { wordText } from './parts.ts';
import { type Mark, Scanner } from './scanner.ts';
import { Source } from './source.ts';
import { readWord } from './words.ts';

/** Stands at the cursor, so that there is always a word (or a name) there to be found. */
const CURSOR = 'x';
const VARIABLE = /^(?:\$(?:\{[#!]?)?)?(?=\w*$)/;
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/**
 * The context of offset `cursor` in `source`, of which only what stands before the cursor counts. Where no command, redirect
 * or variable is (an assignment's value, the words of `for`, `case` and `[[`, a comment), it is an operand of no words.
 */
export function completionContext(source: string, cursor: number): CompletionContext {
  const text = source.slice(0, cursor) + CURSOR;
  const here = readMarks(text).filter((mark) => mark.end === text.length);
  let quote: CompletionContext['quote'] = '';
  let variable: Mark | undefined;
  for (let mark = here.pop(); mark && mark.kind !== 'comment'; mark = here.pop()) {
    if (mark.kind === 'string' && mark.open) quote ||= quoteAt(text, mark.start);
    else if (mark.kind === 'variable' && VARIABLE.test(text.slice(mark.start))) variable ??= mark;
    else if (mark.role && mark.role !== 'name') return variable ? nameContext(text, variable, quote) : wordContext(text, mark, quote);
  }
  return variable ? nameContext(text, variable, quote) : operand(text, [], text.length - 1, quote);
}

function quoteAt(text: string, start: number): CompletionContext['quote'] {
  const char = text[start];
  return char === '"' ? char : char === "'" || char === '$' ? "'" : '';
}

function nameContext(text: string, mark: Mark, quote: CompletionContext['quote']): CompletionContext {
  const start = mark.start + (VARIABLE.exec(text.slice(mark.start))?.[0].length ?? 0);
  return { kind: 'variable', words: [], prefix: text.slice(start, -1), span: { start, end: text.length - 1 }, quote };
}

function wordContext(text: string, mark: Mark, quote: CompletionContext['quote']): CompletionContext {
  const words = mark.words.slice(0, mark.count).map((word) => wordText(word, text));
  if (mark.role !== 'command')
    return { ...operand(text, words, mark.start, quote), kind: mark.role === 'redirect' ? 'redirect' : 'operand' };
  const assignment = ASSIGNMENT.exec(text.slice(mark.start));
  if (assignment) return operand(text, [], mark.start + assignment[0].length, quote);
  return { ...operand(text, [], mark.start, quote), kind: 'command' };
}

function operand(text: string, words: readonly string[], start: number, quote: CompletionContext['quote']): CompletionContext {
  return { kind: 'operand', words, prefix: unquoted(text.slice(start) + quote), span: { start, end: text.length - 1 }, quote };
}

/** The text of the word that `raw` spells, without the cursor's sign; `raw` itself when it spells none. */
function unquoted(raw: string): string {
  const rules = {
    original: raw,
    aliases: noAliases,
    final: true,
    extended: false,
    lists: () => [],
    script: () => ({ lists: [], span: { start: 0, end: 0 } }),
  };
  const scanner = new Scanner(new Source(raw), rules);
  const word = attempt(() => readWord(scanner));
  return (word && 'parts' in word ? wordText(word, raw) : raw).slice(0, -1);
}
