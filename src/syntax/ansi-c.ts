/** The escapes of `$'…'` (bash manual, "ANSI-C Quoting"). */

const ESCAPE =
  /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([\s\S])|((?:x[\da-fA-F]{1,2}|[0-7]{1,3})(?:\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}))*)|([\s\S]))/g;

/** The letters that stand for a control character after a backslash. */
export const LETTERS = 'abeEfnrtv';

/** What each of {@link LETTERS} stands for, in the same order. */
export const CONTROLS = '\x07\b\x1b\x1b\f\n\r\t\v';

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
