/** awk beyond POSIX, where the awk of a test machine may not follow: what gawk adds, characters, and limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProgram } from '../../src/languages/awk/parse.ts';
import { printf } from '../../src/languages/awk/printf.ts';
import { fromInput, toNumber } from '../../src/languages/awk/value.ts';
import { CommandError } from '../../src/os/failure.ts';
import { run } from '../front-door.ts';

/** What the actions of a BEGIN print. */
const printed = async (actions: string): Promise<string> => (await run(`awk 'BEGIN { ${actions} }'`)).stdout;

describe('characters are what is counted', () => {
  it.each([
    ['print length("é●😀")', '3\n'],
    ['print substr("résumé", 2, 3)', 'ésu\n'],
    ['print index("résumé", "s")', '3\n'],
    ['print match("résumé", /m/), RSTART, RLENGTH', '5 5 1\n'],
    ['printf "[%-4s][%.2s]\\n", "é", "éàü"', '[é   ][éà]\n'],
    ['n = split("éà", a, ""); print n, a[2]', '2 à\n'],
    ['printf "%c%c\\n", 233, 128512', 'é😀\n'],
  ])('%s', async (actions, output) => {
    expect(await printed(actions)).toBe(output);
  });
});

describe('integers are printed whole', () => {
  it.each([
    ['print 2 ^ 31, 2 ^ 53', '2147483648 9007199254740992\n'],
    ['print 150000000000, 1e20', '150000000000 100000000000000000000\n'],
    ['print 2 ** 3; x = 2; x **= 3; print x', '8\n8\n'],
    ['print 1e6 "", 0.1 "", 1e-5 ""', '1000000 0.1 1e-05\n'],
  ])('%s', async (actions, output) => {
    expect(await printed(actions)).toBe(output);
  });
});

describe('what gawk adds', () => {
  it.each([
    ['print gensub(/(o)(r)/, "\\\\2\\\\1", "g", "for or")', 'fro ro\n'],
    ['print gensub("o", "0", 2, "foo boo")', 'fo0 boo\n'],
    ['print match("2021-05-06", /([0-9]+)-([0-9]+)/, m), m[1], m[2], m[0], m[1, "start"], m[2, "length"]', '1 2021 05 2021-05 1 2\n'],
    ['print strftime("%Y-%m-%d %H:%M", 1425599621, 1), strftime("%Y", 0, 1)', '2015-03-05 23:53 1970\n'],
    ['print systime(), mktime("2015 03 05 23 53 41")', '1795521600 1425599621\n'],
    ['print and(12, 10), or(12, 10), xor(12, 10), lshift(1, 4), rshift(16, 2)', '8 14 6 16 4\n'],
    ['print strtonum("0x1f"), strtonum("017"), strtonum("12")', '31 15 12\n'],
    ['n = split("b a c", x); asort(x); print x[1] x[2] x[3]; y["k"]; y["j"]; asorti(y); print y[1] y[2]', 'abc\njk\n'],
    ['PROCINFO["sorted_in"] = "@ind_num_desc"; for (i = 1; i < 4; i++) a[i]; for (k in a) printf "%s ", k; print ""', '3 2 1 \n'],
    ['a["x"]; print typeof(a), typeof(1), typeof("s"), typeof(u), isarray(a)', 'array number string untyped 1\n'],
    ['for (k = 3; k; k--) a[k]; for (k in a) printf "%s", k; print ""', '321\n'],
    ['print toupper("é"), length(a), "\\x41"', 'É 0 A\n'],
  ])('%s', async (actions, output) => {
    expect(await printed(actions)).toBe(output);
  });

  it('newlines part the fields of a paragraph whatever FS is', async () => {
    expect((await run(`printf 'a,b\\nc\\n' | awk 'BEGIN { RS = ""; FS = "," } { print NF, $3 }'`)).stdout).toBe('3 c\n');
  });
});

