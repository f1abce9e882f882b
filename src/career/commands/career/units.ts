/** The jobs as units of a service manager. */
import { CommandError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { say } from '../../../term/say.ts';
import { type Daemon, daemons } from '../../daemon.ts';
import { resumeOf } from '../../extension.ts';
import { bareNames } from '../../names.ts';

const suffix = '.service';

/** `tiktok.service`. */
export const unitName = ({ job }: Daemon): string => job.slug + suffix;

/** The units that a slug, an employer's name or either with `.service` stands for; CommandError with systemd's wording and status 4. */
export const findUnits = (process: Process, name: string): readonly Daemon[] => {
  const resume = resumeOf(process);
  const bare = (name.endsWith(suffix) ? name.slice(0, -suffix.length) : name).toLowerCase();
  const paths = bareNames(resume).get(bare) ?? [];
  const found = daemons(resume, process.host.now()).filter(({ job }) => paths.includes(`jobs/${job.slug}`));
  if (found.length === 0) throw new CommandError(say`Unit ${bare}${suffix} could not be found.`, 4);
  return found;
};
