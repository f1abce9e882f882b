/** The tests of find (POSIX XCU find, and GNU's). */

import { linksOf, sizeOf, statOperand } from '../../coreutils/files.ts';
import { ownerOf } from '../../coreutils/identity.ts';
import { parseMode } from '../../coreutils/mode.ts';
import { DAY, zoneOf } from '../../coreutils/time/calendar.ts';
import { parseDate } from '../../coreutils/time/parse-date.ts';
import { CommandError, VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import type { Inode } from '../../os/vfs.ts';
import { compileGlob } from '../../pattern/glob.ts';
import { PatternError } from '../../pattern/limits.ts';
import { compileRegex } from '../../pattern/regex.ts';
import { comparisonOf, nameOf, type Predicate, passes, type TestReader } from './search.ts';

const MINUTE = 60_000;

const glob =
  (caseless: boolean, part: 'name' | 'path'): TestReader =>
  (args, primary) => {
    const pattern = compileGlob(args.valueOf(primary), { caseless });
    return (file) => pattern.matches(part === 'name' ? nameOf(file) : file.name);
  };

const inode =
  (holds: (inode: Inode) => boolean): TestReader =>
  () =>
  (file) =>
    holds(file.inode);

const always =
  (answer: boolean): TestReader =>
  () =>
  () =>
    answer;

const withValue =
  (answer: Predicate): TestReader =>
  (args, primary) => {
    args.valueOf(primary);
    return answer;
  };

/** The Emacs syntax of regular expressions, which is find's own, as POSIX basic: `+` and `?` change places with their escaped forms. */
const fromEmacs = (pattern: string): string =>
  pattern.replace(/\[\^?\]?[^\]]*\]|\\?[+?]|\\./gs, (part) =>
    part === '+' || part === '?' ? `\\${part}` : part === '\\+' || part === '\\?' ? part.slice(1) : part,
  );

/** Reads `-regex` or, caseless, `-iregex`. */
const regexTest =
  (caseless: boolean): TestReader =>
  (args, primary) => {
    const pattern = args.valueOf(primary);
    try {
      const regex =
        args.regexType === 'extended'
          ? compileRegex(pattern, { syntax: 'extended', caseless, bounds: 'line' })
          : compileRegex(args.regexType === 'emacs' ? fromEmacs(pattern) : pattern, { syntax: 'basic', caseless, bounds: 'line' });
      return (file) => regex.test(file.name);
    } catch (error) {
      if (error instanceof PatternError) throw new CommandError(`failed to compile regular expression '${pattern}': ${error.message}`);
      throw error;
    }
  };

const letters = { file: 'f', directory: 'd', device: 'c' } as const;

const type: TestReader = (args, primary) => {
  const kinds = args.valueOf(primary).split(',');
  for (const kind of kinds) if (!/^[bcdflps]$/.test(kind)) throw new CommandError(`Unknown argument to ${primary}: ${kind}`);
  return (file) => kinds.includes(letters[file.inode.kind]);
};

const units = new Map([
  ['c', 1],
  ['w', 2],
  ['b', 512],
  ['', 512],
  ['k', 1024],
  ['M', 1024 ** 2],
  ['G', 1024 ** 3],
]);

const size: TestReader = (args, primary) => {
  const text = args.valueOf(primary);
  const [, sign = '', digits, unit = ''] = /^([-+]?)(\d+)(.*)$/.exec(text) ?? [];
  if (digits === undefined) throw new CommandError(`invalid argument \`${text}' to \`${primary}'`);
  const scale = units.get(unit);
  if (scale === undefined) throw new CommandError(`invalid ${primary} type \`${unit}'`);
  const comparison = { sign: sign as '+' | '-' | '', number: Number(digits) };
  return (file) => passes(comparison, Math.ceil(sizeOf(file.inode) / scale));
};

