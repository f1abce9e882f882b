import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandHistory, wordsOf } from '../../src/readline/events.ts';

const history = ['ls jobs', 'cat one two', 'echo "a b" x|wc -l', 'git log --oneline', 'cat shopee grab'];

const expanded = (line: string, entries: readonly string[] = history): string => {
  const expansion = expandHistory(line, entries);
  return 'line' in expansion ? expansion.line : `${expansion.missing}: event not found`;
};

describe('history expansion', () => {
  test.each([
    ['!!', 'cat shopee grab'],
    ['sudo !!', 'sudo cat shopee grab'],
    ['!! | wc', 'cat shopee grab | wc'],
    ['!1', 'ls jobs'],
    ['!-2', 'git log --oneline'],
    ['!-5', 'ls jobs'],
    ['!cat', 'cat shopee grab'],
    ['!l', 'ls jobs'],
    ['!git -n 1', 'git log --oneline -n 1'],
    ['!?one t?', 'cat one two'],
    ['!?wc', 'echo "a b" x|wc -l'],
    ['ls !$', 'ls grab'],
    ['ls !^', 'ls shopee'],
    ['ls !*', 'ls shopee grab'],
    ['ls !!:1', 'ls shopee'],
    ['ls !!:$', 'ls grab'],
    ['ls !!$', 'ls grab'],
    ['ls !git:1', 'ls log'],
    ['ls !2:*', 'ls one two'],
    ['echo !3:1', 'echo "a b"'],
    ['!-2:0', 'git'],
    ['!-2:1-2', 'log --oneline'],
    ['!-2:0-', 'git log'],
    ['!-2:1*', 'log --oneline'],
    ['!-2:0-$', 'git log --oneline'],
    ['^shopee^tiktok^', 'cat tiktok grab'],
    ['^shopee^tiktok', 'cat tiktok grab'],
    ['^ grab^', 'cat shopee'],
    ['echo "!!"', 'echo "cat shopee grab"'],
    ['echo "it\'s !!"', 'echo "it\'s cat shopee grab"'],
    ['(!!)', '(cat shopee grab)'],
    ['!!;!1', 'cat shopee grab;ls jobs'],
  ])('makes %j into %j', (line, after) => {
    expect(expanded(line)).toBe(after);
  });

  test.each([
    '! true',
    'echo !',
    'echo hi!',
    'echo "hi!"',
    '[ 1 != 2 ]',
    '!(a|b)',
    "echo '!!'",
    "echo 'a' '!$'",
    'echo \\!!',
    'echo "\\!1"',
    'echo $!',
    'echo ${!x}',
    'ls [!a]*',
    'a^b^c',
    '^^',
    "echo 'unfinished !!",
    'git log',
    '',
  ])('leaves %j alone', (line) => {
    expect(expanded(line)).toBe(line);
  });

  test.each([
    ['!nope', '!nope'],
    ['echo !99', '!99'],
    ['!0', '!0'],
    ['!-6', '!-6'],
    ['!-0', '!-0'],
    ['!?none?', '!?none?'],
    ['^none^some', '^none^some'],
    ['!!:7', '!!:7'],
    ['!!:1-7', '!!:1-7'],
    ['!__proto__', '!__proto__'],
  ])('says of %j that %s is not there', (line, event) => {
    expect(expanded(line)).toBe(`${event}: event not found`);
  });

  test('of nothing remembered finds no event', () => {
    expect(expanded('!!', [])).toBe('!!: event not found');
  });

  test('leaves any line without ! and ^ as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const quiet = line.replace(/[!^]/g, '');
        expect(expandHistory(quiet, history)).toEqual({ line: quiet });
      }),
    );
  });

  test('reads any line to its end', () => {
    const piece = fc.constantFrom('!', '!!', '^', '$', '*', ':', '1', '-', "'", '"', '\\', ' ', 'a', '?', '{', '|', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const expansion = expandHistory(pieces.join(''), history);
        expect('line' in expansion || pieces.join('').includes(expansion.missing)).toBe(true);
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['', []],
    ['  ls   jobs ', ['ls', 'jobs']],
    ['echo "a b" \'c d\'e', ['echo', '"a b"', "'c d'e"]],
    ['a\\ b c', ['a\\ b', 'c']],
    ['ls|wc -l>x', ['ls', '|', 'wc', '-l', '>', 'x']],
    ['a && b || c', ['a', '&&', 'b', '||', 'c']],
    ['echo "unfinished one', ['echo', '"unfinished one']],
    ['a\\', ['a\\']],
  ])('of %j are %j', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});
