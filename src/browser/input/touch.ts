/** The terminal under a finger: a row of keys, a real text field for the soft keyboard, and scrolling by touch. */
import type { App } from '../../app/app.ts';
import type { Sentences } from '../../locales/speech.ts';
import type { Key } from '../../term/key.ts';
import { lineOf } from '../arrival/run-line.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { createTypingField } from './typing-field.ts';

/** Fingers that move less than this many pixels tap. */
const TAP = 8;

/** Names of the keys, by their labels. */
const names = {
  Tab: 'Tab: complete',
  Esc: 'Esc: Escape',
  Ctrl: 'Ctrl: Control for the next key',
  '↑': 'Up: previous line',
  '↓': 'Down: next line',
  '|': 'Pipe',
  '/': 'Slash',
  '~': 'Tilde',
  Paste: 'Paste',
} satisfies Sentences;

interface TouchKey {
  readonly label: keyof typeof names;
  readonly key?: Key;
}

const named = (chord: string, text = ''): Key => ({ chord, text });

const keys: readonly TouchKey[] = [
  { label: 'Tab', key: named('Tab') },
  { label: 'Esc', key: named('Escape') },
  { label: 'Ctrl' },
  { label: '↑', key: named('Up') },
  { label: '↓', key: named('Down') },
  { label: '|', key: named('|', '|') },
  { label: '/', key: named('/', '/') },
  { label: '~', key: named('~', '~') },
  { label: 'Paste' },
];

/** The clipboard's text; undefined where there is none, or the visitor refuses. */
const paste = async (): Promise<string | undefined> => {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
};

const makeButton = ({ label }: TouchKey): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.setAttribute('aria-label', names[label]);
  // The field keeps the focus, so that the soft keyboard stays as it is.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  return button;
};

/** Scrolls with a finger, and recognises taps. */
const followFinger = (place: HTMLElement, emulator: Emulator, tapped: (event: MouseEvent) => void): void => {
  let last = 0;
  let moved = 0;
  let rest = 0;
  place.addEventListener('touchstart', ({ touches }) => {
    last = touches[0]?.clientY ?? 0;
    moved = 0;
    rest = 0;
  });
  place.addEventListener(
    'touchmove',
    (event) => {
      const y = event.touches[0]?.clientY ?? last;
      rest += last - y;
      moved += Math.abs(last - y);
      last = y;
      const lines = Math.trunc(rest / emulator.rowHeight);
      if (lines === 0) return;
      rest -= lines * emulator.rowHeight;
      if (emulator.scrollLines(lines)) event.preventDefault();
    },
    { passive: false },
  );
  // The click follows the mouse events of a tap, which tell the emulator what is under the finger.
  place.addEventListener('click', (event) => {
    if (moved < TAP) tapped(event);
  });
};

/** Sets the page up for a coarse pointer. */
export const followTouch = (app: App, emulator: Emulator, place: HTMLElement, row: HTMLElement): void => {
  let control: HTMLButtonElement | undefined;
  const hold = (on: boolean): void => control?.setAttribute('aria-pressed', String(on));
  const isHeld = (): boolean => control?.getAttribute('aria-pressed') === 'true';
  const press = (key: Key): void => {
    const held = isHeld() && key.text !== '';
    hold(false);
    app.press(held ? named(`C-${key.text.toLowerCase()}`) : key);
  };
  const field = createTypingField(app, press, isHeld);
  for (const touchKey of keys) {
    const button = makeButton(touchKey);
    if (touchKey.label === 'Ctrl') {
      control = button;
      hold(false);
      button.addEventListener('click', () => hold(!isHeld()));
    } else if (touchKey.key) {
      const { key } = touchKey;
      button.addEventListener('click', () => press(key));
    } else {
      button.addEventListener('click', async () => {
        const text = await paste();
        if (text) app.press(named('Paste', text));
      });
    }
    row.append(button);
  }
  row.hidden = false;
  place.append(field.element);
  emulator.yieldFocus(field.element);
  // With a hardware keyboard no tap is needed first.
  document.addEventListener('keydown', () => {
    if (document.activeElement === document.body && document.documentElement.dataset['view'] === 'terminal')
      field.element.focus({ preventScroll: true });
  });
  const stage = place.parentElement ?? place;
  followFinger(stage, emulator, (event) => {
    // A tap on a link runs something; to read its output, no keyboard is needed, nor for a program that has buttons for its keys.
    const hasButtons = document.querySelector('#program-keys button') !== null;
    if (!hasButtons && !emulator.isOverLink() && lineOf(event) === undefined) field.element.focus({ preventScroll: true });
  });
};
