/** Lists, and-or lists and pipelines: the grammar's upper levels (POSIX 2.9.2, 2.9.3). */
import type { AndOr, Command, Pipeline, Redirect, Script } from './ast.ts';
import { parseCommand } from './command.ts';
import type { Scanner } from './scanner.ts';
import { acceptOperator, advance, atOperator, beginCommand, isCloser, peek, peekCommand, skipNewlines, unfinished } from './tokens.ts';

/** A pipeline; it has no commands when only `!` or `time` stands there, as bash allows. */
function parsePipeline(scanner: Scanner): Pipeline {
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

/** And-or lists up to what cannot begin another: a closing token or the end. */
export function parseLists(scanner: Scanner): AndOr[] {
  const lists: AndOr[] = [];
  do {
    beginCommand(scanner);
    skipNewlines(scanner);
    if (atCloser(scanner)) break;
    lists.push(parseAndOr(scanner));
  } while (separator(scanner) || atOperator(scanner, '\n'));
  return lists;
}

/** And-or lists up to and including the newline that ends a complete command; at the end of the text there may be none. */
export function parseLine(scanner: Scanner): AndOr[] {
  const lists: AndOr[] = [];
  do {
    beginCommand(scanner);
    const token = peekCommand(scanner);
    if (token.kind === 'end' || token.text === '\n') break;
    lists.push(parseAndOr(scanner));
  } while (separator(scanner));
  if (peekCommand(scanner).kind === 'end') return lists;
  if (!acceptOperator(scanner, '\n')) unfinished(scanner);
  return lists;
}

/** The script inside a substitution, up to and including `closer`, or up to the end of the text when that is ''. */
export function parseInner(scanner: Scanner, closer: ')' | ''): Script {
  const { role, words, pending, awaited } = scanner;
  const start = scanner.pos;
  scanner.pending = [];
  scanner.awaited = closer;
  const lists = scanner.deeper(() => parseLists(scanner));
  if (closer ? !atOperator(scanner, closer) : peekCommand(scanner).kind !== 'end') unfinished(scanner);
  const end = advance(scanner, 'substitution').start;
  Object.assign(scanner, { role, words, awaited, pending: [...pending, ...scanner.pending] });
  return { lists, span: scanner.span(start, end) };
}

function atCloser(scanner: Scanner): boolean {
  const token = peekCommand(scanner);
  return token.kind === 'end' || isCloser(token);
}

/** Takes `;` or `&`, after which another list may begin on the same line. */
function separator(scanner: Scanner): boolean {
  return acceptOperator(scanner, ';') || acceptOperator(scanner, '&');
}

function parseAndOr(scanner: Scanner): AndOr {
  const { start } = peekCommand(scanner);
  const first = parsePipeline(scanner);
  const rest: { operator: '&&' | '||'; pipeline: AndOr['first'] }[] = [];
  while (atOperator(scanner, '&&') || atOperator(scanner, '||')) {
    const operator = advance(scanner).text === '&&' ? '&&' : '||';
    beginCommand(scanner);
    skipNewlines(scanner);
    if (peekCommand(scanner).kind === 'end') unfinished(scanner);
    rest.push({ operator, pipeline: parsePipeline(scanner) });
  }
  return { first, rest, background: atOperator(scanner, '&'), span: scanner.span(start, scanner.last) };
}
