/** The one count of what a session holds: what is made is counted, and what is removed is given back. */
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/os/ledger.ts';
import { NEW_FILES, SESSION_MEMORY } from '../../src/os/limits.ts';
import { createBuffer, emptyReader } from '../../src/os/stream.ts';
import { FileSystem } from '../../src/os/vfs.ts';
import { createShell, run } from '../front-door.ts';

const BIG = 'x'.repeat(16_000_000);
const room = Math.floor(SESSION_MEMORY / BIG.length);

const filled = (): FileSystem => {
  const fs = new FileSystem(() => 0);
  for (let i = 0; i < room; i++) fs.writeFile(`/${i}`, BIG);
  return fs;
};

describe('files', () => {
  it('may hold so much in all, and no more', () => {
    expect(() => filled().writeFile('/more', BIG)).toThrow(`memory of this session: limit of ${SESSION_MEMORY} reached`);
  });

  it.each([
    ['unlink', (fs: FileSystem) => fs.unlink('/0')],
    ['truncation', (fs: FileSystem) => fs.writeFile('/0', '')],
    ['replacement', (fs: FileSystem) => fs.rename('/1', '/0')],
  ])('give back by %s what they held', (_name, free) => {
    const fs = filled();
    free(fs);
    fs.writeFile('/more', BIG);
    expect(fs.ledger.held).toBe(room * BIG.length);
  });

  it('that cannot be written leave the count as it was', () => {
    const fs = filled();
    const before = fs.ledger.held;
    expect(() => fs.writeFile('/0', `${BIG}x`)).toThrow('file size');
    expect(() => fs.writeFile('/more', BIG)).toThrow('memory');
    expect(() => fs.writeFile('/nowhere/file', 'x')).toThrow('No such file');
    expect([fs.ledger.held, fs.find('/more')]).toEqual([before, undefined]);
  });

  it('are bounded in number by those that there are, not by those that there were', async () => {
    const made = NEW_FILES / 4 + 1;
    const { stderr, status } = await run(
      `for i in {1..${made}}; do : > a; rm a; mkdir a; rmdir a; : > a; mv a b; : > a; mv a b; rm b; done`,
    );
    expect([stderr, status]).toEqual(['', 0]);
  });

  it.each(['\u200b', '\u00ad\u2060', '\u202e', '\u0301', '\x07'])('named %j, which nobody can see, are refused', (name) => {
    const fs = new FileSystem(() => 0);
    expect(() => fs.writeFile(`/${name}`, '')).toThrow('Invalid argument');
    expect(() => fs.makeDirectory(`/${name}`)).toThrow('Invalid argument');
  });

  it.each([' ', 'é', 'a\u200d', '\u4f60'])('named %j are as any other', (name) => {
    const fs = new FileSystem(() => 0);
    fs.writeFile(`/${name}`, 'x');
    expect(fs.readFile(`/${name}`)).toBe('x');
  });
});

describe('an account', () => {
  it('gives back at once all that it holds, and never more', () => {
    const ledger = new Ledger();
    const [one, other] = [ledger.open(), ledger.open()];
    one.hold(10);
    other.hold(5);
    one.hold(-100);
    expect(ledger.held).toBe(5);
    one.reach(7);
    one.reach(3);
    expect(ledger.held).toBe(8);
    one.close();
    other.close();
    expect(ledger.held).toBe(0);
  });
});

