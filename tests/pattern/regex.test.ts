/** Regular expressions: tables of GNU's syntaxes, its error messages, the limits that keep a hostile pattern from hanging. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PatternError } from '../../src/pattern/limits.ts';
import { compileRegex, type RegexOptions } from '../../src/pattern/regex.ts';

/** The match as `before<match|group 1|group 2>after`, or `-` for none. */
function show(pattern: string, text: string, options: RegexOptions, from = 0): string {
  const match = compileRegex(pattern, options).exec(text, from);
  if (!match) return '-';
  const groups = match.groups.map((span) => (span ? text.slice(span.start, span.end) : ''));
  return `${text.slice(0, match.start)}<${groups.join('|')}>${text.slice(match.end)}`;
}

describe('a basic expression', () => {
  test.each([
    ['b*', 'abbc', '<>abbc'],
    ['ab*', 'abbc', '<abb>c'],
    ['*a', 'b*a', 'b<*a>'],
    ['^*a', '*a', '<*a>'],
    ['\\(*a\\)', '*a', '<*a|*a>'],
    ['x\\|*', 'a*', 'a<*>'],
    ['a^b', 'a^b', '<a^b>'],
    ['a$b', 'a$b', '<a$b>'],
    ['^^', '^', '<^>'],
    ['$$', 'a$', 'a<$>'],
    ['b\\|^a', 'ab', '<a>b'],
    ['\\(^a\\)', 'aa', '<a|a>a'],
    ['\\(a$\\)', 'aa', 'a<a|a>'],
    ['a\\+b\\?', 'caab', 'c<aab>'],
    ['a+b', 'aab a+b', 'aab <a+b>'],
    ['a\\{2\\}', 'aaa', '<aa>a'],
    ['a{2}', 'aa a{2}', 'aa <a{2}>'],
    ['\\(a*\\)b\\1', 'aabaa', '<aabaa|aa>'],
    ['\\(a\\|b\\)*', 'abac', '<aba|a>c'],
    ['\\?', 'a?', 'a<?>'],
    ['[*^$.]', '$', '<$>'],
    ['\\.', 'a.', 'a<.>'],
  ])('%s in %j: %s', (pattern, text, expected) => {
    expect(show(pattern, text, { syntax: 'basic' })).toBe(expected);
  });
});

describe('an extended expression', () => {
  test.each([
    ['a|ab', 'abcd', '<ab>cd'],
    ['(a|ab)(c|bcd)', 'abcd', '<abcd|a|bcd>'],
    ['(a*)(ab)*(b*)', 'abb', '<abb|a||bb>'],
    ['x*', 'aaa', '<>aaa'],
    ['(a|b)+', 'abac', '<aba|a>c'],
    ['(a(b)?)+', 'aba', '<aba|a|b>'],
    ['(a*)+', 'aa', '<aa|aa>'],
    ['(a?){1,2}', 'a', '<a|a>'],
    ['(a?){2}', 'a', '<a|>'],
    ['()', 'a', '<|>a'],
    ['a{,2}', 'aaa', '<aa>a'],
    ['a{2,}', 'aaa', '<aaa>'],
    ['a{0}b', 'ab', 'a<b>'],
    ['a**', 'aa', '<aa>'],
    ['a||b', 'c', '<>c'],
    ['a^b', 'a^b', '-'],
    ['\\(a\\)', '(a)', '<(a)>'],
    ['a\\{1\\}', 'a{1}', '<a{1}>'],
    ['(.)(.)\\2\\1', 'xabba', 'x<abba|a|b>'],
    ['[]a]+', 'x]a]', 'x<]a]>'],
    ['[^]a]', ']b', ']<b>'],
    ['[a\\]+', 'a\\', '<a\\>'],
    ['[[:alpha:]_]+', '1é_2', '1<é_>2'],
    ['[[.-.]]', 'a-', 'a<->'],
    ['[[=e=]]', 'e', '<e>'],
    ['.', '😀', '<😀>'],
    ['[^a]', 'a😀', 'a<😀>'],
    ['\\w+', '- né_1', '- <né_1>'],
    ['\\W\\S', 'a b', 'a< b>'],
    ['\\bb', 'ab b', 'ab <b>'],
    ['\\Bb', 'b ab', 'b a<b>'],
    ['\\<b|a\\>', 'ab a', 'ab <a>'],
    ["\\`a\\'", 'a', '<a>'],
    ['__proto__|constructor', 'a constructor', 'a <constructor>'],
  ])('%s in %j: %s', (pattern, text, expected) => {
    expect(show(pattern, text, { syntax: 'extended' })).toBe(expected);
  });
});

