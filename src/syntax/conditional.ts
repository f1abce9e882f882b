/** The expression inside `[[ … ]]` (bash manual, "Conditional Constructs"). */
import type { ConditionalExpression, Word } from './ast.ts';
import type { Scanner, Token } from './scanner.ts';
import { acceptOperator, advance, peek, skipNewlines, unfinished } from './tokens.ts';
import { readPattern, readRegex } from './words.ts';

const UNARY = /^-[abcdefghknoprstuvwxzGLNORS]$/;
const NUMERIC = /^-(?:eq|ne|lt|le|gt|ge|nt|ot|ef)$/;

/** The expression and its `]]`, with the place after the `[[`. */
export function parseConditional(scanner: Scanner): ConditionalExpression {
  scanner.role = 'operand';
  scanner.words = [];
  const expression = parseOr(scanner);
  const token = peek(scanner);
  if (token.kind === 'end') unfinished(scanner);
  if (token.text !== ']]')
    fail(
      scanner,
      token,
      token.word ? `syntax error in conditional expression` : `syntax error in conditional expression: unexpected token ${name(token)}`,
    );
  advance(scanner, 'keyword');
  return expression;
}

function parseOr(scanner: Scanner): ConditionalExpression {
  const left = parseAnd(scanner);
  if (!acceptOperator(scanner, '||')) return left;
  return { type: 'or', left, right: scanner.deeper(() => parseOr(scanner)) };
}

function parseAnd(scanner: Scanner): ConditionalExpression {
  const left = parseTerm(scanner);
  if (left.type !== 'word') skipNewlines(scanner);
  if (!acceptOperator(scanner, '&&')) return left;
  return { type: 'and', left, right: scanner.deeper(() => parseAnd(scanner)) };
}

function parseTerm(scanner: Scanner): ConditionalExpression {
  skipNewlines(scanner);
  if (peek(scanner).kind === 'end') unfinished(scanner);
  const token = advance(scanner);
  if (token.text === '(' && !token.word) return parseGroup(scanner);
  if (token.plain && token.text === '!') return { type: 'not', operand: scanner.deeper(() => parseTerm(scanner)) };
  if (!token.word || token.text === ']]') return fail(scanner, token, `unexpected token ${name(token)} in conditional command`);
  if (!token.plain || !UNARY.test(token.text)) return parseBinary(scanner, token.word);
  return { type: 'unary', operator: token.text, operand: operand(scanner, 'unary', advance(scanner)) };
}

function parseGroup(scanner: Scanner): ConditionalExpression {
  const inner = scanner.deeper(() => parseOr(scanner));
  const closer = advance(scanner);
  if (closer.kind === 'end') unfinished(scanner);
  if (closer.text !== ')') fail(scanner, closer, `unexpected token ${name(closer)}, expected \`)'`);
  return inner;
}

function parseBinary(scanner: Scanner, left: Word): ConditionalExpression {
  const token = peek(scanner);
  if ([']]', '&&', '||', ')'].includes(token.text)) return { type: 'word', word: left };
  if (!atBinary(token)) {
    fail(
      scanner,
      token,
      token.word ? `conditional binary operator expected` : `unexpected token ${name(token)}, conditional binary operator expected`,
    );
  }
  advance(scanner, 'operator');
  return { type: 'binary', operator: token.text, left, right: rightSide(scanner, token.text) };
}

function atBinary(token: Token): boolean {
  if (token.kind === 'operator') return token.text === '<' || token.text === '>';
  return token.plain && (/^(?:==?|!=|=~)$/.test(token.text) || NUMERIC.test(token.text));
}

function rightSide(scanner: Scanner, operator: string): Word {
  const read = operator === '=~' ? readRegex : /=$/.test(operator) ? readPattern : undefined;
  if (!read) return operand(scanner, 'binary', advance(scanner));
  scanner.take(/[ \t]+/y);
  const { pos } = scanner;
  const { word } = scanner.part('argument', () => ({ word: read(scanner) }), 'operand');
  if (word && scanner.source.text.slice(pos, scanner.pos) !== ']]') {
    scanner.last = scanner.pos;
    return word;
  }
  scanner.pos = pos;
  return operand(scanner, 'binary', advance(scanner));
}

function operand(scanner: Scanner, arity: 'unary' | 'binary', token: Token): Word {
  if (token.word && token.text !== ']]') return token.word;
  return fail(
    scanner,
    token,
    arity === 'unary'
      ? `unexpected argument ${name(token)} to conditional unary operator`
      : `unexpected argument ${name(token)} to conditional binary operator`,
  );
}

function name(token: Token): string {
  return `\`${token.kind === 'end' || token.text === '\n' ? 'newline' : token.text}'`;
}

function fail(scanner: Scanner, token: Token, why: string): never {
  return scanner.fail('invalid', why, token.start, token.end);
}
