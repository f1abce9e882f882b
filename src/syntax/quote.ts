/** Quoting: words spelt so that the shell reads them back, and what `$'…'` spells (bash manual, "ANSI-C Quoting"). */

const ESCAPE =
  /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([\s\S])|((?:x[\da-fA-F]{1,2}|[0-7]{1,3})(?:\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}))*)|([\s\S]))/g;

/** The letters that stand for a control character after a backslash. */
const LETTERS = 'abeEfnrtv';

/** What each of {@link LETTERS} stands for, in the same order. */
const CONTROLS = '\x07\b\x1b\x1b\f\n\r\t\v';

/** What the text between the quotes stands for. Bytes are UTF-8; a NUL ends the string, as in bash. */
export function decodeAnsiC(text: string): string {
  const decoded = text.replace(ESCAPE, (whole, short, long, control, bytes, letter) => {
    if (short || long) return codePoint(Number.parseInt(short ?? long, 16));
    if (control) return String.fromCharCode(control === '?' ? 127 : control.toUpperCase().charCodeAt(0) & 31);
    if (bytes) return utf8(bytes);
    return CONTROLS[LETTERS.indexOf(letter)] ?? (/['"?\\]/.test(letter) ? letter : whole);
  });
  const nul = decoded.indexOf('\0');
  return nul < 0 ? decoded : decoded.slice(0, nul);
}

function codePoint(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

function utf8(escapes: string): string {
  const bytes = escapes
    .split('\\')
    .map((digits) => (/^x/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 8)));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

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
