/** Jobs in the background, and the jobs of the résumé. */
import { describe, expect, it } from 'vitest';
import { createShell } from '../front-door.ts';

const career = `[1]+  Running                 Keeper of Lamps at North Light, 2022 – now
[2]   Done                    Lead Keeper at South Light, 2019 – 2022
[3]   Done                    Junior Keeper at South Light, 2016 – 2019
[4]   Done                    Deckhand at The Dock, 2015
`;

describe('jobs', () => {
  it('shows the career when nothing runs in the background', async () => {
    expect(await createShell().run('jobs')).toEqual({ stdout: career, stderr: '', status: 0 });
  });

  it('shows what runs in the background before the career, which is numbered after it', async () => {
    const sleep = (): Promise<never> => new Promise(() => {});
    const { stdout } = await createShell({ host: { sleep } }).run('sleep 1000 & sleep 2000 & jobs | head -n 3');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '[1]-  Running                 sleep 1000 &',
      '[2]+  Running                 sleep 2000 &',
      '[3]+  Running                 Keeper of Lamps at North Light, 2022 – now',
    ]);
  });

  it('tells how a job ended, once', async () => {
    const shell = createShell();
    await shell.run('((0)) & ((1)) & while :; do :; done & kill %3');
    await new Promise((resolve) => setImmediate(resolve));
    const { stdout } = await shell.run('jobs | head -n 3');
    expect(stdout).toBe(
      '[1]   Exit 1                  ((0))\n[2]-  Done                    ((1))\n[3]+  Terminated              while :; do :; done\n',
    );
    await shell.run('jobs');
    expect((await shell.run('jobs')).stdout).toBe(career);
  });

  it('tells a number to a person, and none to a script', async () => {
    expect(await createShell({ interactive: true }).run('true &')).toMatchObject({ stderr: '[1] 1001\n' });
    expect(await createShell().run('true &')).toMatchObject({ stderr: '' });
  });

  it('gives finished jobs to the prompt once', async () => {
    const { machine, run } = createShell({ interactive: true });
    await run('((1)) &');
    await new Promise((resolve) => setImmediate(resolve));
    expect(machine.session.reap().map(({ source, status }) => [source, status])).toEqual([['((1))', 0]]);
    expect(machine.session.reap()).toEqual([]);
  });
});

describe('fg', () => {
  it('reads about the present job of the résumé when nothing runs', async () => {
    const shell = createShell();
    const cat = await shell.run('cat northlight');
    for (const line of ['fg', 'fg %1', 'fg northlight', 'fg %northlight']) expect(await shell.run(line)).toEqual(cat);
    expect(await shell.run('fg 4')).toEqual(await shell.run('cat dock'));
  });

  it('waits for the job that runs, and takes its status', async () => {
    expect(await createShell().run('(sleep 1; exit 4) & fg')).toEqual({ stdout: '(sleep 1; exit 4)\n', stderr: '', status: 4 });
  });

  it('refuses a job that is not', async () => {
    expect(await createShell().run('fg nosuch')).toEqual({ stdout: '', stderr: 'fg: nosuch: no such job\n', status: 1 });
    expect(await createShell().run('fg %9')).toEqual({ stdout: '', stderr: 'fg: %9: no such job\n', status: 1 });
  });
});

describe('bg', () => {
  it('says that a job is in the background already', async () => {
    expect(await createShell().run('while :; do :; done & bg; kill %1')).toMatchObject({
      stderr: 'bg: job 1 already in background\n',
      status: 0,
    });
    expect(await createShell().run('bg')).toMatchObject({ stderr: 'bg: current: no such job\n', status: 1 });
  });
});

describe('kill', () => {
  it.each([
    ['sleep 1000 & kill %1; wait %1; echo $?', '143\n'],
    ['sleep 1000 & kill -INT $!; wait $!; echo $?', '130\n'],
    ['sleep 1000 & kill -s KILL %sleep; wait $!; echo $?', '137\n'],
    ['sleep 1000 & kill -0 %1; echo $?; kill %1', '0\n'],
    ['(while :; do :; done) & kill $!; wait; echo over', 'over\n'],
    ['(sleep 1000; echo no) & (sleep 1000 & wait) & kill %1 %2; wait; echo over', 'over\n'],
  ])('%s', async (line, stdout) => {
    expect(await createShell().run(line)).toMatchObject({ stdout });
  });

  it.each([
    ['kill 4242', 'kill: (4242) - No such process\n'],
    ['kill %4', 'kill: %4: no such job\n'],
    ['kill -WHAT 1', 'kill: WHAT: invalid signal specification\n'],
    ['kill me', 'kill: me: arguments must be process or job IDs\n'],
  ])('%s is refused', async (line, stderr) => {
    expect(await createShell().run(line)).toMatchObject({ stderr, status: 1 });
  });
});
