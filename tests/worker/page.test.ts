/** A shell beside the page: what crosses the wire, what is lost with a shell that no longer answers, and what is not. */
import { describe, expect, it } from 'vitest';
import type { ShellListeners } from '../../src/app/shell.ts';
import { createSettings } from '../../src/app/store/settings.ts';
import { createBuffer, emptyReader, type Reader, type Writer } from '../../src/os/stream.ts';
import { plain } from '../../src/term/style.ts';
import { connectShell } from '../../src/worker/connect.ts';
import { spawnHere } from '../../src/worker/here.ts';
import type { Spawned } from '../../src/worker/page.ts';
import { fixture } from '../fixtures/resume.ts';
import { testHost } from '../host.ts';

/** A shell that falls silent when told to, as one does that computes without end. */
const openShell = async (input: Reader = emptyReader) => {
  const host = testHost();
  const events: string[] = [];
  const settings = createSettings(host.storage);
  let entries: readonly string[] = ['ls', 'cat tiktok'];
  const history = {
    entries: () => entries,
    add: () => {},
    clear: () => {
      entries = [];
    },
  };
  const listeners: ShellListeners = {
    refreshed: () => {},
    note: ({ key }) => events.push(/new one took its place/.test(key) ? 'replaced' : 'hung'),
    unread: () => {},
  };
  let silent = false;
  let forbidden = false;
  const start = spawnHere(fixture, host);
  const spawn = async (): Promise<Spawned> => {
    if (forbidden) throw new Error('no network');
    silent = false;
    const { wire, ...rest } = await start();
    return {
      ...rest,
      wire: {
        send: wire.send,
        listen: (listener) =>
          wire.listen((message) => {
            if (!silent) listener(message);
          }),
      },
    };
  };
  const shell = await connectShell(spawn, host, { history, settings }, listeners);
  const begin = (source: string, linked = false) => {
    const output = createBuffer();
    const stdout: Writer = { ...output, isTty: true };
    const job = shell.run(source, { stdin: input, stdout, stderr: stdout }, linked);
    return { job, output };
  };
  return {
    shell,
    settings,
    events,
    begin,
    forbid: (now: boolean) => {
      forbidden = now;
    },
    fallSilent: () => {
      silent = true;
    },
    run: async (source: string, linked = false): Promise<string> => {
      const { job, output } = begin(source, linked);
      await job.finished;
      return output.text();
    },
  };
};

describe('a line', () => {
  it.each([
    ['echo hello', 'hello\n'],
    ['seq 20000 | tail -n 1', '20000\n'],
    ['cd /tmp; pwd', '/tmp\n'],
    ['nonesuch', 'No such command\nThere is no nonesuch here. help shows what there is, help all all of it.\n'],
    ['history', '    1  ls\n    2  cat tiktok\n'],
  ])('%s prints what it prints in place', async (source, printed) => {
    const { run } = await openShell();
    expect(await run(source)).toBe(printed);
  });

  it('prints more than the wire holds, and all of it', async () => {
    const { run } = await openShell();
    const text = await run('seq 30000');
    expect(text.split('\n')).toHaveLength(30_001);
  });

  it('reads what is typed', async () => {
    const lines = ['Ada\n', null];
    const { run } = await openShell({ isTty: true, read: async () => lines.shift() ?? null, close: () => {} });
    expect(await run('read name; echo "hello $name"')).toBe('hello Ada\n');
  });

  it('has its status and its directory at the prompt', async () => {
    const { shell, run } = await openShell();
    await run('cd /tmp; false');
    expect([shell.cwd, shell.status]).toEqual(['/tmp', 1]);
  });

  it('from a link leaves nothing behind', async () => {
    const { run } = await openShell();
    await run('echo x > kept; y=1', true);
    expect(await run('cat kept; echo "[$y]"')).toContain('No such file or directory\n[]\n');
  });

  it('that ends in the background is told once', async () => {
    const { shell, run } = await openShell();
    await run('sleep 1 &');
    await run('sleep 2');
    expect(shell.takeEnded()).toEqual(['[1]+  Done                    sleep 1']);
    expect(shell.takeEnded()).toEqual([]);
  });
});

