/** Styles of the line being typed: what each part is, whether the command exists, which words are paths that exist. */

import type { Highlight } from '../../syntax/ast.ts';
import { highlight } from '../../syntax/highlight.ts';
import type { Line, Piece, Style } from '../../term/style.ts';

/** What the highlighter asks the shell. */
export interface HighlightSources {
  isCommand(name: string): boolean;
  isPath(word: string): boolean;
}

const looks: Readonly<Record<Highlight['kind'], Style>> = {
  command: { role: 'command' },
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

const styleOf = (kind: Highlight['kind'], text: string, sources: HighlightSources): Style => {
  if (kind === 'command') return sources.isCommand(text) ? looks.command : { role: 'bad' };
  return kind === 'argument' && sources.isPath(text) ? { underline: true } : looks[kind];
};

/** `text` with its styles; the pieces together are the text. */
export const highlightLine = (text: string, sources: HighlightSources): Line => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, span } of highlight(text)) {
    if (span.start > at) pieces.push({ text: text.slice(at, span.start) });
    const part = text.slice(span.start, span.end);
    pieces.push({ text: part, style: styleOf(kind, part, sources) });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
};
