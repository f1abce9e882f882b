/** printf: prints arguments by a format. */
import { defineBuiltin } from '../os/builtin.ts';
import { runPrintf } from './printf/run.ts';

const options = {
  variable: { short: 'v', value: 'VAR', kind: 'variable', summary: 'assign the output to the variable VAR instead of printing it' },
} as const;

export default defineBuiltin({
  name: 'printf',
  summary: 'Print arguments by a format',
  topic: 'text',
  options,
  operands: [
    { name: 'FORMAT', kind: 'text' },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    'FORMAT is printed with its directives replaced by the arguments: %s text, %d %i %u %o %x %X integers, %f %e %g %a numbers with fractions, %c a character, %b text with backslash escapes, %q text quoted for the shell, %(FORMAT)T a time in seconds since 1970 by strftime’s format, %% a per cent sign.',
    'Between % and the letter may stand the flags - + 0 # and space, a width, and a precision after a point; * takes either from the arguments. The format is used again as long as arguments are left.',
  ],
  examples: [
    { line: "printf '%-10s|%5d\\n' apples 3 pears 12", shows: 'A table; the format is used twice' },
    { line: "printf '%.2f\\n' 3.14159", shows: 'Two decimals' },
    { line: "printf '%s\\n' jobs/*", shows: 'One name a line' },
  ],
  statuses: { 1: 'an argument is not the number that it should be', 2: 'wrong usage' },
  seeAlso: ['echo', 'seq'],
  run: (process, { operands }, shell) => runPrintf(process, operands, shell),
});
