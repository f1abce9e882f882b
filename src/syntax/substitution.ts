/** `$(…)`, backquotes, `<(…)` and `$((…))` (POSIX 2.6.3, 2.6.4; bash process substitution). */
import type { ArithmeticPart, CommandPart, DoublePart, ProcessPart, Script, Word } from './ast.ts';
import { PartList } from './parts.ts';
import { Scanner } from './scanner.ts';
import { type Piece, Source } from './source.ts';

/** Reads text as between double quotes up to its end, into `list`. */
export type ReadQuoted = (scanner: Scanner, list: PartList) => void;

/** `$(…)` with the place at the `$`. */
export function command(scanner: Scanner): CommandPart {
  return scanner.part('substitution', () => ({ type: 'command', script: inParentheses(scanner) }));
}

/** `<(…)` or `>(…)` with the place at the first character. */
export function process(scanner: Scanner): ProcessPart {
  const direction = scanner.char() === '<' ? 'in' : 'out';
  return scanner.part('substitution', () => ({ type: 'process', direction, script: inParentheses(scanner) }));
}

function inParentheses(scanner: Scanner): Script {
  scanner.pos += 2;
  return scanner.rules.script(scanner, ')');
}

/** `` `…` `` with the place at the opening one; `quoted` when it is inside double quotes, where `\"` loses its backslash too. */
export function backquote(scanner: Scanner, quoted: boolean): CommandPart {
  return scanner.part('substitution', (start) => {
    const source = unescaped(scanner, quoted ? '$`\\"' : '$`\\');
    const closed = scanner.accept('`');
    // An unfinished inside is read all the same: what is being typed there has its own colours and completions.
    const script = scanner.deeper(() => scanner.rules.script(new Scanner(source, scanner.rules, scanner, closed), ''));
    if (!closed) scanner.unclosed('`', start);
    return { type: 'command', script };
  });
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
  const { pos: start } = scanner;
  const part = scanner.part('substitution', () => {
    scanner.pos += 3;
    return { type: 'arithmetic', expression: readArithmetic(scanner, start, read) } as const;
  });
  const { expression } = part;
  if (expression) return { ...part, expression };
  scanner.marks.pop();
  scanner.pos = start;
  return undefined;
}

/** The expression up to `))`, which is taken; undefined when the `((` begun at `start` turns out to be a subshell. */
export function readArithmetic(scanner: Scanner, start: number, read: ReadQuoted): Word | undefined {
  const end = closingParenthesis(scanner, start);
  if (end === undefined) return undefined;
  const expression = expressionText(scanner, end, read);
  scanner.pos = end + 2;
  return expression;
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
 * Where the `))` stands that closes the `((` before the place, begun at `start`; undefined when the inner parenthesis closes
 * alone, so that it was a subshell. Fails as incomplete when nothing closes it.
 */
export function closingParenthesis(scanner: Scanner, start: number): number | undefined {
  const { pos } = scanner;
  for (let open = 0; ; scanner.pos++) {
    scanner.take(/[^()'"`\\]+/y);
    const char = scanner.char();
    if (char === '') scanner.unclosed(')', start);
    if (char === '(') open++;
    else if (char === ')' && open-- === 0) break;
    else if (char === '\\') scanner.pos++;
    else if (char !== ')') skipQuoted(scanner, char);
  }
  const end = scanner.pos;
  scanner.pos = pos;
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
