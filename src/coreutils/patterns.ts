/** The patterns of those who call a command: a bad one, or one that costs too much, is no fault of ours. */
import { CommandError } from '../os/failure.ts';
import { PatternError } from '../pattern/limits.ts';

/** Runs what compiles and matches patterns; what is wrong with them ends the command, in regcomp's wording and with `status`. */
export const withPatterns = async <T>(status: number, action: () => T | Promise<T>): Promise<T> => {
  try {
    return await action();
  } catch (error) {
    throw error instanceof PatternError ? new CommandError(error.message, status) : error;
  }
};
