/** printf: prints arguments by a format. */
import { zoneOf } from '../coreutils/time/calendar.ts';
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import { warn } from '../os/report.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { FAILURE, SUCCESS, USAGE } from '../os/status.ts';
import { createBatcher } from '../os/stream.ts';
import { Printer } from './printf/print.ts';

interface Call {
  readonly variable: string | undefined;
  readonly format: string;
  readonly args: readonly string[];
}

/** Options end at the format, which may begin with anything but a hyphen. */
const readCall = (args: readonly string[]): Call => {
  let variable: string | undefined;
  let at = 0;
  for (; /^-./.test(args[at] ?? ''); at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      at++;
      break;
    }
    if (!arg.startsWith('-v')) throw new UsageError(`${arg.slice(0, 2)}: invalid option`);
    variable = arg.slice(2) || args[++at];
    if (variable === undefined) throw new UsageError('-v: option requires an argument');
    if (!/^[A-Za-z_]\w*(?:\[[\s\S]+\])?$/.test(variable)) throw new CommandError(`\`${variable}': not a valid identifier`, USAGE);
  }
  const format = args[at];
  if (format === undefined) throw new UsageError('missing format');
  return { variable, format, args: args.slice(at + 1) };
};

/** Prints, or assigns to the variable of `-v`; the status is 1 when an argument was not the number that it should be. */
export const runPrintf = async (process: Process, operands: readonly string[], shell: ShellPort): Promise<number> => {
  const { variable, format, args } = readCall(operands);
  const printer = new Printer(format, args, {
    now: () => process.host.now(),
    zone: zoneOf(process),
    quote: (text) => shell.quote(text),
  });
  const collected: string[] = [];
  const output = createBatcher(process.stdout);
  do {
    const text = printer.round();
    for (const problem of printer.problems.splice(0)) await warn(process, problem);
    if (variable !== undefined) collected.push(text);
    else await output.put(text);
    await process.pace();
  } while (!printer.stopped);
  await output.flush();
  if (variable !== undefined) shell.set(variable, collected.join(''));
  return printer.failed ? FAILURE : SUCCESS;
};

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
