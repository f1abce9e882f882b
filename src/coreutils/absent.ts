/** What a command says when the surroundings cannot do what it is for. */
import { CommandError } from '../os/failure.ts';

/** Throws that this cannot be done here, with what to do instead. */
export const cannot = (what: string, instead: string): never => {
  throw new CommandError(`${what} cannot be done here; ${instead}`);
};
