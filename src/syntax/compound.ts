/** Compound commands, each by the reserved word or bracket that begins it (POSIX 2.9.4). */
import type { Command, Redirect, Script, Word } from './ast.ts';
import { parseConditional } from './conditional.ts';
import { readExpression } from './expansion.ts';
import { parseRedirects } from './redirect.ts';
import type { Scanner, Token } from './scanner.ts';
import { closingParenthesis, expressionText, readArithmetic } from './substitution.ts';
import { acceptOperator, advance, atOperator, beginCommand, peek, peekCommand, skipNewlines, unexpected, unfinished } from './tokens.ts';

type Bare<T> = T extends unknown ? Omit<T, 'redirects' | 'span'> : never;
type Compound = Bare<Exclude<Command, { type: 'simple' | 'function' | 'coproc' }>>;

/** A compound command with its redirections; undefined when none begins here. */
export function parseCompound(scanner: Scanner): Command | undefined {
  const token = peekCommand(scanner);
  const parse = isCompound(token) ? COMPOUNDS.get(token.text) : undefined;
  if (!parse) return undefined;
  advance(scanner, token.plain ? 'keyword' : 'operator');
  const command = scanner.deeper(() => parse(scanner, token));
  const redirects: readonly Redirect[] = parseRedirects(scanner);
  return { ...command, redirects, span: scanner.span(token.start, scanner.last) } as Command;
}

const COMPOUNDS: ReadonlyMap<string, (scanner: Scanner, token: Token) => Compound> = new Map<
  string,
  (scanner: Scanner, token: Token) => Compound
>([
  ['(', parseParentheses],
  ['{', (scanner) => ({ type: 'group', body: parseUntil(scanner, '}') })],
  ['if', parseIf],
  ['for', (scanner) => parseFor(scanner, 'for')],
  ['while', (scanner) => parseWhile(scanner, false)],
  ['until', (scanner) => parseWhile(scanner, true)],
  ['case', parseCase],
  ['[[', (scanner) => ({ type: 'conditional', expression: parseConditional(scanner) })],
  ['select', (scanner) => parseFor(scanner, 'select')],
]);

/** Whether a compound command begins with the token. */
export function isCompound(token: Token): boolean {
  return (token.plain || token.text === '(') && COMPOUNDS.has(token.text);
}

/** A list that may not be empty, without what closes it. */
function parseList(scanner: Scanner): Script {
  const start = scanner.last;
  const lists = scanner.rules.lists(scanner);
  if (!lists.length) unfinished(scanner);
  return { lists, span: scanner.span(start, scanner.last) };
}

function parseUntil(scanner: Scanner, closer: string): Script {
  const body = parseList(scanner);
  expect(scanner, closer);
  return body;
}

/** Takes the reserved word or operator `text` and returns true; false when something else is next. */
function acceptWord(scanner: Scanner, text: string): boolean {
  const token = peekCommand(scanner);
  if (token.text !== text || !(token.plain || token.kind === 'operator')) return false;
  advance(scanner, token.plain ? 'keyword' : 'operator');
  beginCommand(scanner);
  return true;
}

function expect(scanner: Scanner, text: string): void {
  if (!acceptWord(scanner, text)) unfinished(scanner);
}

function parseParentheses(scanner: Scanner, { start, end }: Token): Compound {
  if (scanner.accept('(')) {
    const expression = readArithmetic(scanner, start, readExpression);
    scanner.last = scanner.pos;
    if (expression) return { type: 'arithmetic', expression };
  }
  scanner.last = scanner.pos = end;
  return { type: 'subshell', body: parseUntil(scanner, ')') };
}

function parseIf(scanner: Scanner): Compound {
  const branches: { condition: Script; body: Script }[] = [];
  do {
    const condition = parseUntil(scanner, 'then');
    branches.push({ condition, body: parseList(scanner) });
  } while (acceptWord(scanner, 'elif'));
  const otherwise = acceptWord(scanner, 'else') ? parseList(scanner) : undefined;
  expect(scanner, 'fi');
  return { type: 'if', branches, otherwise };
}

