/** What a screen reader is told: a status region that says one thing after another, and keys that read on. */

import { announcement, inPieces, type Said } from '../../app/announcement.ts';
import type { App } from '../../app/app.ts';
import type { Block } from '../../app/transcript.ts';
import { english } from '../../locales/speech.ts';
import type { Line } from '../../term/style.ts';
import { followEditing } from './editing-voice.ts';

/** What can be said. */
export interface Voice {
  /** A sentence of the page's own, or of a program. */
  say(text: string, lang?: string): void;
  /** What a running command has printed. */
  told(lines: readonly Line[]): void;
  /** A command has ended. */
  ended(block: Block): void;
}

const span = ({ text, lang }: Said): HTMLElement => {
  const element = document.createElement('span');
  element.textContent = text;
  if (lang !== undefined && lang !== english.language) element.lang = lang;
  return element;
};

/** Says in one change what comes in one task; what is the same as before gets a blank at its end, and so is said anew. */
const createStatus = (place: HTMLElement): ((sentences: readonly Said[]) => void) => {
  let waiting: Said[] = [];
  const flush = (): void => {
    const spans = waiting.map(span);
    waiting = [];
    const before = place.textContent;
    const nodes = spans.flatMap((element, index) =>
      index === 0 ? [element] : [/[.!?:]$/.test(spans[index - 1]?.textContent ?? '') ? ' ' : '. ', element],
    );
    const text = nodes.map((node) => (typeof node === 'string' ? node : (node.textContent ?? ''))).join('');
    place.replaceChildren(...nodes, ...(text === before ? ['\u00a0'] : []));
  };
  return (sentences) => {
    if (sentences.length === 0) return;
    if (waiting.length === 0) setTimeout(flush);
    waiting.push(...sentences);
  };
};

/** The voice of the page; its keys read on, and lead to the last output and back. */
export const createVoice = (app: App, place: HTMLElement, log: HTMLElement): Voice => {
  const status = createStatus(place);
  let rest: readonly (readonly Said[])[] = [];
  const begin = (pieces: readonly (readonly Said[])[]): void => {
    status(pieces[0] ?? []);
    rest = pieces.slice(1);
  };
  const say = (text: string, lang?: string): void => {
    const style = lang === undefined ? {} : { style: { lang } };
    begin(
      inPieces(
        text.split('\n').map((part) => [{ text: part, ...style }]),
        app.speech,
      ),
    );
  };
  const own = (text: string): void => say(text, app.speech.language);
  let came: HTMLElement | undefined;
  const toOutput = (): void => {
    if (log.contains(document.activeElement)) {
      came?.focus();
      return;
    }
    came = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    const last = log.lastElementChild;
    if (!(last instanceof HTMLElement)) return;
    last.tabIndex = -1;
    last.focus();
  };
  addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key !== 'F8' && event.key !== 'F9') {
        // Typing ends what is being read.
        rest = [];
        return;
      }
      event.preventDefault();
      if (event.key === 'F9') toOutput();
      else if (rest.length > 0) begin(rest);
      else own(app.speech.translate('Nothing more to read.'));
    },
    true,
  );
  document.getElementById('to-log')?.addEventListener('click', () => {
    log.focus();
    log.scrollTop = log.scrollHeight;
  });
  followEditing(app, own);
  return {
    say,
    told: (lines) => begin(inPieces(lines, app.speech)),
    ended: (block) => begin(announcement(block, app.speech)),
  };
};
