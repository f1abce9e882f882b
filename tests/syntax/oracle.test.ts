/** The same lines are scripts for us, for bash and for another parser of bash. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { parse as parseElsewhere } from 'unbash';
import { expect, test } from 'vitest';
import { parseFinal } from '../../src/syntax/parse.ts';
import { token } from './arbitrary.ts';

const LEAVES = [
  'a',
  'a b',
  'x=1',
  'a >f 2>&1',
  '! a',
  'a "$x" c',
  "a <<<'b'",
  'time a',
  '[[ a == b && ! ( -f c ) ]]',
  'a ${x:-b}',
  'export x=1',
  ':',
];

/** A right script of some depth. */
const { tree } = fc.letrec<{ tree: string; separator: string }>((tie) => {
  const list = tie('tree');
  const end = tie('separator');
  const form = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((texts) => texts.join(''));
  return {
    separator: fc.constantFrom('; ', '\n', ' ;\n'),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...LEAVES),
      form('if ', list, end, 'then ', list, end, 'fi'),
      form('if ', list, end, 'then ', list, end, 'elif ', list, end, 'then ', list, end, 'else ', list, end, 'fi'),
      form('for x in a $b', end, 'do ', list, end, 'done >f'),
      form('while ', list, end, 'do ', list, end, 'done'),
      form('until ', list, end, 'do ', list, end, 'done <f'),
      form('{ ', list, end, '} 2>&1'),
      form('( ', list, ' )'),
      form('case a in b) ', list, ';; (c|"d") ', list, ' ;& *) esac'),
      form('f() { ', list, end, '}'),
      form('function g { ', list, end, '}'),
      form(list, ' | ', fc.constantFrom('a', 'a b >f', '(a)', '{ a; }')),
      form(list, ' && ', list),
      form(list, ' || ', list),
      form(list, '; ', list),
      form(list, ' & ', list),
      form('echo $( ', list, ' )'),
      form('echo "b $( ', list, ' )"'),
      form('cat <( ', list, ' )'),
    ),
  };
});

/** A script with up to two small mistakes. */
const damaged = fc
  .tuple(tree, fc.array(fc.tuple(fc.nat(), fc.oneof(token, fc.nat(3))), { maxLength: 2 }))
  .map(([text, changes]) => changes.reduce((line, [place, change]) => damage(line, place % (line.length + 1), change), text));

function damage(line: string, place: number, change: string | number): string {
  if (typeof change === 'number') return line.slice(0, place) + line.slice(place + change);
  return `${line.slice(0, place)} ${change} ${line.slice(place)}`;
}

/** Bash looks into backquotes and what may be arithmetic only when it runs them; the others we leave out. */
function comparable(line: string): boolean {
  const result = parseFinal(line);
  return result.status !== 'unsupported' && !/[`\0]|\(\s*\(|\$\[|<<(?!<)/.test(line);
}

function bashAccepts(line: string): boolean {
  const { stderr } = spawnSync('bash', ['-n', '-c', '--', line], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return stderr === '';
}

test('bash -n accepts the same lines', () => {
  fc.assert(
    fc.property(damaged.filter(comparable), (line) => {
      expect(parseFinal(line).status === 'complete').toBe(bashAccepts(line));
    }),
    { numRuns: 250, seed: 20261124 },
  );
});

test('every script made by the grammar is one, for us and for unbash', () => {
  fc.assert(
    fc.property(tree, (line) => {
      expect(parseFinal(line).status).toBe('complete');
      expect(parseElsewhere(line).errors ?? []).toEqual([]);
    }),
    { numRuns: 500, seed: 20261124 },
  );
});
