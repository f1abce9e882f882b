/** Cuts the text into tokens, one ahead, replacing aliases where the grammar allows them (POSIX 2.3, 2.3.1). */
import { readAssignment } from './assignment.ts';
import type { Assignment, Word } from './ast.ts';
import { readBodies } from './heredoc.ts';
import { MAX_ALIASES } from './limits.ts';
import type { Mark, Scanner, Token } from './scanner.ts';
import { readWord } from './words.ts';

const OPERATOR = /&&|&>>?|&|\|[|&]?|;;&?|;&|;|<<[<-]?|<[&>]?|>[>&|]?|[()\n]/y;
const CLOSER = /^(?:\)|;;&?|;&|then|else|elif|fi|do|done|esac|}|]]|in)$/;
const KINDS = { command: 'command', operand: 'argument', redirect: 'argument', name: 'variable' } as const;

/** The next token, which stays next. */
export function peek(scanner: Scanner): Token {
  return (scanner.ahead ??= readToken(scanner));
}

/** Takes the next token, which has turned out to be a `kind`. */
export function advance(scanner: Scanner, kind?: Mark['kind']): Token {
  const token = peek(scanner);
  if (kind && token.mark) token.mark.kind = kind;
  scanner.ahead = undefined;
  scanner.last = token.end;
  return token;
}

/** The next token where a command may begin: an alias has been replaced by what it stands for. */
export function peekCommand(scanner: Scanner): Token {
  for (;;) {
    const token = peek(scanner);
    if (!token.plain || !replaceAlias(scanner, token)) return token;
  }
}

/** The next token among a command's operands: replaced too when it follows an alias that ends in a blank. */
export function peekOperand(scanner: Scanner): Token {
  const { expanding, last } = scanner;
  let token = peek(scanner);
  let open = expanding.some((alias) => alias.blank && last <= alias.end && alias.end <= token.start);
  while (open && token.plain && replaceAlias(scanner, token)) {
    token = peek(scanner);
    open = token.start < (scanner.expanding.at(-1)?.end ?? 0);
  }
  return token;
}

/** Whether the next token is the operator `text`. */
export function atOperator(scanner: Scanner, text: string): boolean {
  const token = peek(scanner);
  return token.kind === 'operator' && token.text === text;
}

/** Whether no command can begin with `token`, because it goes on with or ends what another began (POSIX 2.4). */
export function isCloser(token: Token): boolean {
  return (token.plain || token.kind === 'operator') && CLOSER.test(token.text);
}

/** Takes the operator `text` if it is next. */
export function acceptOperator(scanner: Scanner, text: string): boolean {
  const found = atOperator(scanner, text);
  if (found) advance(scanner);
  return found;
}

/** From here on a command may begin. */
export function beginCommand(scanner: Scanner): void {
  scanner.role = 'command';
  scanner.words = [];
}

/** Takes newlines, as the grammar's `linebreak`. */
export function skipNewlines(scanner: Scanner): void {
  while (acceptOperator(scanner, '\n'));
}

/** The next token, whatever it is, is wrong here. A line's end is named `newline` as in bash, the text's end too. */
export function unexpected(scanner: Scanner, token = peek(scanner)): never {
  const name = token.kind === 'end' || token.text === '\n' ? 'newline' : token.text;
  return scanner.fail('invalid', `syntax error near unexpected token \`${name}'`, token.start, token.end);
}

/** The next token is wrong here, unless the text merely ends: then more lines could complete it. */
export function unfinished(scanner: Scanner): never {
  const token = peekCommand(scanner);
  if (token.kind !== 'end') return unexpected(scanner, token);
  if (scanner.awaited) return scanner.unclosed(scanner.awaited, token.start);
  return scanner.fail(scanner.bounded ? 'invalid' : 'incomplete', `syntax error: unexpected end of file`, token.start);
}

function readToken(scanner: Scanner): Token {
  skipBlanks(scanner);
  const start = scanner.pos;
  if (scanner.atEnd()) {
    readBodies(scanner);
    return { kind: 'end', text: '', plain: false, word: undefined, assignment: undefined, mark: undefined, start, end: start };
  }
  const mark = scanner.open(KINDS[scanner.role], scanner.role);
  const assignment = readAssignment(scanner);
  if (assignment) return assigned(scanner, assignment, mark, start);
  const word = readWord(scanner);
  if (!word) return readOperator(scanner, start);
  scanner.close(mark);
  const { pos: end } = scanner;
  const [first] = word.parts;
  const plain = word.parts.length === 1 && first?.type === 'literal';
  const text = plain ? first.text : scanner.source.text.slice(start, end);
  const redirecting = plain && /[<>]/.test(scanner.char());
  const number = redirecting && /^(?:\d{1,9}|\{[A-Za-z_]\w*\})$/.test(text);
  return { kind: number ? 'number' : 'word', text, plain, word: number ? undefined : word, assignment: undefined, mark, start, end };
}

/** An assignment as a token; among operands, where only declarations have any, it is a word like the others. */
function assigned(scanner: Scanner, assignment: Assignment, mark: Mark, start: number): Token {
  scanner.close(mark);
  const { pos: end } = scanner;
  const text = scanner.source.text.slice(start, end);
  const { elements, span } = assignment;
  const head = { type: 'literal', text: `${assignment.name}${assignment.append ? '+' : ''}=`, span } as const;
  const word: Word = { parts: elements ? [head, { type: 'array', elements, span }] : [head], span };
  return { kind: 'word', text, plain: false, word, assignment, mark, start, end };
}

function readOperator(scanner: Scanner, start: number): Token {
  scanner.marks.pop();
  const mark = scanner.open('operator');
  for (let i = 1; i <= 2; i++) scanner.joinLines(i);
  const text = scanner.take(OPERATOR);
  const end = scanner.pos;
  scanner.close(mark);
  if (text === '\n') {
    scanner.marks.pop();
    readBodies(scanner);
  }
  return { kind: 'operator', text, plain: false, word: undefined, assignment: undefined, mark, start, end };
}

function skipBlanks(scanner: Scanner): void {
  while (scanner.take(/[ \t]+/y) || scanner.accept('\\\n'));
  if (scanner.char() !== '#') return;
  scanner.part('comment', () => scanner.take(/[^\n]+/y));
}

function replaceAlias(scanner: Scanner, token: Token): boolean {
  const value = scanner.rules.aliases(token.text);
  scanner.expanding = scanner.expanding.filter((alias) => alias.end > token.start);
  if (value === undefined || scanner.expanding.some((alias) => alias.name === token.text)) return false;
  if (++scanner.aliased > MAX_ALIASES) scanner.fail('invalid', `more than ${MAX_ALIASES} aliases in one command`, token.start, token.end);
  scanner.source.replace(token.start, token.end, value);
  // A continuation in the token is not in its text.
  const shift = value.length - (token.end - token.start);
  for (const alias of scanner.expanding) alias.end += shift;
  scanner.expanding.push({ name: token.text, end: token.start + value.length, blank: /[ \t]$/.test(value) });
  scanner.ahead = undefined;
  scanner.pos = token.start;
  return true;
}
