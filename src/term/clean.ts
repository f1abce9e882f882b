/** The one door through which untrusted text reaches a screen: it makes every control and format character visible. */

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const unsafeEach = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const caret = (code: number): string => (code === 0x7f ? '^?' : `^${String.fromCharCode(code + 64)}`);

const hex = (code: number, digits: number): string => code.toString(16).toUpperCase().padStart(digits, '0');

/** Joins of emoji and of scripts that need them: they draw nothing by themselves, and text breaks without them. */
const joiners = new Set(['\u200d', '\u200c']);

const visible = (character: string): string => {
  if (character === '\n' || character === '\t' || joiners.has(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return caret(code);
  if (code < 0xa0) return `<${hex(code, 2)}>`;
  return `<U+${hex(code, 4)}>`;
};

/**
 * The text with each control character as `^X` or `<9B>`, and each format character (bidi overrides, zero-width
 * space, tags), line separator or lone surrogate as `<U+202E>`. Newline, tab and the two joiners stay.
 * At most eight combining marks stay on one base.
 */
export const clean = (text: string): string => {
  const shown = unsafe.test(text) ? text.replace(unsafeEach, visible) : text;
  return shown.replace(/(\p{M}{8})\p{M}+/gu, '$1');
};

/** The text with U+FFFD for each half of a character: an address cannot carry it. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** Whether the text may be shown as it stands. */
export const isClean = (text: string): boolean => clean(text) === text;