describe('a Perl expression', () => {
  test.each([
    ['a|ab', 'ab', '<a>b'],
    ['<.+?>', '<a><b>', '<<a>><b>'],
    ['a{1,3}?', 'aaa', '<a>aa'],
    ['(?:a|b)(c)', 'bc', '<bc|c>'],
    ['\\d+', 'a12', 'a<12>'],
    ['[\\d\\]]+', 'a1]', 'a<1]>'],
    ['[^\\W\\d]+', '1ab', '1<ab>'],
    ['\\Aa\\z', 'a', '<a>'],
    ['a(?=b)', 'aab', 'a<a>b'],
    ['a(?!b)', 'ab a', 'ab <a>'],
    ['(?<=x)y', 'yxy', 'yx<y>'],
    ['(?<!x)y', 'xyy', 'xy<y>'],
    ['foo\\Kbar', 'foobar', 'foo<bar>'],
    ['\\t\\x41', '\tA', '<\tA>'],
    ['a.b', 'a\nb', '-'],
    ['a{x', 'a{x', '<a{x>'],
    ['\\b*a', 'a', '<a>'],
  ])('%s in %j: %s', (pattern, text, expected) => {
    expect(show(pattern, text, { syntax: 'perl' })).toBe(expected);
  });
});

test.each<[string, string, RegexOptions, string]>([
  ['straße|É', 'STRASSE é', { syntax: 'extended', caseless: true }, 'STRASSE <é>'],
  ['[A-C]+', 'xabc', { syntax: 'extended', caseless: true }, 'x<abc>'],
  ['[[:upper:]]+', 'abC', { syntax: 'extended', caseless: true }, '<abC>'],
  ['(a)\\1', 'Aa', { syntax: 'extended', caseless: true }, '<Aa|A>'],
  ['^b$', 'a\nb\nc', { syntax: 'extended', multiline: true }, 'a\n<b>\nc'],
  ['^b$', 'a\nb\nc', { syntax: 'extended' }, '-'],
  ['a.b', 'a\nb', { syntax: 'extended' }, '<a\nb>'],
  ['\\n[\\t]', 'a\n\t', { syntax: 'extended', controls: true }, 'a<\n\t>'],
  ['[\\.]+', 'a.\\', { syntax: 'extended', bracketEscapes: true }, 'a<.>\\'],
  ['a.*(', 'xa.*(', { syntax: 'fixed' }, 'x<a.*(>'],
  ['A\\', 'a\\', { syntax: 'fixed', caseless: true }, '<a\\>'],
  ['foo', 'xfoo foo', { syntax: 'basic', bounds: 'word' }, 'xfoo <foo>'],
  ['a|ab', 'ab', { syntax: 'extended', bounds: 'word' }, '<ab>'],
  ['a|ab', 'abc', { syntax: 'extended', bounds: 'line' }, '-'],
  ['a|abc', 'abc', { syntax: 'perl', bounds: 'line' }, '<abc>'],
  ['b', 'ab', { syntax: 'basic', bounds: 'start' }, '-'],
  ['*a', 'ba', { syntax: 'extended', lenient: true }, 'b<a>'],
  ['b|+a', 'a', { syntax: 'extended', lenient: true }, '<a>'],
  ['{1}a', 'a', { syntax: 'extended', lenient: true }, '<a>'],
  ['a{x', 'a{x', { syntax: 'extended', lenient: true }, '<a{x>'],
  ['a{1', 'a{1', { syntax: 'extended', lenient: true }, '<a{1>'],
  ['a)', 'a)', { syntax: 'extended', lenient: true }, '<a)>'],
  ['\\{1', '{1', { syntax: 'basic', lenient: true }, '<{1>'],
])('%s in %j with %j: %s', (pattern, text, options, expected) => {
  expect(show(pattern, text, options)).toBe(expected);
});