/** `-mmin` and `-mtime`: whole days count as passed, minutes as begun. */
const age =
  (unit: number): TestReader =>
  (args, primary) => {
    const comparison = comparisonOf(args, primary);
    return (file, { now }) => {
      const value = (now - file.inode.mtime) / unit;
      if (unit === DAY) return passes(comparison, Math.floor(value));
      return comparison.sign === '' ? Math.floor(value) + 1 === comparison.number : passes(comparison, value);
    };
  };

const referenceTime = (process: Process, name: string): number => {
  try {
    return statOperand(process, name).mtime;
  } catch (error) {
    if (error instanceof VfsError) throw new CommandError(`${quote(name)}: ${error.message}`);
    throw error;
  }
};

const newer: TestReader = (args, primary, process) => {
  const value = args.valueOf(primary);
  const at = primary.endsWith('t') ? parseDate(value, process.host.now(), zoneOf(process)) : referenceTime(process, value);
  if (at === undefined) throw new CommandError(`I cannot figure out how to interpret ${quote(value)} as a date or time`);
  return (file) => file.inode.mtime > at;
};

const permissions: TestReader = (args, primary, process) => {
  const text = args.valueOf(primary);
  const [, how = '', mode = ''] = /^([-/]?)(.*)$/s.exec(text) ?? [];
  const bits = parseMode(mode, process.umask)?.(0, false);
  if (bits === undefined) throw new CommandError(`invalid mode ${quote(text)}`);
  return (file) => {
    const common = file.inode.mode & bits;
    return how === '-' ? common === bits : how === '/' ? bits === 0 || common !== 0 : (file.inode.mode & 0o777) === bits;
  };
};

const count =
  (measure: (inode: Inode) => number): TestReader =>
  (args, primary) => {
    const comparison = comparisonOf(args, primary);
    return (file) => passes(comparison, measure(file.inode));
  };

const owned: TestReader = (args, primary, process) => {
  const value = args.valueOf(primary);
  const { name, id } = ownerOf(process.fs);
  const isOwner = value === name || value === String(id);
  return () => isOwner;
};

const sameFile: TestReader = (args, primary, process) => {
  const value = args.valueOf(primary);
  referenceTime(process, value);
  const path = process.resolve(value);
  return (file) => file.path === path;
};

const isEmpty = (node: Inode): boolean =>
  node.kind === 'directory' ? node.entries.size === 0 : node.kind === 'file' && node.content === '';

const ages = (letter: string): readonly (readonly [string, TestReader])[] => [
  [`-${letter}min`, age(MINUTE)],
  [`-${letter}time`, age(DAY)],
];

/** The tests, by name. */
export const tests: ReadonlyMap<string, TestReader> = new Map<string, TestReader>([
  ['-name', glob(false, 'name')],
  ['-iname', glob(true, 'name')],
  ['-path', glob(false, 'path')],
  ['-wholename', glob(false, 'path')],
  ['-ipath', glob(true, 'path')],
  ['-iwholename', glob(true, 'path')],
  ['-regex', regexTest(false)],
  ['-iregex', regexTest(true)],
  ['-type', type],
  ['-xtype', type],
  ['-size', size],
  ['-empty', inode(isEmpty)],
  ['-perm', permissions],
  ['-readable', inode(({ mode }) => (mode & 0o400) !== 0)],
  ['-writable', inode(({ mode, readOnly }) => (mode & 0o200) !== 0 && !readOnly)],
  ['-executable', inode(({ mode }) => (mode & 0o100) !== 0)],
  ['-user', owned],
  ['-group', owned],
  ['-uid', count(() => 1000)],
  ['-gid', count(() => 1000)],
  ['-nouser', always(false)],
  ['-nogroup', always(false)],
  ['-links', count(linksOf)],
  ['-inum', count(({ ino }) => ino)],
  ['-samefile', sameFile],
  ['-lname', withValue(() => false)],
  ['-true', always(true)],
  ['-false', always(false)],
  ...['m', 'a', 'c'].flatMap(ages),
  ...['-newer', '-anewer', '-cnewer', '-newermt', '-newermm', '-neweract'].map((primary) => [primary, newer] as const),
]);
