import { describe, expect, test } from 'vitest';
import { commits } from '../../src/career/commands/git/commits.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell, type Outcome, run } from '../front-door.ts';
import { empty } from './generated.ts';

const [northlight, lead, junior, dock, school] = commits(fixture).map(({ hash }) => hash) as [string, string, string, string, string];
const short = (hash: string): string => hash.slice(0, 7);

const oneline = {
  northlight: `${short(northlight)} (HEAD -> northlight) feat: Keeper of Lamps at North Light\n`,
  lead: `${short(lead)} (southlight-lead) feat: Lead Keeper at South Light\n`,
  junior: `${short(junior)} (southlight-junior) feat: Junior Keeper at South Light\n`,
  dock: `${short(dock)} (dock) feat: Deckhand at The Dock\n`,
  school: `${short(school)} (sea-school) Initial commit: Diploma, Optics\n`,
} as const;

describe('git log --oneline chooses', () => {
  test.each<[args: string, ...shown: (keyof typeof oneline)[]]>([
    ['', 'northlight', 'lead', 'junior', 'dock', 'school'],
    ['-2', 'northlight', 'lead'],
    ['-n 1', 'northlight'],
    ['--max-count=0'],
    ['--reverse', 'school', 'dock', 'junior', 'lead', 'northlight'],
    ['--reverse -2', 'lead', 'northlight'],
    ['--since=2016', 'northlight', 'lead', 'junior'],
    ['--since=2016-02', 'northlight', 'lead'],
    ['--since="5 years ago"', 'northlight'],
    ['--after=2016 --before=2019', 'lead', 'junior'],
    ['--until=2015', 'dock', 'school'],
    ['--author=south', 'lead', 'junior'],
    ['--author=Ada -1', 'northlight'],
    ['--author=nobody'],
    ['--grep=FOG', 'northlight', 'lead'],
    ['jobs', 'northlight', 'lead', 'junior', 'dock'],
    ['education/', 'school'],
    ['-- jobs/dock', 'dock'],
    ['dock sea-school', 'dock', 'school'],
    ['south-light', 'lead', 'junior'],
    ['HEAD~3', 'dock', 'school'],
    ['HEAD^^', 'junior', 'dock', 'school'],
    [short(dock), 'dock', 'school'],
    ['--all --decorate -p .', 'northlight', 'lead', 'junior', 'dock', 'school'],
  ])('%s', async (args, ...shown) => {
    const { stdout, stderr, status } = await run(`git log --oneline ${args}`);
    expect({ stdout, stderr, status }).toEqual({ stdout: shown.map((name) => oneline[name]).join(''), stderr: '', status: 0 });
  });
});

test('git log tells each role in full', async () => {
  expect((await run('git log -2')).stdout).toBe(`commit ${northlight} (HEAD -> northlight)
Author: Ada Example <North Light>
Date:   2022

    feat: Keeper of Lamps at North Light

    I run the lamp of the north tower, with Go and Redis.

    - Cut oil use by about 20 %.
    - Wrote the runbook for fog.

commit ${lead} (southlight-lead)
Author: Ada Example <South Light>
Date:   2019

    feat: Lead Keeper at South Light

    I led a crew of three keepers.

    We lit 5 million beams a week.

    - Rebuilt the fog horn.
`);
});

test('git log --graph --oneline draws a line', async () => {
  expect((await run('git log --graph --oneline -2')).stdout).toBe(`* ${oneline.northlight}* ${oneline.lead}`);
});

test('git log --graph keeps the line beside the text, wrapped on a terminal', async () => {
  expect(await createShell().show('git log --graph -2 jobs/northlight jobs/dock', 44)).toBe(`* commit ${northlight} (HEAD -> northlight)
| Author: Ada Example <North Light>
| Date:   2022
|
|     feat: Keeper of Lamps at North Light
|
|     I run the lamp of the north tower,
|     with Go and Redis.
|
|     - Cut oil use by about 20 %.
|     - Wrote the runbook for fog.
|
* commit ${dock} (dock)
  Author: Ada Example <The Dock>
  Date:   2015

      feat: Deckhand at The Dock

      I tied knots.
`);
});

