/** Which commits of the career are meant: by revision, path, author and date. */
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { type Commit, commits } from '../../resume/commits.ts';
import { bareNames } from '../../resume/names.ts';

/** git's status for what is fatal to it. */
export const FATAL = 128;

/** Hexadecimal digits that stand for a commit in short. */
const SHORT = 7;

/** The commit's name in short. */
export const shortHash = ({ hash }: Commit): string => hash.slice(0, SHORT);

/** Paths relative to home that an operand means: a path below home, a directory of it, or a bare name. */
const pathsOf = (process: Process, operand: string): readonly string[] => {
  const home = process.env.get('HOME') ?? '/';
  const path = process.resolve(operand);
  if (path === home) return [''];
  if (process.fs.find(path) && path.startsWith(`${home}/`)) return [path.slice(home.length + 1)];
  const found = bareNames(process.resume).get(operand.toLowerCase());
  if (found) return found;
  throw new CommandError(`ambiguous argument '${operand}': unknown revision or path not in the working tree.`, FATAL);
};

const ofPath = (path: string) => (commit: Commit) => path === '' || commit.path === path || commit.path.startsWith(`${path}/`);

/** The commit that `HEAD`, `HEAD~2`, `@^` or the start of a hash names; undefined for anything else. */
const byRevision = (all: readonly Commit[], name: string): Commit | undefined => {
  const match = /^(?:HEAD|@|main)(?:~(\d+)|(\^+))?$/.exec(name);
  if (match) return all[Number(match[1] ?? match[2]?.length ?? 0)];
  return /^[0-9a-f]{4,40}$/.test(name) ? all.find(({ hash }) => hash.startsWith(name)) : undefined;
};

/** The commits that the operands name, newest first: what follows a revision, or what touched a path; all without operands. */
export const history = (process: Process, operands: readonly string[]): readonly Commit[] => {
  const all = commits(process.resume);
  const paths: string[] = [];
  let from = 0;
  for (const operand of operands) {
    const commit = byRevision(all, operand);
    if (commit) from = all.indexOf(commit);
    else for (const path of pathsOf(process, operand)) paths.push(path);
  }
  const reached = all.slice(from);
  return paths.length === 0 ? reached : reached.filter((commit) => paths.some((path) => ofPath(path)(commit)));
};

/** The commits that `show` means: one by revision, or each that made the path; CommandError when there is none. */
export const single = (process: Process, operand: string): readonly Commit[] => {
  const all = commits(process.resume);
  const commit = byRevision(all, operand);
  const found = commit ? [commit] : history(process, operand === 'HEAD' ? [] : [operand]);
  if (found.length === 0) throw new CommandError(`bad revision '${operand}'`, FATAL);
  return found;
};

/** Milliseconds since 1970 of `2021`, `2021-02`, `2021-02-03` or `2 years ago`; CommandError for anything else. */
export const parseDate = (text: string, now: number): number => {
  const date = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text);
  if (date) return Date.UTC(Number(date[1]), Number(date[2] ?? 1) - 1, Number(date[3] ?? 1));
  const ago = /^(\d{1,3})[ .]years?[ .]ago$/.exec(text);
  if (!ago) throw new CommandError(`'${text}': a date here is a year, 2021-02, or '2 years ago'`, FATAL);
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - Number(ago[1]));
  return then.getTime();
};
