/** Shell patterns: tables of what bash's manual promises, then bash itself as the oracle, then patterns made to hang. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { escapeGlob } from '../../src/pattern/escape.ts';
import { compileGlob, hasGlob, unescapeGlob } from '../../src/pattern/glob.ts';
import { PatternError } from '../../src/pattern/limits.ts';

describe('a pattern matches the whole text', () => {
  test.each([
    ['*', '', true],
    ['*', 'any.thing', true],
    ['*.txt', 'a.txt', true],
    ['*.txt', 'a.txt.gz', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['?', '😀', true],
    ['??', '😀', false],
    ['[abc]', 'b', true],
    ['[!abc]', 'b', false],
    ['[^abc]', 'd', true],
    ['[a-c]x', 'bx', true],
    ['[]a]', ']', true],
    ['[!]a]', ']', false],
    ['[a-]', '-', true],
    ['[c-a]', 'b', false],
    ['[😀-😎]', '😃', true],
    ['[[:alpha:]]', 'é', true],
    ['[[:digit:][:space:]_]', '_', true],
    ['[[:digit:]]', '٣', false],
    ['[[:nonsense:]]', 'n', false],
    ['[[.-.]]', '-', true],
    ['[[=e=]]', 'e', true],
    ['[a', '[a', true],
    ['[]', '[]', true],
    ['[\\]]', ']', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['a\\', 'a\\', true],
    ['(a|b)', '(a|b)', true],
    ['@(a|b)', '@(a|b)', true],
    ['', '', true],
    ['', 'a', false],
    ['__proto__', 'constructor', false],
  ])('%s against %j: %s', (pattern, text, expected) => {
    expect(compileGlob(pattern).matches(text)).toBe(expected);
  });
});

describe('an extended pattern', () => {
  test.each([
    ['?(a|b)c', 'c', true],
    ['?(a|b)c', 'abc', false],
    ['*(ab|c)', 'abcab', true],
    ['+(ab|c)', '', false],
    ['@(a|b)', '', false],
    ['@(a|)', '', true],
    ['!(*.txt)', 'a.md', true],
    ['!(*.txt)', 'a.txt', false],
    ['a!(b)c', 'abc', false],
    ['a!(b)c', 'abbc', true],
    ['@(x@(a|b)y|z)', 'xby', true],
    ['@(a(b|c)d|e)', 'a(b|c)d', true],
    ['@([|])', '|', true],
    ['@(a\\|b)', 'a|b', true],
    ['@(a', '@(a', true],
    ['*(a', 'zz(a', true],
  ])('%s against %j: %s', (pattern, text, expected) => {
    expect(compileGlob(pattern, { extended: true }).matches(text)).toBe(expected);
  });
});

test.each([
  ['readme*', 'README.md', true],
  ['[A-Z]x', 'qX', true],
  ['[[:upper:]]', 'a', true],
  ['[!a]', 'A', false],
  ['ÉTÉ', 'été', true],
  ['*σ', 'ΟΔΟΣ', true],
])('without case %s against %j: %s', (pattern, text, expected) => {
  expect(compileGlob(pattern, { caseless: true }).matches(text)).toBe(expected);
});

test.each([
  ['*/', 'a/b/c', 4, 2, -1, -1],
  ['/*', 'a/b/c', -1, -1, 4, 2],
  ['*', 'abc', 3, 0, 3, 0],
  ['', 'abc', 0, 0, 0, 0],
  ['?', 'a😀', 1, 1, 2, 2],
  ['x', 'abc', -1, -1, -1, -1],
])('%s cuts %j: prefix longest %i, shortest %i; suffix longest %i, shortest %i', (pattern, text, ...lengths) => {
  const glob = compileGlob(pattern);
  expect([glob.longestPrefix(text), glob.shortestPrefix(text), glob.longestSuffix(text), glob.shortestSuffix(text)]).toEqual(lengths);
});

test.each([
  ['b*', 'abcb', 0, 1, 4],
  ['b?', 'abcbd', 2, 3, 5],
  ['[0-9]', 'a1b2', 2, 3, 4],
  ['x*y|', 'xy', 0, undefined, undefined],
  ['', 'ab', 1, 1, 1],
  ['?', '😀', 0, 0, 2],
])('%s is found in %j from %i at %s to %s', (pattern, text, from, start, end) => {
  expect(compileGlob(pattern).find(text, from)).toEqual(start === undefined ? undefined : { start, end });
});

test.each([
  ['plain', false, false],
  ['a*', true, true],
  ['a\\*', false, false],
  ['what?', true, true],
  ['[a]', true, true],
  ['[a', false, false],
  ['\\[a]', false, false],
  ['@(a|b)', false, true],
  ['@(a', false, false],
])('%s is a pattern: %s; with extended groups: %s', (pattern, plain, extended) => {
  expect([hasGlob(pattern), hasGlob(pattern, true)]).toEqual([plain, extended]);
});

