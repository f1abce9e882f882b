/** What this product's programs find in their machine beyond what every shell has. */
import type { Resume } from '../../data/types.ts';
import { standingJobsKey } from '../builtins/jobs/standing.ts';
import { careerJobs, resumeKey } from '../career/extension.ts';
import { claimsKey } from '../exhibits/stage/claims.ts';
import { Extensions } from '../os/extensions.ts';

/** The résumé, its jobs as jobs of the shell, and what it claims of the systems that the exhibits show. */
export const extensionsOf = (resume: Resume): Extensions =>
  new Extensions()
    .with(resumeKey, resume)
    .with(standingJobsKey, careerJobs(resume))
    .with(claimsKey, (exhibit) => resume.systems.find(({ slug }) => slug === exhibit)?.claim);