function parseWhile(scanner: Scanner, until: boolean): Compound {
  const condition = parseUntil(scanner, 'do');
  return { type: 'while', until, condition, body: parseUntil(scanner, 'done') };
}

/** `do … done`, or the `{ … }` that bash takes in its place after `for`. */
function parseDo(scanner: Scanner): Script {
  skipNewlines(scanner);
  if (acceptWord(scanner, '{')) return parseUntil(scanner, '}');
  expect(scanner, 'do');
  return parseUntil(scanner, 'done');
}

function parseFor(scanner: Scanner, type: 'for' | 'select'): Compound {
  scanner.role = 'name';
  if (type === 'for' && atOperator(scanner, '(') && scanner.char() === '(') return parseArithmeticFor(scanner);
  const token = peek(scanner);
  if (!token.word) unexpected(scanner, token);
  advance(scanner);
  scanner.role = 'command';
  skipNewlines(scanner);
  const words = acceptWord(scanner, 'in') ? parseWords(scanner) : undefined;
  if (!words) acceptOperator(scanner, ';');
  const body = parseDo(scanner);
  return { type, name: token.text, words, body };
}

function parseWords(scanner: Scanner): Word[] {
  const words: Word[] = [];
  scanner.role = 'operand';
  for (let token = peek(scanner); token.word; token = peek(scanner)) {
    words.push(token.word);
    advance(scanner);
  }
  scanner.role = 'command';
  if (!acceptOperator(scanner, ';') && !acceptOperator(scanner, '\n')) unfinished(scanner);
  return words;
}

function parseArithmeticFor(scanner: Scanner): Compound {
  const start = scanner.pos - 1;
  advance(scanner);
  scanner.pos++;
  const end = closingParenthesis(scanner, start) ?? unexpected(scanner);
  const expressions: (Word | undefined)[] = [];
  for (const text of scanner.source.text.slice(scanner.pos, end).split(';')) {
    const to = scanner.pos + text.length;
    expressions.push(text.trim() ? expressionText(scanner, to, readExpression) : undefined);
    scanner.pos = to + 1;
  }
  scanner.last = scanner.pos = end + 2;
  if (expressions.length !== 3) scanner.fail('invalid', `syntax error: arithmetic expression required`, start);
  const [initial, condition, step] = expressions;
  acceptOperator(scanner, ';');
  return { type: 'arithmetic-for', initial, condition, step, body: parseDo(scanner) };
}

function parseCase(scanner: Scanner): Compound {
  scanner.role = 'operand';
  const token = peek(scanner);
  const subject = token.word ?? unexpected(scanner, token);
  advance(scanner);
  skipNewlines(scanner);
  expect(scanner, 'in');
  const clauses: Extract<Compound, { type: 'case' }>['clauses'][number][] = [];
  for (let more = true; more && !atEsac(scanner); ) {
    const patterns = parsePatterns(scanner);
    const start = scanner.last;
    const lists = scanner.rules.lists(scanner);
    const body = { lists, span: scanner.span(start, scanner.last) };
    const ending = ([';;', ';&', ';;&'] as const).find((text) => acceptWord(scanner, text));
    clauses.push({ patterns, body, ending: ending ?? ';;' });
    more = ending !== undefined;
  }
  expect(scanner, 'esac');
  return { type: 'case', subject, clauses };
}

function atEsac(scanner: Scanner): boolean {
  scanner.role = 'operand';
  skipNewlines(scanner);
  const token = peek(scanner);
  return token.kind === 'end' || (token.plain && token.text === 'esac');
}

function parsePatterns(scanner: Scanner): Word[] {
  const patterns: Word[] = [];
  acceptOperator(scanner, '(');
  do {
    const token = peek(scanner);
    patterns.push(token.word ?? unexpected(scanner, token));
    advance(scanner);
  } while (acceptOperator(scanner, '|'));
  if (!acceptOperator(scanner, ')')) unexpected(scanner);
  return patterns;
}
