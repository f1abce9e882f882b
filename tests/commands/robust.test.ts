/** Whatever arguments the file commands get, they end by themselves or by Ctrl-C, with a status that says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOFTWARE } from '../../src/os/status.ts';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell, run } from '../front-door.ts';

const names = [
  ...['base64', 'basename', 'cal', 'chmod', 'cmp', 'cp', 'date', 'diff', 'dirname', 'du', 'echo', 'env', 'expr', 'factor', 'file', 'find'],
  ...['groups', 'hostname', 'id', 'ln', 'logname', 'ls', 'mkdir', 'mktemp', 'mv', 'nproc', 'printenv', 'printf', 'readlink', 'realpath'],
  ...['rm', 'rmdir', 'seq', 'shuf', 'sleep', 'stat', 'test', '[', 'timeout', 'touch', 'tree', 'tty', 'uname', 'which', 'xargs'],
];

const words = [
  ...[
    'about',
    'jobs',
    'jobs/dock',
    'dock',
    'nosuch',
    '.',
    '..',
    '/',
    '/tmp',
    '/dev/null',
    '',
    '-',
    '--',
    'a b',
    "it's",
    '*',
    '{}',
    ';',
    '+',
    '\\;',
  ],
  ...[
    '0',
    '1',
    '-1',
    '2021',
    '1e3',
    '0x10',
    '.5',
    '99999999999999999999',
    'x',
    '=',
    '!',
    '(',
    ')',
    '<',
    ':',
    '|',
    '&',
    ']',
    '%',
    '%s',
    '%d\\n',
    '%q',
  ],
  ...[
    '-n',
    '-r',
    '-R',
    '-a',
    '-l',
    '-d',
    '-f',
    '-i',
    '-p',
    '-s',
    '-u',
    '-v',
    '-x',
    '-z',
    '-0',
    '-t',
    '-name',
    '-o',
    '-exec',
    '-print',
    '-type',
    'f',
  ],
  ...[
    '--help',
    '--bogus',
    '--color',
    '-I',
    '-L',
    'true',
    'echo',
    'sh',
    '-c',
    'A=1',
    '@0',
    'yesterday',
    '+%F',
    'u+x',
    '755',
    '__proto__',
    'toString',
  ],
  ...['length', 'substr', 'match', '\\(', '\\(.*\\)', '[', '[a', '1-3', 'é', '\u202e', '\x1b[31m'],
];

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

const lines = fc
  .tuple(fc.constantFrom(...names), fc.array(fc.constantFrom(...words), { maxLength: 5 }))
  .map(([name, args]) => [name, ...args.map(quote)].join(' '));

/** A clock that stands still: what sleeps is only ever stopped. */
const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

describe('random arguments', () => {
  it('never meet a bug of ours', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        const { status } = await run(line);
        expect(status, line).toBeGreaterThanOrEqual(0);
        expect(status, line).toBeLessThan(256);
        expect(status, line).not.toBe(SOFTWARE);
      }),
      { numRuns: 800 },
    );
  });

  it('leave the résumé as it was', async () => {
    const shell = createShell();
    const before = (await shell.run('cat about jobs/* resume.*; ls -l jobs')).stdout;
    const writing = fc.tuple(
      fc.constantFrom('rm', 'mv', 'cp', 'touch', 'chmod', 'rmdir', 'find', 'mkdir'),
      fc.array(fc.constantFrom(...words, '-delete'), { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(writing, async ([name, args]) => {
        await shell.run([name, ...args.map(quote)].join(' '), 'y\ny\n');
      }),
      { numRuns: 300 },
    );
    expect((await shell.run('cat about jobs/* resume.*; ls -l jobs')).stdout).toBe(before);
  });
});

describe('Ctrl-C', () => {
  it.each([
    'seq inf > /dev/null',
    'seq 1 0.1 inf > /dev/null',
    'sleep infinity',
    'timeout 1d sleep infinity',
    'yes | xargs -n1 true',
    'yes | xargs -I{} true',
    'yes | base64 > /dev/null',
    'shuf -r -e a b > /dev/null',
    'yes 12345678901234567890123456789012345677 | factor > /dev/null',
    'find . -maxdepth 0 -exec sh -c "sleep 1d" {} +',
    'xargs sleep 1d <<< infinity',
    'env sleep 1d',
  ])('ends %s with 130', async (line) => {
    const { session } = createShell({ host: { sleep: (_, signal) => untilStopped(signal) } }).machine;
    const running = session.run(line, { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() });
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    running.stop();
    expect(await running.finished).toBe(130);
  });
});

describe('a closed pipe', () => {
  it.each([
    ['seq inf | head -n 2', '1\n2\n'],
    ['yes | base64 | head -c 8', 'eQp5CnkK'],
    ['yes | xargs -n1 echo x | head -n 1', 'x y\n'],
    ['shuf -r -e a | head -n 1', 'a\n'],
    ['ls -R / | head -n 1', '/:\n'],
    ['find / | head -n 1', '/\n'],
    ['seq inf | xargs -n 3 | head -n 1', '1 2 3\n'],
  ])('ends %s', async (line, stdout) => {
    expect(await run(line)).toMatchObject({ stdout, status: 0 });
  });
});

describe('a limit', () => {
  it.each([
    ["printf '%99999999d' 1", 'printf: field width: limit of 1000000 reached'],
    ["stat -c '%9999999n' about", 'stat: field width: limit of 1000000 reached'],
    ['shuf -i 1-999999999999', 'shuf: lines: limit of 5000000 reached'],
    ['yes | shuf', 'shuf: text held at once: limit of 64000000 reached'],
    ['for i in {1..11}; do mkdir d$i; touch d$i/{1..1000}; done', 'touch: files of your own: limit of 10000 reached'],
  ])('is named when %s meets it', async (line, message) => {
    const { stderr, status } = await run(line);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });

  it('on the length of paths keeps trees shallow', async () => {
    const { stdout } = await run('d=$(printf "a/%.0s" {1..3000}); mkdir -p "$d"; echo $?; find . -name a | wc -l; rm -r a; ls -d a');
    expect(stdout.split('\n')[0]).toBe('1');
    expect(Number(stdout.split('\n')[1])).toBeLessThan(2100);
    expect(stdout.split('\n')[2]).toBe('');
  });
});

describe('timeout', () => {
  it('ends what takes too long, and lets through what does not', async () => {
    expect(await run('timeout 1 sleep 60')).toMatchObject({ status: 124 });
    expect(await run('timeout --preserve-status 1 sleep 60')).toMatchObject({ status: 143 });
    const patient = { host: { sleep: (_: number, signal: AbortSignal) => untilStopped(signal) } };
    expect(await run('timeout 1 sh -c "exit 3"', patient)).toMatchObject({ status: 3 });
    expect(await run('timeout 1 nosuch', patient)).toMatchObject({ status: 127 });
    expect(await run('timeout 1 echo hi', patient)).toMatchObject({ stdout: 'hi\n', status: 0 });
  });

  it('ends a loop that never waits', async () => {
    expect(await run('timeout 1 sh -c "while :; do :; done"; echo $?')).toMatchObject({ stdout: '124\n' });
  });

  it('ends what waits for a pipe that nobody reads', async () => {
    expect(await run('timeout 1 yes | (sleep 5; echo done)')).toMatchObject({ stdout: 'done\n' });
  });
});
