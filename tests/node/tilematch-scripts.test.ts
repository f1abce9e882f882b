/** `npm run tilematch-server` and `npm run tilematch-load`, by their command lines. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../src/node/server/game-server.ts';

const root = join(import.meta.dirname, '..', '..');

const start = (program: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['src/node/launch.mjs', `--entry=${program}`, ...args], { cwd: root });

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Waits for the end; `during` sees all that was printed so far. */
const outcome = (child: ChildProcess, during: (stdout: string) => void = () => {}): Promise<Outcome> =>
  new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (data) => {
      stdout += data;
      during(stdout);
    });
    child.stderr?.on('data', (data) => {
      stderr += data;
    });
    child.on('close', (status) => resolve({ stdout, stderr, status }));
  });

describe('tilematch-server', () => {
  test.each([
    [['--port', 'x'], '--port must be a whole number from 0 to 65535'],
    [['--rounds', '10'], '--rounds must be a whole number from 1 to 9'],
    [['--origin', 'nowhere'], '--origin must be the address of a page: nowhere'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('%j is wrong usage', async (args, message) => {
    const { stderr, status } = await outcome(start('server/tilematch-server', args));
    expect(stderr).toContain(`tilematch-server: ${message}`);
    expect(stderr).toContain('usage: tilematch-server');
    expect(status).toBe(2);
  });

  test('says where it listens, on this machine alone, and ends when it is told to', async () => {
    const child = start('server/tilematch-server', ['--port', '0']);
    const { stdout, stderr, status } = await outcome(child, () => child.kill('SIGTERM'));
    expect(stdout).toMatch(/^tilematch-server listens on ws:\/\/127\.0\.0\.1:\d+; Ctrl-C ends it\n$/);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('fails where its port is taken', async () => {
    const timing = { rounds: 1, round: 5000, ready: 0, pause: 0 };
    const other = await startServer({ port: 0, host: '127.0.0.1', origins: [], timing, heartbeat: 10_000 });
    const { stderr, status } = await outcome(start('server/tilematch-server', ['--port', String(other.port)]));
    await other.close();
    expect(stderr).toMatch(/^tilematch-server: listen EADDRINUSE: address already in use 127\.0\.0\.1:\d+\n$/);
    expect(status).toBe(1);
  });
});

describe('tilematch-load', () => {
  test('starts a server, lets players play on it, and reports without an error', async () => {
    const { stdout, stderr, status } = await outcome(start('load/tilematch-load', ['--players', '40', '--seconds', '7']));
    const [title, ...rows] = stdout.trimEnd().split('\n');
    expect(title).toMatch(/^40 players at ws:\/\/127\.0\.0\.1:\d+ for 7 s, on \d+ cores$/);
    const spread = /p50 <?\d+ ms, p95 <?\d+ ms, p99 <?\d+ ms, of [1-9]\d*$/;
    expect(rows).toEqual([
      expect.stringMatching(/^connected {8}40 of 40 in \d+\.\d s$/),
      expect.stringMatching(/^in the queue {5}/),
      expect.stringMatching(new RegExp(`^claim to answer  ${spread.source}`)),
      expect.stringMatching(new RegExp(`^ping             ${spread.source}`)),
      expect.stringMatching(/^moves {12}[1-9]\d* a second$/),
      expect.stringMatching(/^matches {10}\d+ begun, \d+ ended$/),
      'errors           none',
    ]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('counts what goes wrong', async () => {
    const { stdout, status } = await outcome(
      start('load/tilematch-load', ['--players', '2', '--seconds', '1', '--url', 'ws://127.0.0.1:9']),
    );
    expect(stdout).toMatch(/^errors {11}connect ECONNREFUSED 127\.0\.0\.1:9 2/m);
    expect(status).toBe(1);
  });

  test('is told how many players', async () => {
    const { stderr, status } = await outcome(start('load/tilematch-load', ['--players', '0']));
    expect(stderr).toContain('tilematch-load: --players must be a whole number from 1 to 9000\nusage: tilematch-load');
    expect(status).toBe(2);
  });
});
