/** Runs printf: its arguments, the rounds of its format, where the output goes. */

import { zoneOf } from '../../coreutils/time/calendar.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import type { ShellPort } from '../../os/shell-port.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';
import { Printer } from './print.ts';

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
