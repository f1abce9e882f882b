/** `${x@Q}` and its kin (bash manual, "Parameter transformation"). */
import { decodeAnsiC } from '../syntax/ansi-c.ts';
import { quote } from '../syntax/quote.ts';
import { ShellFault } from './control.ts';
import type { Variable } from './variables.ts';

const attributes = (variable: Variable | undefined): string =>
  `${variable?.form?.charAt(0) ?? ''}${variable?.readonly ? 'r' : ''}${variable?.exported ? 'x' : ''}`;

/** As `declare` would have to be called to make it. */
const assignment = (value: string, name: string, variable: Variable | undefined): string => {
  const flags = attributes(variable);
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
      return quote(value, "'");
    case 'E':
      return decodeAnsiC(value);
    case 'A':
      return assignment(value, name, variable);
    case 'a':
      return attributes(variable);
    default:
      throw new ShellFault(`\${${name}@${letter}}: not supported here`);
  }
};
