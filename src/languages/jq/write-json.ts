/** JSON values as text, plain or in coloured pieces. */
import type { Piece, Role } from '../../term/style.ts';
import { isArray, isObject, type Json, sortedKeys } from './json.ts';

/** How values are set. */
export interface WriteRules {
  /** One step of indentation; empty: all on one line. */
  readonly indent: string;
  readonly sortKeys: boolean;
  /** Characters beyond ASCII as `\uXXXX`. */
  readonly ascii: boolean;
}

/** All on one line, keys in their order. */
const compact: WriteRules = { indent: '', sortKeys: false, ascii: false };

/** The digits of a number and the place of its point, as jq sets them: exponents for what is very large or small. */
const numberText = (value: number): string => {
  if (Number.isNaN(value)) return 'null';
  const [digits = '0', power = '0'] = Math.min(Number.MAX_VALUE, Math.abs(value)).toExponential().split('e');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const significant = digits.replace('.', '');
  const point = Number(power) + 1;
  if (value !== 0 && (point <= -4 || point > significant.length + 15)) {
    return `${sign}${digits}e${point > 0 ? '+' : '-'}${String(Math.abs(Number(power))).padStart(2, '0')}`;
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${significant}`;
  return sign + significant.slice(0, point).padEnd(point, '0') + (significant.length > point ? `.${significant.slice(point)}` : '');
};

const escapeAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const stringText = (text: string, ascii: boolean): string => {
  const quoted = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  return ascii ? escapeAscii(quoted) : quoted;
};

const roles = { string: 'string', number: 'accent', boolean: 'keyword', null: 'muted', key: 'variable' } as const satisfies Record<
  string,
  Role
>;

/** Collects pieces of text in order. */
class JsonWriter {
  readonly #rules: WriteRules;
  readonly pieces: Piece[] = [];

  constructor(rules: WriteRules) {
    this.#rules = rules;
  }

  #put(text: string, role?: Role): void {
    this.pieces.push(role ? { text, style: { role } } : { text });
  }

  #newline(depth: number): void {
    if (this.#rules.indent !== '') this.#put(`\n${this.#rules.indent.repeat(depth)}`);
  }

  write(value: Json, depth = 0): void {
    if (isArray(value)) this.#array(value, depth);
    else if (isObject(value)) this.#object(value, depth);
    else if (typeof value === 'string') this.#put(stringText(value, this.#rules.ascii), roles.string);
    else if (typeof value === 'number') this.#put(numberText(value), roles.number);
    else this.#put(String(value), value === null ? roles.null : roles.boolean);
  }

  #array(items: readonly Json[], depth: number): void {
    if (items.length === 0) {
      this.#put('[]');
      return;
    }
    items.forEach((item, i) => {
      this.#put(i === 0 ? '[' : ',');
      this.#newline(depth + 1);
      this.write(item, depth + 1);
    });
    this.#newline(depth);
    this.#put(']');
  }

  #object(value: ReadonlyMap<string, Json>, depth: number): void {
    if (value.size === 0) {
      this.#put('{}');
      return;
    }
    const keys = this.#rules.sortKeys ? sortedKeys(value) : [...value.keys()];
    keys.forEach((key, i) => {
      this.#put(i === 0 ? '{' : ',');
      this.#newline(depth + 1);
      this.#put(stringText(key, this.#rules.ascii), roles.key);
      this.#put(this.#rules.indent === '' ? ':' : ': ');
      this.write(value.get(key) ?? null, depth + 1);
    });
    this.#newline(depth);
    this.#put('}');
  }
}

/** A value in pieces; a piece may hold newlines between its items. */
export const writePieces = (value: Json, rules: WriteRules): readonly Piece[] => {
  const writer = new JsonWriter(rules);
  writer.write(value);
  return writer.pieces;
};

/** A value as text. */
export const writeJson = (value: Json, rules: WriteRules = compact): string =>
  writePieces(value, rules)
    .map(({ text }) => text)
    .join('');

/** A value in an error message: on one line, cut to what GNU's jq shows. */
export const inMessage = (value: Json): string => {
  const text = writeJson(value);
  return text.length > 11 ? `${text.slice(0, 10)}...` : text;
};
