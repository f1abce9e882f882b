/** Reports what is wrong with the data or the settings, and how to fix it, to the person who builds. */
import type { Resume } from '../../../data/types.ts';
import { checkResume } from './check.ts';

/** Every mistake on a line of its own; undefined if there is none. */
export const faultMessage = (resume: Resume): string | undefined => {
  const faults = checkResume(resume);
  return faults.length === 0 ? undefined : `the résumé in data/resume.ts has mistakes:\n  ${faults.join('\n  ')}`;
};

/** An error for the person at the keyboard. Its stack is just the message: where in this program it occurred does not help them. */
export const errorWithoutStack = (message: string): Error => {
  const error = new Error(message);
  error.stack = message;
  return error;
};
