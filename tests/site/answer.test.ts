/** @vitest-environment jsdom */
/** The answer that an entry's page is painted with: what the shell prints for its line, at each width. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import { sitePages } from '../../src/site/pages/pages.ts';
import { answerHtml } from '../../src/site/pages/screen.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell } from '../front-door.ts';

describe.each([
  ['the real résumé', resume],
  ['the fictional one', fixture],
])('of %s', (_name, data) => {
  const shell = createShell({ resume: data });

  test.each(sitePages(data).filter(({ entry }) => entry))('$path', async ({ entry, line }) => {
    if (!entry) throw new Error('a page without an entry');
    const screen = new DOMParser().parseFromString(answerHtml(line, entry), 'text/html');
    const answers = [...screen.querySelectorAll<HTMLElement>('.answer')];
    expect(answers.map(({ dataset }) => dataset['columns'])).toEqual(['104', '68', '42', '36']);
    for (const { dataset, children } of answers) {
      const [echo = '', blank, ...rows] = [...children].map(({ textContent }) => textContent ?? '');
      expect([echo, blank]).toEqual([`~ $ ${line}`, '']);
      expect(`${rows.slice(0, -1).join('\n')}\n`).toBe(await shell.show(line, Number(dataset['columns'])));
    }
  });
});
