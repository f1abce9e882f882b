/** What stands at the cursor. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionContext } from '../../src/syntax/completion.ts';
import { line } from './arbitrary.ts';

/** `kind [words] ‹prefix› @start quote` for the cursor at `|`, or at the end. */
function at(source: string): string {
  const cursor = source.includes('¦') ? source.indexOf('¦') : source.length;
  const { kind, words, prefix, span, quote } = completionContext(source.replace('¦', ''), cursor);
  expect(span.end).toBe(cursor);
  return `${kind} [${words.join(', ')}] ‹${prefix}› @${span.start}${quote && ` ${quote}`}`;
}

test.each([
  ['', 'command [] ‹› @0'],
  ['  ', 'command [] ‹› @2'],
  ['l', 'command [] ‹l› @0'],
  ['ls ', 'operand [ls] ‹› @3'],
  ['ls -l fo', 'operand [ls, -l] ‹fo› @6'],
  ['ls fo¦o bar', 'operand [ls] ‹fo› @3'],
  ['a |', 'command [] ‹› @3'],
  ['a | b', 'command [] ‹b› @4'],
  ['a; b', 'command [] ‹b› @3'],
  ['a && b c', 'operand [b] ‹c› @7'],
  ['a & ', 'command [] ‹› @4'],
  ['(a', 'command [] ‹a› @1'],
  ['{ a', 'command [] ‹a› @2'],
  ['! a', 'command [] ‹a› @2'],
  ['time a', 'command [] ‹a› @5'],
  ['if ', 'command [] ‹› @3'],
  ['if a; then b', 'command [] ‹b› @11'],
  ['while a; do b ', 'operand [b] ‹› @14'],
  ['for x in a', 'operand [] ‹a› @9'],
  ['for x in a; do b', 'command [] ‹b› @15'],
  ['case a in b) c', 'command [] ‹c› @13'],
  ['case fo', 'operand [] ‹fo› @5'],
  ['[[ -f fo', 'operand [] ‹fo› @6'],
  ['f() { a', 'command [] ‹a› @6'],
  ['x=1 a', 'command [] ‹a› @4'],
  ['x=fo', 'operand [] ‹fo› @2'],
  ['x="fo', 'operand [] ‹fo› @2 "'],
  ['a >fo', 'redirect [a] ‹fo› @3'],
  ['a 2> ', 'redirect [a] ‹› @5'],
  ['a <<< fo', 'redirect [a] ‹fo› @6'],
  ['a <b fo', 'operand [a] ‹fo› @5'],
  ['>b fo', 'command [] ‹fo› @3'],
  ['a $(b c', 'operand [b] ‹c› @6'],
  ['a "$(b', 'command [] ‹b› @5'],
  ['a `b c', 'operand [b] ‹c› @5'],
  ['a <(b', 'command [] ‹b› @4'],
  ['a $(b) c', 'operand [a, $(b)] ‹c› @7'],
  ['a "b c', 'operand [a] ‹b c› @2 "'],
  ["a 'b c", "operand [a] ‹b c› @2 '"],
  ["a $'b\\tc", "operand [a] ‹b\tc› @2 '"],
  ['a b\\ c', 'operand [a] ‹b c› @2'],
  ['a b"c d"e', 'operand [a] ‹bc de› @2'],
  ['a "b"\'c\' d', 'operand [a, bc] ‹d› @9'],
  ['"my cmd" d', 'operand [my cmd] ‹d› @9'],
  ['a $', 'variable [] ‹› @3'],
  ['a $HO', 'variable [] ‹HO› @3'],
  ['a b$HO', 'variable [] ‹HO› @4'],
  ['a ${HO', 'variable [] ‹HO› @4'],
  ['a ${#HO', 'variable [] ‹HO› @5'],
  ['a "$HO', 'variable [] ‹HO› @4 "'],
  ['a "$(b $HO', 'variable [] ‹HO› @8'],
  ['$HO', 'variable [] ‹HO› @1'],
  ['a >$HO', 'variable [] ‹HO› @4'],
  ['a $HOME/b', 'operand [a] ‹$HOME/b› @2'],
  ['for na', 'variable [] ‹na› @4'],
  ['a ~/b', 'operand [a] ‹~/b› @2'],
  ['a --b=c', 'operand [a] ‹--b=c› @2'],
  ['a # b', 'operand [] ‹› @5'],
  ['a ) b c', 'operand [b] ‹c› @6'],
  ['a\nb c', 'operand [b] ‹c› @4'],
  ['sudo a', 'operand [sudo] ‹a› @5'],
])('in %j it is %s', (source, context) => {
  expect(at(source)).toBe(context);
});

test('any line has a context at any place, whose span ends at the cursor', () => {
  fc.assert(
    fc.property(line, fc.nat(), (source, place) => {
      const cursor = place % (source.length + 1);
      const { span, kind, words } = completionContext(source, cursor);
      expect(span.end).toBe(cursor);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.start).toBeLessThanOrEqual(cursor);
      if (kind === 'command') expect(words).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
