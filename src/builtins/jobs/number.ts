/** Reads the numbers that builtins take as operands. */
import { CommandError } from '../../os/failure.ts';

/** The whole number of at most 18 digits that a text is; throws CommandError in bash's wording. */
export const numeric = (text: string, status = 1): number => {
  if (!/^\s*[-+]?\d{1,18}\s*$/.test(text)) throw new CommandError(`${text}: numeric argument required`, status);
  return Number(text);
};

/** An exit status as the system keeps it: the low eight bits. */
export const exitStatus = (text: string): number => Number(BigInt.asUintN(8, BigInt(numeric(text, 2))));
