/** The résumé on paper, as `npm run pdf` prints it and as a program reads it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resume } from '../../data/resume.ts';
import { resumeHtml } from '../../src/career/forms/html.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const root = join(import.meta.dirname, '..', '..');

/** The words of a text, whatever stands between them. */
const words = (text: string): string[] => text.normalize('NFKC').split(/\s+/).filter(Boolean);

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);

/** The words of the plain view, in the order of its elements. */
const pageWords = words(
  // The exhibits and the figures are for the screen: the text has them.
  resumeHtml(resume)
    .replaceAll(/<ul class="(play|figures)"[\s\S]*?<\/ul>/g, '')
    .replaceAll('</dt>', ':</dt>')
    .replaceAll(/<[^>]*>/g, (tag) => (/^<\/?(a|b|strong|time|span)\b/.test(tag) ? '' : ' '))
    .replaceAll(/&([^;]+);/g, (_, name: string) => entities.get(name) ?? name),
);

/** The roles of a PDF's structure, in its order. */
const roles = (node: unknown): string[] => {
  const { role, children = [] } = node as { role?: string; children?: unknown[] };
  return [...(role === undefined ? [] : [role]), ...children.flatMap(roles)];
};

describe('npm run pdf', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cvsh-pdf-'));
  let pdf: Pdf;

  beforeAll(async () => {
    const file = join(directory, 'resume.pdf');
    execFileSync(process.execPath, ['src/site/pdf.mjs', file], { cwd: root });
    pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('fills one or two A4 pages', async () => {
    expect(pdf.numPages).toBeLessThanOrEqual(2);
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    // In points; Chromium rounds to its own pixels.
    expect(width).toSatisfy((points: number) => Math.abs(points - 595.3) < 1.5);
    expect(height).toSatisfy((points: number) => Math.abs(points - 841.9) < 1.5);
  });

  it('is tagged, in a language, with a title and an outline', async () => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    expect(info.Language).toBe('en');
    expect(info.Title).toContain(resume.person.name ?? resume.person.role);
    const [first] = (await pdf.getOutline()) ?? [];
    expect(first?.items.map(({ title }) => title)).toContain('Experience');
    const found = roles(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI']) expect(found).toContain(role);
  });

  it('gives its text in reading order, every word of the plain view and no other', async () => {
    const { text } = await extractText(pdf, { mergePages: true });
    // A word that a line's end divides at its hyphen is one again.
    const read = words(text.replaceAll(/-\n(?=\p{Ll})/gu, '-'));
    expect(read).toEqual(pageWords);
  });

  it('keeps the title of a job with what follows it', async () => {
    const titles = resume.jobs.flatMap(({ title, employer }) => [title, employer]);
    const { text } = await extractText(pdf);
    for (const page of text) {
      const last = page.trim().split('\n').at(-1) ?? '';
      expect(titles.some((title) => last.startsWith(title))).toBe(false);
    }
  });
});
