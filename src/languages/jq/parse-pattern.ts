/** Parses what `as` binds: variables, and parts of arrays and objects. */
import type { Filter, Pattern } from './ast.ts';
import type { Scanner } from './scanner.ts';

type Entry = Extract<Pattern, { readonly kind: 'object' }>['entries'][number];

/** The name of a variable whose `$` comes next. */
export const variableName = (scanner: Scanner): string => {
  scanner.expect('$');
  const name = scanner.identifier();
  if (name === undefined) throw scanner.unexpected();
  return name;
};

/** A pattern; `parseKey` reads the key of an object. */
export const parsePattern = (scanner: Scanner, parseKey: () => Filter): Pattern =>
  scanner.nested(() => {
    if (scanner.accept('[')) {
      const items = [parsePattern(scanner, parseKey)];
      while (scanner.accept(',')) items.push(parsePattern(scanner, parseKey));
      scanner.expect(']');
      return { kind: 'array', items };
    }
    if (!scanner.accept('{')) return { kind: 'variable', name: variableName(scanner) };
    const entries: Entry[] = [];
    do entries.push(parseEntry(scanner, parseKey));
    while (scanner.accept(','));
    scanner.expect('}');
    return { kind: 'object', entries };
  });

/** `$name`, `$name: PATTERN` or `KEY: PATTERN`. */
const parseEntry = (scanner: Scanner, parseKey: () => Filter): Entry => {
  if (scanner.peek() !== '$') {
    const key = parseKey();
    scanner.expect(':');
    return { key, name: undefined, value: parsePattern(scanner, parseKey) };
  }
  const name = variableName(scanner);
  const value = scanner.accept(':') ? parsePattern(scanner, parseKey) : undefined;
  return { key: { kind: 'literal', value: name }, name, value };
};
