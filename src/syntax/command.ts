/** Commands: simple ones here, the others by the reserved word they begin with (POSIX 2.9.1, 2.9.5). */
import type { Assignment, Command, FunctionDefinition, Redirect, Word } from './ast.ts';
import { parseCompound } from './compound.ts';
import { atRedirect, parseRedirect } from './redirect.ts';
import type { Scanner, Token } from './scanner.ts';
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

const ASSIGNMENT = /^([A-Za-z_]\w*)(\+?)=/;
const ELEMENT = /^[A-Za-z_]\w*\[/;
const DECLARERS: ReadonlySet<string> = new Set(['declare', 'typeset', 'local', 'export', 'readonly']);

/** One command; after `|` (`first` false) `!` is no longer one. */
export function parseCommand(scanner: Scanner, first: boolean): Command {
  const token = peekCommand(scanner);
  if (isCloser(token) || (!first && token.plain && token.text === '!')) unexpected(scanner, token);
  if (token.plain && token.text === 'function') return parseFunctionKeyword(scanner);
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
    else if (!words.length && isAssignment(scanner, token, word)) assignments.push(parseAssignment(scanner, token, word));
    else parseWord(scanner, words, word);
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

function isAssignment(scanner: Scanner, token: Token, word: Word): boolean {
  const [part] = word.parts;
  if (part?.type !== 'literal') return false;
  if (ELEMENT.test(part.text) && /\]\+?=/.test(token.text)) scanner.unsupported(`arrays`, token.start, token.end);
  return ASSIGNMENT.test(part.text);
}

function parseAssignment(scanner: Scanner, token: Token, word: Word): Assignment {
  const [part, ...rest] = word.parts;
  const [match = '', name = '', plus] = (part?.type === 'literal' && ASSIGNMENT.exec(part.text)) || [];
  advance(scanner, 'assignment');
  const from = token.start + match.length;
  const text = part?.type === 'literal' ? part.text.slice(match.length) : '';
  const span = { start: scanner.span(from, token.end).start, end: word.span.end };
  const parts = text && part ? [{ type: 'literal', text, span: { start: span.start, end: part.span.end } } as const, ...rest] : rest;
  if (!parts.length && scanner.char() === '(') scanner.unsupported(`arrays`, token.start, scanner.pos + 1);
  return { name, append: plus === '+', value: parts.length ? { parts, span } : undefined, span: word.span };
}

/** `name()`, with the place at the parenthesis. */
function parseFunction(scanner: Scanner, words: readonly Word[], alone: boolean, start: number): FunctionDefinition {
  const declarer = words[0]?.parts[0];
  if (declarer?.type === 'literal' && DECLARERS.has(declarer.text) && scanner.source.text[scanner.last - 1] === '=') {
    scanner.unsupported(`arrays`, start, scanner.last + 1);
  }
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
    scanner.failAt('invalid', `\`${scanner.settings.original.slice(from, end)}': not a valid identifier`, name.span);
  }
  return { type: 'function', name: part.text, body, redirects: [], span: scanner.span(start, scanner.last) };
}
