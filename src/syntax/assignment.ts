/** Assignments: `name=value`, `name[…]=value`, `name=(…)` (POSIX 2.9.1; bash manual, "Arrays"). */
import type { ArrayElement, Assignment, Word } from './ast.ts';
import { readOperand } from './expansion.ts';
import { readSubscript } from './parameter.ts';
import type { Scanner } from './scanner.ts';
import { readWord } from './words.ts';

const NAME = /[A-Za-z_]\w*(?=\+?=|\[)/y;
const EQUALS = /\+?=/y;
const BLANKS = /(?:[ \t\n]|\\\n)+/y;
/** Commands whose operands may be assignments of arrays. */
const DECLARERS: ReadonlySet<string> = new Set(['declare', 'typeset', 'local', 'export', 'readonly']);

/** Reads the assignment at the place, where one may stand: before a command word, or of an array among a declaration's operands. */
export function readAssignment(scanner: Scanner): Assignment | undefined {
  if (scanner.role === 'operand' && isDeclaration(scanner.words)) return readTarget(scanner, true);
  return scanner.role === 'command' ? readTarget(scanner, false) : undefined;
}

function isDeclaration(words: readonly Word[]): boolean {
  return words.slice(0, 2).some(({ parts: [part] }) => part?.type === 'literal' && DECLARERS.has(part.text));
}

/** The assignment at the place, with nothing read when there is none; `onlyArrays` leaves those of a text to be words. */
function readTarget(scanner: Scanner, onlyArrays: boolean): Assignment | undefined {
  const { pos: start } = scanner;
  const marks = scanner.marks.length;
  const name = scanner.take(NAME);
  const bracket = name !== '' && scanner.char() === '[';
  const subscript = bracket ? readKey(scanner) : undefined;
  const equals = name && (!bracket || subscript) ? scanner.take(EQUALS) : '';
  const array = equals !== '' && scanner.char() === '(';
  if (equals === '' || (onlyArrays && !array)) {
    scanner.pos = start;
    scanner.marks.length = marks;
    return undefined;
  }
  const elements = array ? readElements(scanner) : undefined;
  const value = elements ? undefined : readWord(scanner);
  return { name, subscript, append: equals.length > 1, elements, value, span: scanner.span(start) };
}

/** `[…]`, whose `@` and `*` are keys like any other where something is assigned. */
function readKey(scanner: Scanner): Word | undefined {
  const { pos } = scanner;
  const subscript = readSubscript(scanner, readOperand);
  if (typeof subscript !== 'string') return subscript;
  const span = scanner.span(pos + 1, pos + 2);
  return { parts: [{ type: 'literal', text: subscript, span }], span };
}

/** `(…)` with the place at the parenthesis. */
function readElements(scanner: Scanner): readonly ArrayElement[] {
  const start = scanner.pos++;
  const elements: ArrayElement[] = [];
  for (;;) {
    while (scanner.take(BLANKS) || (scanner.char() === '#' && scanner.take(/[^\n]+/y)));
    if (scanner.accept(')')) return elements;
    if (scanner.atEnd()) scanner.unclosed(')', start);
    elements.push(scanner.deeper(() => readElement(scanner)));
  }
}

function readElement(scanner: Scanner): ArrayElement {
  const { pos: start } = scanner;
  const subscript = readKey(scanner);
  const equals = subscript ? scanner.take(EQUALS) : '';
  if (equals === '') scanner.pos = start;
  const value = readWord(scanner);
  if (equals !== '') return { subscript, append: equals.length > 1, value };
  if (!value) {
    const { pos } = scanner;
    return scanner.fail('invalid', `syntax error near unexpected token \`${scanner.char()}'`, pos, pos + 1);
  }
  return { subscript: undefined, append: false, value };
}
