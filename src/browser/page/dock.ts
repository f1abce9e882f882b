/** The keys below the terminal: what to try first, and then what the last answer leads to. */
import type { App } from '../../app/app.ts';
import type { Block } from '../../app/transcript.ts';
import type { Sentences, Speech } from '../../locales/speech.ts';
import type { Emulator } from '../emulator/emulator.ts';

/** Most keys. */
const MOST = 6;

/** What follows where an answer leads nowhere by itself. */
const ALWAYS = ['timeline', 'tour', 'help'];

const words = { next: 'Next', more: '↓ more below', tab: 'Tab completes' } as const satisfies Sentences;

/** The lines that the links of an answer run, each once; what shows more of the same comes last. */
const linked = ({ lines }: Block): readonly string[] => {
  const runs = new Set(lines.flatMap((line) => line.flatMap(({ style }) => style?.run ?? [])));
  return [...runs].filter((run) => !run.startsWith('tech '));
};

/** The lines to offer after an answer. */
const nextLines = (block: Block): readonly string[] => {
  const own = linked(block).filter((line) => line !== block.command && line.length <= 24);
  const always = ALWAYS.filter((line) => line !== block.command && !own.includes(line));
  return [...own.slice(0, MOST - Math.min(2, always.length)), ...always].slice(0, MOST);
};

const key = (line: string): HTMLElement => {
  const element = document.createElement('a');
  element.className = 'key';
  element.href = `#${encodeURIComponent(line)}`;
  element.dataset['run'] = line;
  element.textContent = line;
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
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'key';
  more.addEventListener('click', () => emulator.scrollPages(1));
  emulator.onChanged(() => {
    more.hidden = emulator.isAtEnd;
  });
  const draw = (block: Block): void => {
    const { speech } = app;
    more.textContent = speech.translate(words.more);
    more.hidden = emulator.isAtEnd;
    dock.replaceChildren(
      label('dock-name', speech.translate(words.next), speech),
      more,
      ...nextLines(block).map(key),
      label('dock-hint', speech.translate(words.tab), speech),
    );
  };
  app.settings.subscribe(({ transcript }, before) => {
    const last = transcript.at(-1);
    if (transcript !== before.transcript && last && last.command !== '') draw(last);
  });
};
