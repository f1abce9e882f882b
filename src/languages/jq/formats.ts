/** `@text`, `@json`, `@csv` and the other formats. */
import { fromBytes, toBytes } from '../../coreutils/text/bytes.ts';
import { described, JqError } from './evaluation.ts';
import { isArray, type Json, typeOf, writeJson } from './json.ts';

/** A value as `tostring` gives it. */
export const asText = (value: Json): string => (typeof value === 'string' ? value : writeJson(value));

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const encodeBase64 = (text: string): string => {
  const bytes = toBytes(text);
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes.charCodeAt(i) << 16) | ((bytes.charCodeAt(i + 1) || 0) << 8) | (bytes.charCodeAt(i + 2) || 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63)).join('');
    out += i + 3 <= bytes.length ? digits : digits.slice(0, bytes.length - i + 1).padEnd(4, '=');
  }
  return out;
};

const decodeBase64 = (text: string): string => {
  const digits = text.replace(/=+$/, '');
  let bits = 0;
  let held = 0;
  let bytes = '';
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) throw new JqError(`${described(text)} is not valid base64 data`);
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += String.fromCharCode((bits >> held) & 255);
    bits &= (1 << held) - 1;
  }
  return fromBytes(bytes);
};

const row = (value: Json, name: string, quoteText: (text: string) => string, separator: string): string => {
  if (!isArray(value)) throw new JqError(`${described(value)} cannot be ${name}-formatted, only an array can be`);
  return value
    .map((item) => {
      if (typeof item === 'string') return quoteText(item);
      if (isArray(item) || typeOf(item) === 'object') throw new JqError(`${described(item)} is not valid in a csv row`);
      return item === null ? '' : writeJson(item);
    })
    .join(separator);
};

const tabEscapes = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

const htmlEscapes = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  ["'", '&#39;'],
  ['"', '&quot;'],
]);

const shellWord = (value: Json): string => {
  if (typeof value === 'string') return `'${value.replaceAll("'", "'\\''")}'`;
  if (isArray(value) || typeOf(value) === 'object') throw new JqError(`${described(value)} can not be escaped for shell`);
  return writeJson(value);
};

const uri = (text: string): string =>
  toBytes(text).replace(/[^A-Za-z0-9_.~-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const formats: ReadonlyMap<string, (value: Json) => string> = new Map<string, (value: Json) => string>([
  ['text', asText],
  ['json', (value) => writeJson(value)],
  ['csv', (value) => row(value, 'csv', (text) => `"${text.replaceAll('"', '""')}"`, ',')],
  ['tsv', (value) => row(value, 'tsv', (text) => text.replace(/[\\\t\n\r]/g, (character) => tabEscapes.get(character) ?? ''), '\t')],
  ['html', (value) => asText(value).replace(/[<>&'"]/g, (character) => htmlEscapes.get(character) ?? '')],
  ['uri', (value) => uri(asText(value))],
  ['sh', (value) => (isArray(value) ? value.map(shellWord).join(' ') : shellWord(value))],
  ['base64', (value) => encodeBase64(asText(value))],
  ['base64d', (value) => decodeBase64(asText(value))],
]);

/** A value in a format; throws JqError for one that does not fit, or a format that there is not. */
export const applyFormat = (name: string, value: Json): string => {
  const format = formats.get(name);
  if (!format) throw new JqError(`${name} is not a valid format`);
  return format(value);
};
