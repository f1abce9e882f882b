/** The manual's pages for those who make it theirs: they fit, they are found, and their examples are put in place and run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import type { Command } from '../../src/os/command.ts';
import { checkResume } from '../../src/site/check/check.ts';
import { resumeSchema } from '../../src/site/check/schema.ts';
import { contrast } from '../../src/term/grounds.ts';
import type { Theme } from '../../src/term/theme.ts';
import { cells } from '../../src/term/width.ts';
import { openConsole } from '../app/console.ts';
import { createShell, run } from '../front-door.ts';
import { play } from '../tui/play.ts';
import { runTest } from '../tui/process.ts';

const root = join(import.meta.dirname, '..', '..');
const topics = ['commands', 'cvsh', 'data', 'exhibits'];

/** A page as it is printed, its sections by title. */
const pages = new Map<string, ReadonlyMap<string, string>>();
const sectionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map([...page.matchAll(/^([A-Z].*)\n((?: .*\n|\n)+)/gm)].map(([, title = '', text = '']) => [title, text]));

/** The file that a section shows: from its first line, a comment, to its last, without the page's indent. */
const fileIn = (page: string, section: string): string => {
  const [file = ''] = /^ *\/\*\*[\s\S]*^ *\}\)?;$/m.exec(pages.get(page)?.get(section) ?? '') ?? [];
  return `${file.replaceAll(/^ {7}/gm, '')}\n`;
};

/** The files that the pages show, by the places that they name. */
const files: Record<string, string> = {};

/** A copy of the project in which the examples stand where the pages say. */
const copy = mkdtempSync(join(tmpdir(), 'cvsh-pages-'));
const packed = join(copy, 'cvsh.mjs');
const cvsh = (line: string): { readonly stdout: string; readonly stderr: string; readonly status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [packed, '-c', line], { encoding: 'utf8' });
  return { stdout, stderr, status };
};

/** A file of the pages as a module beside the tests' own. */
const load = async <T>(path: string): Promise<T> => {
  const module = join(copy, path.replaceAll('/', '-'));
  writeFileSync(
    module,
    (files[path] ?? '')
      .replaceAll(/'(?:\.\.\/)+/g, `'${root}/src/`)
      .replaceAll("'./stage/", `'${root}/src/exhibits/stage/`)
      .replaceAll("'./types.ts'", `'${root}/data/types.ts'`),
  );
  return (await import(/* @vite-ignore */ module)) as T;
};

beforeAll(async () => {
  for (const topic of topics) pages.set(topic, sectionsOf((await run(`man ${topic}`)).stdout));
  files['src/commands/text/shout.ts'] = fileIn('commands', 'A COMMAND');
  files['src/exhibits/lamp.ts'] = fileIn('commands', 'AN EXHIBIT');
  files['src/themes/dawn.ts'] = fileIn('commands', 'A THEME');
  files['data/resume.ts'] = fileIn('data', 'EXAMPLE');
  for (const name of ['src', 'data', 'public', 'LICENSE', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(copy, path), text);
  execFileSync(process.execPath, [join(copy, 'src/node/pack.mjs'), packed], { cwd: copy });
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe.each(topics)('man %s', (topic) => {
  test.each([80, 40])('keeps to %i columns', async (columns) => {
    const shown = await createShell().show(`man ${topic}`, columns);
    for (const row of shown.split('\n')) expect(cells(row)).toBeLessThanOrEqual(columns);
  });

  test('is found by apropos and completed by Tab', async () => {
    expect((await run(`apropos ${topic}`)).stdout).toMatch(new RegExp(`^${topic} \\(7\\)`, 'm'));
    const { keys, screen } = await openConsole();
    await keys(`man ${topic.slice(0, 3)}\t\t`);
    await expect.poll(() => screen().join('\n')).toMatch(new RegExp(`^(.*man | *)${topic}\\b`, 'm'));
  });
});

describe('a file that a page shows', () => {
  test.each(['src/commands/text/shout.ts', 'src/exhibits/lamp.ts', 'src/themes/dawn.ts', 'data/resume.ts'])(
    '%s is named there',
    async (path) => {
      const page = path.startsWith('data') ? 'data' : 'commands';
      expect([...(pages.get(page)?.values() ?? [])].join('')).toContain(`${path}:`);
      expect(files[path]).toMatch(/^\/\*\* .* \*\/\nimport /);
    },
  );

  test('agrees with the types, with all the others in place', () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'src'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(stdout.split('\n').filter((line) => Object.keys(files).some((path) => line.includes(path)))).toEqual([]);
  }, 120_000);
});

describe('the command', () => {
  test.each([
    ['shout land ahoy', 0, 'LAND AHOY!\n', ''],
    ['shout -n 3 land | wc -l', 0, '3\n', ''],
    ['shout', 2, '', "shout: missing operand\nusage: shout [OPTION…] WORD…\nTry 'shout --help' for more information.\n"],
    ['shout --times=0 land', 2, '', "shout: invalid number: '0'\nusage: shout [OPTION…] WORD…\nTry 'shout --help' for more information.\n"],
    ['whatis shout', 0, 'shout (1)  - Print words in capitals\n', ''],
    ['apropos capitals', 0, 'shout (1)  - Print words in capitals\n', ''],
  ])('%s', (line, status, stdout, stderr) => {
    expect(cvsh(line)).toEqual({ stdout, stderr, status });
  });

  test('has its examples in its manual, and they run', async () => {
    const { default: command } = await load<{ default: Command }>('src/commands/text/shout.ts');
    const manual = cvsh('man shout').stdout;
    for (const { line } of command.examples) {
      expect(manual).toContain(line);
      expect(cvsh(line)).toMatchObject({ stderr: '', status: 0 });
    }
  });
});

describe('the exhibit', () => {
  test('is listed, told by its job, and ends its run with a summary', () => {
    expect(cvsh('ls exhibits').stdout).toContain('lamp\n');
    expect(cvsh('cat lighthouse').stdout).toContain('Exhibit: lamp, A lamp that must not go out\n');
    expect(cvsh('lamp --seed 7 | tail -n 1')).toMatchObject({ stdout: 'dark for 0 of 12 hours\n', status: 0 });
  });

  test('gives the same run for the same seed, and stands a restless visitor', async () => {
    const { default: command } = await load<{ default: Command }>('src/exhibits/lamp.ts');
    const { out } = await runTest(command, ['--seed', '3']);
    expect(out.split('\n')).toHaveLength(14);
    expect((await runTest(command, ['--seed', '3'])).out).toBe(out);
    await play(command, { columns: 40, rows: 20, seed: 7, steps: 300, quit: true });
  });
});

test('the theme can be read', async () => {
  const { default: theme } = await load<{ default: Theme }>('src/themes/dawn.ts');
  expect(theme.name).toBe('dawn');
  expect(theme.palette).toHaveLength(16);
  for (const colour of [theme.foreground, ...theme.palette]) expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.foreground, theme.selection)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.cursor, theme.background)).toBeGreaterThanOrEqual(3);
});

