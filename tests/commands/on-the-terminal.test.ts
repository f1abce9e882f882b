/** What the file commands show on a terminal, where they show more than into a pipe. */
import { describe, expect, it } from 'vitest';
import type { Writer } from '../../src/os/stream.ts';
import { createBuffer, emptyReader, textReader } from '../../src/os/stream.ts';
import type { Style } from '../../src/term/style.ts';
import { createShell } from '../front-door.ts';

/** The styled pieces that a line writes on a terminal. */
const pieces = async (line: string, columns = 80): Promise<readonly (readonly [string, Style])[]> => {
  const seen: (readonly [string, Style])[] = [];
  const screen: Writer = {
    ...createBuffer(),
    isTty: true,
    columns,
    write: async (text, style) => {
      if (style) seen.push([text, style]);
    },
  };
  await createShell().machine.session.run(line, { stdin: emptyReader, stdout: screen, stderr: screen }).finished;
  return seen;
};

const shown = (line: string, columns = 60): Promise<string> => createShell().show(line, columns);

describe('ls', () => {
  it('sets names in columns, as wide as the terminal is', async () => {
    expect(await shown('ls')).toBe('about      jobs      resume.json  talks\neducation  projects  resume.txt   writing\n');
    expect(await shown('ls', 20)).toBe('about\neducation\njobs\nprojects\nresume.json\nresume.txt\ntalks\nwriting\n');
  });

  it('lists the jobs newest first', async () => {
    expect(await shown('ls jobs')).toBe('northlight  southlight-lead  southlight-junior  dock\n');
  });

  it('makes each name lead to what it holds', async () => {
    expect(await pieces('ls -d about jobs')).toEqual([
      ['about', { run: 'cat about' }],
      ['jobs', { role: 'directory', run: 'ls jobs' }],
    ]);
    expect(await pieces('ls jobs')).toContainEqual(['dock', { run: 'cat dock' }]);
    expect(await pieces('ls jobs --color=never')).toEqual([]);
  });

  it('makes a name that a shell would take apart lead there all the same', async () => {
    expect(await pieces("touch 'a b'; ls 'a b'")).toEqual([["'a b'", { run: "cat 'a b'" }]]);
    expect(await pieces('mkdir d; touch d/-x; cd d; ls')).toEqual([['-x', { run: 'cat ./-x' }]]);
    expect(await pieces('mkdir d; touch d/x; ls d')).toEqual([['x', { run: 'cat d/x' }]]);
  });

  it('quotes such names, and hides what cannot be printed', async () => {
    expect(await shown("touch 'a b' $'c\\td'; ls 'a b' c*")).toBe("'a b'  'c?d'\n");
    expect(await shown("touch 'a b'; ls -N a*")).toBe('a b  about\n');
  });

  it('shows programs as what they start', async () => {
    expect(await pieces('ls /bin/ls')).toEqual([['/bin/ls', { role: 'executable', run: 'ls' }]]);
  });

  it('answers for a slug by where the entry is', async () => {
    expect(await shown('ls dock; cd talks; ls dock')).toBe('jobs/dock\n/home/visitor/jobs/dock\n');
  });
});

describe('rm', () => {
  it('has a word for those who try to remove the résumé, and nothing for those who only script it', async () => {
    expect(await shown('rm -rf /')).toMatch(/dangerous to operate recursively on '\/'(.|\n)*read-only.*cat about/);
    expect(await shown('rm about')).toMatch(/Read-only file system\n.*cat about/);
    expect(await shown('rm nosuch')).toBe("rm: cannot remove 'nosuch': No such file or directory\n");
    expect((await createShell().run('rm -rf /')).stderr).not.toContain('cat about');
  });

  it('asks before each file, and takes y for an answer', async () => {
    const shell = createShell();
    const { stdout, stderr } = await shell.run('touch a b; rm -i a b; ls a b', 'no\nyes\n');
    expect(stdout).toBe('a\n');
    expect(stderr).toBe(
      "rm: remove regular empty file 'a'? rm: remove regular empty file 'b'? ls: cannot access 'b': No such file or directory\n",
    );
  });
});

describe('tree', () => {
  it('draws lines, and counts', async () => {
    expect(await shown('tree jobs talks')).toBe(
      'jobs\n├── northlight\n├── southlight-lead\n├── southlight-junior\n└── dock\ntalks\n└── fogconf\n\n2 directories, 5 files\n',
    );
    expect(await shown('mkdir -p a/b/c a/d; touch a/b/x; tree a')).toBe(
      'a\n├── b\n│\u00a0\u00a0 ├── c\n│\u00a0\u00a0 └── x\n└── d\n\n4 directories, 1 file\n',
    );
  });

  it.each([
    ['tree -L 1 -d', '.\n├── education\n├── jobs\n├── projects\n├── talks\n└── writing\n\n6 directories\n'],
    ['tree -fi --noreport talks', 'talks\ntalks/fogconf\n'],
    ['tree -P "d*" -F jobs', 'jobs/\n└── dock\n\n1 directory, 1 file\n'],
    ['tree -I "*light*|dock" --noreport jobs', 'jobs\n'],
    ['tree -s --noreport jobs/dock', '[         75]  jobs/dock\n'],
    ['tree nosuch', 'nosuch  [error opening dir]\n\n0 directories, 0 files\n'],
  ])('obeys %s', async (line, text) => {
    expect(await shown(line)).toBe(text);
  });

  it('makes names lead to what they hold', async () => {
    expect(await pieces('tree --noreport talks')).toEqual([
      ['talks', { role: 'directory', run: 'ls talks' }],
      ['└── ', { role: 'muted' }],
      ['fogconf', { run: 'cat fogconf' }],
    ]);
  });
});

describe('cal', () => {
  it('marks today, and says what the résumé has of the month', async () => {
    expect(await pieces('cal')).toEqual([
      ['   November 2026', { role: 'heading' }],
      ['Su Mo Tu We Th Fr Sa', { role: 'muted' }],
      ['24', { inverse: true }],
      ['2022 – now  ', { role: 'muted' }],
      ['Keeper of Lamps, North Light', { run: 'cat northlight' }],
    ]);
    expect(await shown('cal feb 2021')).toBe(
      '   February 2021\nSu Mo Tu We Th Fr Sa\n    1  2  3  4  5  6\n 7  8  9 10 11 12 13\n14 15 16 17 18 19 20\n21 22 23 24 25 26 27\n28\n' +
        '\n2019 – 2022  Lead Keeper, South Light\nFebruary 2021  Fog, a love story, FogConf\n',
    );
  });

  it.each([20, 40, 80])('fits %d columns', async (columns) => {
    for (const line of (await shown('cal -y 1999', columns)).split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(20, columns));
  });
});

describe('find and diff', () => {
  it('make names and changes visible', async () => {
    expect(await pieces('find talks')).toEqual([
      ['talks', { role: 'directory', run: 'ls talks' }],
      ['talks/fogconf', { run: 'cat fogconf' }],
    ]);
    expect(await pieces('echo a > a; echo b > b; diff a b')).toEqual([
      ['1c1', { role: 'accent' }],
      ['< a', { role: 'bad' }],
      ['> b', { role: 'good' }],
    ]);
  });
});

describe('tty', () => {
  it('knows the terminal by its input', async () => {
    const stdout = createBuffer();
    const stdin = { ...textReader(''), isTty: true };
    await createShell().machine.session.run('tty', { stdin, stdout, stderr: stdout }).finished;
    expect(stdout.text()).toBe('/dev/tty\n');
  });
});
