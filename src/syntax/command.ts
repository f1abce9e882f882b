/** Commands: simple ones here, the others by the reserved word they begin with (POSIX 2.9.1, 2.9.5). */
import type { Assignment, Command, Coprocess, FunctionDefinition, Redirect, Word } from './ast.ts';
import { isCompound, parseCompound } from './compound.ts';
import { atRedirect, parseRedirect } from './redirect.ts';
import type { Scanner } from './scanner.ts';
import {
  acceptOperator,
  advance,
  atOperator,
  beginCommand,
  isCloser,
  peek,
  peekCommand,
  peekOperand,
  skipNewlines,
  unexpected,
  unfinished,
} from './tokens.ts';

/** One command; after `|` (`first` false) `!` is no longer one. */
export function parseCommand(scanner: Scanner, first: boolean): Command {
  const token = peekCommand(scanner);
  if (isCloser(token) || (!first && token.plain && token.text === '!')) unexpected(scanner, token);
  if (token.plain && token.text === 'function') return parseFunctionKeyword(scanner);
  if (token.plain && token.text === 'coproc') return parseCoprocess(scanner);
  return parseCompound(scanner) ?? parseSimple(scanner);
}

function parseSimple(scanner: Scanner): Command {
  const { start } = peek(scanner);
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  for (;;) {
    const token = words.length ? peekOperand(scanner) : peekCommand(scanner);
    const { word } = token;
    if (atRedirect(scanner)) redirects.push(parseRedirect(scanner));
    else if (!word) break;
    else if (!words.length && token.assignment) {
      advance(scanner, 'assignment');
      assignments.push(token.assignment);
    } else parseWord(scanner, words, word);
  }
  if (atOperator(scanner, '(')) return parseFunction(scanner, words, assignments.length + redirects.length === 0, start);
  if (!words.length && !assignments.length && !redirects.length) unexpected(scanner);
  return { type: 'simple', assignments, words, redirects, span: scanner.span(start, scanner.last) };
}

function parseWord(scanner: Scanner, words: Word[], word: Word): void {
  advance(scanner);
  words.push(word);
  scanner.role = 'operand';
  scanner.words = words;
}

/** `coproc`, with a name only where a compound command follows it. */
function parseCoprocess(scanner: Scanner): Coprocess {
  const { start } = advance(scanner, 'keyword');
  beginCommand(scanner);
  const name = /^[A-Za-z_]\w*$/.test(peekCommand(scanner).text) ? nameOfCompound(scanner) : undefined;
  const body = parseCompound(scanner) ?? parseSimple(scanner);
  return { type: 'coproc', name: name ?? 'COPROC', body, redirects: [], span: scanner.span(start, scanner.last) };
}

/** Takes the next word if a compound command begins after it. */
function nameOfCompound(scanner: Scanner): string | undefined {
  const token = peekCommand(scanner);
  const { last } = scanner;
  const marks = scanner.marks.length;
  if (!token.plain || isCompound(token)) return undefined;
  advance(scanner);
  beginCommand(scanner);
  if (isCompound(peekCommand(scanner))) return token.text;
  Object.assign(scanner, { pos: token.start, ahead: undefined, last });
  scanner.marks.length = marks;
  return undefined;
}

/** `name()`, with the place at the parenthesis. */
function parseFunction(scanner: Scanner, words: readonly Word[], alone: boolean, start: number): FunctionDefinition {
  const [name] = words;
  if (!name || words.length > 1 || !alone) return unexpected(scanner);
  advance(scanner);
  return parseBody(scanner, name, start, true);
}

function parseFunctionKeyword(scanner: Scanner): FunctionDefinition {
  const keyword = advance(scanner, 'keyword');
  const token = peek(scanner);
  const name = token.word ?? unexpected(scanner, token);
  advance(scanner);
  const parenthesis = atOperator(scanner, '(') && scanner.char() === ')';
  if (parenthesis) advance(scanner);
  return parseBody(scanner, name, keyword.start, parenthesis);
}

function parseBody(scanner: Scanner, name: Word, start: number, parenthesis: boolean): FunctionDefinition {
  if (parenthesis && !acceptOperator(scanner, ')')) unexpected(scanner);
  beginCommand(scanner);
  skipNewlines(scanner);
  const body = parseCompound(scanner) ?? unfinished(scanner);
  const [part] = name.parts;
  if (name.parts.length > 1 || part?.type !== 'literal') {
    const { start: from, end } = name.span;
    scanner.failAt('invalid', `\`${scanner.rules.original.slice(from, end)}': not a valid identifier`, name.span);
  }
  return { type: 'function', name: part.text, body, redirects: [], span: scanner.span(start, scanner.last) };
}
