/** The keys of a full-screen program as buttons below the terminal, under the thumb on a phone. */
import type { App } from '../../app/app.ts';
import { english, type Sentences } from '../../locales/speech.ts';
import type { Host, OfferedKey } from '../../os/host.ts';
import type { Emulator } from '../emulator/emulator.ts';

const words = { keys: 'Keys', typing: 'Type' } as const satisfies Sentences;

const keyOf = (chord: string) => ({ chord, text: [...chord].length === 1 ? chord : '' });

/** The rows of buttons; `show` replaces them. */
const createRow = (app: App, emulator: Emulator, stage: HTMLElement, log: HTMLElement): NonNullable<Host['offer']> => {
  const row = document.createElement('div');
  row.id = 'program-keys';
  row.role = 'toolbar';
  // Before the terminal, which takes Tab for itself: Shift-Tab leads here. The style sheet puts it below.
  stage.before(row);
  const button = (act: () => void): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    // Whoever taps or clicks goes on with the keyboard where they were.
    element.addEventListener('pointerdown', (event) => event.preventDefault());
    element.addEventListener('click', act);
    return element;
  };
  const buttons = new Map<string, HTMLButtonElement>();
  const update = ({ chord, label, summary, isFirst }: OfferedKey): HTMLButtonElement => {
    const element = buttons.get(chord) ?? button(() => app.press(keyOf(chord)));
    buttons.set(chord, element);
    const key = document.createElement('kbd');
    key.textContent = label;
    element.replaceChildren(key, ` ${summary}`);
    element.classList.toggle('first', isFirst);
    if (app.speech.language !== english.language) element.lang = app.speech.language;
    return element;
  };
  // Who reads in the transcript is somebody: no program plays by itself then.
  log.addEventListener('focusin', () => row.childElementCount > 0 && app.press({ chord: 'Transcript', text: '' }));
  // A soft keyboard comes only to those who ask for it: a tap on the stage is a move in the game.
  const typing = matchMedia('(pointer: coarse)').matches ? button(() => emulator.focus()) : undefined;
  return (keys, takesText) => {
    row.ariaLabel = app.speech.translate(words.keys);
    if (typing) typing.textContent = `⌨ ${app.speech.translate(words.typing)}`;
    const wanted = [...keys.map(update), ...(typing && takesText ? [typing] : [])];
    // What is there already keeps the focus.
    if (wanted.length !== row.children.length || wanted.some((element, index) => element !== row.children[index]))
      row.replaceChildren(...wanted);
  };
};

let show: ReturnType<typeof createRow> | undefined;

/** Shows the keys that a program offers, in place of those it offered before. */
export const showProgramKeys = (
  app: App,
  emulator: Emulator,
  stage: HTMLElement,
  log: HTMLElement,
  ...offered: Parameters<NonNullable<Host['offer']>>
): void => {
  show ??= createRow(app, emulator, stage, log);
  show(...offered);
};
