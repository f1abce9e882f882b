/** Redirections (POSIX 2.7). */
import type { Redirect, Word } from './ast.ts';
import { wordText } from './parts.ts';
import type { Scanner, Token } from './scanner.ts';
import { advance, peek, unexpected } from './tokens.ts';

/** Whether the next token begins a redirection. */
export function atRedirect(scanner: Scanner): boolean {
  const token = peek(scanner);
  return token.kind === 'number' || (token.kind === 'operator' && /^&?[<>]/.test(token.text));
}

/** One redirection; a here-document's body becomes its target when its line has ended. */
export function parseRedirect(scanner: Scanner): Redirect {
  const first = advance(scanner, 'operator');
  const numbered = first.kind === 'number';
  const named = first.text.startsWith('{');
  const operator = numbered ? advance(scanner) : first;
  const { role } = scanner;
  scanner.role = 'redirect';
  const { start } = peek(scanner);
  const word = parseTarget(scanner, operator.text);
  scanner.role = role;
  const redirect: { -readonly [key in keyof Redirect]: Redirect[key] } = {
    operator: operator.text === '<<-' ? '<<' : (operator.text as Redirect['operator']),
    descriptor: numbered && !named ? Number(first.text) : undefined,
    variable: named ? first.text.slice(1, -1) : undefined,
    target: word,
    span: scanner.span(first.start, scanner.last),
  };
  if (redirect.operator === '<<') {
    const { start: from, end: to } = word.span;
    redirect.delimiter = `${operator.text === '<<-' ? '-' : ''}${scanner.rules.original.slice(from, to)}`;
    owe(scanner, operator, word, start, (body) => {
      redirect.target = body;
    });
  }
  return redirect;
}

/** The word after the operator; a duplicated descriptor may stand right before another redirection (`2>&1>file`). */
function parseTarget(scanner: Scanner, operator: string): Word {
  const { kind, text, start, end, word } = peek(scanner);
  const digits = kind === 'number' && operator.endsWith('&');
  if (!word && !digits) unexpected(scanner);
  advance(scanner);
  const span = scanner.span(start, end);
  return word ?? { parts: [{ type: 'literal', text, span }], span };
}

/** Any number of redirections, as after a compound command. */
export function parseRedirects(scanner: Scanner): Redirect[] {
  const redirects: Redirect[] = [];
  while (atRedirect(scanner)) redirects.push(parseRedirect(scanner));
  return redirects;
}

function owe(scanner: Scanner, operator: Token, word: Word, start: number, receive: (body: Word) => void): void {
  scanner.pending.push({
    delimiter: wordText(word, scanner.rules.original),
    quoted: word.parts.some((part) => part.type === 'quoted' || part.type === 'double'),
    stripTabs: operator.text === '<<-',
    start,
    receive,
  });
}
