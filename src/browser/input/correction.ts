/** Handles edits by soft keyboards, input methods and autocorrection in the emulator's own field, which xterm.js sees twice or not at all. */
import type { App } from '../../app/app.ts';
import type { Emulator } from '../emulator/emulator.ts';

/** The keyCode of a key that an input method has taken (UI Events, legacy key attributes). */
const TAKEN = 229;

/** Follows the field, which holds the line, from now on. */
export const followCorrections = (app: App, { xterm }: Emulator): void => {
  const { element, textarea } = xterm;
  if (!element || !textarea) return;
  const replay = (event: KeyboardEvent): void => {
    const isLeft = textarea.dispatchEvent(new KeyboardEvent(event.type, event));
    const text = event.key === 'Enter' ? '\r' : event.key;
    // The emulator leaves capitals, and what follows a dead key, to a keypress event, which only a real key brings.
    if (isLeft && /^.$/su.test(text) && !event.ctrlKey && !event.altKey && !event.metaKey) xterm.input(text);
  };
  let down: number | undefined;
  let held: KeyboardEvent[] | undefined;
  // The emulator sends in a later task what was composed; a key before that would make it send another part of the field.
  element.addEventListener(
    'compositionend',
    () => {
      const keys: KeyboardEvent[] = [];
      held = keys;
      setTimeout(() =>
        setTimeout(() => {
          if (held === keys) held = undefined;
          for (const key of keys) replay(key);
        }),
      );
    },
    true,
  );
  element.addEventListener(
    'keydown',
    (event) => {
      down = event.keyCode;
      if (held && down !== TAKEN) {
        event.preventDefault();
        event.stopImmediatePropagation();
        held.push(event);
        return;
      }
      // Its effect on the field comes as input.
      if (down === TAKEN) event.stopPropagation();
    },
    true,
  );
  element.addEventListener(
    'keyup',
    () => {
      down = undefined;
    },
    true,
  );
  element.addEventListener(
    'input',
    (event) => {
      const { inputType, data, isComposing } = event as InputEvent;
      // The emulator handles compositions itself, and has already sent a key of its own.
      if (isComposing || inputType.includes('Composition') || (down !== undefined && down !== TAKEN)) return;
      event.stopPropagation();
      if (inputType === 'insertText') xterm.input(data ?? '');
      else app.setLine(textarea.value, textarea.value.length);
    },
    true,
  );
};
