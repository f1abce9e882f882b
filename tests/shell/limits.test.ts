/** The bounds of what a line may spend: each meets one message and a status that is not 0, and the shell lives on. */
import { describe, expect, it } from 'vitest';
import { CALL_DEPTH, EXPANSION_WORDS, TERMINAL_OUTPUT, TEXT_LENGTH } from '../../src/os/limits.ts';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell } from '../front-door.ts';

describe('a line that spends too much', () => {
  it.each([
    ['f() { f; }; f', 'call depth'],
    ['f() { (f); }; f', 'call depth'],
    ['f() { x=$(f); }; f', 'call depth'],
    ['f() { eval f; }; f', 'call depth'],
    ['echo ". /tmp/s" > /tmp/s; . /tmp/s', 'call depth'],
    ['set -o pipefail; f() { f | cat; }; f', 'call depth'],
    [`echo {1..${EXPANSION_WORDS + 1}}`, 'words'],
    ['echo {1..1000}{1..1000}', 'words'],
    ['echo {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'words'],
    ['echo {1..99999999999999}', 'words'],
    ['x=aaaaaaaaaaaaaaaa; while :; do x=$x$x$x$x; done', 'size'],
    ['x=aaaaaaaa; while :; do x=${x//a/aaaaaaaa}; done', 'size'],
    ['x=$(yes)', 'captured output'],
    ['while :; do sleep 1000 & done', 'background jobs'],
    [`echo a${' | cat'.repeat(64)}`, 'pipeline stages'],
    ['cat <(:) <(:) <(:) <(:) <(:) <(:) <(:) <(:) <(:) <(:)'.repeat(6).replaceAll(')cat', ')'), 'open descriptors'],
    ['f() { f | f; }; f', 'live processes'],
    ['f() { f | f; }; f & wait $!', 'live processes'],
    [`echo {1..100000}${'a'.repeat(470)}`, 'characters of braces'],
    ['echo {a,b}{1..90000}' + 'x'.repeat(100), 'words'],
    ['a[0]=; for i in {1..40}; do a+=("${a[@]}" x); done', 'words'],
    ['declare -n a=b b=c c=d d=e e=f f=g g=h h=i i=j j=k; a=1', 'references'],
  ])('stops %s', async (line, limit) => {
    const shell = createShell();
    const { stderr, status } = await shell.run(line);
    expect(stderr.split('\n').filter((text) => text.includes(`${limit}: limit of `))).toHaveLength(1);
    expect(status).not.toBe(0);
    expect(await shell.run('echo alive')).toEqual({ stdout: 'alive\n', stderr: '', status: 0 });
  });

  it('stops a fork bomb whole', async () => {
    const shell = createShell();
    await shell.run(':(){ :|:& };:');
    for (let i = 0; i < 2000; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(await shell.run('wait; jobs -p | wc -l')).toMatchObject({ stdout: '0\n' });
  });

  it('stops output that would fill the terminal for ever', async () => {
    const shell = createShell();
    let size = 0;
    const screen = {
      ...createBuffer(),
      isTty: true,
      write: async (text: string) => {
        size += text.length;
      },
    };
    const stderr = createBuffer();
    const { session } = shell.machine;
    expect(await session.run('while :; do yes; done; echo after', { stdin: emptyReader, stdout: screen, stderr }).finished).toBe(1);
    expect(size).toBeLessThanOrEqual(TERMINAL_OUTPUT);
    expect(stderr.text()).toBe(`\ncvsh: terminal output: limit of ${TERMINAL_OUTPUT} reached\n`);
  });

  it('allows what stands at the bound', async () => {
    const shell = createShell();
    expect(await shell.run(`set -- {1..${EXPANSION_WORDS}}; echo $#`)).toMatchObject({ stdout: `${EXPANSION_WORDS}\n` });
    expect(await shell.run(`f() { [ $1 = 0 ] || f $(($1 - 1)); }; f ${CALL_DEPTH - 10}; echo $?`)).toMatchObject({ stdout: '0\n' });
    expect(await shell.run(`x=$(head -c ${TEXT_LENGTH} /dev/zero | tr '\\0' a); echo \${#x}`)).toMatchObject({
      stdout: `${TEXT_LENGTH}\n`,
    });
  });
});
