/** Commands and builtins whose code cannot be loaded: the line fails with a message, and the shell lives on. */
import { describe, expect, it } from 'vitest';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { FileSystem } from '../../src/os/vfs.ts';
import { createSession } from '../../src/shell/session.ts';
import { NOON, testHost } from '../host.ts';

const offline = (): Promise<never> => Promise.reject(new Error('Failed to fetch dynamically imported module'));

describe('without the network', () => {
  it.each(['cd jobs', 'ls', 'ls | cd'])('%s says so, and is reported', async (line) => {
    const reports: unknown[] = [];
    const session = createSession({
      fs: new FileSystem(() => NOON),
      host: testHost({ report: (error) => void reports.push(error) }),
      commands: { names: () => ['ls'], has: (name) => name === 'ls', find: offline, listings: offline },
      builtins: { has: (name) => name === 'cd', find: offline },
      env: new Map([['PATH', '/bin']]),
      cwd: '/',
      history: { entries: () => [], clear: () => {} },
      interactive: true,
    });
    const stderr = createBuffer();
    const io = { stdin: emptyReader, stdout: createBuffer(), stderr };
    expect(await session.run(line, io).finished).toBe(126);
    expect(stderr.text()).toMatch(/^(sh: (ls|cd): cannot be loaded; is the network there\?\n)+$/);
    expect(reports.length).toBeGreaterThan(0);
    expect(await session.run('x=1', io).finished).toBe(0);
  });
});
