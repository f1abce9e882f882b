/** Checks that the parts of a résumé's data fit together: unique slugs, known references, dates in order. */
import type { Education, Job, Resume } from '../../../data/types.ts';

/** A mistake, by the keys that lead to it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  /** What is wrong, then how to fix it. */
  readonly message: string;
}

/** Lists whose entries have slugs, with the keys that lead to them. */
const listsOf = (resume: Resume): readonly (readonly [path: Fault['path'], entries: readonly { readonly slug: string }[]])[] => [
  ...(['jobs', 'education', 'talks', 'projects', 'writing', 'systems'] as const).map((key) => [[key], resume[key]] as const),
  ...(['volunteering', 'certificates', 'awards', 'references'] as const).map((key) => [[key], resume[key] ?? []] as const),
  [['custom'], resume.custom ?? []],
  ...(resume.custom ?? []).map(({ entries }, index) => [['custom', index, 'entries'], entries] as const),
];

const duplicates = (resume: Resume): readonly Fault[] => {
  const seen = new Map<string, string>();
  return listsOf(resume).flatMap(([path, entries]) =>
    entries.flatMap(({ slug }, index) => {
      const first = seen.get(slug);
      const place = path.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : key)).join(', ');
      if (first === undefined) seen.set(slug, `${place}, entry ${index + 1}`);
      return first === undefined ? [] : [{ path: [...path, index, 'slug'], message: `is already used, by ${first}. Choose another one.` }];
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

/** When something was; an end alone, or nothing, is enough for most. */
interface Span {
  readonly start?: string;
  readonly end?: string;
}

const isReversed = ({ start, end }: Span): boolean => start !== undefined && end !== undefined && end !== 'now' && isBefore(end, start);

/** Ends that are missing, or before their starts. */
const ends = (path: Fault['path'], entries: readonly Span[]): readonly Fault[] =>
  entries.flatMap((span, index): readonly Fault[] => {
    const { start, end } = span;
    if (isReversed(span))
      return [{ path: [...path, index, 'end'], message: `is before the start (${end}, ${start}). Swap them, or correct one.` }];
    if (start === undefined && end === 'now')
      return [{ path: [...path, index, 'start'], message: 'is missing, but it goes on. Add the start, or remove the end.' }];
    if (start === undefined || end !== undefined) return [];
    return [{ path: [...path, index, 'end'], message: "is missing, but there is a start. Add it: a date, or 'now' while it lasts." }];
  });

/** Ends that are later than the one above; an end that is wrong by itself says nothing about the order. */
const order = (list: 'jobs' | 'education', entries: readonly (Job | Education)[]): readonly Fault[] =>
  entries.flatMap((entry, index): readonly Fault[] => {
    const above = entries[index - 1];
    if (above?.end === undefined || above.end === 'now' || entry.end === undefined || isReversed(above) || isReversed(entry)) return [];
    if (entry.end !== 'now' && !isBefore(above.end, entry.end)) return [];
    return [
      { path: [list, index, 'end'], message: `is later than that of the entry above (${entry.end}, ${above.end}). Put the newest first.` },
    ];
  });

/** Every mistake of this kind in data of the right shape. */
export const incoherences = (resume: Resume): readonly Fault[] => {
  const names = [...duplicates(resume), ...references(resume)];
  return [
    ...names,
    // Report each mistake once.
    ...(names.length === 0 ? pairs(resume) : []),
    ...(['jobs', 'education', 'projects', 'volunteering'] as const).flatMap((key) => ends([key], resume[key] ?? [])),
    ...(resume.custom ?? []).flatMap(({ entries }, index) => ends(['custom', index, 'entries'], entries)),
    ...order('jobs', resume.jobs),
    ...order('education', resume.education),
  ];
};
