/** Spells any string so that the shell reads it back as one word. */
import { CONTROLS, LETTERS } from './ansi-c.ts';

const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
const SPECIAL = /[ !"$&'()*,;<>?[\\\]^`{|}]|^#|(?<=^|[:=])~/g;

/** What makes a word something else to the shell (bash's sh_contains_shell_metas). */
const META = /[\s!"$&'()*;<>?[\\\]^`{|}]|^#|(?<=^|[:=])~/;

/**
 * Spells `text` with backslashes (bash's `printf %q`), or between the quote that `style` names; as it stands when that is
 * safe and no quote is asked for, as `$'…'` when there are control characters in it (bash manual, "ANSI-C Quoting").
 * A NUL, which no shell word can hold, ends what is read back.
 */
export function quote(text: string, style: '' | "'" | '"' = ''): string {
  if (CONTROL.test(text)) return `$'${text.replace(/[\x00-\x1f'\\\x7f-\x9f]/g, spell)}'`;
  if (style === '"') return `"${text.replace(/["$\\`]/g, '\\$&').replaceAll('!', `"'!'"`)}"`;
  if (style === "'" || !text) return singleQuoted(text);
  return text.replace(SPECIAL, '\\$&');
}

/** Spells a word as bash traces it: between single quotes where it must be quoted, whatever white space it holds. */
export function quoteTraced(text: string): string {
  return META.test(text) ? singleQuoted(text) : quote(text).replaceAll('\\,', ',');
}

/** Spells a value as bash's `set` lists it: nothing for nothing, between single quotes where it must be quoted. */
export function quoteListed(text: string): string {
  return text === '' || (!CONTROL.test(text) && !META.test(text)) ? text : quote(text, "'");
}

/** Between single quotes, whatever it holds. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
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
