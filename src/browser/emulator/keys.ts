/** Which key presses are the terminal's, which the browser's, and which the line editor's own. */
import type { Key } from '../../term/key.ts';

/** What takes the keys that the emulator does not. */
export interface KeyPort {
  /** Whether Tab, or with `back` Shift-Tab, is for the terminal; else the focus moves on. */
  wantsTab(back: boolean): boolean;
  /** A key that the emulator cannot send as bytes. */
  press(key: Key): void;
}

/** Whether a key press belongs to the browser or to assistive technology, not to the terminal. */
const isBrowsers = (event: KeyboardEvent): boolean => {
  if (/^F\d+$/.test(event.key)) return true;
  if (event.metaKey) return true;
  if (event.ctrlKey && event.shiftKey) return true;
  return event.ctrlKey && ['v', 'Insert', '+', '-', '=', '0'].includes(event.key);
};

/** Keys that xterm.js has no bytes for, or the same as for others, as the line editor knows them. */
const ownKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Key | undefined => {
  if (altKey || shiftKey) return undefined;
  if (ctrlKey && key === 'Backspace') return { chord: 'C-Backspace', text: '' };
  if (!metaKey) return undefined;
  const chord = { ArrowLeft: 'Home', ArrowRight: 'End', Backspace: 'C-u' }[key];
  return chord === undefined ? undefined : { chord, text: '' };
};

/** Whether a key press is the terminal's, to be sent as bytes; the line editor's own go to the port. */
export const takesKey = (event: KeyboardEvent, port: KeyPort): boolean => {
  const key = ownKey(event);
  if (key) {
    event.preventDefault();
    if (event.type === 'keydown') port.press(key);
    return false;
  }
  return !isBrowsers(event) && (event.key !== 'Tab' || port.wantsTab(event.shiftKey));
};
