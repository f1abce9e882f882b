/** Arguments that GNU's text utilities turn down with status 1. */
import { CommandError } from '../../os/failure.ts';
import { say } from '../../term/say.ts';

/** A failure that sends the visitor to `NAME --help`. */
export const misuse = (name: string, message: string): CommandError =>
  new CommandError(`${message}\n${say`Try '${name} --help' for more information.`}`);

/** The complaint about one operand too many. */
export const extraOperand = (name: string, operand: string): CommandError => misuse(name, say`extra operand ‘${operand}’`);
