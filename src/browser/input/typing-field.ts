/** A text field for soft keyboards: it holds the very line being typed, so that autocorrection and composition edit that line. */
import type { App } from '../../app/app.ts';
import type { Key } from '../../term/key.ts';

const attributes: Readonly<Record<string, string>> = {
  id: 'typing',
  rows: '1',
  'aria-label': 'Command line',
  'aria-describedby': 'keys-help',
  autocapitalize: 'off',
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  enterkeyhint: 'send',
  inputmode: 'text',
};

/** Keys of a hardware keyboard that the field passes on. */
const passedOn = new Map([
  ['Tab', 'Tab'],
  ['Escape', 'Escape'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
]);

/** The field; `isHeld` tells whether Control is, and then what is typed goes to `press` instead of into the line. */
export const createTypingField = (
  app: App,
  press: (key: Key) => void,
  isHeld: () => boolean,
): { readonly element: HTMLTextAreaElement } => {
  const element = document.createElement('textarea');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  let composing = false;

  const show = (text: string, cursor: number): void => {
    if (composing || element.value === text) return;
    element.value = text;
    element.setSelectionRange(cursor, cursor);
  };
  /** A job or a full-screen program reads keys, not a line. */
  const sendKeys = (text: string): void => {
    for (const character of text) press(character === '\n' ? { chord: 'Enter', text: '' } : { chord: character, text: character });
    element.value = '';
  };
  const read = (): void => {
    const { value } = element;
    if (isHeld() || !app.editor.isReading) {
      const typed = value.startsWith(app.editor.text) ? value.slice(app.editor.text.length) : value;
      sendKeys(typed);
      show(app.editor.text, app.editor.cursor);
      return;
    }
    const [line = '', ...rest] = value.split('\n');
    app.setLine(line, Math.min(element.selectionStart, line.length));
    if (rest.length === 0) return;
    composing = false;
    element.value = '';
    app.press({ chord: 'Enter', text: '' });
  };

  app.editor.onEdited(show);
  element.addEventListener('compositionstart', () => {
    composing = true;
  });
  element.addEventListener('compositionend', () => {
    composing = false;
    read();
  });
  element.addEventListener('input', read);
  element.addEventListener('keydown', (event) => {
    const chord = passedOn.get(event.key);
    if (chord !== undefined && (chord !== 'Tab' || app.editor.wantsTab(event.shiftKey))) {
      event.preventDefault();
      press({ chord: event.shiftKey && chord === 'Tab' ? 'S-Tab' : chord, text: '' });
    } else if (event.key === 'Backspace' && element.value === '') press({ chord: 'Backspace', text: '' });
    else if (event.ctrlKey && /^[a-z]$/.test(event.key)) {
      event.preventDefault();
      app.press({ chord: `C-${event.key}`, text: '' });
    }
  });
  return { element };
};
