/** The numbers that builtins take as operands. */

import { CommandError, LineError } from '../../os/failure.ts';
import { bashNumeric, isNumber } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import type { ShellPort } from '../../os/shell-port.ts';
import { FAILURE, USAGE } from '../../os/status.ts';

/** What a text that is no number is told. */
const NEEDED = 'numeric argument required';

/** The number that a text is; throws CommandError in bash's wording. */
export const numeric = (text: string): number => {
  if (!isNumber(text)) throw new CommandError(`${text}: ${NEEDED}`);
  return Number(text);
};

/** How many loops `break` and `continue` are to end; 0, and told, where there is no loop, whatever the operands. As in bash, a number below 1 leaves them all. */
export const loopLevels = async (process: Process, operands: readonly (string | undefined)[], shell: ShellPort): Promise<number> => {
  if (shell.loopDepth === 0) {
    await warn(process, "only meaningful in a `for', `while', or `until' loop");
    return 0;
  }
  const [text = '1'] = operands;
  if (!isNumber(text)) throw new LineError(`${text}: ${NEEDED}`, 128);
  if (operands.length > 1) throw bashNumeric.extra('', [text]);
  if (Number(text) >= 1) return Number(text);
  await warn(process, `${text}: loop count out of range`);
  return shell.break(shell.loopDepth, FAILURE);
};

/** The status with which `exit` and `return` end: the low eight bits of a number; 2, and told, for another text. */
export const exitStatus = async (process: Process, text: string | undefined, { status }: ShellPort): Promise<number> => {
  if (text === undefined) return status;
  if (isNumber(text)) return Number(BigInt.asUintN(8, BigInt(text.trim())));
  await warn(process, `${text}: ${NEEDED}`);
  return USAGE;
};
