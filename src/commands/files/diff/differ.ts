/** One call of diff: pairs of files and directories read, compared and reported. */
import { lastComponent, namedFiles } from '../../../coreutils/files.ts';
import { toDateTime, zoneOf } from '../../../coreutils/time/calendar.ts';
import { strftime } from '../../../coreutils/time/strftime.ts';
import { CommandError, VfsError } from '../../../os/failure.ts';
import { writeLines } from '../../../os/lines.ts';
import { joinPath } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import { USAGE } from '../../../os/status.ts';
import { readAll } from '../../../os/stream.ts';
import type { DirectoryInode } from '../../../os/vfs.ts';
import { compileGlob } from '../../../pattern/glob.ts';
import { type Line, plain } from '../../../term/style.ts';
import { type Change, compareTexts, type Text, textOf } from './compare.ts';
import { contextual, edScript, normal, sideBySide, unified } from './formats.ts';
import type { DiffRules } from './options.ts';

/** A file to compare. */
export interface Operand {
  readonly name: string;
  /** Milliseconds since 1970; 0 of an absent file. */
  readonly mtime: number;
  /** Absent for a directory. */
  readonly content: string | undefined;
  readonly directory: DirectoryInode | undefined;
  /** Taken as empty because it is not there (`-N`). */
  readonly absent: boolean;
}

/** A file that is not there, as an empty one. */
const absentFile = (name: string): Operand => ({ name, mtime: 0, content: '', directory: undefined, absent: true });

/** Devices and the ends of process substitutions are read by opening them. */
const isStream = (process: Process, name: string): boolean => process.resolve(name).startsWith('/dev/');

/** The file that an operand names; `-` is standard input. Throws a CommandError of status 2. */
const readOperand = async (process: Process, name: string, mayBeAbsent: boolean): Promise<Operand> => {
  if (name === '-')
    return { name, mtime: process.host.now(), content: await readAll(process.stdin, process.memory), directory: undefined, absent: false };
  try {
    const [file] = isStream(process, name) ? [] : namedFiles(process, name);
    if (!file)
      return {
        name,
        mtime: process.host.now(),
        content: await readAll(process.open(name), process.memory),
        directory: undefined,
        absent: false,
      };
    const { inode, path } = file;
    const content = inode.kind === 'directory' ? undefined : process.fs.readFile(path);
    return { name: file.name, mtime: inode.mtime, content, directory: inode.kind === 'directory' ? inode : undefined, absent: false };
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    if (mayBeAbsent && error.code === 'ENOENT') return absentFile(name);
    throw new CommandError(`${name}: ${error.message}`, USAGE);
  }
};

/** The entry of a directory, by name. */
const entryOf = (process: Process, directory: Operand, name: string, mayBeAbsent: boolean): Promise<Operand> =>
  readOperand(process, joinPath(directory.name, name), mayBeAbsent);

/** Both operands, where a file beside a directory stands for the entry of its name there. */
export const readOperands = async (
  process: Process,
  first: string,
  second: string,
  mayBeAbsent: boolean,
): Promise<readonly [Operand, Operand]> => {
  const left = await readOperand(process, first, mayBeAbsent);
  // Standard input is read once, and is like itself.
  const right = first === '-' && second === '-' ? left : await readOperand(process, second, mayBeAbsent);
  if (left.directory && !right.directory) return [await entryOf(process, left, lastComponent(second), mayBeAbsent), right];
  if (right.directory && !left.directory) return [left, await entryOf(process, right, lastComponent(first), mayBeAbsent)];
  return [left, right];
};

/** A file's name and time, as headings have them. */
const labelOf = (process: Process, { name, mtime }: Operand): string => {
  const time = toDateTime(mtime, zoneOf(process));
  return `${name}\t${time ? strftime('%Y-%m-%d %H:%M:%S.%N %z', time) : ''}`;
};

const isBlank = ({ lines }: Text, from: number, to: number): boolean => lines.slice(from, to).every((line) => line === '');

/** Compares and reports. */
export class Differ {
  readonly #process: Process;
  readonly #rules: DiffRules;
  /** Options as they were given, for the headings of `-r`. */
  readonly #command: string;
  differs = false;

  constructor(process: Process, rules: DiffRules, command: string) {
    this.#process = process;
    this.#rules = rules;
    this.#command = command;
  }

  async pair(left: Operand, right: Operand, headed: boolean): Promise<void> {
    if (left.directory && right.directory) return this.#directories(left, right);
    if (left.content === undefined || right.content === undefined) return this.#say(this.#mismatch(left, right), true);
    await this.#files(left, right, headed);
  }

