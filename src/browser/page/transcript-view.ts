/** The transcript as a part of the page: you can read, search and click it, and move through it by headings (WCAG 1.3.1, 2.1.1). */
import type { Block } from '../../app/transcript.ts';
import { english, type Sentences, type Speech } from '../../locales/speech.ts';
import type { Line, Piece } from '../../term/style.ts';

/** The heading of the first screen. */
const WELCOME = 'Welcome' satisfies Sentences;

/** What its links and buttons do. */
export interface TranscriptActions {
  run(line: string): void;
  /** The visitor's present language. */
  speech(): Speech;
  /** The address if it can be opened; undefined if its scheme is not allowed. */
  allow(url: string): string | undefined;
}

const button = (text: string, line: string, { run }: TranscriptActions): HTMLElement => {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.title = line;
  element.addEventListener('click', () => run(line));
  return element;
};

const anchor = (text: string, url: string): HTMLElement => {
  const element = document.createElement('a');
  element.href = url;
  element.rel = 'noopener noreferrer';
  element.target = '_blank';
  element.textContent = text;
  return element;
};

const inLanguage = (text: string, lang: string): HTMLElement => {
  const element = document.createElement('span');
  element.lang = lang;
  element.textContent = text;
  return element;
};

const inline = ({ text, style }: Piece, actions: TranscriptActions): Node => {
  if (style?.run !== undefined) return button(text, style.run, actions);
  const url = style?.href === undefined ? undefined : actions.allow(style.href);
  if (url !== undefined) return anchor(text, url);
  return style?.lang === undefined ? document.createTextNode(text) : inLanguage(text, style.lang);
};

/** Sets a sentence of the page's own, and its language if it is not the page's. */
const tell = (element: HTMLElement, text: string, { language }: Speech): HTMLElement => {
  element.textContent = text;
  if (language !== english.language) element.lang = language;
  return element;
};

/** The line without box-drawing borders, which a screen reader would read aloud. */
const spoken = (line: Line): Line => line.map((piece) => ({ ...piece, text: piece.text.replace(/[\u2500-\u257f]+/g, ' ') }));

const paragraph = (line: Line, actions: TranscriptActions): HTMLElement => {
  const level = line.find((piece) => piece.style?.level)?.style?.level;
  const element = document.createElement(level === undefined ? 'div' : `h${2 + level}`);
  element.append(...spoken(line).map((piece) => inline(piece, actions)));
  return element;
};

/** Names that differ, for buttons of one block that read the same and run different lines (WCAG 2.4.6). */
const distinguish = (place: HTMLElement): void => {
  const buttons = [...place.querySelectorAll('button')];
  for (const one of buttons)
    if (buttons.some((other) => other.textContent === one.textContent && other.title !== one.title))
      one.setAttribute('aria-label', `${one.textContent}: ${one.title}`);
};

const section = (block: Block, actions: TranscriptActions): HTMLElement => {
  const element = document.createElement('section');
  element.dataset['block'] = String(block.id);
  const heading = document.createElement('h2');
  const speech = actions.speech();
  if (block.command === '') tell(heading, speech.translate(WELCOME), speech).dataset['label'] = '';
  else heading.textContent = block.command;
  element.append(heading, ...block.lines.map((line) => paragraph(line, actions)));
  if (block.omitted > 0) {
    element.append(tell(document.createElement('div'), speech.say`(${block.omitted} more lines not kept)`, speech));
  }
  distinguish(element);
  return element;
};

/** Tab reaches the output of the last command; earlier output can be read and clicked, but is not in the order of Tab. */
const reachable = (element: HTMLElement, on: boolean): void => {
  for (const link of element.querySelectorAll<HTMLElement>('a, button')) link.tabIndex = on ? 0 : -1;
};

/** Keeps `place` in step with the blocks; it draws each block once. */
export const createTranscriptView = (place: HTMLElement, actions: TranscriptActions): ((blocks: readonly Block[]) => void) => {
  const shown = new Map<number, HTMLElement>();
  return (blocks) => {
    const ids = new Set(blocks.map((block) => block.id));
    for (const [id, element] of shown) {
      if (ids.has(id)) continue;
      element.remove();
      shown.delete(id);
    }
    for (const block of blocks) {
      if (shown.has(block.id)) continue;
      const element = section(block, actions);
      const last = place.lastElementChild;
      if (last instanceof HTMLElement) reachable(last, false);
      shown.set(block.id, element);
      place.append(element);
    }
  };
};
