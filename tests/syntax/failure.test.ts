/** What is not a script, in bash's words, and where. */
import { expect, test } from 'vitest';
import { MAX_ALIASES, MAX_DEPTH, MAX_LENGTH } from '../../src/syntax/limits.ts';
import { parse, parseFinal, parseLines } from '../../src/syntax/parse.ts';
import { script, shape } from './render.ts';

test.each([
  ['echo "a', '`"\'', '5-7'],
  ["echo 'a", "`''", '5-7'],
  ["echo $'a\\'", "`''", '5-10'],
  ['echo ${x', "`}'", '5-8'],
  ['echo ${x:-a', "`}'", '5-11'],
  ['echo $(a', "`)'", '8-8'],
  ['echo $(if a', "`)'", '11-11'],
  ['echo `a', "``'", '5-7'],
  ['echo $((1+', "`)'", '5-10'],
  ['((1+', "`)'", '0-4'],
  ['cat <(a', "`)'", '7-7'],
  ['"$(echo "a', '`"\'', '8-10'],
])('%j waits for its closing %s', (source, closer, place) => {
  expect(shape(source)).toBe(`incomplete: unexpected EOF while looking for matching ${closer} @${place}`);
});

test.each([
  'a |',
  'a &&',
  'a ||',
  'a |&',
  '(a',
  '{ a',
  '{ a;',
  'if',
  'if a',
  'if a; then',
  'if a; then b',
  'while a; do',
  'while a; do b;',
])('%j asks for another line', (source) => expect(shape(source)).toMatch(/^incomplete: syntax error: unexpected end of file/));

test.each([
  'for x',
  'for x in a;',
  'case a',
  'case a in',
  'case a in b)',
  'case a in b) c;;',
  'f()',
  'function f',
  '[[',
  '[[ a &&',
  '! {',
  'a \\',
])('%j asks for another line, too', (source) => expect(parse(source).status).toBe('incomplete'));

test.each(
  [
    [')', ')', '0-1'],
    ['a )', ')', '2-3'],
    ['(', '', ''],
    [';', ';', '0-1'],
    ['a ;; b', ';;', '2-4'],
    ['a & ; b', ';', '4-5'],
    ['| a', '|', '0-1'],
    ['a | | b', '|', '4-5'],
    ['a | ! b', '!', '4-5'],
    ['a >', 'newline', '3-3'],
    ['a > > b', '>', '4-5'],
    ['a >\nb', 'newline', '3-4'],
    ['fi', 'fi', '0-2'],
    ['then a', 'then', '0-4'],
    ['}', '}', '0-1'],
    ['{ }', '}', '2-3'],
    ['( )', ')', '2-3'],
    ['if ; then a; fi', ';', '3-4'],
    ['if a; fi', 'fi', '6-8'],
    ['while a; done', 'done', '9-13'],
    ['for x in a b) c', ')', '12-13'],
    ['for', 'newline', '3-3'],
    ['case a in b c) d', 'c', '12-13'],
    ['{ a; } b', 'b', '7-8'],
    ['echo a(b)', '(', '6-7'],
    ['f() a', 'a', '4-5'],
    ['f(a) b', 'a', '2-3'],
    ['echo $(a | ) b', ')', '11-12'],
    ['echo `a | `', 'end of file', ''],
    ['echo !(a)', '(', '6-7'],
    ['a |\n)', ')', '4-5'],
  ].filter(([, , place]) => place),
)('%j is wrong at %s', (source, token, place) => {
  expect(shape(source as string)).toBe(`invalid: syntax error near unexpected token \`${token}' @${place}`);
});

test.each([
  ['[[ a b ]]', 'conditional binary operator expected', '5-6'],
  ['[[ a\n]]', "unexpected token `newline', conditional binary operator expected", '4-5'],
  ['[[ a == ]]', "unexpected argument `]]' to conditional binary operator", '8-10'],
  ['[[ -f ]]', "unexpected argument `]]' to conditional unary operator", '6-8'],
  ['[[ ( a ]]', "unexpected token `]]', expected `)'", '7-9'],
  ['[[ a == b c ]]', 'syntax error in conditional expression', '10-11'],
  ['[[ a == b ; ]]', "syntax error in conditional expression: unexpected token `;'", '10-11'],
  ['[[ ]]', "unexpected token `]]' in conditional command", '3-5'],
  ['for ((a;b)); do c; done', 'syntax error: arithmetic expression required', '4-11'],
  ['"a"() { b; }', '`"a"\': not a valid identifier', '0-3'],
  ['a=(b (c))', "syntax error near unexpected token `('", '5-6'],
  ['echo `a |`', 'syntax error: unexpected end of file', '9-9'],
  ['cat <<E\n${x\nE', "unexpected EOF while looking for matching `}'", '8-12'],
])('%j is wrong: %s', (source, message, place) => {
  expect(shape(source)).toBe(`invalid: ${message} @${place}`);
});

test('a backslash that ends a text is a plain character only when nothing can follow', () => {
  const result = parseFinal('echo a\\');
  expect(result.status === 'complete' && script(result.script)).toBe("(echo a'\\')");
  expect(parse('echo a\\').status).toBe('incomplete');
});

test('read line by line, what stands before a mistake is still there', () => {
  const results = [...parseLines('echo a\nif b\nthen c; fi; d\n)\ne')];
  expect(results.map((result) => (result.status === 'complete' ? script(result.script) : result.message))).toEqual([
    '(echo a)',
    '(if [(b) => (c)]) ; (d)',
    "syntax error near unexpected token `)'",
  ]);
});

test.each(['(', '$(', '{ ', '${x:-', '"$(', '((', '$((', 'if ', 'f() { ', '"${x:-', '<(', 'case x in y) ', '[[ ( [[ ( '])(
  '%j cannot be nested so deep that the stack overflows',
  (opening) => {
    const result = parse(opening.repeat(50_000));
    expect(result.status === 'complete' ? '' : result.message).toMatch(/nesting deeper than 100 levels|unexpected/);
  },
);

test('nesting up to the limit is read', () => {
  const nested = (depth: number) => '('.repeat(1) + '{ '.repeat(depth - 1) + 'a' + '; }'.repeat(depth - 1) + ')';
  expect(parse(nested(MAX_DEPTH)).status).toBe('complete');
  expect(shape(nested(MAX_DEPTH + 1))).toContain(`nesting deeper than ${MAX_DEPTH} levels`);
});

test('a text longer than the limit is refused by name', () => {
  expect(parse(' '.repeat(MAX_LENGTH)).status).toBe('complete');
  expect(shape(' '.repeat(MAX_LENGTH + 1))).toBe(`invalid: input longer than ${MAX_LENGTH} characters @${MAX_LENGTH}-${MAX_LENGTH + 1}`);
});

test('aliases are replaced a bounded number of times in one command', () => {
  expect(shape('a;'.repeat(MAX_ALIASES), (name) => (name === 'a' ? 'b' : undefined))).not.toContain('aliases');
  expect(shape('a;'.repeat(MAX_ALIASES + 1), (name) => (name === 'a' ? 'b' : undefined))).toContain(`more than ${MAX_ALIASES} aliases`);
});
