/** The page of the fictional résumé in jsdom: what index.html holds once it is filled, without a terminal. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emulator } from '../../src/browser/emulator/emulator.ts';
import { sitePages } from '../../src/site/pages/pages.ts';
import { fill, slotsOf } from '../../src/site/pages/template.ts';
import { fixture } from '../fixtures/resume.ts';

const template = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8');

/** Puts the page at `path` of the site into the document; it begins with the terminal's view. */
export const showPage = (path = ''): void => {
  const page = sitePages(fixture).find((it) => it.path === path);
  if (!page) throw new Error(`the site has no page ${path}`);
  const parsed = new DOMParser().parseFromString(fill(template, slotsOf(page, fixture, undefined)), 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  document.documentElement.dataset['view'] = 'terminal';
};

/** The element of that id. */
export const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** What the page around it asks of the emulator: jsdom cannot draw a real one. Its field takes the focus. */
export const createField = (): Pick<Emulator, 'focus' | 'yieldFocus' | 'isOverLink' | 'scrollLines' | 'rowHeight' | 'xterm'> => {
  const textarea = document.createElement('textarea');
  textarea.setAttribute('aria-label', 'Emulator');
  element('xterm').append(textarea);
  let taker: HTMLElement = textarea;
  return {
    xterm: { textarea } as unknown as Emulator['xterm'],
    focus: () => taker.focus(),
    yieldFocus: (field) => {
      taker = field;
    },
    isOverLink: () => false,
    scrollLines: () => true,
    rowHeight: 18,
  };
};
