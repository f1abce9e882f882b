import { describe, expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { siteFiles } from '../../src/site/pages/files.ts';
import { sitePages } from '../../src/site/pages/pages.ts';
import { allFacts, contactFacts, missing } from '../career/facts.ts';
import { empty, forty, full, wide } from '../career/generated.ts';
import { emulator, rowsOf } from '../readline/terminal.ts';

const now = Date.UTC(2026, 10, 24, 12);

const files = (resume: Resume, address?: string): ReadonlyMap<string, string> =>
  siteFiles({ resume, pages: sitePages(resume), address, now });

/** What a terminal of 80 columns shows of a file that curl prints. */
const shown = async (text: string): Promise<string[]> => {
  const terminal = emulator(80, 24);
  terminal.options.scrollback = 5_000;
  await new Promise<void>((resolve) => terminal.write(text.replaceAll('\n', '\r\n'), resolve));
  return rowsOf(terminal);
};

const rows = (text: string): string[] => text.trimEnd().split('\n');

const resumes: readonly [string, Resume][] = [
  ['the real résumé', real],
  ['the fictional one', full],
  ['an empty one', empty],
  ['forty jobs', forty],
  ['very long words and other scripts', wide],
];

describe('in a terminal of 80 columns', () => {
  test.each(resumes)('resume.txt shows each of its lines on a row of its own: %s', async (_name, resume) => {
    const text = files(resume).get('resume.txt') ?? '';
    expect(await shown(text)).toEqual(rows(text));
  });

  test.each(resumes)('resume.ans shows the same in colour: %s', async (_name, resume) => {
    const made = files(resume);
    expect(await shown(made.get('resume.ans') ?? '')).toEqual(rows(made.get('resume.txt') ?? ''));
  });

  test('each line of resume.ans ends in the terminal’s own look, so that less and head may cut anywhere', () => {
    for (const row of rows(files(real).get('resume.ans') ?? '')) {
      expect(row.match(/\x1b\[[\d;]*m(?!.*\x1b\[[\d;]*m)/)?.[0] ?? '\x1b[0m').toBe('\x1b[0m');
    }
  });

  test('resume.ans has no white, which a light terminal would not show', () => {
    expect(files(real).get('resume.ans')).not.toMatch(/\x1b\[[\d;]*(37|97)m/);
    expect(files(real).get('resume.ans')).toContain(`\x1b[1m${real.person.name ?? real.person.role}\x1b[0m`);
  });
});

describe('each fact of the data appears', () => {
  test.each(['resume.txt', 'resume.json'])('in %s', (name) => {
    for (const [, resume] of resumes.slice(0, 2)) {
      const text = files(resume).get(name) ?? '';
      const told = name.endsWith('.json') ? JSON.stringify(JSON.parse(text)).replaceAll('\\"', '"').replaceAll('\\n', ' ') : text;
      expect(missing(told, allFacts(resume))).toEqual([]);
    }
  });

  test('in the pages: all of it on the first, each entry’s title and description on its own', () => {
    const pages = sitePages(full);
    expect(pages.slice(1).map(({ path }) => path)).toEqual([
      'jobs/northlight/',
      'jobs/southlight-lead/',
      'jobs/southlight-junior/',
      'jobs/dock/',
      'education/sea-school/',
      'talks/fogconf/',
      'projects/gullcount/',
      'writing/notes/',
    ]);
    for (const { path } of pages.slice(1)) expect(files(full).get('llms.txt')).toContain(`](${path}): `);
  });

  test('and how to be reached in resume.vcf, which is there only then', () => {
    expect(missing(files(full).get('resume.vcf') ?? '', contactFacts(full))).toEqual([]);
    expect(files(real).has('resume.vcf')).toBe(real.person.contacts !== undefined);
    expect(files(empty).has('resume.vcf')).toBe(false);
  });
});

describe('the site’s address', () => {
  test('stands before each page in sitemap.xml', () => {
    const sitemap = files(full, 'https://example.org/cv/').get('sitemap.xml') ?? '';
    expect(sitemap.match(/<loc>[^<]*<\/loc>/g)).toHaveLength(sitePages(full).length);
    expect(sitemap).toContain('<loc>https://example.org/cv/jobs/dock/</loc>');
    expect(files(full, 'https://example.org/cv/').get('robots.txt')).toContain('Sitemap: https://example.org/cv/sitemap.xml');
  });

  test('is missed by nothing else', () => {
    expect([...files(full).keys()].sort()).toEqual([
      'llms.txt',
      'manifest.webmanifest',
      'resume.ans',
      'resume.json',
      'resume.txt',
      'resume.vcf',
      'robots.txt',
    ]);
  });
});
