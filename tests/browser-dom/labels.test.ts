/** @vitest-environment jsdom */
/** The page's own labels in the visitor's language, by role and name; the résumé stays as it was written. */
import { getAllByRole, getByRole } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { Emulator } from '../../src/browser/emulator/emulator.ts';
import { followTouch } from '../../src/browser/input/touch.ts';
import { speakTo } from '../../src/browser/page/labels.ts';
import sentences from '../../src/locales/id.json' with { type: 'json' };
import { openConsole } from '../app/console.ts';
import { createField, element, showPage } from './page.ts';

const catalogue: Readonly<Record<string, string>> = sentences;

/** A sentence in Indonesian; one that is not translated fails the test. */
const indonesian = (sentence: string): string => {
  const found = catalogue[sentence];
  if (found === undefined || found === sentence) throw new Error(`not translated: ${sentence}`);
  return found;
};

/** Roles and English names of what the page says itself. */
const labels = [
  ['link', 'Skip to the plain résumé'],
  ['button', 'Transcript'],
  ['link', 'Plain view'],
  ['link', 'Open the terminal'],
] as const;

describe('the labels', () => {
  let app: App;

  beforeEach(async () => {
    showPage();
    ({ app } = await openConsole());
    followTouch(app, createField() as Emulator, element('terminal'), element('touch-keys'));
  });

  it('are in Indonesian for who reads that, each marked so', async () => {
    await speakTo(app, ['id-ID', 'en']);
    for (const [role, name] of labels) expect(getByRole(document.body, role, { name: indonesian(name) }).lang).toBe('id');
    for (const [role, name] of [
      ['region', 'Terminal'],
      ['log', 'Terminal output'],
      ['navigation', 'Page'],
      ['textbox', 'Command line'],
    ] as const)
      expect(getByRole(document.body, role, { name: catalogue[name] ?? name })).toBeTruthy();
    expect(app.speech.language).toBe('id');
  });

  it('name the keys of the row in Indonesian', async () => {
    const english = getAllByRole(element('touch-keys'), 'button').map((button) => button.getAttribute('aria-label') ?? '');
    await speakTo(app, ['id']);
    const names = getAllByRole(element('touch-keys'), 'button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(english.map((name) => catalogue[name]));
    expect(names).toContain(indonesian('Up: previous line'));
  });

  it('leave the résumé, and the page’s language, as they are', async () => {
    const before = element('resume').outerHTML;
    await speakTo(app, ['id']);
    expect(element('resume').outerHTML).toBe(before);
    expect(document.documentElement.lang).not.toBe('id');
  });

  it.each([[['en-GB', 'id']], [['xx']], [[]]])('stay English for %j', async (languages) => {
    await speakTo(app, languages);
    for (const [role, name] of labels) expect(getByRole(document.body, role, { name }).lang).toBe('');
  });
});
