/** Chords, copying, and characters that modifiers make, on every layout and platform: what the emulator takes for something else. */
import type { Key } from '../../term/key.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { type KeyPort, takesKey } from '../emulator/keys.ts';

/** What a key press says of itself. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>;

type Places = Readonly<Record<string, string>>;

/** What stands on a US keyboard where other layouts have letters of their own. */
const usual: Places = {
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Minus: '-',
  Equal: '=',
};
const shifted: Places = { ...usual, Slash: '?', Period: '>', Comma: '<', Minus: '_', Equal: '+', Digit3: '#' };

/** Control with these is a key that has a name. */
const controls: Places = { i: 'Tab', m: 'Enter', '[': 'Escape' };

/** Where Command copies, and Option types. */
const isMac = /^(Mac|iP)/.test(navigator.platform);

/**
 * The ASCII character of a key in a chord: what it types, else the letter that the layout has there for chords, else what a US
 * keyboard has in its place.
 */
const baseOf = ({ key, code, keyCode, shiftKey }: Press): string | undefined => {
  if (/^[ -~]$/.test(key)) return key.toLowerCase();
  if (keyCode >= 65 && keyCode <= 90) return String.fromCharCode(keyCode + 32);
  return (shiftKey ? shifted : usual)[code] ?? /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase();
};

const named = (chord: string): Key => ({ chord, text: '' });
const typed = (text: string): Key => ({ chord: text, text });

/** What Option makes on a Mac: ASCII, letters and money are typed; what else a key of a chord would type stands for Meta, and b, f and d always. */
const optionKey = (press: Press): Key => {
  const { key } = press;
  // Option with the space bar types a no-break space, which no command takes for a blank.
  if (key === '\u00a0') return typed(' ');
  const base = baseOf(press) ?? '';
  if (/[a-z]/i.test(key)) return named(`M-${base}`);
  if (/[!-~]/.test(key)) return typed(key);
  const isMeta = /[bfd]/.test(base) || (/[ytlr\d.<>?=_#-]/.test(base) && !/[\p{L}€£]/u.test(key));
  return isMeta ? named(`M-${base}`) : typed(key);
};

/** Control with Alt is AltGr where it types something else than the key's own character. */
const graphicKey = (press: Press): Key | undefined => {
  const { key, code } = press;
  const isGraphic = press.getModifierState('AltGraph') || !(/[ a-z]/i.test(key) || usual[code] === key);
  return isGraphic ? typed(key) : undefined;
};

/** The key of a chord, or of a character that modifiers make; undefined where the emulator knows it just as well. */
const keyOf = (press: Press): Key | undefined => {
  const { key, ctrlKey, altKey, metaKey } = press;
  if (metaKey || !(ctrlKey || altKey) || [...key].length > 1) return undefined;
  if (ctrlKey && altKey) return graphicKey(press);
  if (altKey && isMac) return optionKey(press);
  const base = baseOf(press);
  if (base === undefined || base === key.toLowerCase()) return undefined;
  return named(ctrlKey ? (controls[base] ?? `C-${base}`) : `M-${base}`);
};

/** Whether Control alone is pressed with this letter, where it stands on a layout without Latin letters too. */
const isControl = (press: Press, letter: string): boolean =>
  press.ctrlKey && !press.altKey && !press.metaKey && [...press.key].length === 1 && baseOf(press) === letter;

/** Copies what is selected in the terminal, once: then the same key interrupts again. On a Mac, Command copies. */
const copies = ({ xterm }: Emulator, event: KeyboardEvent): boolean => {
  const { textarea } = xterm;
  if (!textarea || !xterm.hasSelection() || !isControl(event, 'c') || (isMac && !event.shiftKey)) return false;
  event.preventDefault();
  // Unlike the clipboard's interface, this asks for no permission; but it wants something selected in the page.
  const { value, selectionStart, selectionEnd } = textarea;
  textarea.value = ' ';
  textarea.select();
  document.execCommand('copy');
  textarea.value = value;
  textarea.setSelectionRange(selectionStart, selectionEnd);
  xterm.clearSelection();
  return true;
};

/** Takes these keys from now on, and leaves all others to the emulator. */
export const followKeyboard = (emulator: Emulator, port: KeyPort): void => {
  const { xterm } = emulator;
  xterm.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return takesKey(event, port);
    if (copies(emulator, event) || isControl(event, 'v') || (event.ctrlKey && event.shiftKey)) return false;
    const key = keyOf(event);
    if (!key) return takesKey(event, port);
    event.preventDefault();
    xterm.clearSelection();
    port.press(key);
    return false;
  });
};
