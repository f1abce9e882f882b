/** Quoting, as it cuts and joins words. */
import { expect, test } from 'vitest';
import { shape } from './render.ts';

test.each([
  ['echo hello world', '(echo hello world)'],
  ['  echo\ta  ', '(echo a)'],
  ["echo 'a b' c", "(echo 'a b' c)"],
  ["echo ''", "(echo '')"],
  ['echo ""', '(echo "")'],
  [`a'b'"c"d`, `(a'b'"'c'"d)`],
  [String.raw`echo a\ b \\ \"`, String.raw`(echo a' 'b '\' '"')`],
  [String.raw`echo "a\$b \"q\" \\ \n"`, String.raw`(echo "'a$b "q" \ \n'")`],
  [String.raw`echo 'a\'`, String.raw`(echo 'a\')`],
  ['echo "a\'b"', "(echo \"'a'b'\")"],
  ['echo $"hi $x"', '(echo "\'hi \'${x}")'],
  ['echo a#b #c', '(echo a#b)'],
  ['# only', ''],
  ['echo "#"', '(echo "\'#\'")'],
  ['echo a\\\nb', '(echo ab)'],
  ['echo \\\n a', '(echo a)'],
  ['echo "a\\\nb"', '(echo "\'ab\'")'],
  ["echo 'a\nb'", "(echo 'a\nb')"],
  ['echo {a,b} ~ *.ts', '(echo {a,b} ~ *.ts)'],
  ['echo é 漢 😀', '(echo é 漢 😀)'],
  ['__proto__ constructor', '(__proto__ constructor)'],
  ['a\rb', '(a\rb)'],
])('%j is read as %s', (source, tree) => {
  expect(shape(source)).toBe(tree);
});

test.each([
  [String.raw`$'a\tb'`, 'a\tb'],
  [String.raw`$'\a\b\e\E\f\n\r\v'`, '\x07\b\x1b\x1b\f\n\r\v'],
  [String.raw`$'\'\"\\\?'`, `'"\\?`],
  [String.raw`$'\x41\101\u00e9\U0001F600'`, 'AAé😀'],
  [String.raw`$'\xc3\xa9'`, 'é'],
  [String.raw`$'\303\251'`, 'é'],
  [String.raw`$'\cA\c?'`, '\x01\x7f'],
  [String.raw`$'a\0b'`, 'a'],
  [String.raw`$'\q\x'`, String.raw`\q\x`],
  [String.raw`$'\uZ'`, String.raw`\uZ`],
])('%s stands for %j', (source, text) => {
  expect(shape(source)).toBe(`('${text}')`);
});
