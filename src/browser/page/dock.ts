/** The keys below the terminal: what to try first, and then what the last answer leads to. */
import type { App } from '../../app/app.ts';
import { nextLines } from '../../app/next-lines.ts';
import type { Block } from '../../app/transcript.ts';
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Emulator } from '../emulator/emulator.ts';

const words = { next: 'Next', more: '↓ more below', tab: 'Tab completes', keys: 'Keys' } as const satisfies Sentences;

/** What steers the open menu: what is on a key, by its chord. */
const menuKeys = { Tab: 'Tab: next', Enter: 'Enter: take it', Escape: 'Esc: close' } as const satisfies Sentences;

const key = (line: string): HTMLElement => {
  const element = document.createElement('a');
  element.className = 'key';
  element.href = `#${encodeURIComponent(line)}`;
  element.dataset['run'] = line;
  element.textContent = line;
  return element;
};

/** A key that leaves the focus with the line. */
const button = (act: () => void): HTMLButtonElement => {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'key';
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', act);
  return element;
};

const label = (id: string, text: string, { language }: Speech): HTMLElement => {
  const element = document.createElement('span');
  element.id = id;
  element.textContent = text;
  if (language !== 'en') element.lang = language;
  return element;
};

/** Keeps the dock in step with what was answered. */
export const followDock = (app: App, emulator: Emulator, dock: HTMLElement): void => {
  const more = button(() => emulator.scrollPages(1));
  emulator.onChanged(() => {
    more.hidden = emulator.isAtEnd;
  });
  const steering = ([chord, text]: readonly [string, (typeof menuKeys)[keyof typeof menuKeys]]): HTMLElement => {
    const element = button(() => app.press({ chord, text: '' }));
    element.textContent = app.speech.translate(text);
    return element;
  };
  const draw = (block: Block): void => {
    const { speech } = app;
    more.textContent = speech.translate(words.more);
    more.hidden = emulator.isAtEnd;
    dock.replaceChildren(
      label('dock-name', speech.translate(words.next), speech),
      more,
      ...nextLines(block.command, block.lines).map(key),
      label('dock-hint', speech.translate(words.tab), speech),
    );
  };
  const follow = (last: Block | undefined): void => {
    if (last && last.command !== '') emulator.onShown(() => draw(last));
  };
  follow(app.settings.getState().transcript.at(-1));
  app.settings.subscribe(({ transcript }, before) => {
    if (transcript !== before.transcript) follow(transcript.at(-1));
  });
  /** What stood there before the menu opened. */
  let aside: readonly ChildNode[] | undefined;
  app.editor.onEdited(() => {
    const isOpen = app.editor.mode.kind === 'menu';
    if (isOpen === (aside !== undefined)) return;
    if (aside) dock.replaceChildren(...aside);
    aside = isOpen ? [...dock.childNodes] : undefined;
    if (isOpen)
      dock.replaceChildren(label('dock-name', app.speech.translate(words.keys), app.speech), ...Object.entries(menuKeys).map(steering));
  });
};
