/** The fields that take the keys hold the very line, with its caret, at each key: a screen reader reads them, and an input method edits them. */
import type { App } from '../../app/app.ts';
import type { Emulator } from '../emulator/emulator.ts';

/** What names a field of the command line. */
export const fieldAttributes: Readonly<Record<string, string>> = {
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

/** Makes the field's text and caret those of the line. */
export const showLine = (field: HTMLTextAreaElement, text: string, cursor: number): void => {
  if (field.value !== text) field.value = text;
  if (field.selectionStart !== cursor || field.selectionEnd !== cursor) field.setSelectionRange(cursor, cursor);
};

/** Keeps the emulator's own field equal to the line; the emulator itself leaves in it whatever it did not take. */
export const followLine = (app: App, { xterm: { element, textarea } }: Emulator): void => {
  if (!element || !textarea) return;
  for (const [name, value] of Object.entries(fieldAttributes)) textarea.setAttribute(name, value);
  let composing: { readonly before: string; readonly start: number; readonly end: number } | undefined;
  const show = (): void => {
    if (!composing) showLine(textarea, app.editor.text, app.editor.cursor);
  };
  app.editor.onEdited(show);
  textarea.addEventListener('input', (event) => {
    const { isComposing, inputType } = event as InputEvent;
    if (!isComposing && !inputType.includes('Composition')) show();
  });
  element.addEventListener(
    'compositionstart',
    () => {
      composing = { before: textarea.value, start: textarea.selectionStart, end: textarea.selectionEnd };
    },
    true,
  );
  element.addEventListener(
    'compositionend',
    () => {
      // The emulator reads, in a task after this one, what was composed at the end of the field, wherever the caret was.
      setTimeout(() => {
        if (!composing) return;
        const { before, start, end } = composing;
        textarea.value = before + textarea.value.slice(start, textarea.value.length - (before.length - end));
        composing = undefined;
        setTimeout(show);
      });
    },
    true,
  );
};
