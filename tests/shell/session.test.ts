/** What a session remembers from line to line, and what it says when a line cannot run. */
import { describe, expect, it } from 'vitest';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell } from '../front-door.ts';

/** Runs the lines one after another in one shell; answers what each printed. */
const transcript = async (lines: readonly string[], interactive = false): Promise<readonly string[]> => {
  const shell = createShell({ interactive });
  const printed: string[] = [];
  for (const line of lines) {
    const { stdout, stderr } = await shell.run(line);
    printed.push(stdout + stderr);
  }
  return printed;
};

describe('state', () => {
  it.each<[string, readonly [string, string][]]>([
    [
      'the working directory',
      [
        ['cd jobs', ''],
        ['pwd', '/home/visitor/jobs\n'],
        ['cd -', '/home/visitor\n'],
        ['echo $OLDPWD', '/home/visitor/jobs\n'],
      ],
    ],
    [
      'variables',
      [
        ['x=1', ''],
        ['echo $x', '1\n'],
        ['unset x; echo [$x]', '[]\n'],
      ],
    ],
    [
      'functions',
      [
        ['f() { echo "f $1"; }', ''],
        ['f a', 'f a\n'],
      ],
    ],
    [
      'aliases',
      [
        ['alias hi="echo hello"', ''],
        ['hi you', 'hello you\n'],
        ['unalias hi', ''],
        ['hi 2> /dev/null; echo $?', '127\n'],
      ],
    ],
    [
      'options',
      [
        ['set -o pipefail', ''],
        ['false | true; echo $?', '1\n'],
      ],
    ],
    [
      'the status',
      [
        ['false', ''],
        ['echo $?', '1\n'],
        ['(exit 7)', ''],
        ['echo $?', '7\n'],
      ],
    ],
    [
      'positional parameters',
      [
        ['set -- a b', ''],
        ['echo $2 $#', 'b 2\n'],
      ],
    ],
    [
      'files',
      [
        ['echo note > /tmp/n', ''],
        ['cat /tmp/n', 'note\n'],
      ],
    ],
    [
      'what exec opened',
      [
        ['exec 3> /tmp/log', ''],
        ['echo kept >&3', ''],
        ['exec 3>&-', ''],
        ['cat /tmp/log', 'kept\n'],
      ],
    ],
    [
      'names that are not what they seem',
      [
        ['__proto__=1 constructor=2', ''],
        ['echo $__proto__ $constructor $toString', '1 2\n'],
        ['toString', 'toString: command not found\n'],
      ],
    ],
  ])('keeps %s from line to line', async (_what, steps) => {
    expect(await transcript(steps.map(([line]) => line))).toEqual(steps.map(([, printed]) => printed));
  });

  it('drops the rest of a line on a fault, and goes on', async () => {
    expect(await transcript(['echo a; echo $((1/0)); echo b', 'echo $?'])).toEqual([
      'a\ncvsh: 1/0: division by 0 (error token is "0")\n',
      '1\n',
    ]);
  });

  it('outlives a fault that would end a script, when a person types', async () => {
    expect(await transcript(['set -u; echo $nope; echo no', 'echo alive $?'], true)).toEqual([
      'cvsh: nope: unbound variable\n',
      'alive 1\n',
    ]);
  });

  it('tells that it was left', async () => {
    const { machine, run } = createShell();
    expect(await run('exit 3; echo no')).toEqual({ stdout: '', stderr: '', status: 3 });
    expect(machine.session.exited).toBe(true);
  });

  it('runs the exit trap at its end, and stops what is in the background', async () => {
    const { machine, run } = createShell();
    await run(`trap 'echo bye $?' EXIT; sleep 1000 & false`);
    const stdout = createBuffer();
    expect(await machine.session.end({ stdin: emptyReader, stdout, stderr: stdout })).toBe(1);
    expect(stdout.text()).toBe('bye 1\n');
  });
});

