/** sed's escapes for characters that are hard to type: `\t`, `\cX`, `\d065`, `\o101`, `\x41`. */

const simple = new Map([
  ['a', '\x07'],
  ['f', '\f'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const numeric = /\\(?:c([\s\S])|d(\d{3})|o([0-7]{3})|x([0-9A-Fa-f]{2})|([\s\S]))/g;

/**
 * The text with these escapes undone and all others left. What a number stands for is never special: `protect` are the
 * characters that get a backslash then.
 */
export const undoEscapes = (text: string, protect: string): string =>
  text.replace(numeric, (all, control?: string, decimal?: string, octal?: string, hex?: string, letter?: string) => {
    if (letter !== undefined) return simple.get(letter) ?? all;
    if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) ^ 0x40);
    const code =
      decimal !== undefined ? Number(decimal) : octal !== undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? '0', 16);
    const character = String.fromCharCode(code & 0xff);
    return protect.includes(character) ? `\\${character}` : character;
  });

/** The text of `a`, `i` and `c`: a backslash is dropped, and what follows it kept. */
export const plainText = (text: string): string =>
  undoEscapes(text, '\\').replace(/\\([\s\S])/g, (_, character: string) => (character === 'n' ? '\n' : character));
