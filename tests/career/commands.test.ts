import { describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell, run } from '../front-door.ts';
import { empty, forty, wide } from './generated.ts';

const { contacts: _contacts, ...nameless } = fixture.person;
const unreachable: Resume = { ...fixture, person: nameless };

const shows = (line: string, columns = 80, resume: Resume = fixture): Promise<string> => createShell({ resume }).show(line, columns);

describe('whoami', () => {
  test('through a pipe has a fact a line', async () => {
    expect((await run('whoami')).stdout).toBe(`Ada Example
Role: Lighthouse engineer
Since: 2015
Places: Harbour Town / Far Island
Now: Keeper of Lamps, North Light

I keep lighthouses running.

I have never lost a ship.
`);
  });

  test('on a terminal is set for reading', async () => {
    expect(await shows('whoami', 40)).toBe(`Ada Example
Lighthouse engineer · since 2015 ·
Harbour Town / Far Island · now Keeper
of Lamps, North Light

I keep lighthouses running.

I have never lost a ship.
`);
  });
});

describe('tech', () => {
  test('lists each technology with its jobs', async () => {
    expect((await run('tech')).stdout).toBe('Go     North Light · South Light\nRedis  North Light\nPerl   South Light · Gull counter\n');
  });

  test('shows the roles of one, in any letter case', async () => {
    expect((await run('tech go PERL')).stdout).toBe(`Go    northlight         2022 – now   Keeper of Lamps, North Light
Go    southlight-lead    2019 – 2022  Lead Keeper, South Light
Perl  southlight-junior  2016 – 2019  Junior Keeper, South Light
Perl  gullcount                       Gull counter
`);
  });

  test('says what is not there, and shows what is', async () => {
    expect(await run('tech redis cobol')).toEqual({
      stdout: 'Redis  northlight  2022 – now  Keeper of Lamps, North Light\n',
      stderr: 'tech: cobol: not in the résumé\n',
      status: 1,
    });
    expect((await run('tech', { resume: empty })).stderr).toBe('tech: the résumé names no technologies\n');
  });
});

describe('contact and hire', () => {
  test('contact tells each way', async () => {
    expect((await run('contact')).stdout).toBe('E-mail       ada@example.org\nExample Hub  https://example.org/ada\n');
    expect((await run('contact --vcard | head -n 3')).stdout).toBe('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Example\r\n');
  });

  test('without contacts there is no such command', async () => {
    expect((await run('contact', { resume: unreachable })).status).toBe(127);
  });

  test('hire leads to the facts, and to contacts if there are any', async () => {
    const lines = (await run('hire')).stdout.split('\n');
    expect(lines[0]).toBe('Checking dependencies for Ada Example… done. No puzzle to solve first:');
    expect(lines.slice(2, -1).map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'whoami',
      'timeline',
      'tech',
      'resume',
      'share',
      'contact',
    ]);
    expect((await run('hire', { resume: unreachable })).stdout).toContain('The résumé gives no contact: reply to whoever sent you here.');
  });
});

describe('the whole résumé', () => {
  test.each(['resume', 'cv'])('%s prints it', async (name) => {
    expect((await run(name)).stdout).toBe((await run('cat ~/resume.txt')).stdout);
    expect((await run(`${name} --json`)).stdout).toBe((await run('cat ~/resume.json')).stdout);
  });

  test('on a terminal it is as wide as is good to read', async () => {
    expect((await shows('resume', 160)).split('\n').reduce((most, line) => Math.max(most, line.length), 0)).toBe(88);
    expect(await shows('resume --text', 160)).toBe((await run('resume')).stdout);
  });
});

