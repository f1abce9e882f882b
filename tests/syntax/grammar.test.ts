/** Lists, pipelines, simple and compound commands, redirections. */
import { expect, test } from 'vitest';
import { shape } from './render.ts';

test.each([
  ['a; b', '(a) ; (b)'],
  ['a;', '(a)'],
  ['a\nb\n\nc\n', '(a) ; (b) ; (c)'],
  ['a & b &', '(& (a)) ; (& (b))'],
  ['a && b || c', '(|| (&& (a) (b)) (c))'],
  ['a &&\n\nb', '(&& (a) (b))'],
  ['a | b |\nc', '(| (a) (b) (c))'],
  ['a |& b', '(| (a 2>&1) (b))'],
  ['! a | b', '(! (| (a) (b)))'],
  ['! ! a', '(a)'],
  ['time a | b', '(time (| (a) (b)))'],
  ['time -p ! a', '(! (time (a)))'],
  ['time', '(time )'],
  ['! ; a', '(! ) ; (a)'],
  ['a | time b', '(| (a) (time b))'],
  ['!a', '(!a)'],
  ['', ''],
])('the list %j is %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test.each([
  ['x=1', '(x:=1)'],
  ['x=1 y+=2 a b=c', '(x:=1 y+=2 a b=c)'],
  ['x= y', '(x:= y)'],
  [`x=a"b"$c d`, `(x:=a"'b'"\${c} d)`],
  ['x="" a', '(x:="" a)'],
  ['"x"=1', `("'x'"=1)`],
  ['1x=2 x-y=3', '(1x=2 x-y=3)'],
  ['x=~/a:~', '(x:=~/a:~)'],
  ['>a x=1 b', '(x:=1 b >a)'],
  ['x=1 if', '(x:=1 if)'],
])('the assignment in %j is seen: %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test.each([
  ['a <b >c >>d >|e <>f', '(a <b >c >>d >|e <>f)'],
  ['a>b<c', '(a >b <c)'],
  ['a 2>b 2>&1 >&2 <&0 >&- 10>x', '(a 2>b 2>&1 >&2 <&0 >&- 10>x)'],
  ['a 2>&1>b', '(a 2>&1 >b)'],
  ['a 2 >b', '(a 2 >b)'],
  ['a2>b', '(a2 >b)'],
  ['a &>b &>>c', '(a &>b &>>c)'],
  ['a <<<b <<< "c d"', `(a <<<b <<<"'c d'")`],
  ['> a', '( >a)'.replace(' ', '')],
  ['a 9999999999>b', '(a 9999999999 >b)'],
  ['{ a; } >b 2>&1', '(group (a) >b 2>&1)'],
  ['while a; do b; done <c | d', '(| (while [(a)] (b) <c) (d))'],
])('the redirections in %j are %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test.each([
  ['(a; b)', '(subshell (a) ; (b))'],
  ['((a); b)', '(subshell (subshell (a)) ; (b))'],
  ['{ a; }', '(group (a))'],
  ['{ a & }', '(group (& (a)))'],
  ['{ { a; } }', '(group (group (a)))'],
  ['{a}', '({a})'],
  ['echo } if {', '(echo } if {)'],
  ['if a; then b; fi', '(if [(a) => (b)])'],
  ['if a\nthen\nb\nelif c; then d; else e; fi', '(if [(a) => (b)] [(c) => (d)] else (e))'],
  ['if a; then { b; } fi', '(if [(a) => (group (b))])'],
  ['for x in a $b; do c; done', '(for x in [a ${b}] (c))'],
  ['for x in; do c; done', '(for x in [] (c))'],
  ['for x do c; done', '(for x in "$@" (c))'],
  ['for x; do c; done', '(for x in "$@" (c))'],
  ['for x\nin a\ndo c\ndone', '(for x in [a] (c))'],
  ['for x in a; { c; }', '(for x in [a] (c))'],
  ['for do in in do; do do=1; done', '(for do in [in do] (do:=1))'],
  ['for ((i=0; i<3; i++)); do a; done', `(for (("'i=0'"; "' i<3'"; "' i++'")) (a))`],
  ['for ((;;)) { a; }', '(for ((; ; )) (a))'],
  ['while a; b; do c; done', '(while [(a) ; (b)] (c))'],
  ['until a; do b; done', '(until [(a)] (b))'],
  ['case $x in a|b) c;; *) d; esac', '(case ${x} [a | b => (c) ;;] [* => (d) ;;])'],
  ['case x in\n(a) b;&\n"c d") ;;&\nesac', `(case x [a => (b) ;&] ["'c d'" =>  ;;&])`],
  ['case x in esac', '(case x)'],
  ['case in in (esac) a; esac', '(case in [esac => (a) ;;])'],
  ['f() { a; }', '(function f (group (a)))'],
  ['f ( )\n(a)', '(function f (subshell (a)))'],
  ['function f { a; } >b', '(function f (group (a) >b))'],
  ['function f() if a; then b; fi', '(function f (if [(a) => (b)]))'],
  ['f() { a; }; f', '(function f (group (a))) ; (f)'],
  ['((x++)) && a', `(&& (((("'x++'"))) (a))`.replace('((((', '(((')],
  ['(( (1) + $x ))', `((("' (1) + '\${x}' '")))`],
])('the compound command %j is %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test.each([
  ['[[ a ]]', 'a'],
  ['[[ -f $x && ! -z "$y" ]]', '(and (-f ${x}) (not (-z "${y}")))'],
  ['[[ a || b && c ]]', '(or a (and b c))'],
  ['[[ ( a || b ) && c ]]', '(and (or a b) c)'],
  ['[[ a == b* ]]', '(== a b*)'],
  ['[[ a = "b*" ]]', `(= a "'b*'")`],
  ['[[ a != @(b|c d)e ]]', '(!= a @(b|c d)e)'],
  ['[[ a < b || c>d ]]', '(or (< a b) (> c d))'],
  ['[[ 1 -lt $x ]]', '(-lt 1 ${x})'],
  ['[[ a =~ ^(b|c d)+$ ]]', '(=~ a ^(b|c d)+$)'],
  ['[[ a =~ a|b"(" ]]', `(=~ a a|b"'('")`],
  ['[[ $x =~ [0-9]{2} && y ]]', '(and (=~ ${x} [0-9]{2}) y)'],
  ['[[ a == b &&\n  -f c\n]]', '(and (== a b) (-f c))'],
  ['[[ ! ! a ]]', '(not (not a))'],
])('the condition %s is %s', (source, tree) => {
  expect(shape(source)).toBe(`([[ ${tree} ]])`);
});
