/** Handles edits by soft keyboards, input methods and autocorrection in the emulator's own field, which xterm.js sees twice or not at all. */
import type { App } from '../../app/app.ts';
import type { Emulator } from '../emulator/emulator.ts';

/** The keyCode of a key that an input method has taken (UI Events, legacy key attributes). */
const TAKEN = 229;

/** Follows the field, which holds the line, from now on. */
export const followCorrections = (app: App, { xterm }: Emulator): void => {
  const { element, textarea } = xterm;
  if (!element || !textarea) return;
  let down: number | undefined;
  element.addEventListener(
    'keydown',
    (event) => {
      down = event.keyCode;
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
