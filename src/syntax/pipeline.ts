/** Pipelines, with what may stand before them: `!` and `time` (POSIX 2.9.2). */
import type { Command, Pipeline, Redirect } from './ast.ts';
import { parseCommand } from './command.ts';
import type { Scanner } from './scanner.ts';
import { advance, atOperator, beginCommand, peek, peekCommand, skipNewlines, unfinished } from './tokens.ts';

/** A pipeline; it has no commands when only `!` or `time` stands there, as bash allows. */
export function parsePipeline(scanner: Scanner): Pipeline {
  const { start } = peekCommand(scanner);
  const { negated, timed, led } = parsePrefixes(scanner);
  const commands: Command[] = [];
  if (!led || !atTerminator(scanner)) {
    commands.push(parseStage(scanner, true));
    while (atOperator(scanner, '|') || atOperator(scanner, '|&')) {
      nextStage(scanner, commands);
      commands.push(parseStage(scanner, false));
    }
  }
  return { negated, timed, commands, span: scanner.span(start, scanner.last) };
}

function parsePrefixes(scanner: Scanner): { negated: boolean; timed: boolean; led: boolean } {
  let negated = false;
  let timed = false;
  let led = false;
  for (;;) {
    const token = peekCommand(scanner);
    if (!token.plain || (token.text !== '!' && token.text !== 'time')) return { negated, timed, led };
    advance(scanner, 'keyword');
    led = true;
    if (token.text === '!') negated = !negated;
    else timed = true;
    if (token.text === 'time' && peek(scanner).text === '-p') advance(scanner);
  }
}

function atTerminator(scanner: Scanner): boolean {
  const token = peek(scanner);
  return token.kind === 'end' || token.text === ';' || token.text === '\n';
}

function parseStage(scanner: Scanner, first: boolean): Command {
  beginCommand(scanner);
  return parseCommand(scanner, first);
}

/** Takes `|` or `|&`; the latter also sends the last command's standard error along. */
function nextStage(scanner: Scanner, commands: Command[]): void {
  const token = advance(scanner);
  const last = commands.at(-1);
  if (token.text === '|&' && last) {
    const span = scanner.span(token.start, token.end);
    const target = { parts: [{ type: 'literal', text: '1', span }], span } as const;
    const redirect: Redirect = { operator: '>&', descriptor: 2, variable: undefined, target, span };
    commands[commands.length - 1] = { ...last, redirects: [...last.redirects, redirect], span: { start: last.span.start, end: span.end } };
  }
  beginCommand(scanner);
  skipNewlines(scanner);
  if (peekCommand(scanner).kind === 'end') unfinished(scanner);
}
