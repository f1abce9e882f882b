/** Whatever ends the shell, the terminal is as it was: more ways than the prompt and the pager, in wide and narrow windows. */
import { describe, expect, it } from 'vitest';
import { OUTER } from './pane.ts';
import { expectSane, PROMPT, run, status, useShellPanes } from './shell-pane.ts';

const { start } = useShellPanes();

describe('the EXIT trap', () => {
  it('runs at Ctrl-D, as at exit', async () => {
    const pane = await start();
    await run(pane, "trap 'echo see you; exit 9' EXIT");
    pane.press('C-d');
    await pane.shows('see you');
    expect(await status(pane)).toBe('status 9');
    await expectSane(pane);
  });

  it('that never ends is stopped by Ctrl-C', async () => {
    const pane = await start();
    await run(pane, "trap 'echo started; while :; do :; done' EXIT");
    pane.press('C-d');
    await pane.until((rows) => rows.at(-1) === 'started');
    pane.press('C-c');
    expect(await status(pane)).toBe('status 130');
    await expectSane(pane);
  });

  it('runs at Ctrl-D where TERM is dumb, too', async () => {
    const pane = await start({ TERM: 'dumb' });
    await run(pane, "trap 'echo see you; exit 9' EXIT");
    pane.press('C-d');
    await pane.shows('see you');
    expect(await status(pane)).toBe('status 9');
  });
});

describe.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('a %s', (signal, number) => {
  it('in an exhibit, which has the mouse, gives all back', async () => {
    const pane = await start();
    pane.line('shutdown');
    await pane.until((rows) => rows.some((row) => /q +leave/.test(row)));
    expect(pane.state('mouse_any_flag')).toBe('1');
    pane.kill(signal);
    expect(await status(pane)).toBe(`status ${number}`);
    await expectSane(pane);
  });

  it('while a job prints without end', async () => {
    const pane = await start();
    pane.line('yes');
    await pane.until((rows) => rows.filter((row) => row === 'y').length > 10);
    pane.kill(signal);
    expect(await status(pane)).toBe(`status ${number}`);
    await expectSane(pane);
  });

  it('in a program that a line given by -c runs', async () => {
    const pane = await start({}, { args: "-c 'less resume.json'" });
    await pane.until((rows) => rows.at(-1)?.includes('q quit') === true);
    pane.kill(signal);
    expect(await status(pane)).toBe(`status ${number}`);
    await expectSane(pane);
  });

  it('while the completion menu is open, in a window of 30 columns and 8 rows', async () => {
    const pane = await start({}, { columns: 30, rows: 8, prompt: '~ $' });
    pane.type('cat ');
    pane.press('Tab');
    pane.press('Tab');
    await pane.until((rows) => rows.length > 3 && rows.some((row) => row.includes('about')));
    pane.kill(signal);
    await pane.last(OUTER);
    expect(await status(pane)).toBe(`status ${number}`);
    await expectSane(pane);
  });
});

describe('small windows', () => {
  it.each([
    [10, 4],
    [24, 6],
    [40, 5],
  ])('of %i by %i run a line, a pager and an exhibit', async (columns, rows) => {
    const pane = await start({}, { columns, rows, prompt: '~ $' });
    pane.line('echo ok');
    await pane.shows('ok');
    for (const [line, keys] of [
      ['less resume.json', ['G', 'g', 'q']],
      ['burst', ['Space', 'q']],
    ] as const) {
      pane.line(line);
      await pane.until(() => pane.state('alternate_on') === '1');
      pane.press(...keys);
      await pane.until(() => pane.state('alternate_on') === '0');
    }
    for (const row of pane.rows()) expect(row.length).toBeLessThanOrEqual(columns);
    pane.press('C-d');
    await expectSane(pane);
  });
});

it('NO_COLOR holds in full-screen programs, too', async () => {
  const pane = await start({ NO_COLOR: '1' });
  for (const line of ['less resume.json', 'shutdown', 'man ls']) {
    pane.line(line);
    await pane.until(() => pane.state('alternate_on') === '1');
    pane.press('q');
    await pane.last(PROMPT);
  }
  expect(pane.sent()).toContain('\x1b[?1049h');
  expect(pane.sent()).not.toMatch(/\x1b\[(?:[\d;]*;)?(?:3|4|9|10)\d(?:;[\d;]*)?m/);
});
