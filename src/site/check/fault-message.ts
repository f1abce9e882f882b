/** Says what is wrong with a résumé's data, to whoever builds something of it. */
import { resume as own } from '../../../data/resume.ts';
import type { Resume } from '../../../data/types.ts';
import { checkResume } from './check.ts';

/** Every mistake on a line of its own; undefined where there is none. */
export const faultMessage = (resume: Resume = own): string | undefined => {
  const faults = checkResume(resume);
  return faults.length === 0 ? undefined : `the résumé in data/resume.ts has mistakes:\n  ${faults.join('\n  ')}`;
};
