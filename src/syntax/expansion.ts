/** Quoting and expansions as they occur in words, in double quotes, and in each other (POSIX 2.2, 2.6). */
import type { ArithmeticPart, DoublePart, QuotedPart, Word } from './ast.ts';
import { bracedParameter, type OperandMode, simpleParameter } from './parameter.ts';
import { PartList } from './parts.ts';
import { decodeAnsiC } from './quote.ts';
import type { Scanner } from './scanner.ts';
import { arithmetic, backquote, command, process } from './substitution.ts';

/** Reads runs of what `plain` (sticky) matches and everything special, up to a character that is neither, or the end. */
export function readUnquoted(scanner: Scanner, list: PartList, plain: RegExp): void {
  do {
    const start = scanner.pos;
    const run = scanner.take(plain);
    if (run) list.text(run, start);
  } while (readSpecial(scanner, list));
}

/** Reads text as between double quotes up to `closer`, which it leaves, or to the end when that is ''. */
export function readQuoted(scanner: Scanner, list: PartList, closer: '"' | '}' | '' = ''): void {
  const plain = closer === '}' ? /[^}"`$\\]+/y : closer === '"' ? /[^"`$\\]+/y : /[^`$\\]+/y;
  for (;;) {
    const start = scanner.pos;
    const run = scanner.take(plain);
    if (run) list.text(run, start);
    const char = scanner.char();
    if (char === '' || char === closer) return;
    if (char === '"') list.add(double(scanner));
    else if (char === '\\') readQuotedEscape(scanner, list, closer);
    else readExpansion(scanner, list, true);
  }
}

/** Reads as `readQuoted` does up to the end of the text, but without the double quotes in it, as arithmetic does. */
export function readExpression(scanner: Scanner, list: PartList): void {
  for (;;) {
    readQuoted(scanner, list, '"');
    if (!scanner.accept('"')) return;
  }
}

/** The word of an operation inside `${…}`, or of a subscript. */
export function readOperand(scanner: Scanner, mode: OperandMode): Word | undefined {
  const start = scanner.pos;
  const list = new PartList(scanner, mode.quoted ? 'quoted' : 'literal');
  scanner.deeper(() => {
    if (mode.lead && scanner.accept(mode.stop)) list.text(mode.stop, start);
    if (mode.stop === ':') readOffset(scanner, list);
    else if (mode.stop === ']') readBracketed(scanner, list);
    else if (mode.quoted) readQuoted(scanner, list, '}');
    else readUnquoted(scanner, list, mode.stop ? /[^}/'"`$\\]+/y : /[^}'"`$\\]+/y);
  });
  return list.word(start);
}

/** A slice's offset ends at the first `:` that belongs to no `?` and stands in no parentheses. */
function readOffset(scanner: Scanner, list: PartList): void {
  let open = 0;
  for (;;) {
    readUnquoted(scanner, list, /[^}:?()'"`$\\]+/y);
    const char = scanner.char();
    if (char === '' || char === '}' || (char === ':' && open === 0)) return;
    open += char === '(' || char === '?' ? 1 : -1;
    const start = scanner.pos++;
    list.text(char, start);
  }
}

/** A subscript ends at the first `]` that closes no `[` in it. */
function readBracketed(scanner: Scanner, list: PartList): void {
  for (let open = 0; ; ) {
    readUnquoted(scanner, list, /[^[\]'"`$\\]+/y);
    const char = scanner.char();
    if (char === '' || (char === ']' && open === 0)) return;
    open += char === '[' ? 1 : -1;
    const start = scanner.pos++;
    list.text(char, start);
  }
}

function readSpecial(scanner: Scanner, list: PartList): boolean {
  const char = scanner.char();
  switch (char) {
    case '\\':
      readEscape(scanner, list);
      return true;
    case "'":
      list.add(single(scanner));
      return true;
    case '"':
      list.add(double(scanner));
      return true;
    case '$':
    case '`':
      readExpansion(scanner, list, false);
      return true;
    case '<':
    case '>':
      if (scanner.char(1) !== '(') return false;
      list.add(process(scanner));
      return true;
    default:
      return false;
  }
}

/** What begins with `$` or a backquote; a `$` that begins nothing is a plain character. */
function readExpansion(scanner: Scanner, list: PartList, quoted: boolean): void {
  const start = scanner.pos;
  scanner.joinLines(1);
  const next = scanner.char(1);
  if (scanner.char() === '`') list.add(backquote(scanner, quoted));
  else if (next === '(') list.add((scanner.char(2) === '(' && arithmetic(scanner, readExpression)) || command(scanner));
  else if (next === '{') list.add(bracedParameter(scanner, quoted, readOperand));
  else if (next === '[') list.add(bracketed(scanner));
  else if (next === "'" && !quoted) list.add(ansiC(scanner));
  else if (next === '"' && !quoted) scanner.pos++;
  else {
    const parameter = simpleParameter(scanner);
    if (parameter) list.add(parameter);
    else if (scanner.accept('$')) list.text('$', start);
  }
}

/** `$[…]`, the old spelling of `$((…))`. */
function bracketed(scanner: Scanner): ArithmeticPart {
  return scanner.part('substitution', (start) => {
    scanner.pos += 2;
    const expression = readOperand(scanner, { quoted: false, stop: ']' }) ?? { parts: [], span: scanner.span(scanner.pos) };
    if (!scanner.accept(']')) scanner.unclosed(']', start);
    return { type: 'arithmetic', expression };
  });
}

/** A backslash outside quotes: it quotes one character, and joins lines before a newline. */
function readEscape(scanner: Scanner, list: PartList): void {
  const start = scanner.pos++;
  const char = scanner.char();
  if (char === '' && !scanner.rules.final && !scanner.bounded) scanner.fail('incomplete', `unexpected end of file after \`\\'`, start);
  if (char) scanner.pos++;
  if (char !== '\n') list.add({ type: 'quoted', text: char || '\\', span: scanner.span(start) });
}

/** A backslash inside double quotes: special only before what it can quote there. */
function readQuotedEscape(scanner: Scanner, list: PartList, closer: string): void {
  const start = scanner.pos++;
  const char = scanner.char();
  const special = char !== '' && ('$`\\\n' + (closer === '}' ? '}"' : closer)).includes(char);
  if (special) scanner.pos++;
  if (!special || char !== '\n') list.text(special ? char : '\\', start);
}

function single(scanner: Scanner): QuotedPart {
  return scanner.part('string', (start) => {
    scanner.pos++;
    const text = scanner.take(/[^']+/y);
    if (!scanner.accept("'")) scanner.unclosed("'", start);
    return { type: 'quoted', text };
  });
}

function ansiC(scanner: Scanner): QuotedPart {
  return scanner.part('string', (start) => {
    scanner.pos += 2;
    const from = scanner.pos;
    while (scanner.take(/[^'\\]+/y) || scanner.char() === '\\') if (scanner.accept('\\')) scanner.pos++;
    const text = decodeAnsiC(scanner.source.text.slice(from, scanner.pos));
    if (!scanner.accept("'")) scanner.unclosed("'", start);
    return { type: 'quoted', text };
  });
}

function double(scanner: Scanner): DoublePart {
  return scanner.part('string', (start) => {
    scanner.pos++;
    const list = new PartList(scanner, 'quoted');
    readQuoted(scanner, list, '"');
    if (!scanner.accept('"')) scanner.unclosed('"', start);
    return { type: 'double', parts: list.parts() as DoublePart['parts'] };
  });
}
