/** What this product's programs find in their machine, beyond what every shell has. */
import type { Resume } from '../../data/types.ts';
import { standingJobsKey } from '../builtins/jobs/standing.ts';
import { careerJobs, resumeKey } from '../career/extension.ts';
import { saidKey } from '../exhibits/stage/claims.ts';
import { speechKey, speechOf } from '../locales/reader.ts';
import { Extensions } from '../os/extensions.ts';
import { wordingKey } from '../tui/wording.ts';
import { speechFor } from './languages.ts';

/** The résumé, its jobs as jobs of the shell, its claims about the systems that the exhibits show, and the languages. */
export const extensionsOf = (resume: Resume): Extensions => {
  const extensions = new Extensions();
  return extensions
    .with(resumeKey, resume)
    .with(standingJobsKey, careerJobs(resume))
    .with(saidKey, (exhibit) => {
      const system = resume.systems.find(({ slug }) => slug === exhibit);
      return system && { line: `cat ${system.job}`, ...(system.claim === undefined ? {} : { claim: system.claim }) };
    })
    .with(speechKey, (locale) => speechFor([locale]))
    .with(wordingKey, async (env) => (await speechOf({ env, extensions })).translate);
};
