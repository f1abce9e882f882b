/** `@text`, `@json`, `@csv` and the other formats. */
import { decode, encode, fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { singleQuoted } from '../../os/quote.ts';
import { described, JqError } from './evaluation.ts';
import { isArray, type Json, typeOf, writeJson } from './json.ts';

/** A value as `tostring` gives it. */
export const asText = (value: Json): string => (typeof value === 'string' ? value : writeJson(value));

/** Letters as the bytes that they stand for; a last group that is short is taken as far as it goes, as jq takes it. */
const decodeBase64 = (text: string): string => {
  const letters = text.replace(/=+$/, '');
  const whole = letters.length - (letters.length % 4 === 1 ? 1 : 0);
  const { bytes, valid } = decode(letters.slice(0, whole).padEnd(Math.ceil(whole / 4) * 4, '='));
  if (!valid || /[^A-Za-z0-9+/]/.test(letters)) throw new JqError(`${described(text)} is not valid base64 data`);
  return fromBytes(bytes);
};

/** RFC 4648, section 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const encodeBase32 = (bytes: string): string => {
  const bits = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
  return letters.padEnd(Math.ceil(letters.length / 8) * 8, '=');
};

const decodeBase32 = (text: string): string => {
  const letters = text.replace(/=+$/, '');
  if (/[^A-Z2-7]/.test(letters)) throw new JqError(`${described(text)} is not valid base32 data`);
  const bits = Array.from(letters, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return fromBytes((bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join(''));
};

/** What `%XX` stand for; the rest as it is. */
const decodeUri = (text: string): string =>
  fromBytes(toBytes(text).replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));

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
  if (typeof value === 'string') return singleQuoted(value);
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
  ['base64', (value) => encode(toBytes(asText(value)))],
  ['base64d', (value) => decodeBase64(asText(value))],
  ['base32', (value) => encodeBase32(toBytes(asText(value)))],
  ['base32d', (value) => decodeBase32(asText(value))],
  ['urid', (value) => decodeUri(asText(value))],
]);

/** A value in a format; throws JqError for one that does not fit, or a format that there is not. */
export const applyFormat = (name: string, value: Json): string => {
  const format = formats.get(name);
  if (!format) throw new JqError(`${name} is not a valid format`);
  return format(value);
};
