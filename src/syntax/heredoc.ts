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
  const start = scanner.pos;
  const mark = scanner.open('string');
  const lines: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    if (scanner.atEnd()) {
      if (scanner.settings.final || scanner.bounded) break;
      scanner.fail(
        'incomplete',
        `here-document delimited by end-of-file (wanted \`${document.delimiter}')`,
        document.start,
        document.start,
      );
    }
    if (document.stripTabs) scanner.take(/\t+/y);
    const from = scanner.pos;
    const line = readLine(scanner, document.quoted);
    if (line === document.delimiter || line === `${document.delimiter}\n`) break;
    pieces.push({ at, from, to: undefined });
    lines.push(line);
    at += line.length;
  }
  const source = new Source(lines.join(''), scanner.source, pieces.length ? pieces : [{ at: 0, from: start, to: undefined }]);
  scanner.close(mark);
  document.receive({ parts: [bodyPart(new Scanner(source, scanner.settings, scanner), document.quoted)], span: source.span(0, at) });
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
