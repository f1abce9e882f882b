/** UTF-8 bytes as text of one character each, for the tools in which GNU counts bytes. */

const ascii = /^[\0-\x7f]*$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text's UTF-8 bytes, each as the character of the same number. */
export const toBytes = (text: string): string =>
  ascii.test(text) ? text : Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');

/** The text whose bytes these are; what is not UTF-8 becomes U+FFFD. */
export const fromBytes = (bytes: string): string =>
  ascii.test(bytes) ? bytes : decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
