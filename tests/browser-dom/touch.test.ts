/** @vitest-environment jsdom */
/** The row of keys and the text field of a phone, by role and name, before the real shell. */
import { fireEvent, getAllByRole, getByRole } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Emulator } from '../../src/browser/emulator/emulator.ts';
import { followTouch } from '../../src/browser/input/touch.ts';
import { type Console, openConsole } from '../app/console.ts';
import { createField, element, showPage } from './page.ts';

const key = (name: string): HTMLElement => getByRole(element('touch-keys'), 'button', { name });

const field = (): HTMLTextAreaElement => getByRole(document.body, 'textbox', { name: 'Command line' });

/** What a soft keyboard does: the field has the text already when it tells. */
const enter = (text: string): void => {
  fireEvent.input(field(), { target: { value: text, selectionStart: text.length } });
};

describe('the row of keys', () => {
  let console: Console;

  beforeEach(async () => {
    showPage();
    console = await openConsole();
    followTouch(console.app, createField() as Emulator, element('terminal'), element('touch-keys'));
  });

  afterEach(() => vi.unstubAllGlobals());

  it('is there, each key with a name that can be said', () => {
    expect(element('touch-keys').hidden).toBe(false);
    expect(getAllByRole(element('touch-keys'), 'button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Tab: complete',
      'Esc: Escape',
      'Ctrl: Control for the next key',
      'Up: previous line',
      'Down: next line',
      'Pipe',
      'Slash',
      'Tilde',
      'Paste',
    ]);
  });

  it('types what a phone hides: | / ~', () => {
    for (const name of ['Tilde', 'Slash', 'Pipe']) fireEvent.click(key(name));
    expect(console.app.editor.text).toBe('~/|');
    expect(field().value).toBe('~/|');
  });

  it('completes, and fetches the lines before and after', async () => {
    await console.line('echo one');
    await console.line('echo two');
    fireEvent.click(key('Up: previous line'));
    fireEvent.click(key('Up: previous line'));
    expect(field().value).toBe('echo one');
    fireEvent.click(key('Down: next line'));
    expect(field().value).toBe('echo two');
    await console.keys('\x15');
    enter('timel');
    fireEvent.click(key('Tab: complete'));
    await expect.poll(() => console.app.editor.text).toBe('timeline ');
  });

  it('has a Control that says whether it is held, for one key', () => {
    enter('lost words');
    expect(key('Ctrl: Control for the next key').getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(key('Ctrl: Control for the next key'));
    expect(getByRole(element('touch-keys'), 'button', { name: 'Ctrl: Control for the next key', pressed: true })).toBeTruthy();
    enter('lost wordsu');
    expect(console.app.editor.text).toBe('');
    expect(getByRole(element('touch-keys'), 'button', { name: 'Ctrl: Control for the next key', pressed: false })).toBeTruthy();
  });

  it('lets go of Control when it is pressed again', () => {
    fireEvent.click(key('Ctrl: Control for the next key'));
    fireEvent.click(key('Ctrl: Control for the next key'));
    enter('u');
    expect(console.app.editor.text).toBe('u');
  });

  it('pastes as text, which runs nothing', async () => {
    vi.stubGlobal('navigator', { clipboard: { readText: async () => 'echo pasted\necho twice' } });
    const before = console.app.settings.getState().transcript.length;
    fireEvent.click(key('Paste'));
    await expect.poll(() => console.app.editor.text).toBe('echo pasted\necho twice');
    expect(console.app.settings.getState().transcript).toHaveLength(before);
  });

  it('does without a clipboard that the visitor refuses', async () => {
    vi.stubGlobal('navigator', { clipboard: { readText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } });
    fireEvent.click(key('Paste'));
    enter('still here');
    expect(console.app.editor.text).toBe('still here');
  });

  it('keeps the focus in the field, so that the soft keyboard stays', () => {
    field().focus();
    const down = new Event('pointerdown', { cancelable: true, bubbles: true });
    key('Pipe').dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
  });
});

describe('the field', () => {
  let console: Console;

  beforeEach(async () => {
    showPage();
    console = await openConsole();
    followTouch(console.app, createField() as Emulator, element('terminal'), element('touch-keys'));
  });

  it('says how the terminal is left, and corrects nothing by itself', () => {
    const help = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toMatch(/^Tab completes/);
    for (const name of ['autocapitalize', 'autocomplete', 'autocorrect']) expect(field().getAttribute(name)).toBe('off');
    expect(field().getAttribute('spellcheck')).toBe('false');
  });

  it('is the very line: what is typed there, and what the shell puts there', async () => {
    enter('ls jo');
    expect(console.app.editor.text).toBe('ls jo');
    await console.keys('bs');
    expect(field().value).toBe('ls jobs');
  });

  it('runs the line at Enter', async () => {
    enter('echo run\n');
    await expect.poll(() => console.lastBlock()).toEqual(['echo run', 'run']);
    expect(field().value).toBe('');
  });

  it('is left alone while an input method composes, and read at the end', async () => {
    fireEvent.compositionStart(field());
    enter('か');
    await console.keys('\x15');
    expect([console.app.editor.text, field().value]).toEqual(['', 'か']);
    field().value = 'かな';
    fireEvent.compositionEnd(field());
    expect(console.app.editor.text).toBe('かな');
  });

  it('gets the focus by a tap on the terminal', () => {
    fireEvent.click(element('terminal'));
    expect(document.activeElement).toBe(field());
  });
});