describe('the line editor', () => {
  it('is told how a line looks, whether it is whole, and what could follow', async () => {
    const { shell } = await openShell();
    expect(shell.isComplete('for i in 1')).toBeUndefined();
    await expect.poll(() => shell.isComplete('for i in 1')).toBe(false);
    await expect.poll(() => shell.isComplete('echo hello')).toBe(true);
    expect(plain(shell.highlight('echo hello'))).toBe('echo hello');
    expect(shell.highlight('echo hello')[0]?.style?.role).toBe('command');
    const { candidates } = await shell.complete('ech', 3);
    expect(candidates.map(({ label }) => label)).toContain('echo');
  });

  it('keeps the looks of what has not changed until it is told anew', async () => {
    const { shell } = await openShell();
    shell.highlight('echo a');
    await expect.poll(() => shell.isComplete('echo a')).toBe(true);
    expect(shell.highlight('echo ab')[0]).toEqual({ text: 'echo', style: { role: 'command', bold: true } });
  });
});

describe('a shell that no longer answers', () => {
  it('is replaced at Ctrl-C, with its files and its directory, but not its variables', async () => {
    const { shell, begin, run, fallSilent, events } = await openShell();
    await run('mkdir -p /tmp/a; cd /tmp/a; echo kept > file; chmod 600 file; x=1');
    const { job } = begin('sleep 1000');
    fallSilent();
    job.stop();
    expect(await job.finished).toBe(130);
    expect(events).toEqual(['replaced']);
    expect(shell.status).toBe(130);
    expect(await run('pwd; cat file; stat -c %a file; echo "[$x]"')).toBe('/tmp/a\nkept\n600\n[]\n');
  });

  it('loses what it wrote while it ran, and what was removed before stays removed', async () => {
    const { begin, run, fallSilent } = await openShell();
    await run('echo 1 > /tmp/one; echo 2 > /tmp/two');
    await run('rm /tmp/one');
    const { job } = begin('sleep 1000');
    fallSilent();
    job.stop();
    await job.finished;
    expect(await run('ls /tmp')).toBe('two\n');
  });

  it('is noticed while it runs', async () => {
    const { begin, fallSilent, events } = await openShell();
    const { job } = begin('sleep 1000');
    fallSilent();
    await expect.poll(() => events).toEqual(['hung']);
    job.stop();
    await job.finished;
  });

  it('answers a question about the line as best it can be answered without it', async () => {
    const { shell, fallSilent, begin } = await openShell();
    fallSilent();
    expect(shell.isComplete('for i in 1')).toBeUndefined();
    begin('true').job.stop();
    await expect.poll(() => shell.isComplete('for i in 1')).toBeDefined();
  });
});

describe('a shell that cannot be started anew', () => {
  it('ends the line, and the next line tries again', async () => {
    const { begin, run, fallSilent, forbid } = await openShell();
    await run('echo kept > /tmp/file');
    const { job } = begin('sleep 1000');
    fallSilent();
    forbid(true);
    job.stop();
    expect(await job.finished).toBe(130);
    expect(await begin('true').job.finished).toBe(1);
    forbid(false);
    await begin('true').job.finished;
    expect(await run('cat /tmp/file')).toBe('kept\n');
  });
});

describe('settings', () => {
  it('that a command changes are the page’s, and the page’s are the command’s', async () => {
    const { settings, run } = await openShell();
    await run('motion reduced');
    expect(settings.getState().motion).toBe('reduced');
    settings.setState({ motion: 'full' });
    expect(await run('motion')).toBe('full\n');
  });

  it('can be forgotten with the history', async () => {
    const { run } = await openShell();
    expect(await run('history -c; history')).toBe('');
    expect(await run('history')).toBe('');
  });
});
