/** @vitest-environment jsdom */
/** The transcript by role and name, as a screen reader walks it. */
import { fireEvent, getAllByRole, getByRole, getByText, queryByRole, within } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../src/app/transcript.ts';
import { createTranscriptView } from '../../src/browser/page/transcript-view.ts';
import { createSpeech, english, type Speech } from '../../src/locales/speech.ts';
import { safeUrl } from '../../src/os/url.ts';
import { openConsole } from '../app/console.ts';
import { element, showPage } from './page.ts';

const block = (id: number, command: string, changes: Partial<Block> = {}): Block => ({
  id,
  command,
  lines: [[{ text: `output of ${command}` }]],
  omitted: 0,
  status: 0,
  ...changes,
});

const log = (): HTMLElement => getByRole(document.body, 'log', { name: 'Terminal output' });

const tabStops = (): readonly string[] =>
  [...log().querySelectorAll<HTMLElement>('a, button')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent ?? '');

describe('the transcript', () => {
  let draw: (blocks: readonly Block[]) => void;
  let ran: string[];
  let speech: Speech;

  beforeEach(() => {
    showPage();
    ran = [];
    speech = english;
    draw = createTranscriptView(element('log'), { run: (line) => ran.push(line), allow: safeUrl, speech: () => speech });
  });

  it('has a heading for the first screen and for each command, with its output below', () => {
    draw([block(1, ''), block(2, 'ls jobs'), block(3, 'whoami')]);
    expect(getAllByRole(log(), 'heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Welcome', 'ls jobs', 'whoami']);
    const section = getByRole(log(), 'heading', { name: 'whoami' }).closest('section');
    expect(section && getByText(section, 'output of whoami')).toBeTruthy();
  });

  it('tells the language of what is not English, and of its own words', () => {
    speech = createSpeech('id', new Map([['Welcome', 'Selamat datang']]));
    draw([{ ...block(1, ''), lines: [[{ text: 'Keeper' }, { text: ' sejak 2014', style: { lang: 'id' } }]] }]);
    expect(getByRole(log(), 'heading', { name: 'Selamat datang' }).lang).toBe('id');
    expect([...log().querySelectorAll<HTMLElement>('span[lang]')].map(({ lang, textContent }) => [lang, textContent])).toEqual([
      ['id', ' sejak 2014'],
    ]);
  });

  it('names buttons that read the same by what they run, and others by their text', () => {
    const button = (text: string, run: string) => [{ text, style: { run } }];
    draw([block(1, 'ls', { lines: [button('Fog', 'cat fog-first'), button('Fog', 'cat fog-last'), button('Rain', 'cat rain')] })]);
    expect(getAllByRole(log(), 'button', { name: /Fog/ }).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Fog: cat fog-first',
      'Fog: cat fog-last',
    ]);
    expect(getByRole(log(), 'button', { name: 'Rain' })).toBeTruthy();
  });

  it('has the headings of an output one level below that of its command', () => {
    const lines = [[{ text: 'Keeper', style: { level: 1 } }], [{ text: 'Fog', style: { level: 2 } }]] as const;
    draw([block(1, 'resume', { lines })]);
    expect(getByRole(log(), 'heading', { level: 3, name: 'Keeper' })).toBeTruthy();
    expect(getByRole(log(), 'heading', { level: 4, name: 'Fog' })).toBeTruthy();
  });

  it('has commands as buttons that run them, and addresses as links that open apart', () => {
    const lines = [
      [
        { text: 'North Light', style: { run: 'cat northlight' } },
        { text: ', ' },
        { text: 'the hub', style: { href: 'https://example.org/ada' } },
      ],
    ];
    draw([block(1, 'contact', { lines })]);
    const button = getByRole(log(), 'button', { name: 'North Light' });
    expect(button.title).toBe('cat northlight');
    fireEvent.click(button);
    expect(ran).toEqual(['cat northlight']);
    const link = getByRole<HTMLAnchorElement>(log(), 'link', { name: 'the hub' });
    expect([link.href, link.target, link.rel]).toEqual(['https://example.org/ada', '_blank', 'noopener noreferrer']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:word@example.org/', 'cvsh:ls'])(
    'has %s as text, not as a link',
    (href) => {
      draw([block(1, 'cat', { lines: [[{ text: 'tempting', style: { href } }]] })]);
      expect(queryByRole(log(), 'link')).toBeNull();
      expect(getByText(log(), 'tempting')).toBeTruthy();
    },
  );

  it('never has markup made of text', () => {
    const text = '<img src=x onerror=alert(1)><h2>no heading</h2>';
    draw([block(1, text, { lines: [[{ text }]] })]);
    expect(getAllByRole(log(), 'heading').map(({ textContent }) => textContent)).toEqual([text]);
    expect(queryByRole(log(), 'img')).toBeNull();
  });

  it('reads no borders aloud', () => {
    draw([block(1, 'dm', { lines: [[{ text: '│ hello │' }], [{ text: '╰───────╯' }]] })]);
    expect(log().textContent).not.toMatch(/[\u2500-\u257f]/);
    expect(getByText(log(), 'hello')).toBeTruthy();
  });

  it('says how many lines it left out', () => {
    draw([block(1, 'seq 600', { omitted: 100 })]);
    expect(getByText(log(), '(100 more lines not kept)')).toBeTruthy();
  });

  it('has the last output alone in the order of Tab', () => {
    const lines = (name: string) => [[{ text: name, style: { run: `cat ${name}` } }]];
    draw([block(1, 'ls', { lines: lines('first') })]);
    expect(tabStops()).toEqual(['first']);
    draw([block(1, 'ls', { lines: lines('first') }), block(2, 'ls', { lines: lines('second') })]);
    expect(tabStops()).toEqual(['second']);
    fireEvent.click(within(log()).getByRole('button', { name: 'first' }));
    expect(ran).toEqual(['cat first']);
  });

  it('drops what the app no longer keeps, and draws nothing twice', () => {
    draw([block(1, 'one'), block(2, 'two')]);
    const two = getByRole(log(), 'heading', { name: 'two' });
    draw([block(2, 'two'), block(3, 'three')]);
    expect(getAllByRole(log(), 'heading').map(({ textContent }) => textContent)).toEqual(['two', 'three']);
    expect(getByRole(log(), 'heading', { name: 'two' })).toBe(two);
  });

  it('holds what a real shell prints: its headings, its links, its commands', async () => {
    const { app, line } = await openConsole();
    draw(app.settings.getState().transcript);
    app.settings.subscribe(({ transcript }) => draw(transcript));
    await line('cat northlight');
    await line('contact');
    expect(getByRole(log(), 'heading', { level: 3, name: 'Keeper of Lamps' })).toBeTruthy();
    expect(getAllByRole(log(), 'button', { name: 'Go' }).length).toBeGreaterThan(0);
    expect(getByRole<HTMLAnchorElement>(log(), 'link', { name: 'https://example.org/ada' }).href).toBe('https://example.org/ada');
  });
});
