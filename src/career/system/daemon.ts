/** A job of a career as an operating system would keep it: a daemon with a number, an owner and an age. */
import type { Job, Person, Resume } from '../../../data/types.ts';
import { beginning, yearOf } from '../dates.ts';
import { sectionEntries } from '../entries/sections.ts';
import { entryText } from '../entries/text.ts';
import { slugOf } from '../names.ts';

export interface Daemon {
  readonly job: Job;
  /** The year of its start and a digit, which tells apart jobs that began in the same year, e.g. 20180. */
  readonly id: number;
  readonly running: boolean;
  /** Whole years from start to end; 0 within one. */
  readonly years: number;
  /** Its share of the text of all jobs' entries, 0 to 1. */
  readonly memory: number;
}

/** The owner of every job: the name, or the role if there is none, as one word in lower case. */
export const loginName = ({ name, role }: Person): string => slugOf(name ?? role) || 'me';

/** Whole years since the career began, 0 where nothing tells when. `now` is in milliseconds since 1970. */
export const yearsSince = (resume: Resume, now: number): number => {
  const since = beginning(resume);
  return since === undefined ? 0 : Math.max(0, new Date(now).getUTCFullYear() - yearOf(since));
};

/** `1 year`, `9 years`. */
export const countYears = (years: number): string => `${years} ${years === 1 ? 'year' : 'years'}`;

/** Whole years from a job's start to its end, or to now. */
export const jobYears = ({ start, end }: Job, now: number): number =>
  Math.max(0, (end === 'now' ? new Date(now).getUTCFullYear() : yearOf(end)) - yearOf(start));

/** A daemon for each job, newest first. */
export const daemons = (resume: Resume, now: number): readonly Daemon[] => {
  const sizes = sectionEntries(resume, 'jobs', now).map((entry) => entryText(entry).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const starts = resume.jobs.map(({ start }) => yearOf(start));
  return resume.jobs.map((job, index) => {
    const year = yearOf(job.start);
    const earlier = starts.slice(index + 1).filter((other) => other === year).length;
    return {
      job,
      id: year * 10 + earlier,
      running: job.end === 'now',
      years: jobYears(job, now),
      memory: (sizes[index] ?? 0) / total,
    };
  });
};

/** The share of the last `years` calendar years, this one included, that had a job in them: the load of a career, 0 to 1. */
export const careerLoad = ({ jobs }: Resume, now: number, years: number): number => {
  const present = new Date(now).getUTCFullYear();
  const busy = (year: number): boolean => jobs.some(({ start, end }) => yearOf(start) <= year && (end === 'now' || yearOf(end) >= year));
  return Array.from({ length: years }, (_, index) => present - index).filter(busy).length / years;
};
