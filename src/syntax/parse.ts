/** The shell's parser: a text in, its tree or the reason there is none out. */
import type { AndOr, ParseResult, SyntaxFailure } from './ast.ts';
import { MAX_LENGTH } from './limits.ts';
import { Scanner, type Settings, SyntaxStop } from './scanner.ts';
import { parseInner, parseLine, parseLists } from './script.ts';
import { Source } from './source.ts';

/** Finds what an alias stands for. */
export type Aliases = (name: string) => string | undefined;

const none: Aliases = () => undefined;

/** Parses the whole of `source`, typed at a prompt: a here-document still open, or a backslash at the end, is incomplete. Never throws. */
export function parse(source: string, aliases: Aliases = none): ParseResult {
  return parseAll(source, aliases, false);
}

/** Parses the whole of `source`, which will not go on (`-c`, `eval`, `source`): its end also ends a here-document. Never throws. */
export function parseFinal(source: string, aliases: Aliases = none): ParseResult {
  return parseAll(source, aliases, true);
}

/**
 * Parses a text that will not go on as bash reads it, one complete command (a line, or more if it goes on) at a time, so that
 * what runs in between can change the aliases, and what stands before a mistake still runs. Ends after the first failure.
 */
export function* parseLines(source: string, aliases: Aliases = none): Generator<ParseResult, void> {
  yield* commands(source, aliases, true);
}

function parseAll(source: string, aliases: Aliases, final: boolean): ParseResult {
  const lists: AndOr[] = [];
  for (const result of commands(source, aliases, final)) {
    if (result.status !== 'complete') return result;
    for (const list of result.script.lists) lists.push(list);
  }
  return { status: 'complete', script: { lists, span: { start: 0, end: source.length } } };
}

function* commands(source: string, aliases: Aliases, final: boolean): Generator<ParseResult, void> {
  if (source.length > MAX_LENGTH) return yield tooLong(source);
  const settings: Settings = { original: source, aliases, final, lists: parseLists, script: parseInner };
  for (let start = 0; start < source.length; ) {
    const scanner = new Scanner(new Source(source), settings);
    scanner.pos = scanner.last = start;
    const result = attempt(() => parseLine(scanner));
    if ('status' in result) return yield result;
    const span = { start, end: scanner.span(scanner.pos).end };
    start = span.end;
    yield { status: 'complete', script: { lists: result, span } };
  }
}

function attempt<T>(read: () => T): T | SyntaxFailure {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxStop) return error.failure;
    throw error;
  }
}

function tooLong(source: string): SyntaxFailure {
  return { status: 'invalid', message: `input longer than ${MAX_LENGTH} characters`, span: { start: MAX_LENGTH, end: source.length } };
}
