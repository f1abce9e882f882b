/** jq, filter by filter: what the real one makes of the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareJson, type Json, writeJson } from '../../src/languages/jq/json.ts';
import { parseFilter } from '../../src/languages/jq/parse.ts';
import { knownNames } from '../../src/languages/jq/prelude.ts';
import { parseJson } from '../../src/languages/jq/read-json.ts';
import { CommandError } from '../../src/os/failure.ts';
import { createBuffer, textReader, type Writer } from '../../src/os/stream.ts';
import { createShell, type run } from '../front-door.ts';

const jq = (filter: string, input: string, options = '-c'): ReturnType<typeof run> =>
  createShell().run(`jq ${options} '${filter.replaceAll("'", "'\\''")}'`, input);

const person = '{"name":"Ann","age":30,"tags":["x","y"],"jobs":[{"e":"A","y":2020},{"e":"B","y":2018},{"e":"C","y":2021}],"n":null}';

describe('a filter over an object', () => {
  it.each([
    ['.name', '"Ann"\n'],
    ['.jobs[0].e, .jobs[-1].e, .missing.x', '"A"\n"C"\nnull\n'],
    ['.jobs[1:] | map(.e)', '["B","C"]\n'],
    ['.jobs | map(select(.y > 2018) | .e)', '["A","C"]\n'],
    ['[.jobs[].y] | add / length', '2019.6666666666667\n'],
    ['.jobs | sort_by(.y) | map(.e) | join("-")', '"B-A-C"\n'],
    ['.jobs | max_by(.y).e, (min_by(.y) | .e)', '"C"\n"B"\n'],
    ['keys, length, has("age")', '["age","jobs","n","name","tags"]\n5\ntrue\n'],
    ['{name, first: .jobs[0].e, (.tags[0]): 1}', '{"name":"Ann","first":"A","x":1}\n'],
    ['"\\(.name) is \\(.age)"', '"Ann is 30"\n'],
    ['.n // "none", (.age | . + 1)', '"none"\n31\n'],
    ['to_entries | map(.key) | .[0:2]', '["name","age"]\n'],
    ['with_entries(select(.value | type == "string"))', '{"name":"Ann"}\n'],
    ['del(.jobs, .tags)', '{"name":"Ann","age":30,"n":null}\n'],
    ['.age |= . * 2 | .age', '60\n'],
    ['.jobs[].y += 1 | [.jobs[].y]', '[2021,2019,2022]\n'],
    ['.tags[1] = "z" | .tags', '["x","z"]\n'],
    ['reduce .jobs[] as {e: $e, y: $y} ({}; .[$e] = $y)', '{"A":2020,"B":2018,"C":2021}\n'],
    ['[foreach .jobs[] as $j (0; . + 1; [., $j.e])]', '[[1,"A"],[2,"B"],[3,"C"]]\n'],
    ['[paths | map(tostring) | join(".")] | length', '16\n'],
    ['def f(x): [x, x]; f(.age)', '[30,30]\n'],
    ['if .age > 40 then "old" elif .age > 20 then "young" else "child" end', '"young"\n'],
    ['if .n then 1 end | type', '"object"\n'],
    ['try error("x") catch ("caught " + .)', '"caught x"\n'],
    ['[.jobs[] | .e | test("[AB]")]', '[true,true,false]\n'],
    ['.name | ascii_downcase, explode, (explode | implode)', '"ann"\n[65,110,110]\n"Ann"\n'],
    ['.jobs | group_by(.y > 2019) | map(length)', '[1,2]\n'],
    ['[limit(2; .jobs[].e)], first(.jobs[].e), [.jobs[].e] == ["A","B","C"]', '["A","B"]\n"A"\ntrue\n'],
    ['[label $out | .jobs[] | if .e == "B" then break $out else .e end]', '["A"]\n'],
    ['any(.jobs[]; .y == 2018), all(.jobs[]; .y > 0)', 'true\ntrue\n'],
    ['.name | sub("(?<x>n)"; "<\\(.x)>"), gsub("n"; "m"), [scan("n")], capture("(?<a>A)").a', '"A<n>n"\n"Amm"\n["n","n"]\n"A"\n'],
    ['[.jobs[] | [.e, .y] | @csv] | join(";")', '"\\"A\\",2020;\\"B\\",2018;\\"C\\",2021"\n'],
    ['.tags | @json, @sh, @tsv, @uri "q=\\(.[0])", @base64 "\\(.[1])"', '"[\\"x\\",\\"y\\"]"\n"\'x\' \'y\'"\n"x\\ty"\n"q=x"\n"eQ=="\n'],
    ['walk(if type == "number" then 0 else . end) | .age, .jobs[0].y', '0\n0\n'],
    ['[range(3)], [range(1; 4)], [range(0; 10; 4)]', '[0,1,2]\n[1,2,3]\n[0,4,8]\n'],
    ['.jobs | map(.e) | index("B"), (map(select(. != "B")) | length)', '1\n2\n'],
    ['pick(.jobs[0].e)', '{"jobs":[{"e":"A"}]}\n'],
    ['tojson | fromjson == .', 'false\n'],
    ['. as $d | ($d | tojson | fromjson) == $d', 'true\n'],
    ['[.[] | numbers, strings]', '["Ann",30]\n'],
    ['.a.b.c = 1 | .a', '{"b":{"c":1}}\n'],
    ['[.jobs[] | .y] | unique, reverse, (min, max)', '[2018,2020,2021]\n[2021,2018,2020]\n2018\n2021\n'],
    ['.["name"], ."name", .name?', '"Ann"\n"Ann"\n"Ann"\n'],
    ['[splits("x")?], ("a, b" | [splits(", ")])', '[]\n["a","b"]\n'],
    ['[.tags[] as $t | .age as $a | "\\($t)\\($a)"]', '["x30","y30"]\n'],
    [
      'until(type == "number"; .age), [1 | while(. < 5; . * 2)], [2 | recurse(if . < 20 then . * . else empty end)]',
      '30\n[1,2,4]\n[2,4,16,256]\n',
    ],
    ['1425599621 | todate, strftime("%Y")', '"2015-03-05T23:53:41Z"\n"2015"\n'],
    ['"2015-03-05T23:53:41Z" | fromdate', '1425599621\n'],
    ['[[1, 2], [3, 4]] | transpose, flatten, [combinations]', '[[1,3],[2,4]]\n[1,2,3,4]\n[[1,3],[1,4],[2,3],[2,4]]\n'],
    ['input_filename, (env | type), ($ENV | type)', 'null\n"object"\n"object"\n'],
  ])('%s', async (filter, output) => {
    expect(await jq(filter, person)).toEqual({ stdout: output, stderr: '', status: 0 });
  });
});

describe('options', () => {
  it.each([
    ['jq .', '{"a":[1,{}],"b":[]}', '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}\n'],
    ['jq -r .a', '{"a":"x\\ty"}', 'x\ty\n'],
    ['jq -j ".[]"', '["a",1]', 'a1'],
    ['jq -S -c .', '{"b":1,"a":2}', '{"a":2,"b":1}\n'],
    ['jq -s -c .', '1 2\n[3]', '[1,2,[3]]\n'],
    ['jq -n "1 + 1"', '', '2\n'],
    ['jq -c -n "[inputs]"', '1 2', '[1,2]\n'],
    ['jq -R .', 'a\nb', '"a"\n"b"\n'],
    ['jq -R -s .', 'a\nb', '"a\\nb"\n'],
    ['jq --tab .', '[1]', '[\n\t1\n]\n'],
    ['jq --indent 4 .', '[1]', '[\n    1\n]\n'],
    ['jq -a .', '"é😀"', '"\\u00e9\\ud83d\\ude00"\n'],
    ["jq -n --arg x 'a b' '$x'", '', '"a b"\n'],
    ["jq -n -c --argjson x '{\"a\":1}' '$x.a'", '', '1\n'],
    ['jq -c .', '1.0 1e3 100000000000000000000 0.1 1e-7 -0', '1\n1000\n1e+20\n0.1\n1e-07\n-0\n'],
    ['jq -c .', '{"10":1,"9":2,"a":1,"a":3}', '{"10":1,"9":2,"a":3}\n'],
  ])('%s', async (line, input, output) => {
    expect((await createShell().run(line, input)).stdout).toBe(output);
  });

  it('-e tells of the last value by the status', async () => {
    expect((await jq('.a', '{"a":1}', '-e')).status).toBe(0);
    expect((await jq('.a', '{"a":null}', '-e')).status).toBe(1);
    expect((await jq('empty', '1', '-e')).status).toBe(4);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['.a', '[1]', 5, 'jq: error (at <stdin>:0): Cannot index array with string "a"\n'],
    ['.[]', '5', 5, 'jq: error (at <stdin>:0): Cannot iterate over number (5)\n'],
    ['. + 1', '"x"', 5, 'jq: error (at <stdin>:0): string ("x") and number (1) cannot be added\n'],
    ['error({a: 1})', '1', 5, 'jq: error (at <stdin>:0) (not a string): {"a":1}\n'],
    ['foo', '1', 3, 'jq: error: foo/0 is not defined at <top-level>, line 1:\nfoo\njq: 1 compile error\n'],
    ['$x', '1', 3, 'jq: error: $x is not defined at <top-level>, line 1:\n$x\njq: 1 compile error\n'],
    ['{a', '1', 3, 'jq: error: syntax error, unexpected $end at <top-level>, line 1:\n{a\njq: 1 compile error\n'],
    ['.', '{"a":', 2, 'jq: parse error: Unfinished JSON term at EOF at line 1, column 5\n'],
    ['.', '{a:1}', 2, 'jq: parse error: Invalid numeric literal at line 1, column 3\n'],
    ['.', '{1:1}', 2, 'jq: parse error: Object keys must be strings at line 1, column 3\n'],
    ['.', '[1 2]', 2, 'jq: parse error: Expected separator between values at line 1, column 4\n'],
    ['.', '[,]', 2, "jq: parse error: Expected value before ',' at line 1, column 2\n"],
    ['.', '{"a"}', 2, 'jq: parse error: Objects must consist of key:value pairs at line 1, column 5\n'],
    ['.', '{"a":1,}', 2, 'jq: parse error: Expected another key-value pair at line 1, column 8\n'],
    ['.', '[1}', 2, "jq: parse error: Unmatched '}' at line 1, column 3\n"],
    ['.', '"a', 2, 'jq: parse error: Unfinished string at EOF at line 1, column 2\n'],
    ['.', '"\\x"', 2, 'jq: parse error: Invalid escape at line 1, column 3\n'],
    ['.', '[1,\ntru]', 2, 'jq: parse error: Invalid literal at line 2, column 4\n'],
    ['1 / 0', '1', 5, 'jq: error (at <stdin>:0): number (1) and number (0) cannot be divided because the divisor is zero\n'],
    ['def f: f; f', '1', 1, 'jq: function calls inside each other: limit of 10000 reached\n'],
    ['[recurse(. + 1)]', '1', 1, 'jq: recursion: limit of 100000 reached\n'],
    ['[range(1e9)]', '1', 1, 'jq: array items: limit of 1000000 reached\n'],
    ['"x" * 99999999', '1', 1, 'jq: text length: limit of 16000000 reached\n'],
    ['.[99999999] = 1', 'null', 1, 'jq: array items: limit of 1000000 reached\n'],
  ])('%s of %s', async (filter, input, status, stderr) => {
    expect(await jq(filter, input)).toEqual({ stdout: '', stderr, status });
  });

  it('goes on with the next input', async () => {
    expect(await jq('.a', '{"a":1} 2 {"a":3}')).toMatchObject({ stdout: '1\n3\n', status: 5 });
  });

  it('nests no deeper than there is room for', async () => {
    expect((await jq('.', '['.repeat(10_001))).stderr).toBe('jq: parse error: Exceeds depth limit for parsing at line 1, column 10001\n');
    expect((await jq('('.repeat(300), '1')).stderr).toContain('nesting: limit of 200 reached');
  });
});

describe('of jq 1.7, and where it differs from 1.6', () => {
  it.each([
    ['"aB" | [sub("(?<a>.)"; "\\(.a | ascii_upcase)", "\\(.a | ascii_downcase)")]', '["AB","aB"]'],
    ['"p" | [gsub("p"; "a", "b")]', '["a","b"]'],
    ['[1, 2, 3] | (.[] | select(. > 1)) |= empty', '[1]'],
    ['[1, 2, 3] | map_values(empty)', '[]'],
    ['[limit(0; 1, 2)], [skip(1; 1, 2, 3)]', '[]\n[2,3]'],
    ['"hello" | @base32, (@base32 | @base32d)', '"NBSWY3DP"\n"hello"'],
    ['"a%20b" | @urid', '"a b"'],
    ['[1, [2]] | pick(.[1][0]), (1 | toarray), (-5 | abs)', '[null,[2]]\n[1]\n5'],
    ['"  a " | trim, ltrim, rtrim', '"a"\n"a "\n"  a"'],
    ['"abc" | reverse, (try error(null) catch .)', '"cba"\nnull'],
    ['[range(3)] | .[nan:1], .[1:nan], (try (.[nan] = 1) catch .)', '[0]\n[1,2]\n"Cannot set array element at NaN index"'],
    ['[{"a": 1}, {"a": 2}] | add(.[].a), have_literal_numbers', '3\ntrue'],
    ['1 | getpath([]), ([splits("a")?])', '1\n[]'],
    ['"2015-03-05T23:51:47Z" | strptime("%Y-%m-%dT%H:%M:%SZ") | mktime | todate | fromdate | date', '"2015-03-05T23:51:47Z"'],
    ['[1e1000, -1e1000, nan] | tojson', '"[1.7976931348623157e+308,-1.7976931348623157e+308,null]"'],
  ])('%s', async (filter, output) => {
    expect(await jq(filter, 'null')).toEqual({ stdout: `${output}\n`, stderr: '', status: 0 });
  });

  it('bounds what gsub makes of several replacements', async () => {
    expect((await jq('"x" * 20 | gsub("x"; "a", "b")', 'null')).stderr).toBe('jq: replacements: limit of 10000 reached\n');
  });
});

describe('nesting of thousands of levels', () => {
  const depth = 9_999;
  const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([
    ['tojson | length', String(2 * depth)],
    ['flatten | length', '0'],
    ['[..] | length', String(depth)],
    ['[paths] | length', String(depth - 1)],
    ['[tostream] | length', String(depth)],
    ['. == ., ([., .] | sort | unique | length)', 'true\n1'],
    ['getpath([range(50) | 0]) | tojson | length', String(2 * (depth - 50))],
    ['setpath([range(9000) | 0]; 1) | tojson | length', '18001'],
    ['delpaths([[range(9000) | 0]]) | tojson | length', '18000'],
  ])('%s', async (filter, output) => {
    expect(await jq(filter, nested)).toEqual({ stdout: `${output}\n`, stderr: '', status: 0 });
  });
});

describe('on a terminal', () => {
  it('values have looks', async () => {
    const seen: string[] = [];
    const screen: Writer = {
      ...createBuffer(),
      isTty: true,
      write: async (text, style) => {
        if (style?.role) seen.push(`${style.role}:${text}`);
      },
    };
    const streams = { stdin: textReader('{"a":["x",1,true,null]}'), stdout: screen, stderr: screen };
    await createShell().machine.session.run('jq .', streams).finished;
    expect(seen).toEqual(['variable:"a"', 'string:"x"', 'accent:1', 'keyword:true', 'muted:null']);
  });
});

describe('JSON', () => {
  const values = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<unknown>;

  it('comes back as it went', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(writeJson(parseJson(JSON.stringify(value))))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has an order that is total', () => {
    const json = values.map((value): Json => parseJson(JSON.stringify(value)));
    fc.assert(
      fc.property(json, json, json, (a, b, c) => {
        expect(Math.sign(compareJson(a, b))).toBe(-Math.sign(compareJson(b, a)) + 0);
        if (compareJson(a, b) <= 0 && compareJson(b, c) <= 0) expect(compareJson(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a filter', () => {
  const unit = fc.constantFrom(
    ...[
      '.',
      '..',
      '.a',
      '[',
      ']',
      '{',
      '}',
      '(',
      ')',
      '|',
      ',',
      ':',
      ';',
      '"',
      '\\(',
      '$x',
      ' as ',
      'if ',
      ' then ',
      ' else ',
      ' end',
      '//',
    ],
    ...[
      'map(',
      'select(',
      'def f: ',
      'reduce ',
      'try ',
      ' catch ',
      '?',
      '1',
      '-',
      '+',
      '==',
      ' and ',
      '|=',
      '@csv',
      'é',
      ' ',
      'label $x | ',
    ],
  );
  const names = knownNames(['x']);

  it('is read or turned down, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 25 }), (source) => {
        try {
          expect(parseFilter(source, names)).toHaveProperty('kind');
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
