/** The technologies that a résumé names, each with where it was used. */
import type { Job, Project, Resume } from '../../data/types.ts';

export interface Technology {
  readonly name: string;
  /** Newest first. */
  readonly jobs: readonly Job[];
  readonly projects: readonly Project[];
}

const used = (name: string, { technologies = [] }: Job | Project): boolean => technologies.includes(name);

/** Every technology once, in the order in which the résumé first names it, newest first. */
export const technologies = ({ jobs, projects }: Resume): readonly Technology[] => {
  const names = new Set([...jobs, ...projects].flatMap(({ technologies = [] }) => technologies));
  return [...names].map((name) => ({
    name,
    jobs: jobs.filter((job) => used(name, job)),
    projects: projects.filter((project) => used(name, project)),
  }));
};
