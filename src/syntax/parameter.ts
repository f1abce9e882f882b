/** `$x` and `${…}` (POSIX 2.6.2; bash manual, "Shell Parameter Expansion"). */
import type { ParameterOperation, ParameterPart, Subscript, Word } from './ast.ts';
import type { Scanner } from './scanner.ts';

/** How the word of an operation is read: its quoting context, and the character besides `}` that ends it. */
export interface OperandMode {
  /** As between double quotes: `'` is a plain character. */
  readonly quoted: boolean;
  readonly stop: '' | '/' | ':' | ']';
  /** The first character belongs to the word even if it is `stop`. */
  readonly lead?: boolean;
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
    return { type: 'parameter', name: scanner.take(NAMED), subscript: undefined, indirect: false, operation: undefined };
  });
}

/** `${…}` with the place at the `$`; `quoted` when it is between double quotes. */
export function bracedParameter(scanner: Scanner, quoted: boolean, read: ReadOperand): ParameterPart {
  return scanner.part('variable', (start) => readBraced(scanner, start, quoted, read));
}

function readBraced(scanner: Scanner, start: number, quoted: boolean, read: ReadOperand): Omit<ParameterPart, 'span'> {
  scanner.joinLines(2);
  scanner.pos += 2;
  const length = scanner.take(/#(?=\w+[}[]|[@*#?$!-]\})/y) !== '';
  const indirect = !length && scanner.take(/!(?=[\w@*#?$-])/y) !== '';
  const name = scanner.take(BRACED);
  const subscript = /^[A-Za-z_]/.test(name) ? readSubscript(scanner, read) : undefined;
  let operation: ParameterOperation | undefined;
  const names = indirect && !subscript ? scanner.take(/[@*](?=\})/y) : '';
  const keys = indirect && typeof subscript === 'string' && scanner.char() === '}';
  if (names) operation = { type: 'names', joined: names === '*' };
  else if (keys) operation = { type: 'keys' };
  else operation = length ? { type: 'length' } : readOperation(scanner, quoted, read);
  if (!name || !scanner.accept('}')) operation = bad(scanner, start, quoted, read);
  return { type: 'parameter', name, subscript, indirect: indirect && !names && !keys, operation };
}

/** `[…]` after a name, up to and including the closing bracket; undefined when there is none. */
export function readSubscript(scanner: Scanner, read: ReadOperand): Subscript | undefined {
  if (scanner.char() !== '[') return undefined;
  const { pos: start } = scanner;
  const all = scanner.take(/\[[@*]\]/y).charAt(1);
  if (all) return all as '@';
  scanner.pos++;
  const word = read(scanner, { quoted: false, stop: ']' });
  if (word && scanner.accept(']')) return word;
  scanner.pos = start;
  return undefined;
}

function readOperation(scanner: Scanner, quoted: boolean, read: ReadOperand): ParameterOperation | undefined {
  const char = scanner.char();
  if (char === '}') return undefined;
  const colon = char === ':';
  const type = DEFAULTS.get(scanner.char(colon ? 1 : 0));
  if (type) {
    scanner.pos += colon ? 2 : 1;
    return { type, colon, word: read(scanner, { quoted, stop: '' }) };
  }
  if (colon) return scanner.char(1) === '}' ? undefined : slice(scanner, read);
  return transformation(scanner, read);
}

function transformation(scanner: Scanner, read: ReadOperand): ParameterOperation | undefined {
  const pattern = { quoted: false, stop: '' } as const;
  const trim = scanner.take(TRIM);
  if (trim) {
    return { type: 'trim', side: trim[0] === '#' ? 'prefix' : 'suffix', longest: trim.length > 1, pattern: read(scanner, pattern) };
  }
  if (scanner.accept('/')) return replace(scanner, read);
  const letters = scanner.take(/\^\^?|,,?|~~?/y);
  if (letters)
    return {
      type: 'case',
      to: letters[0] === '^' ? 'upper' : letters[0] === ',' ? 'lower' : 'other',
      all: letters.length > 1,
      pattern: read(scanner, pattern),
    };
  const transform = scanner.take(/@[UuLQEPAKak]/y);
  if (transform) return { type: 'transform', letter: transform.charAt(1) };
  return undefined;
}

function replace(scanner: Scanner, read: ReadOperand): ParameterOperation {
  const where = scanner.accept('/') ? 'all' : scanner.accept('#') ? 'prefix' : scanner.accept('%') ? 'suffix' : 'first';
  const pattern = read(scanner, { quoted: false, stop: '/', lead: where === 'all' });
  const replacement = scanner.accept('/') ? read(scanner, { quoted: false, stop: '' }) : undefined;
  return { type: 'replace', where, pattern, replacement };
}

function slice(scanner: Scanner, read: ReadOperand): ParameterOperation {
  scanner.pos++;
  const offset = read(scanner, { quoted: true, stop: ':' }) ?? empty(scanner);
  if (!scanner.accept(':')) return { type: 'slice', offset, length: undefined };
  return { type: 'slice', offset, length: read(scanner, { quoted: true, stop: '' }) ?? empty(scanner) };
}

function empty(scanner: Scanner): Word {
  const span = scanner.span(scanner.pos);
  return { parts: [{ type: 'quoted', text: '', span }], span };
}

/** What stands up to the closing brace is no operation, which only matters when it is expanded. */
function bad(scanner: Scanner, start: number, quoted: boolean, read: ReadOperand): ParameterOperation {
  read(scanner, { quoted, stop: '' });
  if (!scanner.accept('}')) scanner.unclosed('}', start);
  return { type: 'bad', text: scanner.source.text.slice(start, scanner.pos) };
}
