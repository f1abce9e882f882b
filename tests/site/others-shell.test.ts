/** The shell over other people's résumés: sparse, long, in other scripts, and any that the checks let pass. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import { pathOf, sectionsOf } from '../../src/career/entries/sections.ts';
import { cells } from '../../src/term/width.ts';
import { anyResume } from '../career/arbitrary.ts';
import { other, others } from '../fixtures/others.ts';
import { createShell, run, type Shell } from '../front-door.ts';

const shellOf = (resume: Resume): Shell => createShell({ resume, interactive: true });

/** Words that a program says by mistake, unless the data has them. */
const slips = (text: string, resume: Resume): readonly string[] => {
  const data = JSON.stringify(resume);
  return ['undefined', 'NaN', 'null', '[object', 'Invalid Date', 'internal error'].filter(
    (word) => text.includes(word) && !data.includes(word),
  );
};

const pathsOf = (resume: Resume): readonly string[] => [
  'about',
  ...sectionsOf(resume, 0).flatMap((section) => section.entries.map((entry) => pathOf(section, entry))),
];

/** Lines that tell of the person, whoever it is. */
const lines = [
  'whoami',
  'resume',
  'ls',
  'ls -la',
  'tree',
  'hire',
  'help',
  'neofetch',
  'finger',
  'ps',
  'top',
  'w',
  'who',
  'last',
  'uptime',
  'jobs',
  'systemctl',
  'journalctl',
  'git log',
  'git log --oneline',
  'fortune',
  'jq . resume.json',
  'grep -rc "" .',
  'man cvsh',
  'find . -type f',
  'cat about resume.*',
];

/** Set for the terminal's columns, not left to its wrapping. */
const set = ['whoami', 'resume', 'ls', 'tree', 'timeline', 'tech', 'help', 'ps', 'man cvsh', 'contact', 'who', 'last', 'neofetch', 'hire'];

const check = async (resume: Resume): Promise<void> => {
  const shell = shellOf(resume);
  for (const line of lines) {
    const { stdout, stderr, status } = await shell.run(line);
    expect({ line, stderr, status, slips: slips(stdout, resume) }).toEqual({ line, stderr: '', status: 0, slips: [] });
    if (line !== 'jobs' && !line.startsWith('git') && line !== 'journalctl') expect({ line, stdout }).not.toEqual({ line, stdout: '' });
  }
};

/** Each entry is there, by its path and by its slug, and each of its lines says something. */
const checkEntries = async (resume: Resume): Promise<void> => {
  const shell = shellOf(resume);
  for (const path of pathsOf(resume)) {
    const { stdout, stderr, status } = await shell.run(`cat ${path}`);
    expect({ path, stderr, status }).toEqual({ path, stderr: '', status: 0 });
    expect(stdout.trim()).not.toBe('');
    expect(stdout).toMatch(/^[^\n]+\n(\n?[^\n]+\n)*$/);
    expect(stdout).not.toMatch(/^(Employer|Place|Places|Years|State|Institution|Since|Role|At|Date|While|Link|Likes): *$/m);
    expect((await shell.run(`cat ${path.split('/').at(-1)}`)).stdout).toBe(stdout);
  }
  expect(
    (await shell.run("find . -type f ! -name 'resume.*' ! -path './exhibits/*' | sed 's,^./,,' | sort")).stdout.trim().split('\n'),
  ).toEqual([...pathsOf(resume)].sort());
};

describe.each(others)('%s', (_name, resume) => {
  test('answers every line', () => check(resume));
  test('has a file for each entry, by path and by slug', () => checkEntries(resume));

  test.each([80, 40])('has no row wider than %i columns where rows are set', async (columns) => {
    const shell = shellOf(resume);
    for (const line of [
      ...set,
      ...pathsOf(resume)
        .slice(0, 5)
        .map((path) => `cat ${path}`),
    ]) {
      for (const row of (await shell.show(line, columns)).split('\n')) {
        expect({ line, row, width: Math.max(cells(row), columns) }).toEqual({ line, row, width: columns });
        expect({ line, row }).toEqual({ line, row: row.trimEnd() });
      }
    }
  });
});

test('any résumé that the checks let pass', async () => {
  await fc.assert(
    fc.asyncProperty(anyResume, async (resume) => {
      await check(resume);
      await checkEntries(resume);
    }),
    { numRuns: 8 },
  );
});

describe('what there is nothing for does not show', () => {
  const said = async (line: string, name: string): Promise<string> => {
    const { stdout, stderr } = await run(line, { resume: other(name), interactive: true });
    return stdout + stderr;
  };

  test.each([
    ['ls', 'an empty one', 'about\nresume.json\nresume.txt\n'],
    ['ls', 'one job and nothing else', 'about\njobs\nresume.json\nresume.txt\n'],
    ['ls', 'a student', 'about\neducation\nprojects\nresume.json\nresume.txt\n'],
    ['timeline', 'an empty one', 'timeline: command not found\n'],
    ['tech', 'an empty one', 'tech: the résumé names no technologies\n'],
    ['who', 'one job and nothing else', 'gardener  garden-0  2025\nvisitor   test      2026-11-24 12:00  (you)\n'],
    ['tour', 'a student', 'tour: command not found\n'],
  ])('%s: %s', async (line, name, output) => {
    expect((await said(line, name)).replace(/^did you mean.*\n/m, '')).toBe(output);
  });

  test.each(['exhibits', 'timeline', 'contact', 'migrate', 'jobs, newest'])('the help for an empty one has no word of %s', async (word) => {
    expect(await said('help', 'an empty one')).not.toMatch(new RegExp(`^  .*${word}|  ${word}  `, 'm'));
  });

  test('exhibits that the résumé does not name are not completed, listed or told', async () => {
    const all = await said('compgen -c 2> /dev/null; ls /usr/bin; help all; tree', 'a student');
    expect(all).not.toMatch(/\b(migrate|wordpuzzle|ratelimit)\b/);
  });
});

test('forty jobs are forty files, newest first, and each is on the timeline', async () => {
  const shell = shellOf(other('forty jobs'));
  expect((await shell.run('ls jobs | wc -l')).stdout).toBe('40\n');
  expect((await shell.run('ls jobs | head -n 2')).stdout).toBe('garden-0\ngarden-1\n');
  expect((await shell.run('timeline | grep -c Garden')).stdout).toBe('40\n');
  expect((await shell.run('cat jobs/* | grep -c "^Employer"')).stdout).toBe('40\n');
});

test('text of other scripts goes through the tools whole', async () => {
  const arabic = shellOf(other('Arabic'));
  expect((await arabic.run("grep -rl 'المنارة' jobs")).stdout).toBe('jobs/manara\n');
  expect((await arabic.run('cat شركة-المنارة | head -n 1')).stdout).toBe('مهندسة أولى\n');
  const chinese = shellOf(other('Chinese'));
  expect((await chinese.run('cat dengta | head -n 1 | wc -m')).stdout).toBe('8\n');
  expect((await chinese.run("jq -r '.work[0].keywords[1]' resume.json")).stdout).toBe('消息队列\n');
});

test('markup and shell syntax in the data is text, and runs nothing', async () => {
  const shell = shellOf(other('markup and shell syntax'));
  expect((await shell.run('whoami | head -n 2')).stdout).toBe('</script><img src=x> $(reboot) %s\nRole: "; rm -rf ~ #\n');
  expect((await shell.run('tech "a\'b"')).stdout).toBe("a'b  constructor  2025 – now  $(reboot) <b>, __proto__\n");
  expect((await shell.run('type ls; cat ls')).stdout).toContain('| cat');
});
