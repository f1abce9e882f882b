/** Selects commits of the career by revision, path, author and date. */
import { CommandError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { resumeOf } from '../../extension.ts';
import { bareNames } from '../../names.ts';
import { type Commit, commits } from './commits.ts';

/** git's status for fatal errors. */
export const FATAL = 128;

/** Hexadecimal digits of a short hash. */
const SHORT = 7;

/** The commit's short hash. */
export const shortHash = ({ hash }: Commit): string => hash.slice(0, SHORT);

/** Paths relative to home that an operand means: a path below home, a directory of it, or a bare name. */
const pathsOf = (process: Process, operand: string): readonly string[] => {
  const home = process.env.get('HOME') ?? '/';
  const path = process.resolve(operand);
  if (path === home) return [''];
  if (process.fs.find(path) && path.startsWith(`${home}/`)) return [path.slice(home.length + 1)];
  const found = bareNames(resumeOf(process)).get(operand.toLowerCase());
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

/** The commits that the operands name, newest first: a revision and its ancestors, or those that touched a path; without operands, all. */
export const history = (process: Process, operands: readonly string[]): readonly Commit[] => {
  const all = commits(resumeOf(process));
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

/** The commits that `show` prints: one by revision, or each that touched the path; CommandError if there is none. */
export const single = (process: Process, operand: string): readonly Commit[] => {
  const all = commits(resumeOf(process));
  const commit = byRevision(all, operand);
  const found = commit ? [commit] : history(process, operand === 'HEAD' ? [] : [operand]);
  if (found.length === 0) throw new CommandError(`bad revision '${operand}'`, FATAL);
  return found;
};

/** The moment before a year, month or day ends. */
const lastMoment = (year: number, month: number | undefined, day: number | undefined): number => {
  if (day !== undefined) return Date.UTC(year, (month ?? 1) - 1, day + 1) - 1;
  return (month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) - 1;
};

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/**
 * The first moment of `2021`, `2021-02`, `2021-02-03` or `2 years ago`, or with `end` the last one, in milliseconds since
 * 1970; CommandError for anything else.
 */
export const parseDate = (text: string, now: number, end = false): number => {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text) ?? [];
  if (year !== undefined) {
    return end ? lastMoment(Number(year), number(month), number(day)) : Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  }
  const ago = /^(\d{1,3})[ .]years?[ .]ago$/.exec(text);
  if (!ago) throw new CommandError(`'${text}': a date here is a year, 2021-02, or '2 years ago'`, FATAL);
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - Number(ago[1]));
  return then.getTime();
};