  async #say(text: string, differs: boolean): Promise<void> {
    if (differs) this.differs = true;
    await this.#process.stdout.write(`${text}\n`);
  }

  #mismatch(left: Operand, right: Operand): string {
    const kind = ({ directory, content }: Operand): string =>
      directory ? 'directory' : content === '' ? 'regular empty file' : 'regular file';
    return `File ${left.name} is a ${kind(left)} while file ${right.name} is a ${kind(right)}`;
  }

  async #files(left: Operand, right: Operand, headed: boolean): Promise<void> {
    const { format, identical, text } = this.#rules;
    const [before = '', after = ''] = [left.content, right.content];
    if (before === after && format !== 'side') {
      if (identical) await this.#say(`Files ${left.name} and ${right.name} are identical`, false);
      return;
    }
    if (!text && (before + after).includes('\0')) return this.#say(`Binary files ${left.name} and ${right.name} differ`, true);
    const [a, b] = [textOf(before), textOf(after)];
    const changes = await this.#changes(a, b);
    if (changes.length === 0 && format !== 'side') {
      if (identical) await this.#say(`Files ${left.name} and ${right.name} are identical`, false);
      return;
    }
    if (format === 'brief') return this.#say(`Files ${left.name} and ${right.name} differ`, true);
    if (headed) await this.#say(`${this.#command} ${left.name} ${right.name}`, true);
    await this.#print([left, a], [right, b], changes);
  }

  async #changes(a: Text, b: Text): Promise<readonly Change[]> {
    const { format, contextLines } = this.#rules;
    const context = format === 'unified' || format === 'context' ? contextLines : 0;
    const changes = await compareTexts(a, b, this.#rules, context, this.#process.pace);
    if (!this.#rules.blankLines) return changes;
    return changes.filter((change) => !isBlank(a, change.left, change.leftEnd) || !isBlank(b, change.right, change.rightEnd));
  }

  async #print([left, a]: readonly [Operand, Text], [right, b]: readonly [Operand, Text], changes: readonly Change[]): Promise<void> {
    this.differs ||= changes.length > 0;
    const { format, labels, contextLines } = this.#rules;
    if (format === 'side') return this.#sideBySide(a, b, changes);
    const before = { text: a, label: labels[0] ?? labelOf(this.#process, left) };
    const after = { text: b, label: labels[1] ?? labelOf(this.#process, right) };
    await this.#write(
      format === 'normal'
        ? normal(a, b, changes)
        : format === 'ed'
          ? edScript(b, changes)
          : (format === 'unified' ? unified : contextual)(before, after, changes, contextLines),
    );
  }

  async #sideBySide(a: Text, b: Text, changes: readonly Change[]): Promise<void> {
    const { lines, terminated } = sideBySide(a, b, changes, this.#rules.side);
    await this.#write(terminated ? lines : lines.slice(0, -1));
    if (!terminated) await this.#process.stdout.write(plain(lines.at(-1) ?? []));
  }

  async #write(lines: readonly Line[]): Promise<void> {
    if (this.#rules.coloured) await writeLines(this.#process.stdout, lines);
    else await this.#process.stdout.write(lines.map((line) => `${plain(line)}\n`).join(''));
  }

  #names(left: Operand, right: Operand): readonly string[] {
    const excluded = this.#rules.exclude.map((pattern) => compileGlob(pattern));
    const names = new Set([...(left.directory?.entries.keys() ?? []), ...(right.directory?.entries.keys() ?? [])]);
    return [...names].filter((name) => !excluded.some((glob) => glob.matches(name))).sort();
  }

  async #directories(left: Operand, right: Operand): Promise<void> {
    for (const name of this.#names(left, right)) {
      await this.#process.pace();
      const [ours, theirs] = [left.directory?.entries.has(name) ?? false, right.directory?.entries.has(name) ?? false];
      if (!(ours && theirs) && !this.#rules.absent) await this.#say(`Only in ${(ours ? left : right).name}: ${name}`, true);
      else await this.#entries(await entryOf(this.#process, left, name, true), await entryOf(this.#process, right, name, true));
    }
  }

  async #entries(left: Operand, right: Operand): Promise<void> {
    if (!left.directory || !right.directory) return this.pair(left, right, true);
    if (this.#rules.recursive) return this.#directories(left, right);
    await this.#say(`Common subdirectories: ${left.name} and ${right.name}`, false);
  }
}
