/** The page about the exhibits: it has each of them, its pictures are there and small, its lines run, and its proofs exist. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { createShell } from '../front-door.ts';

const text = readFileSync('src/exhibits/README.md', 'utf8');
const sections = text
  .split(/^## /m)
  .slice(1)
  .map((section) => [section.slice(0, section.indexOf('\n')), section] as const);

/** Bytes of a picture, at most. */
const SMALL = 80_000;

/** Prose as one line. */
const joined = (section: string): string => section.replaceAll(/\s+/g, ' ');

test('tells of every system of the résumé, and of nothing else', () => {
  expect(sections.map(([name]) => name).sort()).toEqual(resume.systems.map(({ slug }) => slug).sort());
});

describe.each(sections)('%s', (name, section) => {
  test('has its picture, which is small, and said in words', () => {
    expect(/!\[([^\]]{20,})\]\(\.\.\/\.\.\/\.github\/pictures\/([a-z]+)\.png\)/.exec(section)?.[2]).toBe(name);
    expect(statSync(`.github/pictures/${name}.png`).size).toBeLessThan(SMALL);
  });

  test('names a test that there is', () => {
    const [, file = '', rest = ''] = /`(tests\/[^`]+\.ts)`,? (.*)/.exec(joined(section)) ?? [];
    const titles = [...rest.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
    expect(titles.length).toBeGreaterThan(0);
    const source = readFileSync(file, 'utf8');
    expect(titles.filter((title) => !source.includes(`test('${title}'`))).toEqual([]);
  });

  test('has lines that run', async () => {
    const lines = (/```sh\n([^`]*)```/.exec(section)?.[1] ?? '').trim().split('\n');
    for (const line of lines) {
      expect(line.startsWith(name)).toBe(true);
      const { stdout, stderr, status } = await createShell({ resume }).run(line);
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).not.toBe('');
    }
  });
});

test('pictures are there for README.md and for this page, and no others', () => {
  const pages = [text, readFileSync('README.md', 'utf8')];
  const used = pages.flatMap((page) => [...page.matchAll(/\.github\/pictures\/([\w-]+\.png)/g)].map(([, file = '']) => file));
  const there = readdirSync('.github/pictures');
  expect(there.sort()).toEqual([...new Set(used)].sort());
  expect(there.filter((file) => statSync(`.github/pictures/${file}`).size >= SMALL)).toEqual([]);
});
