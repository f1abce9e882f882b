/** Tells whoever builds what is wrong with the data or the settings, and how to put it right. */
import { resume as own } from '../../../data/resume.ts';
import type { Resume } from '../../../data/types.ts';
import { checkResume } from './check.ts';

/** Every mistake on a line of its own; undefined where there is none. */
export const faultMessage = (resume: Resume = own): string | undefined => {
  const faults = checkResume(resume);
  return faults.length === 0 ? undefined : `the résumé in data/resume.ts has mistakes:\n  ${faults.join('\n  ')}`;
};

/** An error for the person at the keyboard: its stack is the message alone, since where it was found in this program says nothing to them. */
export const errorWithoutStack = (message: string): Error => {
  const error = new Error(message);
  error.stack = message;
  return error;
};