describe('a line answers as in gawk 5.2, where mawk differs', () => {
  it.each([
    [`awk 'BEGIN { print substr("hello", -1, 3) "|" substr("hello", 1.5) "|" substr("hello", 0, 2.5) }'`, `hel|hello|he\n`],
    [`awk 'function f(a) { return length(a) } BEGIN { x["a"]; print f(x) }'`, `1\n`],
    [`printf 'a1b22c' | awk 'BEGIN { RS = "[0-9]+" } { print $0, RT }'`, `a 1\nb 22\nc \n`],
    [`echo 'aa,"b,c",d' | awk 'BEGIN { FPAT = "([^,]+)|(\\"[^\\"]+\\")" } { print NF; print $2 }'`, `3\n"b,c"\n`],
    [`echo 'abcdefgh' | awk 'BEGIN { FIELDWIDTHS = "2:1 2 *" } { print $1; print $2; print $3; print NF }'`, `c\nde\nfgh\n3\n`],
    [`echo 'ABC' | awk 'BEGIN { IGNORECASE = 1 } /abc/ { print "yes" } { print "abc" == $0, $0 ~ "b", match($0, /c/) }'`, `yes\n1 1 3\n`],
    [
      `awk 'BEGIN { n = split("a1b2c", a, /[0-9]/, s); print n, s[1], s[2]; print patsplit("a1b2", p, /[0-9]/, s), p[1], p[2], s[0], s[1] }'`,
      `3 1 2\n2 1 2 a b\n`,
    ],
    [`awk 'BEGIN { f = "g"; print @f(3) } function g(x) { return x + 1 }'`, `4\n`],
    [`awk 'BEGIN { print index("foobar", "bar"), toupper("aé"), -3 % 2, int(-3.9) }'`, `4 AÉ -1 -3\n`],
    [`awk 'BEGIN { printf "%d%%\\n", 50; printf "%5%|\\n" }'`, `50%\n%|\n`],
    [`printf 'a\\n\\n\\nb\\nc\\n\\n' | awk -v RS= '{ print NR ": " $0 "|" RT "|" }'`, `1: a|\n\n\n|\n2: b\nc|\n\n|\n`],
    [`printf 'aXXbXc' | awk 'BEGIN { RS = "X+" } { printf "%s[%s] ", $0, RT } END { print "" }'`, `a[XX] b[X] c[] \n`],
    [
      `awk 'BEGIN { print gensub(/(.)(.)/, "\\\\2\\\\1", "g", "abcd"), gensub("b", "[&]", 1, "abab"), gensub(/x/, "y", "g", "aaa") }'`,
      `badc a[b]ab aaa\n`,
    ],
    [`echo 'hello' | awk '{ print gensub(/l/, "L", 1) }'`, `heLlo\n`],
    [`echo ' +1e1 0x10 .5. 1. ' | awk '{ print ($1 == 10), ($2 == 16), ($3 == .5), ($4 == 1) }'`, `1 0 0 1\n`],
    [`awk 'BEGIN { print 1e500, -1e500, log(-1) }' 2>/dev/null | tr -d +-`, `inf inf nan\n`],
    [`awk 'BEGIN { printf "%s %s\\n", "only" }' 2>/dev/null; echo $?`, `2\n`],
    [
      `awk 'BEGIN { print 100000000000000000000, 2^63, 2^64, 0.1e-10 }'`,
      `100000000000000000000 9223372036854775808 18446744073709551616 1e-11\n`,
    ],
    [`awk 'BEGIN { CONVFMT = "%d"; a[12.7] = 1; for (k in a) print k; x = 3.9; print (x "") }'`, `12\n3\n`],
    [`awk 'BEGIN { print "aXb" ~ /a[[:upper:]]b/, "tab\\t" ~ /\\t/, "x{" ~ /x\\{/ , "a{2}" ~ /a{2}/ , "aa" ~ /^a{2}$/ }'`, `1 1 1 0 1\n`],
    [`awk 'BEGIN { printf "%z" }' ; echo`, `%z\n`],
    [`awk 'BEGIN { OFMT = "%d"; print 3.9, 3; print 1e30 }'`, `3 3\n1000000000000000019884624838656\n`],
    [`awk 'BEGIN { print "\\"q\\"", "a\\\\b", "\\/" }'`, `"q" a\\b /\n`],
    [`awk 'BEGIN { print length("日本"), substr("日本語", 2, 1), toupper("straße"), index("日本語", "語") }'`, `2 本 STRAßE 3\n`],
    [`awk 'BEGIN { printf "%-6s|%6s|%.1s|\\n", "日本", "語", "日本" }'`, `日本    |     語|日|\n`],
    [`awk 'BEGIN { FIELDWIDTHS = "3 2"; $0 = "abcdefg"; print NF, $1, $2; FS = ","; $0 = "x,y"; print $2 }'`, `2 abc de\ny\n`],
    [`awk 'BEGIN { FPAT = "[^,]*"; $0 = "a,,b,"; print NF; for (i = 1; i <= NF; i++) printf "[%s]", $i; print "" }'`, `4\n[a][][b][]\n`],
    [`awk 'BEGIN { switch ("b") { case "a": print 1; case "b": print 2; case "c": print 3; break; default: print 4 } }'`, `2\n3\n`],
    [`awk 'BEGIN { switch (9) { default: print "d"; case 1: print "one" } }'`, `d\none\n`],
    [`awk 'BEGIN { for (i = 0; i < 3; i++) switch (i) { case 1: continue; default: print i } }'`, `0\n2\n`],
    [
      `printf 'a\\nb\\n' > f; printf 'c\\n' > g; awk 'BEGINFILE { print "<" FILENAME ">" } { print } ENDFILE { print FNR }' f g`,
      `<f>\na\nb\n2\n<g>\nc\n1\n`,
    ],
  ])('%s', async (line, output) => {
    expect((await run(line)).stdout).toBe(output);
  });
});