test('git log --stat counts lines of files', async () => {
  expect((await run('git log --oneline --stat dock')).stdout).toBe(
    `${oneline.dock} jobs/dock | 6 ++++++\n 1 file changed, 6 insertions(+)\n`,
  );
});

test('git show prints the newest, or what is named', async () => {
  const shown = await run('git show');
  expect(shown.stdout).toContain(`commit ${northlight} (HEAD -> northlight)\n`);
  expect(shown.stdout).toContain(' jobs/northlight | 13 +++++++++++++\n');
  expect((await run('git show south-light')).stdout.match(/^commit/gm)).toHaveLength(2);
  expect((await run(`git show ${short(school)}`)).stdout).toContain('Initial commit: Diploma, Optics');
});

test('git status tells what is in progress', async () => {
  expect((await run('git status')).stdout).toBe(`On branch main
Work in progress:
\trunning:   jobs/northlight  (Keeper of Lamps, North Light, 2022 – now)

nothing to commit, working tree clean: what is done is done
`);
});

test('git branch marks the present role', async () => {
  expect((await run('git branch')).stdout).toBe('* northlight\n  southlight-lead\n  southlight-junior\n  dock\n');
});

test('git diff compares two entries', async () => {
  expect((await run('git diff dock southlight-junior')).stdout).toBe(`--- a/dock
+++ b/southlight-junior
-Deckhand
-Employer: The Dock
-Years: 2015
-I tied knots.
+Junior Keeper
+Employer: South Light
+Years: 2016 – 2019
+I polished lenses and counted gulls.
+Technologies: Perl
`);
  expect((await run('git diff')).stdout).toBe('');
});

test('git blame knows who it was', async () => {
  expect((await run('git blame dock')).stdout.split('\n')[0]).toBe(`${short(dock)}  (Ada Example  2015  1)  Deckhand`);
});

describe('what git refuses', () => {
  const fails = async (line: string): Promise<Pick<Outcome, 'stderr' | 'status'>> => {
    const { stderr, status, stdout } = await run(line);
    expect(stdout).toBe('');
    return { stderr: stderr.split('\n')[0] ?? '', status };
  };
  test.each([
    ['git', 2, 'git: a verb is missing: log, show, status, branch, diff, blame'],
    ['git frobnicate', 1, "git: 'frobnicate' is not a git command. See 'git --help'."],
    ['git push --force', 1, 'git: push: the past is read-only. Try: git log --oneline'],
    ['git rebase -i HEAD~3', 1, 'git: rebase: the past is read-only. Try: git log --oneline'],
    ['git log --oneli --foo', 2, "git: unrecognized option '--foo'"],
    ['git log --since=yesterday', 128, "git: 'yesterday': a date here is a year, 2021-02, or '2 years ago'"],
    ['git log -n x', 128, "git: 'x': not an integer"],
    ['git log nowhere', 128, "git: ambiguous argument 'nowhere': unknown revision or path not in the working tree."],
    ['git log __proto__', 128, "git: ambiguous argument '__proto__': unknown revision or path not in the working tree."],
    ['git show HEAD~99', 128, "git: ambiguous argument 'HEAD~99': unknown revision or path not in the working tree."],
    ['git blame', 128, 'git: blame whom? Try: git blame about'],
    ['git blame nowhere', 1, 'git: nowhere: No such file or directory'],
  ])('%s', async (line, status, message) => {
    expect(await fails(line)).toEqual({ stderr: message, status });
  });
});

test('an empty résumé has an empty history', async () => {
  expect(await run('git log', { resume: empty })).toEqual({ stdout: '', stderr: '', status: 0 });
  expect((await run('git status', { resume: empty })).stdout).toBe(
    'On branch main\nnothing to commit, working tree clean: what is done is done\n',
  );
});
