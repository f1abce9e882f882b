/** What soft keyboards, input methods and correctors do to the emulator's own field, which xterm.js hears twice or not at all. */
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
      // What it does to the field comes as input.
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
      // A composition is the emulator's own affair, and so is a key that it has sent already.
      if (isComposing || inputType.includes('Composition') || (down !== undefined && down !== TAKEN)) return;
      event.stopPropagation();
      if (inputType === 'insertText') xterm.input(data ?? '');
      else app.setLine(textarea.value, textarea.value.length);
    },
    true,
  );
};
