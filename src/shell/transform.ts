/** `${x@Q}` and its kin (bash manual, "Parameter transformation"). */
import { decodeAnsiC, quote } from '../syntax/quote.ts';
import { ShellFault } from './control.ts';
import { attributes, spellDeclaration, spellPairs } from './declaration.ts';
import { Elements } from './elements.ts';
import type { Variable } from './variables.ts';

/** As `declare` would have to be called to make it. */
const assignment = (value: string, name: string, variable: Variable | undefined): string => {
  const flags = variable ? attributes(variable) : '';
  return `${flags === '' ? '' : `declare -${flags} `}${name}=${quote(value, "'")}`;
};

const first = (value: string): string => [...value][0] ?? '';

/** The value after `@LETTER`; throws ShellFault for a letter that is not supported here. */
export const transform = (value: string, letter: string, name: string, variable: Variable | undefined): string => {
  switch (letter) {
    case 'U':
      return value.toUpperCase();
    case 'L':
      return value.toLowerCase();
    case 'u':
      return first(value).toUpperCase() + value.slice(first(value).length);
    case 'Q':
    case 'K':
    case 'k':
      return quote(value, "'");
    case 'E':
      return decodeAnsiC(value);
    case 'A':
      return assignment(value, name, variable);
    case 'a':
      return variable ? attributes(variable) : '';
    default:
      throw new ShellFault(`\${${name}@${letter}}: not supported here`);
  }
};

/** `${x[@]@A}`, `@K` and `@k`, which are about an array as a whole; undefined for a letter that changes each element. */
export const transformAll = (letter: string, name: string, variable: Variable | undefined): readonly string[] | undefined => {
  const value = variable?.value;
  if (!(value instanceof Elements)) return undefined;
  if (letter === 'A') return [spellDeclaration(name, variable as Variable)];
  if (letter === 'K') return [spellPairs(value)];
  return letter === 'k' ? value.keys().flatMap((key) => [String(key), value.get(key) ?? '']) : undefined;
};
