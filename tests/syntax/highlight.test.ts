/** The colours of a line as it is typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '../../src/syntax/highlight.ts';
import { line } from './arbitrary.ts';

const show = (source: string) => highlight(source).map(({ kind, span }) => `${kind}:${source.slice(span.start, span.end)}`);

test.each([
  ['', []],
  ['ls -l jobs', ['command:ls', 'argument:-l', 'argument:jobs']],
  ['a | b && c; d', ['command:a', 'operator:|', 'command:b', 'operator:&&', 'command:c', 'operator:;', 'command:d']],
  ['x=1 a', ['assignment:x=1', 'command:a']],
  ['if a; then b; fi', ['keyword:if', 'command:a', 'operator:;', 'keyword:then', 'command:b', 'operator:;', 'keyword:fi']],
  ['for x in a; do', ['keyword:for', 'variable:x', 'keyword:in', 'argument:a', 'operator:;', 'keyword:do']],
  ['case a in b) c', ['keyword:case', 'argument:a', 'keyword:in', 'argument:b', 'operator:)', 'command:c']],
  ['! time { a', ['keyword:!', 'keyword:time', 'keyword:{', 'command:a']],
  ['[[ a == b ]]', ['keyword:[[', 'argument:a', 'operator:==', 'argument:b', 'keyword:]]']],
  ['a >b 2>&1', ['command:a', 'operator:>', 'argument:b', 'operator:2>&', 'argument:1']],
  ['a "b $x c" \'d\'', ['command:a', 'string:"b ', 'variable:$x', 'string: c"', "string:'d'"]],
  ['a ${x:-"b"}', ['command:a', 'variable:${x:-', 'string:"b"', 'variable:}']],
  ['a $(b c) d', ['command:a', 'substitution:$(', 'command:b', 'substitution: ', 'argument:c', 'substitution:)', 'argument:d']],
  ['a `b`', ['command:a', 'substitution:`', 'command:b', 'substitution:`']],
  ['a $((1+$x))', ['command:a', 'substitution:$((1+', 'variable:$x', 'substitution:))']],
  ['a # b', ['command:a', 'comment:# b']],
  ['a "b', ['command:a', 'string:"b']],
  ['a $(b "c', ['command:a', 'substitution:$(', 'command:b', 'substitution: ', 'string:"c']],
  ['a `b c', ['command:a', 'substitution:`', 'command:b', 'substitution: ', 'argument:c']],
  ['a ${x', ['command:a', 'variable:${x']],
  ['a $((1', ['command:a', 'substitution:$((1']],
  ['a |', ['command:a', 'operator:|']],
  ['a >', ['command:a', 'operator:>']],
  ['a ) b', ['command:a', 'error:)', 'command:b']],
  ['fi; ls', ['error:fi', 'command:ls']],
  ['a $(b ) ) c', ['command:a', 'substitution:$(', 'command:b', 'substitution: )', 'error:)', 'command:c']],
  ['x=(1) a', ['assignment:x=(1)', 'command:a']],
  ['a\nb', ['command:a', 'command:b']],
  ['a <<E\n$x b\nE', ['command:a', 'operator:<<', 'argument:E', 'variable:$x', 'string: b\nE']],
  ['a <<E\nb', ['command:a', 'operator:<<', 'argument:E', 'string:b']],
])('%j is %j', (source, stretches) => {
  expect(show(source)).toEqual(stretches);
});

test('stretches are in order, not empty, do not overlap and lie in the line, whatever is typed', () => {
  fc.assert(
    fc.property(line, (source) => {
      let at = 0;
      for (const { span } of highlight(source)) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(span.end).toBeGreaterThan(span.start);
        at = span.end;
      }
      expect(at).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 1500 },
  );
});

test('a line of nothing but mistakes is given up on after some of them', () => {
  const errors = highlight(') '.repeat(100)).filter(({ kind }) => kind === 'error');
  expect(errors.length).toBeGreaterThan(1);
  expect(errors.length).toBeLessThan(100);
});
