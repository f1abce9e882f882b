/** The bodies of here-documents, read when the line that asked for them ends (POSIX 2.7.4). */
import type { DoublePart, WordPart } from './ast.ts';
import { readQuoted } from './expansion.ts';
import { PartList } from './parts.ts';
import { type Pending, Scanner } from './scanner.ts';
import { type Piece, Source } from './source.ts';

/** Reads all bodies that are owed, with the place at the start of a line (or at the end of the text). */
export function readBodies(scanner: Scanner): void {
  const owed = scanner.pending;
  scanner.pending = [];
  for (const document of owed) readBody(scanner, document);
}

function readBody(scanner: Scanner, document: Pending): void {
  const mark = scanner.open('string');
  const lines: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  const add = (line: string, from: number, to?: number): void => {
    lines.push(line);
    pieces.push({ at, from, to });
    at += line.length;
  };
  for (;;) {
    if (endsWithText(scanner, document)) break;
    if (document.stripTabs) scanner.take(/\t+/y);
    const { pos } = scanner;
    const line = readLine(scanner, document.quoted);
    if (line === document.delimiter || line === `${document.delimiter}\n`) break;
    add(line, pos);
    if (!line.endsWith('\n')) add('\n', scanner.pos, scanner.pos);
  }
  add('', scanner.pos);
  scanner.close(mark);
  const source = new Source(lines.join(''), scanner.source, pieces);
  document.receive({ parts: [bodyPart(new Scanner(source, scanner.rules, scanner), document.quoted)], span: source.span(0, at) });
}

/** Whether the text, and so the document, ends here; fails when it may go on. */
function endsWithText(scanner: Scanner, { delimiter, start }: Pending): boolean {
  if (!scanner.atEnd() || scanner.rules.final || scanner.bounded) return scanner.atEnd();
  return scanner.fail('incomplete', `here-document delimited by end-of-file (wanted \`${delimiter}')`, start, start);
}

/** A line with its newline; an escaped newline does not end it unless the document is quoted. */
function readLine(scanner: Scanner, quoted: boolean): string {
  const start = scanner.pos;
  while (scanner.take(quoted ? /[^\n]+/y : /[^\n\\]+/y) || scanner.char() === '\\')
    if (scanner.accept('\\') && !scanner.atEnd()) scanner.pos++;
  scanner.accept('\n');
  return scanner.source.text.slice(start, scanner.pos);
}

function bodyPart(inner: Scanner, quoted: boolean): WordPart {
  const { text } = inner.source;
  const span = inner.span(0, text.length);
  if (quoted) return { type: 'quoted', text, span };
  const list = new PartList(inner, 'quoted');
  readQuoted(inner, list);
  return { type: 'double', parts: list.parts() as DoublePart['parts'], span };
}
