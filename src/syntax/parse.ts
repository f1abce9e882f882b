/** The shell's parser: a text in, its tree or the reason there is none out. */
import type { AndOr, ParseResult } from './ast.ts';
import { type Aliases, type Extended, noAliases, readCommands } from './reading.ts';

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
 * what runs in between can change the aliases, and what stands before a mistake still runs. Ends after the first failure.
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
