/** Reads a text as the shell does: one complete command (a line, or more if it goes on) at a time. */
import type { ParseResult, SyntaxFailure } from './ast.ts';
import { MAX_LENGTH } from './limits.ts';
import { type Mark, Scanner, type Settings } from './scanner.ts';
import { parseInner, parseLine, parseLists } from './script.ts';
import { Source } from './source.ts';
import { attempt, failure } from './stop.ts';

/** Finds what an alias stands for. */
export type Aliases = (name: string) => string | undefined;

/** One complete command, or why there is none, and everything the scanner met on the way. */
export interface Reading {
  readonly result: ParseResult;
  readonly marks: readonly Mark[];
}

/** Whether `@(a|b)` and its kin belong to words (bash's extglob); asked before each complete command. */
export type Extended = () => boolean;

/** For a text that only needs colours. */
export const noAliases: Aliases = () => undefined;

/** Reads the commands of `source` from offset `start`; ends after the first failure. `final` is as in {@link Settings}. */
export function* readCommands(
  source: string,
  aliases: Aliases,
  final: boolean,
  start = 0,
  extended: Extended = () => false,
): Generator<Reading, void> {
  if (source.length > MAX_LENGTH) return yield { result: tooLong(source), marks: [] };
  while (start < source.length) {
    const settings: Settings = { original: source, aliases, final, extended: extended(), lists: parseLists, script: parseInner };
    const scanner = new Scanner(new Source(source), settings);
    scanner.pos = scanner.last = start;
    const result = attempt(() => readCommand(scanner, start));
    yield { result, marks: scanner.marks };
    if (result.status !== 'complete') return;
    start = result.script.span.end;
  }
}

function readCommand(scanner: Scanner, start: number): ParseResult {
  const lists = parseLine(scanner);
  // An alias may hold several lines: only behind the last of them is there a place in the original to go on from.
  while (!scanner.atEnd() && scanner.expanding.some((alias) => alias.end > scanner.pos)) {
    for (const list of parseLine(scanner)) lists.push(list);
  }
  return { status: 'complete', script: { lists, span: { start, end: scanner.span(scanner.pos).end } } };
}

function tooLong(source: string): SyntaxFailure {
  return failure('invalid', `input longer than ${MAX_LENGTH} characters`, { start: MAX_LENGTH, end: source.length });
}
