/** @vitest-environment jsdom */
/** The two faces of the page, and the ways between them, by role and name. */
import { fireEvent, getByRole } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSettings, type SettingsStore } from '../../src/app/store/settings.ts';
import type { Emulator } from '../../src/browser/emulator/emulator.ts';
import { followView } from '../../src/browser/page/view.ts';
import { testHost } from '../host.ts';
import { createField, element, showPage } from './page.ts';

const view = (): string | undefined => document.documentElement.dataset['view'];

const link = (name: string): HTMLElement => getByRole(document.body, 'link', { name });

describe('the page', () => {
  let settings: SettingsStore;

  beforeEach(() => {
    showPage();
    settings = createSettings(testHost().storage);
    followView(settings, createField() as Emulator);
  });

  it('shows the résumé as a page, and the terminal again, by its links', () => {
    fireEvent.click(link('Plain view'));
    expect([view(), settings.getState().view]).toEqual(['plain', 'plain']);
    expect(document.activeElement).toBe(element('resume'));
    fireEvent.click(link('Open the terminal'));
    expect([view(), settings.getState().view]).toEqual(['terminal', 'terminal']);
    expect(document.activeElement).toBe(getByRole(document.body, 'textbox', { name: 'Emulator' }));
  });

  it('begins with a link past the terminal', () => {
    expect(document.body.querySelector('a, button')).toBe(link('Skip to the plain résumé'));
    fireEvent.click(link('Skip to the plain résumé'));
    expect(view()).toBe('plain');
    expect(document.activeElement).toBe(element('resume'));
  });

  it('changes faces by F2, but not by a chord with it', () => {
    fireEvent.keyDown(document.body, { key: 'F2', ctrlKey: true });
    expect(view()).toBe('terminal');
    fireEvent.keyDown(document.body, { key: 'F2' });
    expect(view()).toBe('plain');
  });

  it('has its parts under roles and names: the terminal, its output, what it announces, the links', () => {
    for (const [role, name] of [
      ['region', 'Terminal'],
      ['log', 'Terminal output'],
      ['navigation', 'Page'],
      ['button', 'Transcript'],
    ] as const)
      expect(getByRole(document.body, role, { name })).toBeTruthy();
    expect(getByRole(document.body, 'status').textContent).toBe('');
    expect(getByRole(document.body, 'main')).toBeTruthy();
  });
});