it('matches any text by its own escape, which unescapes to the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...'*?[]a'), (text, extra) => {
      const whole = text + extra + text;
      expect(compileGlob(escapeGlob(whole), { extended: true }).matches(whole)).toBe(true);
      expect(unescapeGlob(escapeGlob(whole))).toBe(whole);
    }),
  );
});

// Not generated: a star just before a group, where bash 5.2 itself misses matches of the group's empty string.
const ATOMS = ['a', 'b', 'c', '*', '?', '[ab]', '[!a]', '[^b]', '[a-c]', '\\a', '[[:alpha:]]', '-', 'é', '.', 'A'];
const PATTERNS = fc
  .letrec<{ pattern: string; group: string }>((tie) => ({
    pattern: fc
      .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ATOMS) }, { weight: 2, arbitrary: tie('group') }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join('')),
    group: fc
      .tuple(fc.constantFrom(...'?*+@!'), fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }))
      .map(([operator, choices]) => `${operator}(${choices.join('|')})`),
  }))
  .pattern.map((pattern) => pattern.replace(/\*+(?=[?*+@!]\()/g, 'a'));
const TEXTS = fc.array(fc.constantFrom(...'aabbcé-.A'), { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));

const BASH = `shopt -s extglob
while IFS= read -r p && IFS= read -r t; do
  m=false; case $t in $p) m=true;; esac
  printf '%s\\t%s\\t%s\\t%s\\t%s\\t%s\\n' $m "\${t#$p}" "\${t##$p}" "\${t%$p}" "\${t%%$p}" "\${t/$p/<X>}"
done`;

/** The six columns that BASH prints, by way of this glob. */
function columns(pattern: string, text: string): string {
  const glob = compileGlob(pattern, { extended: true });
  const after = (length: number): string => text.slice(Math.max(length, 0));
  const before = (length: number): string => text.slice(0, text.length - Math.max(length, 0));
  const found = glob.find(text, 0);
  const replaced = found ? `${text.slice(0, found.start)}<X>${text.slice(found.end)}` : text;
  const cuts = [after(glob.shortestPrefix(text)), after(glob.longestPrefix(text)), before(glob.shortestSuffix(text))];
  return [glob.matches(text), ...cuts, before(glob.longestSuffix(text)), replaced].join('\t');
}

it('agrees with bash on case, the four trims, the first replacement', () => {
  const cases = fc.sample(fc.tuple(PATTERNS, TEXTS), { numRuns: 3000, seed: 7 });
  const input = cases.map(([pattern, text]) => `${pattern}\n${text}\n`).join('');
  const output = execFileSync('bash', ['-c', BASH], { input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const ours = cases.map(([pattern, text]) => `${pattern} in ${text}: ${columns(pattern, text)}`);
  const theirs = output.split('\n').map((line, i) => `${cases[i]?.[0]} in ${cases[i]?.[1]}: ${line}`);
  expect(ours).toEqual(theirs.slice(0, cases.length));
});

describe('a hostile pattern ends', () => {
  const long = 'a'.repeat(5000);

  test.each([
    ['500 stars', `${'a*'.repeat(500)}b`],
    ['500 stars with something between', `${'*?'.repeat(500)}b`],
    ['nested repeats', '+(+(a)+(a))b'],
    ['ambiguous choices', '*(a|aa|?|*)b'],
    ['one negation', '*!(a)b'],
  ])('%s', (_, pattern) => {
    const glob = compileGlob(pattern, { extended: true });
    expect(glob.matches(long)).toBe(false);
    expect(glob.find(long, 0)).toBeUndefined();
  });

  test('negations of negations stop at the named limit', () => {
    const glob = compileGlob('*!(*!(*!(b)a)a)a', { extended: true });
    expect(() => glob.find(long, 0)).toThrow(PatternError);
  });

  test('a replacement at every place of a long text shares one limit', () => {
    const glob = compileGlob('@(a|a*b)', { extended: true });
    const all = (): void => {
      for (let at = 0; at < long.length * 4; at++) glob.find(long.repeat(4), at);
    };
    expect(all).toThrow('MAX_GLOB_STEPS');
  });

  test('groups nest only so deep', () => {
    expect(() => compileGlob(`${'@('.repeat(1000)}a${')'.repeat(1000)}`, { extended: true })).toThrow('MAX_GLOB_DEPTH');
    expect(compileGlob('@('.repeat(1000), { extended: true }).matches('@('.repeat(1000))).toBe(true);
  });
});
