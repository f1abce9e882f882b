/** The jobs of a career as a shell's jobs: the present one runs, the others are done. */
import type { Resume } from '../../data/types.ts';
import type { CareerJob } from '../os/shell-port.ts';
import { spanText } from './dates.ts';

/** Newest first. */
export const careerJobs = ({ jobs }: Resume): readonly CareerJob[] =>
  jobs.map(({ slug, title, employer, start, end }) => ({
    slug,
    state: end === 'now' ? 'running' : 'done',
    text: `${title} at ${employer}, ${spanText(start, end)}`,
  }));
