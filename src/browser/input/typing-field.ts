/** A text field for soft keyboards: it holds the very line being typed, so that autocorrection and composition edit that line. */
import type { App } from '../../app/app.ts';
import type { Key } from '../../term/key.ts';
import { graphemes } from '../../term/width.ts';
import { fieldAttributes, showLine } from './field.ts';

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
  element.id = 'typing';
  for (const [name, value] of Object.entries(fieldAttributes)) element.setAttribute(name, value);
  let composing = false;

  const show = (text: string, cursor: number): void => {
    if (!composing) showLine(element, text, cursor);
  };
  /** A job or a full-screen program reads keys, not a line: those that make the field's text of what it held. */
  const sendKeys = (value: string): void => {
    const { text } = app.editor;
    let same = 0;
    while (same < Math.min(text.length, value.length) && text[same] === value[same]) same++;
    for (const _ of graphemes(text.slice(same))) press({ chord: 'Backspace', text: '' });
    for (const character of value.slice(same))
      press(character === '\n' ? { chord: 'Enter', text: '' } : { chord: character, text: character });
  };
  const read = (): void => {
    const { value } = element;
    if (isHeld() || !app.editor.isReading) {
      sendKeys(value);
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
