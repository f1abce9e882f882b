/** The shell in a real pseudo-terminal, as its visitors have it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTER } from './pane.ts';
import { expectSane, PROMPT, run, status, useShellPanes } from './shell-pane.ts';

const { packed, open, start } = useShellPanes();

describe('in a terminal', () => {
  it('greets, runs what is typed, and completes', async () => {
    const pane = await start();
    expect(pane.rows()[0]).toContain('Backend engineer');
    pane.type('cat tikt');
    pane.press('Tab');
    await pane.last(`${PROMPT} cat tiktok`);
    pane.press('Enter');
    await pane.shows('Direct Messaging');
    await pane.last(PROMPT);
  });

  it('has a prompt in a window of twenty columns', async () => {
    const pane = await start({}, { columns: 20, rows: 10, prompt: '~ $' });
    pane.line('echo narrow; pwd');
    await pane.shows('/home/visitor');
    expect(Math.max(...pane.rows().map((row) => row.length))).toBeLessThanOrEqual(20);
  });

  it('stops a job by Ctrl-C', async () => {
    const pane = await start();
    // Slow enough to be still at it, whatever the bound on what a line prints.
    pane.line('while echo y; do sleep .05; done');
    await pane.until((rows) => rows.filter((row) => row === 'y').length > 10);
    pane.press('C-c');
    await pane.last(PROMPT);
    expect(await run(pane, 'echo $?')).toEqual(['130']);
  });

  it('reads in less, and finds the screen as it was', async () => {
    const pane = await start();
    const before = pane.rows();
    pane.line('less shopee');
    await pane.until((rows) => rows.at(-1)?.includes('q quit') === true);
    expect(pane.state('alternate_on')).toBe('1');
    pane.press('G');
    await pane.shows('(END)');
    pane.press('q');
    await pane.last(PROMPT);
    expect(pane.state('alternate_on')).toBe('0');
    expect(pane.rows()).toEqual([...before.slice(0, -1), `${PROMPT} less shopee`, PROMPT]);
  });

  it('starts an exhibit, which q leaves', async () => {
    const pane = await start();
    pane.line('shutdown');
    await pane.until((rows) => rows.some((row) => /q +leave/.test(row)));
    pane.press('q');
    await pane.last(PROMPT);
    expect(pane.state('cursor_flag')).toBe('1');
  });

  it('follows the window’s size, at the prompt and in a full-screen program', async () => {
    const pane = await start();
    pane.type('echo one two three four five six');
    await pane.last(`${PROMPT} echo one two three four five six`);
    pane.resize(30, 12);
    await pane.until((rows) => rows.join('').endsWith('echo one two three four five six') && rows.every((row) => row.length <= 30));
    pane.resize(80, 24);
    await pane.last(`${PROMPT} echo one two three four five six`);
    pane.press('C-u');
    pane.line('less shopee');
    await pane.until((rows) => rows.length === 24 || rows.at(-1)?.includes('q quit') === true);
    pane.resize(50, 10);
    await pane.until((rows) => rows.at(-1)?.endsWith('q quit') === true && rows.every((row) => row.length <= 50));
    pane.press('q');
    await pane.until((rows) => rows.at(-1)?.endsWith('~ $') === true);
  });
});

/** Lines that never give their thread back. */
const endless = [
  `jq -n '[range(1e9)] | length'`,
  `awk 'BEGIN { while (1) x++ }'`,
  'f(){ (( $1 > 60 )) && return; f $(($1+1)); f $(($1+1)); }; f 0',
  `f='[ \${#x} -gt 40 ] || { x=x$x eval "$f"; x=x$x eval "$f"; }'; eval "$f"`,
  'f() { f | f; }; f',
  'while :; do :; done',
  'seq 99999999 | sort',
] as const;

describe('a line that does not end', () => {
  it.each(endless)('%s gives way to Ctrl-C, and what was written before is there', async (line) => {
    const pane = await start({}, { columns: 120, rows: 24 });
    pane.line('echo kept > file');
    await pane.last(PROMPT);
    pane.line(line);
    await pane.until((rows) => rows.some((row) => row.endsWith(line.slice(-20))));
    pane.press('C-c');
    await pane.until((rows) => rows.at(-1) === PROMPT && rows.includes('^C'));
    expect(await run(pane, 'cat file')).toEqual(['kept']);
  });

  it.each(['TERM', 'HUP', 'QUIT'] as const)('ends by SIG%s, with the terminal as it was', async (name) => {
    const pane = await start();
    pane.line(endless[2]);
    await pane.until((rows) => rows.some((row) => row.endsWith('f 0')));
    pane.kill(`SIG${name}`);
    await expectSane(pane);
  });
});

describe('suspended by Ctrl-Z', () => {
  it('gives the terminal back, and takes it again at the prompt', async () => {
    const pane = await start();
    pane.type('echo kept');
    await pane.last(`${PROMPT} echo kept`);
    pane.press('C-z');
    await expectSane(pane);
    pane.line('fg');
    await pane.last(`${PROMPT} echo kept`);
    pane.press('Enter');
    await pane.until((rows) => rows.at(-2) === 'kept' && rows.at(-1) === PROMPT);
  });

  it('and in less, which is drawn anew', async () => {
    const pane = await start();
    pane.line('less shopee');
    await pane.until((rows) => rows.at(-1)?.includes('q quit') === true);
    const shown = pane.rows();
    pane.press('C-z');
    await expectSane(pane);
    pane.line('fg');
    await pane.until((rows) => rows.join('\n') === shown.join('\n'));
    expect(pane.state('alternate_on')).toBe('1');
    pane.press('q');
    await pane.last(PROMPT);
  });
});