describe('the data', () => {
  const module = (): Promise<{ resume: Resume }> => load('data/resume.ts');

  test('has no fault, and is what the shell shows', async () => {
    expect(checkResume((await module()).resume)).toEqual([]);
    expect(cvsh('ls').stdout).toBe('about\nexhibits\njobs\nresume.json\nresume.txt\ntalks\n');
    expect(cvsh('head -n 1 about').stdout).toBe('Lighthouse keeper\n');
    expect(cvsh('contact').stderr).toContain('command not found');
  });

  test('gives the message that the page shows when it has that mistake', async () => {
    const { resume } = await module();
    const jobs = resume.jobs.map((job) => (job.slug === 'dock' ? { ...job, end: '2015' as const } : job));
    const [message = 'none', ...others] = checkResume({ ...resume, jobs });
    expect(others).toEqual([]);
    expect(pages.get('data')?.get('THE CHECKS')?.replaceAll(/\s+/g, ' ')).toContain(message);
  });

  /** The names of the fields of a schema, those that may be left out apart. */
  const fieldsOf = (schema: v.GenericSchema): { readonly all: string[]; readonly optional: string[] } => {
    const { entries } = schema as unknown as { readonly entries: Readonly<Record<string, v.GenericSchema>> };
    const all = Object.keys(entries);
    return { all, optional: all.filter((name) => entries[name]?.type === 'optional') };
  };
  const { entries } = resumeSchema;
  test.each<[string, v.GenericSchema]>([
    ['THE WHOLE', resumeSchema],
    ['PERSON', entries.person],
    ['CONTACTS', entries.person.entries.contacts.wrapped],
    ['LOCATION', entries.person.entries.contacts.wrapped.entries.location.wrapped],
    ['PROFILES', entries.person.entries.contacts.wrapped.entries.profiles.wrapped.item.pipe[0]],
    ['JOBS', entries.jobs.item],
    ['EDUCATION', entries.education.item],
    ['VOLUNTEERING', entries.volunteering.wrapped.item],
    ['CERTIFICATES', entries.certificates.wrapped.item],
    ['AWARDS', entries.awards.wrapped.item],
    ['SKILLS', entries.skills.wrapped.item],
    ['LANGUAGES', entries.languages.wrapped.item],
    ['INTERESTS', entries.interests.wrapped.item],
    ['REFERENCES', entries.references.wrapped.item],
    ['TALKS', entries.talks.item],
    ['PROJECTS', entries.projects.item],
    ['WRITING', entries.writing.item],
    ['SYSTEMS', entries.systems.item],
  ])('is told field by field under %s, as the check has them', (title, schema) => {
    const terms = [...(pages.get('data')?.get(title) ?? '').matchAll(/^ {7}([a-z]+(?:[A-Z][a-z]+)?) +((?:.*\n {8,})*.*)/gm)];
    const { all, optional } = fieldsOf(schema);
    expect(terms.map(([, term]) => term).sort()).toEqual([...all].sort());
    expect(
      terms
        .filter(([, , told]) => /If you leave (it|them) out/.test(told?.replaceAll(/\s+/g, ' ') ?? ''))
        .map(([, term]) => term)
        .sort(),
    ).toEqual([...optional].sort());
  });
});