describe('the career as a machine', () => {
  test.each([
    ['uptime', ' 12:00:00 up 11 years,  1 job,  load average: 1.00, 1.00, 0.80\n'],
    ['uptime -p', 'up 11 years\n'],
    ['uptime -s', '2015\n'],
    ['TZ=Asia/Jakarta uptime | cut -c 1-9', ' 19:00:00\n'],
    ['who', 'ada-example  northlight  2022              (Far Island)\nvisitor      test        2026-11-24 12:00  (you)\n'],
    ['who -q', 'ada-example visitor\n# users=2\n'],
    ['who -H | head -n 1', 'NAME         LINE        TIME              COMMENT\n'],
    ['w -h', 'ada-example  northlight  2022   Keeper of Lamps\nvisitor      test        12:00  reading a résumé\n'],
    [
      'last -2',
      'ada-example  northlight       Far Island                 2022         still logged in\nada-example  southlight-lead  Harbour Town / Far Island  2019 – 2022  (3 years)\n\ncareer begins 2015\n',
    ],
    ['last -n 0', 'career begins 2015\n'],
    [
      'ps aux | head -n 3',
      'USER           PID   %CPU  %MEM  STAT  START  TIME  COMMAND\nada-example  20220  100.0  42.2  R+    2022   4y    northlight\nada-example  20190    0.0  27.8  X     2019   3y    southlight-lead (done)\n',
    ],
    ['ps -ef | wc -l', '5\n'],
    [
      'top -b -n 1 | head -n 2',
      'top - 12:00:00 up 11 years,  1 job,  load average: 1.00, 1.00, 0.80\nTasks: 4 total, 1 running, 0 sleeping, 3 done\n',
    ],
  ])('%s', async (line, expected) => {
    const { stdout, stderr, status } = await run(line);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(expected);
  });

  test('ps shows what runs, this shell among it', async () => {
    expect((await run('ps')).stdout).toMatch(
      /^ {2}PID {2}TTY {9}TIME {2}CMD\n20220 {2}northlight {2}4y {4}Keeper of Lamps\n +\d+ {2}tty1 {8}0y {4}cvsh\n$/,
    );
  });

  test('df is full', async () => {
    const { stdout } = await run('df -h');
    expect(stdout).toMatch(/^about +\d+B +\d+B +0 +100% +\/home\/visitor\/about$/m);
    expect(stdout.trim().split('\n')).toHaveLength(7);
  });

  test('finger knows one person', async () => {
    expect((await run('finger ada')).stdout).toBe(`Login: ada-example    Name: Ada Example
Role: Lighthouse engineer
Directory: /home/visitor    Shell: cvsh
On as Keeper of Lamps, North Light, 2022 – now
No mail.
Plan:
I keep lamps lit and ships dry.
`);
    expect(await run('finger bob')).toEqual({ stdout: '', stderr: 'finger: bob: no such user.\n', status: 1 });
  });

  test('neofetch counts', async () => {
    expect(await shows('neofetch', 40)).toBe(`Ada Example
───────────
Role: Lighthouse engineer
Host: North Light, Keeper of Lamps
Uptime: 11 years, since 2015
Locale: Harbour Town, Far Island
Jobs: 4 (1 running)
Packages: 3 (tech)
Exhibits: 1
Shell: cvsh
Terminal: test, 40 columns

████████████████████████
`);
    expect((await run('fastfetch')).stdout).toBe((await run('neofetch')).stdout);
  });

  test('wrong numbers and options are told', async () => {
    expect(await run('last -n many')).toMatchObject({ status: 2, stdout: '' });
    expect(await run('journalctl -n many')).toMatchObject({ status: 2, stdout: '' });
    expect(await run('uptime --frob')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('systemctl', () => {
  test('lists every job', async () => {
    expect((await run('systemctl')).stdout).toBe(`  UNIT                       LOAD    ACTIVE            DESCRIPTION
● northlight.service         loaded  active (running)  Keeper of Lamps, North Light
○ southlight-lead.service    loaded  inactive (dead)   Lead Keeper, South Light
○ southlight-junior.service  loaded  inactive (dead)   Junior Keeper, South Light
○ dock.service               loaded  inactive (dead)   Deckhand, The Dock
`);
  });

  test('shows the present one as running', async () => {
    const { stdout, status } = await run('systemctl status northlight');
    expect(status).toBe(0);
    expect(stdout).toBe(`● northlight.service - Keeper of Lamps, North Light
     Loaded: loaded (~/jobs/northlight; enabled)
     Active: active (running) since 2022
   Main PID: 20220 (northlight)
     CGroup: Far Island
       Docs: cat northlight
`);
  });

  test.each([
    ['systemctl status dock.service | grep Active', '     Active: inactive (dead) since 2015\n', '', 0],
    ['systemctl status south-light | grep -c Active', '2\n', '', 0],
    ['systemctl is-active northlight', 'active\n', '', 0],
    ['systemctl is-active dock', 'inactive\n', '', 3],
    ['systemctl status moon', '', 'systemctl: Unit moon.service could not be found.\n', 4],
    [
      'systemctl stop northlight',
      '',
      'systemctl: Failed to stop northlight: you cannot restart a career from a web page. Try: systemctl status northlight\n',
      1,
    ],
    ['journalctl -u moon', '', 'journalctl: Unit moon.service could not be found.\n', 4],
  ])('%s', async (line, stdout, stderr, status) => {
    expect(await run(line)).toEqual({ stdout, stderr, status });
  });

  test('journalctl logs what was done, oldest first', async () => {
    expect((await run('journalctl | head -n 2')).stdout).toBe(
      '2015 dock[20150]: I tied knots.\n2016 southlight-junior[20160]: I polished lenses and counted gulls.\n',
    );
    expect((await run('journalctl -u northlight -n 1')).stdout).toBe('2022 northlight[20220]: Wrote the runbook for fog.\n');
    expect((await run('journalctl -r -n 1')).stdout).toBe(
      '2022 northlight[20220]: I run the lamp of the north tower, with Go and Redis.\n',
    );
  });
});

const readers = 'whoami,tech,timeline,hire,resume,uptime,who,w,last,finger,ps,top,systemctl,journalctl,df,neofetch,fortune,git log'.split(
  ',',
);

describe('other people’s résumés', () => {
  const resumes: readonly [string, Resume][] = [
    ['empty', empty],
    ['forty jobs', forty],
    ['very long words', wide],
  ];
  test.each(resumes.flatMap(([name, resume]) => readers.map((line) => ({ name, resume, line }))))(
    '$line with $name works',
    async ({ resume, line }) => {
      const { stderr, status } = await run(line, { resume });
      expect({ line, status: status === 0 || stderr !== '' }).toEqual({ line, status: true });
      expect(stderr).not.toContain('internal error');
      expect((await shows(line, 40, resume)).includes('undefined')).toBe(false);
    },
  );
});

test('what only reads the résumé may run from a link', async () => {
  const { machine } = createShell();
  const names = readers.map((line) => line.split(' ')[0] ?? '');
  for (const name of [...names, 'contact', 'cv', 'fastfetch', 'ping'])
    expect([name, (await machine.commands.find(name))?.linkable]).toEqual([name, true]);
  for (const name of ['sudo', 'make', 'cowsay', 'vim', 'curl', 'ssh'])
    expect([name, (await machine.commands.find(name))?.linkable ?? false]).toEqual([name, false]);
});
