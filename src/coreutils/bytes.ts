/** UTF-8 bytes in strings: a character for each, or letters of Base64 (RFC 4648, section 4). */

const ascii = /^[\0-\x7f]*$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text's UTF-8 bytes, each as the character of the same number. */
export const toBytes = (text: string): string =>
  ascii.test(text) ? text : Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');

/** The text whose bytes these are; what is not UTF-8 becomes U+FFFD. */
export const fromBytes = (bytes: string): string =>
  ascii.test(bytes) ? bytes : decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** Bytes, each a character of that number, as Base64 with its padding. */
export const encode = (bytes: string): string => {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.slice(at, at + 3);
    const bits = (group.charCodeAt(0) << 16) | ((group.charCodeAt(1) || 0) << 8) | (group.charCodeAt(2) || 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
    groups.push(letters.slice(0, group.length + 1).padEnd(4, '='));
  }
  return groups.join('');
};

/** The bytes that a group of up to four letters stands for; undefined when it stands for none. */
const decodeGroup = (group: string): string | undefined => {
  const letters = group.replace(/={1,2}$/, '');
  if (group.length !== 4 || letters.length < 2) return undefined;
  let bits = 0;
  for (const letter of letters.padEnd(4, 'A')) {
    const value = values.get(letter);
    if (value === undefined) return undefined;
    bits = (bits << 6) | value;
  }
  return String.fromCharCode((bits >> 16) & 255, (bits >> 8) & 255, bits & 255).slice(0, letters.length - 1);
};

/** What Base64 without blanks stands for, as far as it is valid. */
export const decode = (text: string): { readonly bytes: string; readonly valid: boolean } => {
  const groups: string[] = [];
  for (let at = 0; at < text.length; at += 4) {
    const bytes = decodeGroup(text.slice(at, at + 4));
    if (bytes === undefined) return { bytes: groups.join(''), valid: false };
    groups.push(bytes);
  }
  return { bytes: groups.join(''), valid: true };
};
