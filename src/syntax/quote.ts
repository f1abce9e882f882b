/** Spells any string so that the shell reads it back as one word. */
import { CONTROLS, LETTERS } from './ansi-c.ts';

const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
const SPECIAL = /[ !"$&'()*,;<>?[\\\]^`{|}]|^#|(?<=^|[:=])~/g;

/**
 * Spells `text` with backslashes (bash's `printf %q`), or between the quote that `style` names; as it stands when that is
 * safe and no quote is asked for, as `$'…'` when there are control characters in it (bash manual, "ANSI-C Quoting").
 * A NUL, which no shell word can hold, ends what is read back.
 */
export function quote(text: string, style: '' | "'" | '"' = ''): string {
  if (CONTROL.test(text)) return `$'${text.replace(/[\x00-\x1f'\\\x7f-\x9f]/g, spell)}'`;
  if (style === '"') return `"${text.replace(/["$\\`]/g, '\\$&').replaceAll('!', `"'!'"`)}"`;
  if (style === "'" || !text) return `'${text.replaceAll("'", "'\\''")}'`;
  return text.replace(SPECIAL, '\\$&');
}

function spell(char: string): string {
  if (char === "'" || char === '\\') return `\\${char}`;
  const code = char.charCodeAt(0);
  const letter = LETTERS[CONTROLS.lastIndexOf(char)];
  if (letter) return `\\${letter}`;
  return code < 128 ? `\\${octal(code)}` : `\\302\\${octal(code)}`;
}

function octal(code: number): string {
  return code.toString(8).padStart(3, '0');
}
