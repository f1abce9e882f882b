/** Ctrl-C, `kill` and broken pipes: what runs can be stopped, and says so by its status. */
import { describe, expect, it } from 'vitest';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { createShell } from '../front-door.ts';

/** Starts a line, stops it some macrotasks later, and answers its status. */
const stopped = async (line: string, status?: number): Promise<number> => {
  const { session } = createShell().machine;
  const running = session.run(line, { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() });
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
  running.stop(status);
  return running.finished;
};

describe('Ctrl-C', () => {
  it.each([
    'while true; do :; done',
    'while :; do x=$((x+1)); done',
    'until false; do true; done',
    'for ((;;)); do :; done',
    'yes | wc -l',
    'yes > /dev/null',
    'yes | cat | cat > /dev/null',
    'x=$(while :; do :; done)',
    'f() { f2; }; f2() { while :; do :; done; }; f',
    'cat /dev/zero > /dev/null',
    'tr -d a < /dev/urandom > /dev/null',
    'wc -l < <(yes)',
    'yes > >(cat > /dev/null)',
    '(while :; do :; done) | cat',
    'eval "while :; do :; done"',
    'while :; do nosuchcommand 2> /dev/null; done',
    'while :; do (echo $((1/0))) 2> /dev/null; done',
    'trap "echo trapped" EXIT; while :; do :; done',
    '(while :; do :; done) & fg',
    '(while :; do :; done) & wait',
    'set -e; while true; do false || true; done',
    'bash -c "while :; do :; done"',
  ])('ends %s with 130', async (line) => {
    expect(await stopped(line)).toBe(130);
  });

  it('runs its trap, whose output is there before the prompt', async () => {
    const { session } = createShell().machine;
    const stdout = createBuffer();
    const io = { stdin: emptyReader, stdout, stderr: createBuffer() };
    await session.run('trap "echo caught" INT', io).finished;
    const running = session.run('while :; do :; done', io);
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    running.stop();
    expect(await running.finished).toBe(130);
    expect(stdout.text()).toBe('caught\n');
  });

  it('ends its trap too, when that goes on', async () => {
    const { session } = createShell().machine;
    const io = { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() };
    await session.run('trap "while :; do :; done" INT', io).finished;
    const running = session.run('while :; do :; done', io);
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    running.stop();
    expect(await running.finished).toBe(130);
    await session.run('trap - INT', io).finished;
    expect(session.status).toBe(0);
  });

  it('ends with 143 when it is a termination', async () => {
    expect(await stopped('while :; do :; done', 143)).toBe(143);
  });

  it('ends the whole line', async () => {
    const shell = createShell();
    const stdout = createBuffer();
    const running = shell.machine.session.run('while :; do :; done; echo after', { stdin: emptyReader, stdout, stderr: stdout });
    await new Promise((resolve) => setImmediate(resolve));
    running.stop();
    expect(await running.finished).toBe(130);
    expect(stdout.text()).toBe('');
    expect(await shell.run('echo $?')).toMatchObject({ stdout: '130\n' });
  });

  it('reaches a reader that waits, and the shell lives on', async () => {
    const shell = createShell();
    const never = { isTty: true, read: () => new Promise<null>(() => {}), close: () => {} };
    const running = shell.machine.session.run('cat | wc -l', { stdin: never, stdout: createBuffer(), stderr: createBuffer() });
    running.stop();
    expect(await running.finished).toBe(130);
    expect(await shell.run('echo alive')).toMatchObject({ stdout: 'alive\n', status: 0 });
  });
});

describe('a job that was killed', () => {
  it.each(['yes > /dev/null', 'while :; do echo x; done', 'yes', 'cat /dev/zero', 'yes | cat', 'while :; do :; done > /tmp/x'])(
    'writes no more: %s',
    async (line) => {
      const { session } = createShell({ host: { now: Date.now } }).machine;
      let written = 0;
      const stdout = { ...createBuffer(), write: async () => void written++ };
      const io = { stdin: emptyReader, stdout, stderr: createBuffer() };
      await session.run(`${line} & sleep 0; kill %1; wait`, io).finished;
      const before = written;
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
      expect(written).toBe(before);
    },
  );
});

describe('a reader that leaves', () => {
  it.each([
    ['yes | head -n 2', 'y\ny\n'],
    ['while true; do echo a; done | head -n 1', 'a\n'],
    ['(while :; do echo b; done) | head -n 1', 'b\n'],
    ['f() { while :; do echo c; done; }; f | head -n 1', 'c\n'],
    ['yes | cat | cat | head -n 1', 'y\n'],
    ['seq 1000000 | head -n 1', '1\n'],
    ['head -n 1 <(yes)', 'y\n'],
    ['cat <(while :; do echo d; done) | head -n 1', 'd\n'],
    ['for i in 1 2 3; do echo $i; sleep 0; done | head -n 1', '1\n'],
  ])('ends %s', async (line, stdout) => {
    expect(await createShell().run(line)).toEqual({ stdout, stderr: '', status: 0 });
  });

  it('leaves 141 behind, silently', async () => {
    expect(await createShell().run('set -o pipefail; yes | head -n 1')).toEqual({ stdout: 'y\n', stderr: '', status: 141 });
  });
});
