/** `$x` and `${…}` (POSIX 2.6.2; bash manual, "Shell Parameter Expansion"). */
import type { ParameterOperation, ParameterPart, Word } from './ast.ts';
import type { Scanner } from './scanner.ts';

/** How the word of an operation is read: its quoting context, and the character besides `}` that ends it. */
export interface OperandMode {
  /** As between double quotes: `'` is a plain character. */
  readonly quoted: boolean;
  readonly stop: '' | '/' | ':';
}

/** Reads an operation's word; undefined when it is empty. */
export type ReadOperand = (scanner: Scanner, mode: OperandMode) => Word | undefined;

const SIMPLE = /[\w@*#?$!-]/;
const NAMED = /[A-Za-z_]\w*|[\s\S]/y;
const BRACED = /[A-Za-z_]\w*|\d+|[@*#?$!-]/y;
const TRIM = /##?|%%?/y;
const DEFAULTS: ReadonlyMap<string, 'default' | 'assign' | 'alternative' | 'error'> = new Map([
  ['-', 'default'],
  ['=', 'assign'],
  ['+', 'alternative'],
  ['?', 'error'],
]);

/** `$x` with the place at the `$`; undefined, with nothing read, when no parameter's name follows. */
export function simpleParameter(scanner: Scanner): ParameterPart | undefined {
  if (!SIMPLE.test(scanner.char(1))) return undefined;
  return scanner.part('variable', () => {
    scanner.pos++;
    return { type: 'parameter', name: scanner.take(NAMED), indirect: false, operation: undefined };
  });
}

/** `${…}` with the place at the `$`; `quoted` when it is between double quotes. */
export function bracedParameter(scanner: Scanner, quoted: boolean, read: ReadOperand): ParameterPart {
  return scanner.part('variable', (start) => readBraced(scanner, start, quoted, read));
}

function readBraced(scanner: Scanner, start: number, quoted: boolean, read: ReadOperand): Omit<ParameterPart, 'span'> {
  scanner.pos += 2;
  const length = scanner.take(/#(?=\w+[}[]|[@*#?$!-]\})/y) !== '';
  const indirect = !length && scanner.take(/!(?=[\w@*#?$-])/y) !== '';
  const name = scanner.take(BRACED);
  if (!name) bad(scanner, start);
  if (scanner.char() === '[') scanner.unsupported(`arrays`, start, scanner.pos + 1);
  if (indirect && /^[@*]\}/.test(scanner.char() + scanner.char(1))) scanner.unsupported(`names by prefix`, start, scanner.pos + 2);
  const operation = length ? ({ type: 'length' } as const) : readOperation(scanner, start, quoted, read);
  if (!scanner.accept('}')) bad(scanner, start);
  return { type: 'parameter', name, indirect, operation };
}

function readOperation(scanner: Scanner, start: number, quoted: boolean, read: ReadOperand): ParameterOperation | undefined {
  const char = scanner.char();
  if (char === '}') return undefined;
  const colon = char === ':';
  const type = DEFAULTS.get(scanner.char(colon ? 1 : 0));
  if (type) {
    scanner.pos += colon ? 2 : 1;
    return { type, colon, word: read(scanner, { quoted, stop: '' }) };
  }
  if (colon) return slice(scanner, start, read);
  return transformation(scanner, start, read);
}

function transformation(scanner: Scanner, start: number, read: ReadOperand): ParameterOperation {
  const pattern = { quoted: false, stop: '' } as const;
  const trim = scanner.take(TRIM);
  if (trim) {
    return { type: 'trim', side: trim[0] === '#' ? 'prefix' : 'suffix', longest: trim.length > 1, pattern: read(scanner, pattern) };
  }
  if (scanner.accept('/')) return replace(scanner, read);
  const letters = scanner.take(/\^\^?|,,?/y);
  if (letters) return { type: 'case', upper: letters[0] === '^', all: letters.length > 1, pattern: read(scanner, pattern) };
  const transform = scanner.take(/@[UuLQEPAKak]/y);
  if (transform) return { type: 'transform', letter: transform.charAt(1) };
  return bad(scanner, start);
}

function replace(scanner: Scanner, read: ReadOperand): ParameterOperation {
  const where = scanner.accept('/') ? 'all' : scanner.accept('#') ? 'prefix' : scanner.accept('%') ? 'suffix' : 'first';
  const pattern = read(scanner, { quoted: false, stop: '/' });
  const replacement = scanner.accept('/') ? read(scanner, { quoted: false, stop: '' }) : undefined;
  return { type: 'replace', where, pattern, replacement };
}

function slice(scanner: Scanner, start: number, read: ReadOperand): ParameterOperation {
  scanner.pos++;
  if (scanner.char() === '}') bad(scanner, start);
  const offset = read(scanner, { quoted: true, stop: ':' }) ?? empty(scanner);
  if (!scanner.accept(':')) return { type: 'slice', offset, length: undefined };
  return { type: 'slice', offset, length: read(scanner, { quoted: true, stop: '' }) ?? empty(scanner) };
}

function empty(scanner: Scanner): Word {
  const span = scanner.span(scanner.pos);
  return { parts: [{ type: 'quoted', text: '', span }], span };
}

function bad(scanner: Scanner, start: number): never {
  scanner.take(/[^}]+/y);
  if (!scanner.accept('}')) scanner.unclosed('}', start);
  return scanner.fail('invalid', `${scanner.source.text.slice(start, scanner.pos)}: bad substitution`, start);
}
