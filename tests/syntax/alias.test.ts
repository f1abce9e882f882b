/** Aliases: where they are replaced, and what the tree says of the place. */
import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { shape } from './render.ts';

const ALIASES = new Map([
  ['ll', 'ls -l'],
  ['ls', 'ls --color'],
  ['a', 'b'],
  ['b', 'a'],
  ['sudo', 'sudo '],
  ['loop', 'while true; do'],
  ['open', 'echo "'],
  ['none', ''],
  ['lines', 'true\nfalse'],
  ['twice', 'echo x; echo y'],
  ['one', 'two '],
  ['two', '2'],
  ['group', 'say '],
  ['say', 'echo '],
]);
const find = (name: string) => ALIASES.get(name);

test.each([
  ['ll x', '(ls --color -l x)'],
  ['ls', '(ls --color)'],
  ['a', '(a)'],
  ['echo ll', '(echo ll)'],
  ['x=1 ll', '(x:=1 ls --color -l)'],
  ['"ll" \\ll', `("'ll'" 'l'l)`],
  ['true; ll | ll', '(true) ; (| (ls --color -l) (ls --color -l))'],
  ['! ll', '(! (ls --color -l))'],
  ['if ll; then ll; fi', '(if [(ls --color -l) => (ls --color -l)])'],
  ['$(ll)', '($((ls --color -l)))'],
  ['`ll`', '($((ls --color -l)))'],
  ['sudo ll', '(sudo ls --color -l)'],
  ['sudo x ll', '(sudo x ll)'],
  ['sudo sudo ll', '(sudo sudo ls --color -l)'],
  ['sudo one two', '(sudo 2 2)'],
  ['sudo none ll', '(sudo ll)'],
  ['group ll', '(echo ls --color -l)'],
  ['loop ll; done', '(while [(true)] (ls --color -l))'],
  ['open b"', `(echo "' b'")`],
  ['none ll x', '(ls --color -l x)'],
  ['none', ''],
  ['lines c; d\ne', '(true) ; (false c) ; (d) ; (e)'],
  ['twice z', '(echo x) ; (echo y z)'],
  ['llx ll=1', '(llx ll=1)'],
  ['__proto__', '(__proto__)'],
])('%j is read as %s', (source, tree) => {
  expect(shape(source, find)).toBe(tree);
});

test('what an alias stands for has the place of the alias', () => {
  const source = 'x; ll $y';
  const result = parse(source, find);
  const command = result.status === 'complete' ? result.script.lists[1]?.first.commands[0] : undefined;
  const words = command?.type === 'simple' ? command.words : [];
  expect(words.map((word) => source.slice(word.span.start, word.span.end))).toEqual(['ll', 'll', 'll', '$y']);
});

test('aliases that name each other through continuations end', () => {
  const aliases = new Map([
    ['a', '\\\nb\\\n'],
    ['b', 'a\\\n\\\n'],
  ]);
  expect(parse('a', (name) => aliases.get(name)).status).toBe('complete');
});
