/** The shell's parser: a text in, its tree or the reason there is none out. */
import type { AndOr, ParseResult, SyntaxFailure } from './ast.ts';
import { attempt, failure } from './failure.ts';
import { MAX_LENGTH } from './limits.ts';
import { type Mark, type ParseRules, Scanner } from './scanner.ts';
import { parseInner, parseLine, parseLists } from './script.ts';
import { Source } from './source.ts';

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

/** Reads the commands of `source` from offset `start`; ends after the first failure. `final` is as in {@link ParseRules}. */
export function* readCommands(
  source: string,
  aliases: Aliases,
  final: boolean,
  start = 0,
  extended: Extended = () => false,
): Generator<Reading, void> {
  if (source.length > MAX_LENGTH) return yield { result: tooLong(source), marks: [] };
  while (start < source.length) {
    const rules: ParseRules = { original: source, aliases, final, extended: extended(), lists: parseLists, script: parseInner };
    const scanner = new Scanner(new Source(source), rules);
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

/** Parses the whole of `source`, typed at a prompt: a here-document still open, or a backslash at the end, is incomplete. Never throws. */
export function parse(source: string, aliases: Aliases = noAliases, extended?: Extended): ParseResult {
  return parseAll(source, aliases, false, extended);
}

/** Parses the whole of `source`, which will not go on (`-c`, `eval`, `source`): its end also ends a here-document. Never throws. */
export function parseFinal(source: string, aliases: Aliases = noAliases, extended?: Extended): ParseResult {
  return parseAll(source, aliases, true, extended);
}

/**
 * Parses a text that will not go on as bash reads it, one complete command (a line, or more if it goes on) at a time, so that
 * what runs in between can change the aliases, and what stands before an error still runs. Ends after the first failure.
 */
export function* parseLines(source: string, aliases: Aliases = noAliases, extended?: Extended): Generator<ParseResult, void> {
  for (const { result } of readCommands(source, aliases, true, 0, extended)) yield result;
}

function parseAll(source: string, aliases: Aliases, final: boolean, extended?: Extended): ParseResult {
  const lists: AndOr[] = [];
  for (const { result } of readCommands(source, aliases, final, 0, extended)) {
    if (result.status !== 'complete') return result;
    for (const list of result.script.lists) lists.push(list);
  }
  return { status: 'complete', script: { lists, span: { start: 0, end: source.length } } };
}
