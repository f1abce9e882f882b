/** The jobs of a career as jobs of the shell: the present one runs, the others are done. */
import type { Resume } from '../../data/types.ts';
import { spanText } from './dates.ts';

/** A job of the career, as the shell lists it. */
interface CareerJob {
  readonly name: string;
  readonly state: 'running' | 'done';
  readonly text: string;
  /** The command that tells of it. */
  readonly argv: readonly string[];
}

/** Newest first. */
export const careerJobs = ({ jobs }: Resume): readonly CareerJob[] =>
  jobs.map(({ slug, title, employer, start, end }) => ({
    name: slug,
    state: end === 'now' ? 'running' : 'done',
    text: `${title} at ${employer}, ${spanText(start, end)}`,
    argv: ['cat', slug],
  }));