describe('complaints', () => {
  it.each([
    ['qqqqqqqqqqqq', 'qqqqqqqqqqqq: command not found\n', 127],
    ['__proto__', '__proto__: command not found\n', 127],
    ['./jobs', 'cvsh: ./jobs: Is a directory\n', 126],
    ['./about', 'cvsh: ./about: Permission denied\n', 126],
    ['./nosuch', 'cvsh: ./nosuch: No such file or directory\n', 127],
    ['echo x > jobs/northlight', 'cvsh: jobs/northlight: Read-only file system\n', 1],
    ['echo x > jobs/new', 'cvsh: jobs/new: Read-only file system\n', 1],
    ['echo x > jobs', 'cvsh: jobs: Is a directory\n', 1],
    ['echo x > nodir/x', 'cvsh: nodir/x: No such file or directory\n', 1],
    ['cat < nosuch', 'cvsh: nosuch: No such file or directory\n', 1],
    ['echo x > {a,b}', 'cvsh: {a,b}: ambiguous redirect\n', 1],
    ['echo x >&7', 'cvsh: 7: Bad file descriptor\n', 1],
    ['echo x >&-', 'echo: write error: Bad file descriptor\n', 1],
    ['echo > /dev/tty', 'cvsh: /dev/tty: No such device or address\n', 1],
    ['echo > /dev/full', 'echo: No space left on device\n', 1],
    ['set -o noclobber; echo > /tmp/a; echo > /tmp/a', 'cvsh: /tmp/a: cannot overwrite existing file\n', 1],
    ['cd about', 'cd: about: Not a directory\n', 1],
    ['cd northlight', 'cd: northlight: No such file or directory\n', 1],
    ['echo ${x?}', 'cvsh: x: parameter not set\n', 127],
    ['echo ${x:?do set it}', 'cvsh: x: do set it\n', 127],
    ['echo ${x!y}', 'cvsh: ${x!y}: bad substitution\n', 1],
    ['echo )', "cvsh: syntax error near unexpected token `)'\n  echo )\n       ^\n", 2],
    ['echo "é漢" )', 'cvsh: syntax error near unexpected token `)\'\n  echo "é漢" )\n             ^\n', 2],
  ])('%s', async (line, stderr, status) => {
    expect(await createShell().run(line)).toEqual({ stdout: '', stderr, status });
  });

  it('shows a control character in a wrong line as what it is', async () => {
    const { stderr } = await createShell().run('echo \x1b[31m )');
    expect(stderr).toBe("cvsh: syntax error near unexpected token `)'\n  echo ^[[31m )\n              ^\n");
  });

  it('shows the part of a long line where the mistake is', async () => {
    const { stderr } = await createShell().run(`echo ${'a'.repeat(500)} ) ${'b'.repeat(500)}`);
    const [, shown = '', caret = ''] = stderr.split('\n');
    expect(shown.length).toBeLessThan(80);
    expect(shown.charAt(caret.indexOf('^'))).toBe(')');
  });
});

describe('completeness', () => {
  it.each([
    ['echo hi', true],
    ['echo "', false],
    ['if true', false],
    ['echo \\', false],
    ['cat <<X', false],
    ['echo )', true],
    ['f() {', false],
    ['a &&', false],
  ])('%s', (text, complete) => {
    expect(createShell().machine.session.isComplete(text)).toBe(complete);
  });
});

describe('scripts', () => {
  it('runs a stub by its path, with its arguments', async () => {
    expect(await createShell().run('/bin/echo a "b  c"; PATH= /bin/echo d; PATH= nosuch')).toMatchObject({
      stdout: 'a b  c\nd\n',
      status: 127,
    });
  });

  it('finds only builtins when PATH is empty', async () => {
    expect(await createShell().run('PATH=; cd jobs; echo in; ls')).toMatchObject({ stdout: 'in\n', status: 127 });
  });

  it('knows nothing but what is exported', async () => {
    const { stdout } = await createShell().run('x=1; export y=2; f() { :; }; bash -c \'echo "[$x] $y"; f 2> /dev/null; echo $?\'');
    expect(stdout).toBe('[] 2\n127\n');
  });

  it('says that a shell is here already', async () => {
    const screen = { ...createBuffer(), isTty: true };
    const tty = { ...emptyReader, isTty: true };
    await createShell().machine.session.run('bash', { stdin: tty, stdout: screen, stderr: screen }).finished;
    expect(screen.text()).toBe('cvsh: this is the shell already; `-c LINE` or a FILE runs in another\n');
  });
});