describe('the terminal is left as it was found', () => {
  it('by exit, with its status', async () => {
    const pane = await start();
    pane.line('exit 3');
    expect(await status(pane)).toBe('status 3');
    await expectSane(pane);
  });

  it('by Ctrl-D, with the status of the last command', async () => {
    const pane = await start();
    await run(pane, 'false');
    pane.press('C-d');
    expect(await status(pane)).toBe('status 1');
    await expectSane(pane);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('by a %s at the prompt and in less', async (signal, number) => {
    const pane = await start();
    pane.kill(signal);
    expect(await status(pane)).toBe(`status ${number}`);
    await expectSane(pane);

    const reading = await start();
    reading.line('less shopee');
    await reading.until((rows) => rows.at(-1)?.includes('q quit') === true);
    reading.kill(signal);
    expect(await status(reading)).toBe(`status ${number}`);
    await expectSane(reading);
  });

  it('by an exception, which is told after that', async () => {
    const code = 'process.on("SIGUSR2",()=>{throw new Error("boom")})';
    const pane = await start({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` });
    pane.line('less shopee');
    await pane.until((rows) => rows.at(-1)?.includes('q quit') === true);
    pane.kill('SIGUSR2');
    await pane.shows('Error: boom');
    expect(await status(pane)).toBe('status 70');
    await expectSane(pane);
  });

  it('and a SIGINT from elsewhere is as Ctrl-C', async () => {
    const pane = await start();
    pane.type('half a line');
    await pane.last(`${PROMPT} half a line`);
    pane.kill('SIGINT');
    await pane.until((rows) => rows.at(-2)?.endsWith('half a line^C') === true && rows.at(-1) === PROMPT);
  });
});

describe('history', () => {
  it('outlasts the shell, and two shells lose nothing', async () => {
    const one = await start();
    const two = await start({ XDG_STATE_HOME: one.stateHome });
    await run(one, 'echo from one');
    await run(two, 'echo from two');
    await run(one, 'echo again one');
    one.line('exit');
    await one.last(OUTER);
    one.line(`clear; ${process.execPath} ${packed.path}`);
    await one.last(PROMPT);
    expect((await run(one, 'history')).map((row) => row.replace(/^ *\d+ +/, ''))).toEqual([
      'echo from one',
      'echo from two',
      'echo again one',
      'exit',
      'history',
    ]);
  });

  it('sets aside what is damaged, and goes on', async () => {
    const pane = open();
    const history = join(pane.stateHome, 'cvsh', 'history');
    mkdirSync(history, { recursive: true });
    writeFileSync(join(history, '000000001-0000-a'), 'echo sound');
    writeFileSync(join(history, '000000002-0000-a'), Buffer.from([0, 255, 254, 0]));
    pane.line(`clear; ${process.execPath} ${packed.path}`);
    await pane.last(PROMPT);
    pane.press('Up');
    await pane.last(`${PROMPT} echo sound`);
    expect([...readFileSync(join(history, '000000002-0000-a.damaged'))]).toEqual([0, 255, 254, 0]);
  });
});

describe('plainer terminals', () => {
  it('under NO_COLOR nothing has a colour', async () => {
    const pane = await start({ NO_COLOR: '1' });
    await run(pane, 'ls jobs; cat nosuch');
    expect(pane.sent()).toContain('tiktok');
    expect(pane.sent()).not.toMatch(/\x1b\[(?:[\d;]*;)?(?:3|4|9|10)\d(?:;[\d;]*)?m/);
    expect(pane.sent()).not.toContain('\x1b]8');
  });

  it('TERM=dumb gets no escape sequence at all', async () => {
    const pane = await start({ TERM: 'dumb' });
    await run(pane, 'ls jobs | head -n 2');
    await run(pane, 'cat tiktok');
    await run(pane, 'for i in 1 2; do echo $i; done');
    pane.line('cat');
    pane.line('to cat');
    await pane.until((rows) => rows.at(-1) === 'to cat' && rows.at(-2) === 'to cat');
    pane.press('C-d');
    await pane.last(PROMPT);
    pane.line('yes > /dev/null');
    pane.press('C-c');
    await pane.last(PROMPT);
    await run(pane, 'less tiktok');
    await run(pane, 'shutdown --seed 1 | tail -n 1');
    await run(pane, 'clear');
    await run(pane, 'false');
    pane.press('C-d');
    expect(await status(pane)).toBe('status 1');
    const ours = pane.sent().slice(pane.sent().indexOf('Backend engineer'));
    expect(ours).not.toContain('\x1b');
    await expectSane(pane);
  });
});

describe('cvsh -c on a terminal', () => {
  it('prints in colour, and runs a full-screen program', async () => {
    const pane = await start();
    pane.line('exit');
    await pane.last(OUTER);
    pane.line(`clear; ${process.execPath} ${packed.path} -c 'cat tiktok; less shopee; echo after'`);
    await pane.until((rows) => rows.at(-1)?.includes('q quit') === true);
    pane.press('q');
    await pane.until((rows) => rows.at(-2) === 'after' && rows.at(-1) === OUTER);
    expect(pane.sent()).toContain('\x1b[32m● ACTIVE\x1b[0m');
    await expectSane(pane);
  });

  it('can be piped, and stops when nobody reads on', async () => {
    const pane = await start();
    pane.line('exit');
    await pane.last(OUTER);
    pane.line(`clear; ${process.execPath} ${packed.path} -c 'cat shopee; yes' | head -n 1; echo "$\{PIPESTATUS[@]}"`);
    await pane.until((rows) => rows.at(-2) === '141 0');
    expect(pane.rows().at(-3)).toBe('Senior Software Engineer');
  });
});
