/**
 * The attacks of attacks.mjs in a real terminal: each runs in the command line's own pseudo-terminal, Ctrl-C ends it, the shell
 * answers, and SIGTERM ends the program. `npm run build:cli && node tests/soak/terminal.mjs [name…]`; needs `script` of util-linux.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { attacks } from './attacks.mjs';

const program = join(import.meta.dirname, '../../dist-cli/cvsh.mjs');
const names = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'cvsh-soak-'));
const faults = [];
const times = [];

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The process of the shell itself, below `script`. */
const shellOf = (pid) => Number(spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout.split('\n')[0]);

const attack = async (name, line) => {
  const child = spawn('script', ['-qfec', `exec ${process.execPath} ${program}`, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm-256color', HOME: home, XDG_DATA_HOME: home },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output = (output + stripVTControlCharacters(String(chunk))).slice(-100_000);
  });
  const shows = async (pattern, milliseconds) => {
    for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(5)) if (pattern.test(output)) return true;
    return false;
  };
  const clear = () => {
    output = '';
  };
  await shows(/\$ $/, 20_000);
  await sleep(300);
  child.stdin.write(`\x1b[200~${line}\x1b[201~`);
  await sleep(200);
  clear();
  child.stdin.write('\r');
  await sleep(3_000);
  clear();
  const start = performance.now();
  // What has ended by itself gets it at the prompt, where it does nothing.
  child.stdin.write('\x03');
  const stopped = await shows(/\$ $/, 10_000);
  const time = performance.now() - start;
  times.push(time);
  clear();
  child.stdin.write('echo a""live\r');
  const alive = stopped && (await shows(/alive/, 10_000));
  const shell = shellOf(child.pid);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${shell}/status`, 'utf8'))?.[1]) / 1000;
  const closed = new Promise((resolve) => child.once('close', () => resolve(true)));
  process.kill(shell, 'SIGTERM');
  const ended = await Promise.race([closed, sleep(5_000).then(() => false)]);
  if (!ended) child.kill('SIGKILL');
  if (!alive) faults.push(`${name}: no prompt after Ctrl-C, or no answer`);
  if (!ended) faults.push(`${name}: SIGTERM does not end it`);
  console.log(
    `  ${name.padEnd(34)}: Ctrl-C ${time.toFixed(0)} ms, peak ${peak.toFixed(0)} MB, ${alive ? 'alive' : 'DEAD'}, ${ended ? 'ended' : 'NOT ENDED'}`,
  );
};

for (const [name, line] of attacks) if (names.length === 0 || names.includes(name)) await attack(name, line);
times.sort((a, b) => a - b);
console.log(
  `  Ctrl-C to prompt: median ${times[times.length >> 1]?.toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms`,
);
rmSync(home, { recursive: true, force: true });
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
