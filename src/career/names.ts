/** Names: slugs from any text, and the bare names that stand for files of the résumé in any directory. */
import type { Resume } from '../../data/types.ts';

/** `Telekomunikasi Indonesia` → `telekomunikasi-indonesia`; it drops accents and keeps other scripts; empty if nothing is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Shorter words of an institution's name (`of`, `and`) stand for nothing. */
const WORD_LENGTH = 4;

const institutionNames = (institution: string): readonly string[] => {
  const slug = slugOf(institution);
  return [slug, ...slug.split('-').filter((word) => word.length >= WORD_LENGTH)];
};

/** The sections that are directories, with what is in them. */
const directoriesOf = (resume: Resume): readonly (readonly [name: string, entries: readonly { readonly slug: string }[]])[] => [
  ...(resume.custom ?? []).map(({ slug, entries }) => [slug, entries] as const),
  ...(['references', 'awards', 'volunteering', 'certificates', 'writing', 'projects', 'talks', 'education', 'jobs'] as const).map(
    (name) => [name, resume[name] ?? []] as const,
  ),
];

/** Names in lower case, each with paths relative to home, newest first. A slug names only its own file; an employer, every role there. */
export const bareNames = (resume: Resume): ReadonlyMap<string, readonly string[]> => {
  const slugs = new Map<string, readonly string[]>([
    ['about', ['about']],
    ['resume', ['resume.txt']],
  ]);
  for (const section of ['skills', 'languages', 'interests'] as const)
    if ((resume[section] ?? []).length > 0) slugs.set(section, [section]);
  for (const [directory, entries] of directoriesOf(resume)) for (const { slug } of entries) slugs.set(slug, [`${directory}/${slug}`]);
  const names = new Map<string, string[]>();
  const stand = (name: string, path: string): void => {
    if (name === '' || slugs.has(name)) return;
    const paths = names.get(name) ?? [];
    if (!paths.includes(path)) names.set(name, [...paths, path]);
  };
  for (const { employer, slug } of resume.jobs) stand(slugOf(employer), `jobs/${slug}`);
  for (const { institution, slug } of resume.education) {
    for (const name of institutionNames(institution)) stand(name, `education/${slug}`);
  }
  return new Map([...slugs, ...names]);
};

/** The same with absolute paths, for a résumé mounted at `home`. */
export const mountedNames = (resume: Resume, home: string): ReadonlyMap<string, readonly string[]> =>
  new Map([...bareNames(resume)].map(([name, paths]) => [name, paths.map((path) => `${home}/${path}`)]));
