/** Styles of the line being typed: what each part is, and whether the command exists. */

import type { Highlight } from '../../syntax/ast.ts';
import { highlight } from '../../syntax/highlight.ts';
import type { Line, Piece, Style } from '../../term/style.ts';

const looks: Readonly<Record<Highlight['kind'], Style>> = {
  command: { role: 'command', bold: true },
  argument: {},
  keyword: { role: 'keyword' },
  operator: { role: 'operator' },
  string: { role: 'string' },
  variable: { role: 'variable' },
  substitution: { role: 'operator' },
  comment: { role: 'muted' },
  assignment: { role: 'variable' },
  error: { role: 'bad', underline: true },
};

const styleOf = (kind: Highlight['kind'], text: string, isCommand: (name: string) => boolean): Style => {
  // An unknown name stays plain: it may not be finished. Underlines are for links.
  return kind === 'command' && !isCommand(text) ? looks.argument : looks[kind];
};

/** `text` with its styles; the pieces together are the text. */
export const highlightLine = (text: string, isCommand: (name: string) => boolean): Line => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, span } of highlight(text)) {
    if (span.start > at) pieces.push({ text: text.slice(at, span.start) });
    const part = text.slice(span.start, span.end);
    pieces.push({ text: part, style: styleOf(kind, part, isCommand) });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
};
