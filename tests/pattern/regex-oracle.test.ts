/** GNU sed, grep, expr as the oracle of regular expressions: the same patterns on the same texts, in one process per tool. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRegex, type Match } from '../../src/pattern/regex.ts';

const env = { ...process.env, LC_ALL: 'C.UTF-8' };
const NUMBER = { numRuns: 600, seed: 11 };

type Syntax = 'basic' | 'extended';

/** Patterns spelt for the syntax. Anchors stand at the ends only: elsewhere glibc has its own bugs. */
function patterns(syntax: Syntax, repeatGroups: boolean): fc.Arbitrary<string> {
  const quote = syntax === 'basic' ? '\\' : '';
  const quantifier = fc.constantFrom('*', `${quote}?`, `${quote}+`, `${quote}{2${quote}}`, `${quote}{1,2${quote}}`, `${quote}{,1${quote}}`);
  const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '[[:punct:]]', 'é', '\\.');
  const maybe = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(item, fc.option(quantifier, { freq: 2 })).map(([inner, sign]) => inner + (sign ?? ''));
  const sequence = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(item, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const grouped = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(inner, { minLength: 1, maxLength: 2 }).map((options) => `${quote}(${options.join(`${quote}|`)}${quote})`);
  const group = grouped(sequence(maybe(atom)));
  const item = fc.oneof({ weight: 2, arbitrary: maybe(atom) }, { weight: 1, arbitrary: repeatGroups ? maybe(group) : group });
  return fc
    .tuple(fc.constantFrom('', '', '^'), fc.array(sequence(item), { minLength: 1, maxLength: 2 }), fc.constantFrom('', '', '$'))
    .map(([start, options, end]) => start + options.join(`${quote}|`) + end);
}

const texts = fc.array(fc.constantFrom(...'aaabbc.é-'), { maxLength: 8 }).map((chars) => chars.join(''));

function cases(syntax: Syntax, repeatGroups: boolean): [string, string][] {
  return fc.sample(fc.tuple(patterns(syntax, repeatGroups), texts), NUMBER);
}

function part(text: string, match: Match | undefined, group: number): string {
  const span = match?.groups[group];
  return span ? text.slice(span.start, span.end) : '';
}

/** What `sed s/pattern/…/` makes of each text, all in one script with a line for each. */
function sed(syntax: Syntax, list: readonly [string, string][], replacement: (pattern: string) => string): string[] {
  const script = list.map(([pattern], i) => `${i + 1}s/${pattern}/${replacement(pattern)}/`).join('\n');
  const input = list.map(([, text]) => `${text}\n`).join('');
  return execFileSync('sed', [...(syntax === 'extended' ? ['-E'] : []), script], { input, env, encoding: 'utf8' })
    .split('\n')
    .slice(0, -1);
}

function hasGroup(syntax: Syntax, pattern: string): boolean {
  return pattern.includes(syntax === 'basic' ? '\\(' : '(');
}

test.each(['basic', 'extended'] as const)('the longest of the leftmost matches of %s patterns is where sed finds it', (syntax) => {
  const list = cases(syntax, true);
  const ours = list.map(([pattern, text]) => {
    const match = compileRegex(pattern, { syntax }).exec(text);
    return match ? `${text.slice(0, match.start)}<${part(text, match, 0)}>${text.slice(match.end)}` : text;
  });
  const theirs = sed(syntax, list, () => '<&>');
  expect(list.map(([pattern], i) => `${pattern}: ${ours[i]}`)).toEqual(list.map(([pattern], i) => `${pattern}: ${theirs[i]}`));
});

test.each(['basic', 'extended'] as const)('the first group of %s patterns holds what sed puts there', (syntax) => {
  const list = cases(syntax, false);
  const ours = list.map(([pattern, text]) => {
    const match = compileRegex(pattern, { syntax }).exec(text);
    return match ? `${text.slice(0, match.start)}<${part(text, match, 1)}>${text.slice(match.end)}` : text;
  });
  const theirs = sed(syntax, list, (pattern) => (hasGroup(syntax, pattern) ? '<\\1>' : '<>'));
  expect(list.map(([pattern], i) => `${pattern}: ${ours[i]}`)).toEqual(list.map(([pattern], i) => `${pattern}: ${theirs[i]}`));
});

test('a back reference matches what it matches in sed', () => {
  const pattern = fc
    .tuple(patterns('extended', false), fc.constantFrom('', 'b', '.*'), fc.constantFrom('\\1', '\\1*', '(\\1|c)'))
    .map(([inner, between, back]) => `(${inner.replace(/[$^]$|^\^/g, '')})${between}${back}`);
  const list = fc.sample(fc.tuple(pattern, texts), NUMBER);
  const ours = list.map(([source, text]) => {
    const match = compileRegex(source, { syntax: 'extended' }).exec(text);
    return match ? `${text.slice(0, match.start)}<${part(text, match, 0)}>${text.slice(match.end)}` : text;
  });
  const theirs = sed('extended', list, () => '<&>');
  expect(list.map(([source], i) => `${source}: ${ours[i]}`)).toEqual(list.map(([source], i) => `${source}: ${theirs[i]}`));
});

test('all matches of a pattern, one after the other, are those of grep -o', () => {
  const list = cases('extended', true)
    .slice(0, 60)
    .map(([pattern]) => pattern);
  const lines = fc.sample(texts, { ...NUMBER, numRuns: 40 });
  const script = 'while IFS= read -r pattern; do printf "%s\\n" "$TEXTS" | grep -noE -- "$pattern"; echo =; done';
  const input = list.map((pattern) => `${pattern}\n`).join('');
  const output = execFileSync('bash', ['-c', script], { input, encoding: 'utf8', env: { ...env, TEXTS: lines.join('\n') } });
  const ours = list.map((pattern) => lines.flatMap((line, i) => allMatches(pattern, line).map((found) => `${i + 1}:${found}\n`)).join(''));
  expect(ours).toEqual(output.split('=\n').slice(0, -1));
});

/** Every match that is not empty, as `grep -o` prints them. */
function allMatches(pattern: string, line: string): string[] {
  const regex = compileRegex(pattern, { syntax: 'extended' });
  const found: string[] = [];
  for (let from = 0; from <= line.length; ) {
    const match = regex.exec(line, from);
    if (!match) break;
    if (match.end > match.start) found.push(line.slice(match.start, match.end));
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return found;
}

test('a pattern bound to the start matches as much as expr counts', () => {
  const list = cases('basic', false)
    .filter(([pattern, text]) => text !== '' && !text.startsWith('-') && !hasGroup('basic', pattern) && !pattern.startsWith('^'))
    .slice(0, 80);
  const script = 'while IFS= read -r pattern && IFS= read -r text; do expr "x$text" : "x$pattern"; done; true';
  const input = list.map(([pattern, text]) => `${pattern}\n${text}\n`).join('');
  const output = execFileSync('bash', ['-c', script], { input, env, encoding: 'utf8' });
  const ours = list.map(([pattern, text]) => {
    const match = compileRegex(`x${pattern}`, { syntax: 'basic', bounds: 'start' }).exec(`x${text}`);
    return match ? match.end : 0;
  });
  expect(ours.join('\n')).toBe(output.trim());
});
