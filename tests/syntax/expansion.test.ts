/** Expansions, as they are recognised in words. */
import { expect, test } from 'vitest';
import { shape } from './render.ts';

test.each([
  ['$x ${x} $1 ${10} $10', '(${x} ${x} ${1} ${10} ${1}0)'],
  ['$@ $* $# $? $- $$ $! $0', '(${@} ${*} ${#} ${?} ${-} ${$} ${!} ${0})'],
  ['echo $ $% a$', '(echo $ $% a$)'],
  ['"$" "a$"', `("'$'" "'a$'")`],
  ['${x:-a b} ${x-a}', '(${x default: a b} ${x default a})'],
  [
    '${x:=a} ${x=a} ${x:+a} ${x+a} ${x:?a} ${x?}',
    '(${x assign: a} ${x assign a} ${x alternative: a} ${x alternative a} ${x error: a} ${x error })',
  ],
  ['${x:-}', '(${x default: })'],
  ['${x:-$y}${x:-${y:-z}}', '(${x default: ${y}}${x default: ${y default: z}})'],
  ['${x:-"a b"} ${x:-\'}\'} ${x:-\\}}', `(\${x default: "'a b'"} \${x default: '}'} \${x default: '}'})`],
  ['"${x:-a b}"', `("\${x default: 'a b'}")`],
  [`"\${x:-'a'}"`, `("\${x default: ''a''}")`],
  ['"${x:-"a b"}"', `("\${x default: "'a b'"}")`],
  ['"${x:-a\\}b}"', `("\${x default: 'a}b'}")`],
  [`"\${x#'a'}"`, `("\${x prefix 'a'}")`],
  ['${x#a} ${x##*/} ${x%.*} ${x%%.*}', '(${x prefix a} ${x longest prefix */} ${x suffix .*} ${x longest suffix .*})'],
  [
    '${x/a/b} ${x//a} ${x/#a/b} ${x/%a/b}',
    '(${x replace first a by b} ${x replace all a by } ${x replace prefix a by b} ${x replace suffix a by b})',
  ],
  ['${x//\\//a/b}', "(${x replace all '/' by a/b})"],
  ['${x:1} ${x:1:2} ${x: -1} ${x::2}', "(${x slice '1' } ${x slice '1' '2'} ${x slice ' -1' } ${x slice '' '2'})"],
  ['${x:y?1:2:3} ${x:(y)} ${x:$y:1}', "(${x slice 'y?1:2' '3'} ${x slice '(y)' } ${x slice ${y} '1'})"],
  ['${x^} ${x^^} ${x,} ${x,,[a-c]}', '(${x upper } ${x upper all } ${x lower } ${x lower all [a-c]})'],
  ['${#x} ${#} ${#@} ${#-} ${##} ${#:-a}', '(${x length} ${#} ${@ length} ${- length} ${# length} ${# default: a})'],
  ['${!x} ${!} ${!x:-a}', '(${!x} ${!} ${!x default: a})'],
  ['${x@Q}', '(${x @Q})'],
  ['$(ls -l | wc)', '($((| (ls -l) (wc))))'],
  ['$()', '($())'],
  ['echo "a $(echo "b $(c)") d"', `(echo "'a '$((echo "'b '$((c))"))' d'")`],
  ['$(case a in a) b;; (c) d;; esac)', '($((case a [a => (b) ;;] [c => (d) ;;])))'],
  ['$(echo ")" # )\n)', `($((echo "')'")))`],
  ['`ls -l` "`a`"', '($((ls -l)) "$((a))")'],
  ['`echo \\`a\\``', '($((echo $((a)))))'],
  ['`echo \\$x \\\\a`', "($((echo ${x} 'a')))"],
  ['"`echo \\"a b\\"`"', `("$((echo "'a b'"))")`],
  ['$((1+2)) $(( (1) ))', `($(("'1+2'")) $(("' (1) '")))`],
  ['$((x+$y+${z}*$(w)))', `($(("'x+'\${y}'+'\${z}'*'$((w))")))`],
  ['$(( "1" + 2 ))', `($(("' 1 + 2 '")))`],
  ['$((a) | (b))', '($((| (subshell (a)) (subshell (b)))))'],
  ['$((a); b)', '($((subshell (a)) ; (b)))'],
  ['diff <(a) >(b) c<(d)', '(diff <((a)) >((b)) c<((d)))'],
  ['"<(a)"', `("'<(a)'")`],
])('%j is read as %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});
