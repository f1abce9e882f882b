/** Parses strings, with their escapes and what is interpolated in them. */
import type { Filter } from './ast.ts';
import type { Scanner } from './scanner.ts';

const escapes = new Map([...'"\\/bfnrt'].map((letter, i) => [letter, ['"', '\\', '/', '\b', '\f', '\n', '\r', '\t'][i] ?? '']));

/** A string whose quote comes next; `format` sets what is interpolated, and `parseFilter` reads that up to its parenthesis. */
export const parseString = (scanner: Scanner, format: string, parseFilter: () => Filter): Filter => {
  scanner.character();
  const parts: (string | Filter)[] = [];
  let literal = '';
  for (;;) {
    literal += scanner.plainText();
    const character = scanner.character();
    if (character === '"') break;
    if (character === '') throw scanner.unexpected();
    if (scanner.isAt('(')) {
      scanner.character();
      parts.push(literal, parseFilter());
      literal = '';
    } else literal += readEscape(scanner);
  }
  return parts.length === 0 ? { kind: 'literal', value: literal } : { kind: 'string', format, parts: [...parts, literal] };
};

/** What a backslash and the letter that comes next stand for. */
const readEscape = (scanner: Scanner): string => {
  const letter = scanner.character();
  const simple = escapes.get(letter);
  if (simple !== undefined) return simple;
  const hex = letter === 'u' ? Array.from({ length: 4 }, () => scanner.character()).join('') : '';
  if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw scanner.error('invalid escape in a string');
  return String.fromCharCode(Number.parseInt(hex, 16));
};
