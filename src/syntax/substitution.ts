/** `$(…)`, backquotes, `<(…)` and `$((…))` (POSIX 2.6.3, 2.6.4; bash process substitution). */
import type { ArithmeticPart, CommandPart, DoublePart, ProcessPart, Word } from './ast.ts';
import { PartList } from './parts.ts';
import { Scanner } from './scanner.ts';
import { type Piece, Source } from './source.ts';

/** Reads text as between double quotes up to its end, into `list`. */
export type ReadQuoted = (scanner: Scanner, list: PartList) => void;

/** `$(…)` with the place at the `$`. */
export function command(scanner: Scanner): CommandPart {
  const start = scanner.pos;
  const mark = scanner.open('substitution');
  scanner.pos += 2;
  const script = scanner.settings.script(scanner, ')');
  return { type: 'command', script, span: scanner.close(mark, start) };
}

/** `<(…)` or `>(…)` with the place at the first character. */
export function process(scanner: Scanner): ProcessPart {
  const start = scanner.pos;
  const mark = scanner.open('substitution');
  const direction = scanner.char() === '<' ? 'in' : 'out';
  scanner.pos += 2;
  const script = scanner.settings.script(scanner, ')');
  return { type: 'process', direction, script, span: scanner.close(mark, start) };
}

/** `` `…` `` with the place at the opening one; `quoted` when it is inside double quotes, where `\"` loses its backslash too. */
export function backquote(scanner: Scanner, quoted: boolean): CommandPart {
  const start = scanner.pos;
  const mark = scanner.open('substitution');
  const source = unescaped(scanner, quoted ? '$`\\"' : '$`\\');
  const closed = scanner.accept('`');
  // An unfinished inside is read all the same: what is being typed there has its own colours and completions.
  const script = scanner.deeper(() => scanner.settings.script(new Scanner(source, scanner.settings, scanner, closed), ''));
  if (!closed) scanner.unclosed('`', start);
  return { type: 'command', script, span: scanner.close(mark, start) };
}

/** The text up to the closing backquote or the end, without the backslashes before `escapable` characters. */
function unescaped(scanner: Scanner, escapable: string): Source {
  scanner.pos++;
  const runs: string[] = [];
  const pieces: Piece[] = [{ at: 0, from: scanner.pos, to: undefined }];
  for (let at = 0; !scanner.atEnd() && scanner.char() !== '`'; ) {
    if (scanner.char() === '\\' && scanner.char(1) && escapable.includes(scanner.char(1))) {
      scanner.pos++;
      pieces.push({ at, from: scanner.pos, to: undefined });
    }
    const from = scanner.pos++;
    scanner.take(/[^`\\]+/y);
    const run = scanner.source.text.slice(from, scanner.pos);
    runs.push(run);
    at += run.length;
  }
  return new Source(runs.join(''), scanner.source, pieces);
}

/** `$((…))` with the place at the `$`, or undefined (and nothing read) when it is a substitution that begins with a subshell. */
export function arithmetic(scanner: Scanner, read: ReadQuoted): ArithmeticPart | undefined {
  const start = scanner.pos;
  const mark = scanner.open('substitution');
  scanner.pos += 3;
  const end = closingParenthesis(scanner);
  if (end === undefined) {
    scanner.marks.pop();
    scanner.pos = start;
    return undefined;
  }
  const expression = expressionText(scanner, end, read);
  scanner.pos = end + 2;
  return { type: 'arithmetic', expression, span: scanner.close(mark, start) };
}

/** The text from the place up to `end` as a word whose single part is as in double quotes. */
export function expressionText(scanner: Scanner, end: number, read: ReadQuoted): Word {
  const parts = scanner.deeper(() => {
    const inner = scanner.inside(scanner.pos, end);
    const list = new PartList(inner, 'quoted');
    read(inner, list);
    return list.parts() as DoublePart['parts'];
  });
  const span = scanner.span(scanner.pos, end);
  return { parts: [{ type: 'double', parts, span }], span };
}

/**
 * Where the `))` stands that closes the `((` before the place; undefined when the inner parenthesis closes alone, so that it
 * was a subshell. Fails as incomplete when nothing closes it.
 */
export function closingParenthesis(scanner: Scanner): number | undefined {
  const { pos: start } = scanner;
  for (let open = 0; ; scanner.pos++) {
    scanner.take(/[^()'"`\\]+/y);
    const char = scanner.char();
    if (char === '') scanner.unclosed(')', start - 2);
    if (char === '(') open++;
    else if (char === ')' && open-- === 0) break;
    else if (char === '\\') scanner.pos++;
    else if (char !== ')') skipQuoted(scanner, char);
  }
  const end = scanner.pos;
  scanner.pos = start;
  return scanner.source.text[end + 1] === ')' ? end : undefined;
}

/** Leaves the place on the closing quote. */
function skipQuoted(scanner: Scanner, quote: string): void {
  const start = scanner.pos++;
  const run = quote === "'" ? /[^']+/y : quote === '"' ? /[^"\\]+/y : /[^`\\]+/y;
  for (;;) {
    scanner.take(run);
    if (scanner.atEnd()) scanner.unclosed(quote, start);
    if (scanner.char() === quote) return;
    scanner.pos += 2;
  }
}