test.each([
  ['extended', '(', 'Unmatched ( or \\('],
  ['basic', '\\(a', 'Unmatched ( or \\('],
  ['extended', 'a)', 'Unmatched ) or \\)'],
  ['basic', 'a\\)', 'Unmatched ) or \\)'],
  ['extended', '[a', 'Unmatched [, [^, [:, [., or [='],
  ['extended', '[]', 'Unmatched [, [^, [:, [., or [='],
  ['extended', '[[:foo:]]', 'Invalid character class name'],
  ['extended', '[[.foo.]]', 'Invalid collation character'],
  ['extended', '[z-a]', 'Invalid range end'],
  ['extended', '[[:alpha:]-z]', 'Invalid range end'],
  ['extended', '*a', 'Invalid preceding regular expression'],
  ['extended', 'a|*b', 'Invalid preceding regular expression'],
  ['extended', '(+)', 'Invalid preceding regular expression'],
  ['extended', '^*', 'Invalid preceding regular expression'],
  ['basic', '\\{1\\}a', 'Invalid preceding regular expression'],
  ['extended', 'a{', 'Unmatched \\{'],
  ['extended', 'a{1a}', 'Invalid content of \\{\\}'],
  ['extended', 'a{2,1}', 'Invalid content of \\{\\}'],
  ['basic', 'a\\{1', 'Unmatched \\{'],
  ['extended', 'a{99999}', 'Regular expression too big'],
  ['extended', 'a\\', 'Trailing backslash'],
  ['extended', '\\1', 'Invalid back reference'],
  ['extended', '(a\\1)', 'Invalid back reference'],
  ['extended', '(a)|\\1', 'Invalid back reference'],
  ['basic', '\\(a\\)\\2', 'Invalid back reference'],
  ['perl', '(?x)', 'unrecognized character after (? or (?-'],
] as const)('in %s syntax, %s is an error: %s', (syntax, pattern, message) => {
  expect(() => compileRegex(pattern, { syntax })).toThrow(new PatternError(message));
});

it('goes on from where it is told, seeing what is before', () => {
  expect(show('^a|\\bb', 'ab b', { syntax: 'extended' }, 1)).toBe('ab <b>');
  expect(show('x*', 'ab', { syntax: 'extended' }, 2)).toBe('ab<>');
  expect(show('a', 'ab', { syntax: 'extended' }, 1)).toBe('-');
});

it('counts its groups', () => {
  expect(compileRegex('(a)((b)|c)', { syntax: 'extended' }).groupCount).toBe(3);
  expect(compileRegex('(?:a)(b)', { syntax: 'perl' }).groupCount).toBe(1);
});

it('never fails but by a PatternError, whatever the pattern', () => {
  const pattern = fc.array(fc.constantFrom(...'ab()[]{}*+?|^$.\\,1-:=!<é'), { maxLength: 12 }).map((chars) => chars.join(''));
  const syntax = fc.constantFrom('basic' as const, 'extended' as const, 'perl' as const, 'fixed' as const);
  fc.assert(
    fc.property(pattern, syntax, fc.boolean(), fc.boolean(), fc.string({ maxLength: 8 }), (source, kind, lenient, caseless, text) => {
      try {
        const regex = compileRegex(source, { syntax: kind, lenient, caseless });
        expect(regex.test(text)).toBe(regex.exec(text) !== undefined);
      } catch (error) {
        expect(error).toBeInstanceOf(PatternError);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a hostile pattern', () => {
  const long = 'a'.repeat(20_000);

  test.each(['(a+)+$', '(a|a)*b', '(.*)*=', '(x+x+)+y', '(a*)*b', '(a|aa)+$', '([a-z]+)*1', '(.*a){20}b', '((a?){30}){30}b'])(
    '%s ends without a match',
    (pattern) => {
      const regex = compileRegex(pattern, { syntax: 'extended' });
      expect(regex.test(`${long}!`)).toBe(false);
      expect(regex.exec(`${long}!`)).toBeUndefined();
    },
  );

  test.each<[string, RegexOptions['syntax']]>([
    ['(a*)*\\1b', 'extended'],
    ['(a+)+\\1b', 'extended'],
    ['(?=(a+)+b)a', 'perl'],
    ['(?<=(a+)+)b', 'perl'],
  ])('%s stops at the named limit', (pattern, syntax) => {
    expect(() => compileRegex(pattern, { syntax }).test(`${long}!`)).toThrow('MAX_REGEX_STEPS');
  });

  test('with a match at every place of a long text has one limit for them all', () => {
    const regex = compileRegex('a.*b|a', { syntax: 'extended' });
    const all = (): void => {
      for (let at = 0; at < long.length; at++) regex.exec(long, at);
    };
    expect(all).toThrow('MAX_REGEX_STEPS');
  });

  test.each([
    '((a{1000}){1000}){1000}',
    '(((){1000}){1000}){1000}',
    '('.repeat(1000),
    `a${'+'.repeat(1000)}`,
    `${'(.a){1,250}'.repeat(20)}{1,250}`,
  ])('is too big: %s', (pattern) => {
    expect(() => compileRegex(pattern, { syntax: 'extended' })).toThrow('Regular expression too big');
  });

  test('may have as many states as it likes', () => {
    const regex = compileRegex('(a|b)*a(a|b){18}c', { syntax: 'extended' });
    const text = Array.from({ length: 20_000 }, (_, i) => 'ab'[((i * i) >> 5) & 1]).join('');
    expect(regex.test(text)).toBe(false);
    expect(regex.test(`${text}abbabbabbabbabbabbac`)).toBe(true);
  });
});
