/** Arguments that GNU's text utilities turn down with status 1. */
import { CommandError } from '../../os/failure.ts';

/** A failure that sends the visitor to `NAME --help`. */
export const misuse = (name: string, message: string): CommandError =>
  new CommandError(`${message}\nTry '${name} --help' for more information.`);

/** The complaint about one operand too many. */
export const extraOperand = (name: string, operand: string): CommandError => misuse(name, `extra operand ‘${operand}’`);