describe('variables', () => {
  const spend = (unit: string): string => `x=$(printf '%01000000d' 0); i=0; while [ $i -lt 400 ]; do ${unit} || break; i=$((i+1)); done`;

  it.each([
    ['variables', spend('eval "v$i=\\$x"')],
    ['elements', spend('eval "a$((i / 15))[$i]=\\$x"')],
    ['locals', `x=$(printf '%01000000d' 0); f() { local y=$x$x$x; [ $1 -gt 0 ] && f $(($1 - 1)); }; f 150`],
    ['subshells at once', `x=$(printf '%01000000d' 0); for i in {1..60}; do ( y=$x$x$x$x$x$x; sleep 1000 ) & done; wait`],
  ])('count with the rest: %s', async (_name, line) => {
    const { stderr } = await run(line);
    expect(stderr).toContain(`memory of this session: limit of ${SESSION_MEMORY} reached`);
  });

  it('of subshells that have ended count no more', async () => {
    const { stderr, stdout } = await run(`x=$(printf '%01000000d' 0); for i in {1..600}; do ( y=$x$x ); done; echo done`);
    expect([stderr, stdout]).toEqual(['', 'done\n']);
  });

  it('that are unset count no more', async () => {
    const { stderr, stdout } = await run(`x=$(printf '%01000000d' 0); for i in {1..60}; do y=$x$x$x$x$x$x; unset y; done; echo done`);
    expect([stderr, stdout]).toEqual(['', 'done\n']);
  });
});

describe('what commands keep', () => {
  it.each([
    ['what is sorted at once', "x=$(printf '%01000000d' 0); for i in {1..4}; do ( while :; do echo $x; done | sort ) & done; wait"],
    ['what awk keeps', `for i in {1..4}; do awk 'BEGIN { x = sprintf("%1000000d", 0); while (1) a[i++] = x i }' & done; wait`],
  ])('counts together: %s', async (_name, line) => {
    const { stderr } = await run(line);
    expect(stderr).toMatch(/memory of this session|text held at once/);
  });

  it('is given back when they end', async () => {
    const { stderr, stdout } = await run(`x=$(printf '%01000000d' 0); for i in {1..200}; do echo $x | sort > /dev/null; done; echo done`);
    expect([stderr, stdout]).toEqual(['', 'done\n']);
  });

  it('is counted by its characters in jq too', async () => {
    const { stderr, status } = await run(`jq -n '[range(300)|("a"*15000000|ascii_upcase)]|length'`);
    expect([stderr, status]).toEqual(['jq: text held at once: limit of 64000000 reached\n', 1]);
  });
});

describe('what is on its way', () => {
  it('counts with the rest, in pipes that nobody reads, and ends the job whole', async () => {
    const { stdout, stderr } = await run(
      'x=$(printf %01000000d 0); x=$x$x$x$x$x; x=$x$x$x; ' +
        'for i in {1..8}; do { echo $x; echo went on; } | until [ -e go ]; do sleep .01; done & done; sleep .3; : > go; wait; echo over',
    );
    expect([stderr, stdout]).toEqual([`cvsh: memory of this session: limit of ${SESSION_MEMORY} reached\n`, 'over\n']);
  });

  it.each([
    ['a reader that ends first', 'echo $x | true'],
    ['a reader that reads it', 'echo $x | wc -c'],
    ['a substitution', ': $(echo $x)'],
    ['a substitution that fails', ': $(echo $x; exit 1)'],
    ['a substituted process', 'cat <(echo $x) | true; echo $x > >(true)'],
    ['a coprocess', 'coproc sleep 1000; echo $x > /dev/fd/60 & kill %1 %2; wait'],
    ['awk’s pipes', `awk -v x=$x 'BEGIN { print x | "true"; "yes" | getline; close("yes") }'`],
  ])('is given back: %s', async (_name, line) => {
    const shell = createShell();
    const { ledger } = shell.machine.fs;
    await shell.run('x=$(printf %01000000d 0)');
    await shell.run(line);
    const before = ledger.held;
    await shell.run(line);
    expect(ledger.held).toBe(before);
  });

  it('is given back by a stop', async () => {
    const shell = createShell();
    const { ledger } = shell.machine.fs;
    const before = ledger.held;
    const io = { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() };
    const job = shell.machine.session.run('printf %01000000d 0 | sleep 1000', io);
    while (ledger.held < before + 900_000) await new Promise((resolve) => setImmediate(resolve));
    job.stop();
    await job.finished;
    expect(ledger.held).toBe(before);
  });
});
