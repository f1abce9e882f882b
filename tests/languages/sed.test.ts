/** sed beyond what its rows against the real one show: where its complaints point, what it leaves alone, and what it is safe from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript } from '../../src/languages/sed/parse.ts';
import { CommandError } from '../../src/os/failure.ts';
import { run } from '../front-door.ts';

describe('a complaint points at its place', () => {
  it.each([
    ['k', "char 1: unknown command: `k'"],
    ['s/a', "char 3: unterminated `s' command"],
    ['s/a/b/k', "char 7: unknown option to `s'"],
    ['s/a/b/pp', "char 8: multiple `p' options to `s' command"],
    ['s/a/b/0', "char 7: number option to `s' command may not be zero"],
    ['s/a/\\1/', "char 7: invalid reference \\1 on `s' command's RHS"],
    ['s/\\(/x/', 'char 7: Unmatched ( or \\('],
    ['y/ab/c/', "char 7: strings for `y' command are different lengths"],
    ['{p', "char 0: unmatched `{'"],
    ['p}', "char 2: unexpected `}'"],
    ['1', 'char 1: missing command'],
    ['1,p', "char 3: unexpected `,'"],
    ['/a', 'char 2: unterminated address regex'],
    ['1!!p', "char 3: multiple `!'s"],
    ['p p', 'char 3: extra characters after command'],
    [':', 'char 1: ":" lacks a label'],
    ['1:a', "char 2: : doesn't want any addresses"],
    ['a', "char 1: expected \\ after `a', `c' or `i'"],
    ['r', 'char 1: missing filename in r/R/w/W commands'],
    ['0p', 'char 2: invalid usage of line address 0'],
    ['1,2q', 'char 4: command only uses one address'],
    ['1#x', "char 2: comments don't accept any addresses"],
    ['+1p', 'char 2: invalid usage of +N or ~N as first address'],
    ['//p', 'char 0: no previous regular expression'],
  ])('%s', async (script, complaint) => {
    expect((await run(`sed '${script}' about`)).stderr).toBe(`sed: -e expression #1, ${complaint}\n`);
  });

  it('in the expression or file that holds it', async () => {
    expect((await run('sed -e p -e k about')).stderr).toBe("sed: -e expression #2, char 1: unknown command: `k'\n");
    expect((await run("printf 'p\\nk\\n' > s; sed -f s about")).stderr).toBe("sed: file s line 2: unknown command: `k'\n");
  });

  it('or names the label that is missing', async () => {
    expect(await run('sed bx about')).toMatchObject({ stderr: "sed: can't find label for jump to `x'\n", status: 4 });
  });
});

describe('sed -i', () => {
  it('leaves the résumé as it is', async () => {
    const { stdout, stderr, status } = await run('sed -i s/Ada/Eve/ about; echo $?; head -n 1 about');
    expect({ stdout, stderr, status }).toEqual({
      stdout: '4\nAda Example\n',
      stderr: "sed: couldn't edit about: Read-only file system\n",
      status: 0,
    });
  });

  it('keeps what was there under a suffix, in which * is the name', async () => {
    expect((await run('echo a > x; sed -i.old s/a/b/ x; cat x x.old; sed -i"k-*" s/b/c/ x; cat x k-x')).stdout).toBe('b\na\nc\nb\n');
  });
});

describe('a script', () => {
  const unit = fc.constantFrom(
    ...[
      's/a/b/',
      'y/ab/ba/',
      'a\\',
      'i x',
      'c\n',
      '{',
      '}',
      ';',
      '\n',
      ':a',
      'ba',
      't',
      'p',
      'N',
      'D',
      '/x/',
      '\\,y,',
      '1,',
      '$',
      '!',
      '~',
    ],
    ...['+', '2', 'w', 'r f', '#', ' ', '\\', '[', 'I', 'g', 'é', 'q5', 'l', '='],
  );

  it('is read or turned down, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.boolean(), (text, extended) => {
        try {
          const { commands } = parseScript([{ text, file: undefined }], extended);
          for (const { action } of commands) {
            if (action.name === '{') expect(action.end).toBeLessThanOrEqual(commands.length);
            if (action.name === 'b') expect(action.target).toBeLessThanOrEqual(commands.length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot grow its pattern space without bound', async () => {
    expect((await run(`sed ':a;G;h;ba' about`)).stderr).toBe('sed: pattern space: limit of 16000000 reached\n');
  });

  it('cannot hang on a pattern', async () => {
    expect((await run(`printf '%0100000d' 0 | sed -E 's/(0|00)+x/y/'`)).status).toBe(0);
  });
});
