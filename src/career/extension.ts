/** What the résumé adds to a machine: itself, for programs to read, and its jobs as jobs of the shell. */
import type { Resume } from '../../data/types.ts';
import { defineExtension } from '../os/extensions.ts';
import type { Process } from '../os/process.ts';
import { spanText } from './dates.ts';

/** Its key. */
export const resumeKey = defineExtension<Resume>('résumé');

/** The résumé of which the home directory is made. */
export const resumeOf = ({ extensions }: Pick<Process, 'extensions'>): Resume => extensions.get(resumeKey);

/** A job of the career, as the shell lists it. */
interface CareerJob {
  readonly name: string;
  readonly state: 'running' | 'done';
  readonly text: string;
  /** The command that prints it. */
  readonly argv: readonly string[];
}

/** The jobs of the career as jobs of the shell, newest first: the present one runs, the others are done. */
export const careerJobs = ({ jobs }: Resume): readonly CareerJob[] =>
  jobs.map(({ slug, title, employer, start, end }) => ({
    name: slug,
    state: end === 'now' ? 'running' : 'done',
    text: `${title} at ${employer}, ${spanText(start, end)}`,
    argv: ['cat', slug],
  }));
