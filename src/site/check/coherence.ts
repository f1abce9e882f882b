/** Checks that the parts of a résumé's data fit together: unique slugs, known references, dates in order. */
import type { Education, Job, Resume } from '../../../data/types.ts';

/** A mistake, by the keys that lead to it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  /** What is wrong, then how to fix it. */
  readonly message: string;
}

const lists = ['jobs', 'education', 'talks', 'projects', 'writing', 'systems'] as const;

const duplicates = (resume: Resume): readonly Fault[] => {
  const seen = new Map<string, string>();
  return lists.flatMap((list) =>
    resume[list].flatMap(({ slug }, index) => {
      const first = seen.get(slug);
      if (first === undefined) seen.set(slug, `${list}, entry ${index + 1}`);
      return first === undefined ? [] : [{ path: [list, index, 'slug'], message: `is already used, by ${first}. Choose another one.` }];
    }),
  );
};

const known = (slugs: readonly string[]): string => (slugs.length === 0 ? 'there are none' : `known are ${slugs.join(', ')}`);

const references = ({ jobs, talks, systems, figures = [], field }: Resume): readonly Fault[] => {
  const jobSlugs = jobs.map(({ slug }) => slug);
  const systemSlugs = systems.map(({ slug }) => slug);
  const ofJob = (list: 'talks' | 'systems' | 'figures', slug: string | undefined, index: number): readonly Fault[] =>
    slug === undefined || jobSlugs.includes(slug)
      ? []
      : [{ path: [list, index, 'job'], message: `names no job (“${slug}”; ${known(jobSlugs)}). Correct the slug, or add the job.` }];
  const ofSystem = (path: Fault['path'], slug: string | undefined): readonly Fault[] =>
    slug === undefined || systemSlugs.includes(slug)
      ? []
      : [{ path, message: `names no system (“${slug}”; ${known(systemSlugs)}). Correct the slug, or add the system.` }];
  return [
    ...figures.flatMap(({ job, exhibit }, index) => [...ofJob('figures', job, index), ...ofSystem(['figures', index, 'exhibit'], exhibit)]),
    ...ofSystem(['field', 'exhibit'], field?.exhibit),
    ...talks.flatMap(({ job }, index) => ofJob('talks', job, index)),
    ...systems.flatMap(({ job }, index) => ofJob('systems', job, index)),
    ...jobs.flatMap((job, index) => (job.systems ?? []).flatMap((slug, item) => ofSystem(['jobs', index, 'systems', item], slug))),
  ];
};

/** A system and its job must name each other, or one would show where the other does not. */
const pairs = ({ jobs, systems }: Resume): readonly Fault[] => [
  ...jobs.flatMap((job, index) =>
    (job.systems ?? []).flatMap((slug, item): readonly Fault[] => {
      const system = systems.find((known) => known.slug === slug);
      return system === undefined || system.job === job.slug
        ? []
        : [
            {
              path: ['jobs', index, 'systems', item],
              message: `is a system of another job (${system.job}). Name it there, or correct its job.`,
            },
          ];
    }),
  ),
  ...systems.flatMap(({ slug, job }, index): readonly Fault[] =>
    jobs.some((known) => known.systems?.includes(slug))
      ? []
      : [{ path: ['systems', index, 'job'], message: `does not name it (${job}). Add ${slug} to the systems of that job.` }],
  ),
];

/** Whether `a` is surely before `b`, as precisely as both are known. */
const isBefore = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
};

const spans = (list: 'jobs' | 'education', entries: readonly (Job | Education)[]): readonly Fault[] =>
  entries.flatMap(({ start, end }, index): readonly Fault[] => {
    if (end !== 'now' && isBefore(end, start)) {
      return [{ path: [list, index, 'end'], message: `is before the start (${end}, ${start}). Swap them, or correct one.` }];
    }
    const { start: from = '', end: above = 'now' } = entries[index - 1] ?? {};
    // An end that is wrong by itself says nothing about the order.
    if (above === 'now' || isBefore(above, from) || !(end === 'now' || isBefore(above, end))) return [];
    return [{ path: [list, index, 'end'], message: `is later than that of the entry above (${end}, ${above}). Put the newest first.` }];
  });

/** Every mistake of this kind in data of the right shape. */
export const incoherences = (resume: Resume): readonly Fault[] => {
  const names = [...duplicates(resume), ...references(resume)];
  return [
    ...names,
    // Report each mistake once.
    ...(names.length === 0 ? pairs(resume) : []),
    ...spans('jobs', resume.jobs),
    ...spans('education', resume.education),
  ];
};
