/** Spells variables so that they can be read back, as `declare -p` and `${x@A}` do. */
import { quote, quoteListed } from '../syntax/quote.ts';
import { Elements, type Key } from './elements.ts';
import type { Variable } from './variables.ts';

/** The letters of a variable's attributes, as `declare` takes them. */
export const attributes = ({ array, integer, reference, readonly, exported, letters }: Variable): string =>
  [
    array === 'indexed' ? 'a' : array === 'associative' ? 'A' : '',
    integer ? 'i' : '',
    reference ? 'n' : '',
    readonly ? 'r' : '',
    exported ? 'x' : '',
    letters?.charAt(0) ?? '',
  ].join('');

const CONTROL = /[\x00-\x1f\x7f]/;

/** A text between double quotes, or `$'…'` when it holds control characters. */
const spellDouble = (text: string): string => (CONTROL.test(text) ? quote(text) : `"${text.replace(/["$\\`]/g, '\\$&')}"`);

const spellKey = (key: Key): string => {
  const text = String(key);
  return /^[\w%+,./:=-]+$/.test(text) || (/^[^\x00-\x7f\w]*$/.test(text) && text !== '') ? text : spellDouble(text);
};

/** `([0]="a" [1]="b")`; bash leaves a blank before the parenthesis of an associative one. */
const spellElements = (elements: Elements): string => {
  const texts = elements.keys().map((key) => `[${spellKey(key)}]=${spellDouble(elements.get(key) ?? '')}`);
  return `(${texts.join(' ')}${elements.associative && texts.length > 0 ? ' ' : ''})`;
};

/** Keys and values by turns, as `${a[@]@K}` gives them. */
export const spellPairs = (elements: Elements): string => {
  const texts = elements.keys().map((key) => `${spellKey(key)} ${spellDouble(elements.get(key) ?? '')}`);
  return `${texts.join(' ')}${elements.associative && texts.length > 0 ? ' ' : ''}`;
};

/** `declare -x name="value"`, without a newline. */
export const spellDeclaration = (name: string, variable: Variable): string => {
  const { value } = variable;
  const text = value === undefined ? '' : `=${value instanceof Elements ? spellElements(value) : spellDouble(value)}`;
  return `declare -${attributes(variable) || '-'} ${name}${text}`;
};

/** `name=value` as `set` lists it; undefined when the variable has no value. */
export const spellAssignment = (name: string, { value }: Variable): string | undefined => {
  if (value instanceof Elements) return `${name}=${spellElements(value)}`;
  if (value === undefined) return undefined;
  return `${name}=${quoteListed(value)}`;
};
