/** Words as the grammar's different places read them (POSIX 2.3; bash manual, "Conditional Constructs"). */
import type { Word } from './ast.ts';
import { readUnquoted } from './expansion.ts';
import { PartList } from './parts.ts';
import type { Scanner } from './scanner.ts';

const PLAIN = /[^ \t\n|&;<>()'"`$\\]+/y;
const NESTED = /[^()'"`$\\]+/y;
const EXTENDED = /[?*+@!]$/;

/** An ordinary word; undefined when none begins here. */
export function readWord(scanner: Scanner): Word | undefined {
  if (scanner.rules.extended) return readPattern(scanner);
  const start = scanner.pos;
  const list = new PartList(scanner, 'literal');
  readUnquoted(scanner, list, PLAIN);
  return list.word(start);
}

/** A word such as the right side of `==` in `[[ ]]`, where `@(a|b)` and its kin belong to the word. */
export function readPattern(scanner: Scanner): Word | undefined {
  return readNesting(scanner, (before) => scanner.char() === '(' && EXTENDED.test(before));
}

/** The right side of `=~`, where `(`, `)` and `|` belong to the word, and blanks do inside parentheses. */
export function readRegex(scanner: Scanner): Word | undefined {
  return readNesting(scanner, () => scanner.char() === '(' || scanner.char() === '|');
}

function readNesting(scanner: Scanner, joins: (before: string) => boolean): Word | undefined {
  const start = scanner.pos;
  const list = new PartList(scanner, 'literal');
  let open = 0;
  for (;;) {
    readUnquoted(scanner, list, open ? NESTED : PLAIN);
    const char = scanner.char();
    if (char === '' && open) scanner.unclosed(')', start);
    if (char === '' || (!open && !joins(scanner.source.text[scanner.pos - 1] ?? ''))) return list.word(start);
    if (char === '(') open++;
    else if (char === ')') open--;
    const from = scanner.pos++;
    list.text(char, from);
  }
}