describe('a program that is wrong says so with status 2', () => {
  it.each([
    ['{', 'line 1: missing } near end of file'],
    ['BEGIN { x = = 1 }', 'line 1: syntax error at or near ='],
    ['BEGIN { foo() }', 'line 1: function foo never defined'],
    ['BEGIN { print "a }', 'line 1: runaway string constant "a } ...'],
    ['/a', 'line 1: runaway regular expression /a ...'],
    ['BEGIN { break }', 'break outside a loop'],
    ['BEGIN { return }', 'return outside a function'],
    ['BEGIN { getline x < }', 'line 1: syntax error at or near }'],
    ['BEGIN { a[1] = 1; a = 2 }', 'attempt to use array a in a scalar context'],
    ['BEGIN { a = 1; a[1] = 2 }', 'attempt to use scalar a as array'],
    ['BEGIN { print 1 / 0 }', 'division by zero'],
    ['BEGIN { x = 5; x %= 0 }', 'division by zero'],
    ['BEGIN { next }', "`next' cannot be used in BEGIN"],
    ['function f() { nextfile } END { f() }', "`nextfile' cannot be used in END"],
    ['function f(a, a) { }', 'line 1: function f has a twice'],
    ['BEGIN { FIELDWIDTHS = "2 x"; $0 = "a"; print $1 }', "invalid FIELDWIDTHS value, for field 2, near `x'"],
    ['BEGIN { f = "g"; @f() }', 'line 1: function g never defined'],
    ['BEGIN { $(-1) = 2 }', 'attempt to access field -1'],
    ['function f(x) { return x } BEGIN { f(1, 2) }', 'line 1: too many arguments in call to f'],
  ])('%s', async (program, complaint) => {
    expect(await run(`awk '${program}' about`)).toMatchObject({ stderr: `awk: ${complaint}\n`, status: 2 });
  });
});

describe('a program that asks for too much', () => {
  it.each([
    ['function f(n) { return f(n + 1) } BEGIN { f(0) }', 'function calls inside each other: limit of 10000 reached'],
    ['BEGIN { while (1) a[i++] }', 'array elements: limit of 1000000 reached'],
    ['BEGIN { s = "x"; while (1) s = s s }', 'text length: limit of 16000000 reached'],
    ['BEGIN { $99999999 = 1 }', 'fields: limit of 1000000 reached'],
    ['BEGIN { printf "%9999999d", 1 }', 'field width: limit of 1000000 reached'],
  ])('%s', async (program, complaint) => {
    expect(await run(`awk '${program}'`)).toMatchObject({ stderr: `awk: ${complaint}\n`, status: 1 });
  });

  it('may call functions as deep as any honest one does', async () => {
    expect((await run(`awk 'function s(n) { return n ? n + s(n - 1) : 0 } BEGIN { print s(5000) }'`)).stdout).toBe('12502500\n');
  });
});

describe('names that JavaScript has too', () => {
  it('are just names', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    for (const name of names)
      expect(await printed(`a["${name}"] = 1; ${name} = 2; print a["${name}"], ${name}, length(a)`)).toBe('1 2 1\n');
  });
});

describe('numbers as text', () => {
  it('are what printf of C prints', async () => {
    // Smaller ones are other numbers as long doubles, with which printf computes.
    const double = fc.double({ noNaN: true, min: -1e12, max: 1e12 }).filter((number) => Math.abs(number) > 1e-300);
    const numbers = fc.sample(double, { seed: 5, numRuns: 60 });
    const formats = ['%.6g', '%.2f', '%.0f', '%e', '%8.3f', '%g'];
    for (const format of formats) {
      const line = numbers.map((number) => `printf '${format}\\n' ${number}`).join('; ');
      const { stdout } = await run(line);
      expect(numbers.map((number) => `${printf(format, [number])}\n`).join('')).toBe(stdout);
    }
  });

  it('round ties to even, as C does', () => {
    expect([0.5, 1.5, 2.5, -0.5].map((number) => printf('%.0f', [number]))).toEqual(['0', '2', '2', '-0']);
    expect([0.125, 0.375].map((number) => printf('%.2f', [number]))).toEqual(['0.12', '0.38']);
  });

  it('come back from input as they were', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => toNumber(fromInput(String(number))) === number));
  });
});

describe('a program', () => {
  const unit = fc.constantFrom(
    ...[
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      ';',
      '\n',
      ',',
      '"a"',
      '/x/',
      '/',
      'a',
      '$',
      '1',
      '.5',
      '+',
      '-',
      '++',
      '=',
      '==',
      '!',
      '~',
      '<',
      '>',
      '|',
    ],
    ...[
      'in ',
      'if ',
      'else ',
      'while ',
      'for ',
      'do ',
      'print ',
      'getline ',
      'function f',
      'return ',
      'delete ',
      'BEGIN ',
      'length',
      '?',
      ':',
    ],
    ...['f(', 'substr', '&&', '#', '\\', '"', 'é', ' '],
  );

  it('is read or turned down, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 25 }), (source) => {
        try {
          expect(parseProgram(source).functions).toBeInstanceOf(Map);
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
