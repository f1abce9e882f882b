/** The résumé among what a machine hands to its programs. */
import type { Resume } from '../../data/types.ts';
import { defineExtension } from '../os/extensions.ts';
import type { Process } from '../os/process.ts';

/** Its key. */
export const resumeKey = defineExtension<Resume>('résumé');

/** The résumé of which the home directory is made. */
export const resumeOf = ({ extensions }: Pick<Process, 'extensions'>): Resume => extensions.get(resumeKey);
