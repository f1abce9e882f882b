/** Lists and and-or lists: the grammar's upper levels (POSIX 2.9.3). */
import type { AndOr, Script } from './ast.ts';
import { parsePipeline } from './pipeline.ts';
import type { Scanner } from './scanner.ts';
import { acceptOperator, advance, atOperator, beginCommand, isCloser, peekCommand, skipNewlines, unfinished } from './tokens.ts';

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
