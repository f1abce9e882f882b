/** Arithmetic expressions: precedence, numbers, and mistakes in bash's words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArithmetic } from '../../src/syntax/arithmetic.ts';
import type { Arithmetic } from '../../src/syntax/ast.ts';
import { MAX_DEPTH, MAX_OPERATORS } from '../../src/syntax/limits.ts';

function show(tree: Arithmetic): string {
  switch (tree.type) {
    case 'number':
      return String(tree.value);
    case 'variable':
      return tree.subscript === undefined ? tree.name : `${tree.name}[${tree.subscript}]`;
    case 'unary':
      return `(${tree.operator} ${show(tree.operand)})`;
    case 'update':
      return tree.prefix ? `(${tree.operator}${show(tree.target)})` : `(${show(tree.target)}${tree.operator})`;
    case 'binary':
      return `(${tree.operator} ${show(tree.left)} ${show(tree.right)})`;
    case 'conditional':
      return `(? ${show(tree.test)} ${show(tree.yes)} ${show(tree.no)})`;
    case 'assign':
      return `(${tree.operator} ${show(tree.target)} ${show(tree.value)})`;
  }
}

function shape(text: string): string {
  const result = parseArithmetic(text);
  if (result.status === 'complete') return show(result.expression);
  return `${result.message} @${result.span.start}-${result.span.end}`;
}

test.each([
  ['', '0'],
  [' \t\n', '0'],
  ['1+2*3', '(+ 1 (* 2 3))'],
  ['(1+2)*3', '(* (+ 1 2) 3)'],
  ['7-2-1', '(- (- 7 2) 1)'],
  ['2**3**2', '(** 2 (** 3 2))'],
  ['-2**2', '(** (- 2) 2)'],
  ['a||b&&c|d^e&f', '(|| a (&& b (| c (^ d (& e f)))))'],
  ['a==b!=c<d<=e>f>=g', '(!= (== a b) (>= (> (<= (< c d) e) f) g))'],
  ['1<<2>>3+4', '(>> (<< 1 2) (+ 3 4))'],
  ['6/4%3', '(% (/ 6 4) 3)'],
  ['!~-+x', '(! (~ (- (+ x))))'],
  ['- -5 + --x', '(+ (- (- 5)) (--x))'],
  ['++x+x++ - x--', '(- (+ (++x) (x++)) (x--))'],
  ['x+++y', '(+ (x++) y)'],
  ['++5', '(+ (+ 5))'],
  ['5++1', '(+ 5 (+ 1))'],
  ['a?b:c?d:e', '(? a b (? c d e))'],
  ['a?b,c:d', '(? a (, b c) d)'],
  ['a?b=1:2', '(? a (= b 1) 2)'],
  ['a=b=3', '(= a (= b 3))'],
  ['a+=1, b-=2', '(, (+= a 1) (-= b 2))'],
  ['a*=1,a/=1,a%=1', '(, (, (*= a 1) (/= a 1)) (%= a 1))'],
  ['a<<=1,a>>=1,a&=1,a|=1,a^=1', '(, (, (, (, (<<= a 1) (>>= a 1)) (&= a 1)) (|= a 1)) (^= a 1))'],
  ['a=b==c', '(= a (== b c))'],
  ['a=-1', '(= a (- 1))'],
  ['__proto__+constructor', '(+ __proto__ constructor)'],
])('%j is %s', (text, tree) => {
  expect(shape(text)).toBe(tree);
});

test.each([
  ['0', 0n],
  ['017', 15n],
  ['0x1F', 31n],
  ['0XaB', 171n],
  ['2#101', 5n],
  ['16#fF', 255n],
  ['36#z', 35n],
  ['64#@_', 4031n],
  ['10#08', 8n],
  ['9223372036854775807', 9223372036854775807n],
  ['9223372036854775808', -9223372036854775808n],
  ['99999999999999999999', 7766279631452241919n],
])('the constant %s is %s', (text, value) => {
  expect(parseArithmetic(text)).toEqual({ status: 'complete', expression: { type: 'number', value } });
});

test.each([
  ['1+', 'syntax error: operand expected (error token is "+") @1-2'],
  ['1+*2', 'syntax error: operand expected (error token is "*2") @2-4'],
  ['1,', 'syntax error: operand expected (error token is ",") @1-2'],
  ['@', 'syntax error: operand expected (error token is "@") @0-1'],
  ['a**=2', 'syntax error: operand expected (error token is "=2") @3-5'],
  ['1 2', 'syntax error in expression (error token is "2") @2-3'],
  ['a b', 'syntax error in expression (error token is "b") @2-3'],
  ['x++y', 'syntax error in expression (error token is "y") @3-4'],
  ['1)', 'syntax error in expression (error token is ")") @1-2'],
  ['1;2', 'syntax error: invalid arithmetic operator (error token is ";2") @1-3'],
  ['1.5', 'syntax error: invalid arithmetic operator (error token is ".5") @1-3'],
  ['(1', 'missing `)\' (error token is "1") @1-2'],
  ['1?2', '`:\' expected for conditional expression (error token is "2") @2-3'],
  ['1?', 'expression expected (error token is "?") @1-2'],
  ['1?:2', 'expression expected (error token is ":2") @2-4'],
  ['1?2:', 'expression expected (error token is ":") @3-4'],
  ['5=3', 'attempted assignment to non-variable (error token is "=3") @1-3'],
  ['(a)=3', 'attempted assignment to non-variable (error token is "=3") @3-5'],
  ['!a=3', 'attempted assignment to non-variable (error token is "=3") @2-4'],
  ['a?b:c=3', 'attempted assignment to non-variable (error token is "=3") @5-7'],
  ['08', 'value too great for base (error token is "08") @0-2'],
  ['1+1x', 'value too great for base (error token is "1x") @2-4'],
  ['2#3', 'value too great for base (error token is "2#3") @0-3'],
  ['1#1', 'invalid arithmetic base (error token is "1#1") @0-3'],
  ['65#1', 'invalid arithmetic base (error token is "65#1") @0-4'],
  ['10#', 'invalid integer constant (error token is "10#") @0-3'],
  ['1#2#3', 'invalid number (error token is "1#2#3") @0-5'],
  ['a[1', 'bad array subscript (error token is "[1") @1-3'],
])('%j is wrong: %s', (text, failure) => {
  expect(shape(text)).toBe(failure);
});

test('depth and length are bounded by name', () => {
  expect(shape('('.repeat(MAX_DEPTH) + '1' + ')'.repeat(MAX_DEPTH))).toBe('1');
  for (const opening of ['(', '-', '1?', 'a=', '2**', '1?1:'])
    expect(shape(opening.repeat(50_000))).toContain(`nesting deeper than ${MAX_DEPTH} levels`);
  expect(shape(`1${'+1'.repeat(MAX_OPERATORS)}`)).not.toContain('more than');
  expect(shape(`1${'+1'.repeat(MAX_OPERATORS + 1)}`)).toContain(`more than ${MAX_OPERATORS} operators in one expression`);
});

test('any text is an expression or says where it is not', () => {
  const token = fc.constantFrom(...'+ - * / % ** ( ) = += << == && || ? : , ! ~ ++ -- x y1 0 7 0x 2#1 08 # @ [ ] . $ é'.split(' '), ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(token).map((tokens) => tokens.join('')),
        fc.string(),
      ),
      (text) => {
        const result = parseArithmetic(text);
        if (result.status === 'complete') return;
        expect(result.span.start).toBeGreaterThanOrEqual(0);
        expect(result.span.end).toBeGreaterThanOrEqual(result.span.start);
        expect(result.span.end).toBeLessThanOrEqual(text.length);
        expect(result.status).not.toBe('incomplete');
      },
    ),
    { numRuns: 2000 },
  );
});
