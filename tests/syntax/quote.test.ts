/** Quoting: the spellings, and that the parser reads back what was meant. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Word, WordPart } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { quote } from '../../src/syntax/quote.ts';

test.each([
  ['', "''", "''", '""'],
  ['abc', 'abc', "'abc'", '"abc"'],
  ['a b', 'a\\ b', "'a b'", '"a b"'],
  ["it's", "it\\'s", "'it'\\''s'", '"it\'s"'],
  ['$x `y` "z" \\', '\\$x\\ \\`y\\`\\ \\"z\\"\\ \\\\', `'$x \`y\` "z" \\'`, '"\\$x \\`y\\` \\"z\\" \\\\"'],
  ['hi!', 'hi\\!', "'hi!'", `"hi"'!'""`],
  ['~', '\\~', "'~'", '"~"'],
  ['a~', 'a~', "'a~'", '"a~"'],
  ['a:~', 'a:\\~', "'a:~'", '"a:~"'],
  ['#a#', '\\#a#', "'#a#'", '"#a#"'],
  ['{a,b}*?[', '\\{a\\,b\\}\\*\\?\\[', "'{a,b}*?['", '"{a,b}*?["'],
  ['résumé 漢😀', 'résumé\\ 漢😀', "'résumé 漢😀'", '"résumé 漢😀"'],
  ["a\n\t'\\\x1b\x01", "$'a\\n\\t\\'\\\\\\E\\001'", "$'a\\n\\t\\'\\\\\\E\\001'", "$'a\\n\\t\\'\\\\\\E\\001'"],
  ['\x7f\x85', "$'\\177\\302\\205'", "$'\\177\\302\\205'", "$'\\177\\302\\205'"],
])('%j is spelled %s, %s or %s', (text, bare, single, double) => {
  expect([quote(text), quote(text, "'"), quote(text, '"')]).toEqual([bare, single, double]);
});

/** What the shell makes of a word that holds no expansion; undefined for one that does. */
function meaning(word: Word): string | undefined {
  const texts = word.parts.map((part: WordPart) => {
    if (part.type === 'double') return part.parts.map((inner) => (inner.type === 'quoted' ? inner.text : undefined)).join('');
    return part.type === 'literal' || part.type === 'quoted' ? part.text : undefined;
  });
  return texts.includes(undefined) ? undefined : texts.join('');
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...' \t\n\'"\\$`!#~:={},*?[]()<>|&;^-aé\x1b\x85\x7f😀') }),
);

test('what is quoted is read back as the same one word, whichever the style', () => {
  fc.assert(
    fc.property(
      text.filter((value) => !value.includes('\0')),
      fc.constantFrom<('' | "'" | '"')[]>('', "'", '"'),
      (value, style) => {
        const result = parse(`echo ${quote(value, style)}`);
        const command = result.status === 'complete' ? result.script.lists[0]?.first.commands[0] : undefined;
        const words = command?.type === 'simple' ? command.words : [];
        expect(words.slice(1).map(meaning)).toEqual([value]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the bare style leaves nothing open to expansion', () => {
  fc.assert(
    fc.property(text, (value) => {
      const bare = quote(value);
      if (/^\$'|^''$/.test(bare)) return;
      expect(bare.replace(/\\[\s\S]/g, 'x')).not.toMatch(/[\s'"\\$`!*?[\]{},()<>|&;^]|^#|^~/);
    }),
  );
});

test('bash spells it the same by printf %q', () => {
  const values = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { numRuns: 300, seed: 1 });
  const bash = spawnSync('bash', ['-c', 'printf "%q\\n" "$@"', 'bash', ...values], { encoding: 'utf8' });
  expect(bash.stdout.trimEnd().split('\n')).toEqual(values.map((value) => quote(value)));
});
