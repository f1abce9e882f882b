/** cp: copies files. */

import {
  destinationArity,
  destinationDialect,
  destinationOperands,
  destinationOptions,
  readDestination,
} from '../../coreutils/destination.ts';
import { type Named, namedFiles, type Visit, walk } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { joinPath, parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { attempt, type Confirm, createConfirm, guard, warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';
import type { FileSystem, Inode } from '../../os/vfs.ts';

/** What cp's options ask for. */
interface CopyRules {
  readonly recursive: boolean;
  readonly preserve: boolean;
  readonly force: boolean;
  readonly verbose: boolean;
  readonly overwrite: 'always' | 'never' | 'older' | Confirm;
}

/** Files of the résumé cannot be written to; their copies can, or nobody could do anything with them. */
const writable = (inode: Inode, preserve: boolean): number => (inode.readOnly && !preserve ? inode.mode | 0o200 : inode.mode);

/** One call of cp. */
class Copier {
  readonly #process: Process;
  readonly #rules: CopyRules;
  status = SUCCESS;

  constructor(process: Process, rules: CopyRules) {
    this.#process = process;
    this.#rules = rules;
  }

  /** As guard: a refusal is told as `cannot ACT 'NAME': why`. */
  async guard<T>(act: string, name: string, action: () => T | Promise<T>): Promise<T | false> {
    const result = await guard(this.#process, `cannot ${act} ${quoteFile(name)}`, action);
    if (result === false) this.status = FAILURE;
    return result;
  }

  async #warn(message: string): Promise<void> {
    this.status = FAILURE;
    await warn(this.#process, message);
  }

  /** Copies a file or a tree to the name `target`. */
  async copy({ name, path, inode }: Named, target: string): Promise<void> {
    const to = this.#process.resolve(target);
    const there = this.#process.fs.find(to);
    if (inode.kind === 'directory' && !this.#rules.recursive) return this.#warn(`-r not specified; omitting directory ${quoteFile(name)}`);
    if (there === inode) return this.#warn(`${quoteFile(name)} and ${quoteFile(target)} are the same file`);
    if (inode.kind === 'directory' && `${to}/`.startsWith(`${path}/`)) {
      return this.#warn(`cannot copy a directory, ${quoteFile(name)}, into itself, ${quoteFile(target)}`);
    }
    for (const visit of walk(this.#process.fs, name, path, inode)) {
      await this.#process.pace();
      const below = visit.path.slice(path.length);
      await this.#one(visit, target.replace(/(?<=.)\/+$/, '') + below, to + below);
    }
  }

  async #one(visit: Visit, target: string, to: string): Promise<void> {
    const { fs } = this.#process;
    const there = fs.find(to);
    if (visit.phase === 'leave') {
      if (this.#rules.preserve && there && !there.readOnly) fs.setTime(to, visit.inode.mtime);
      return;
    }
    if (visit.phase === 'enter') {
      visit.descend = await this.#directory(visit, target, to);
      return;
    }
    if (there?.kind === 'directory') return this.#warn(`cannot overwrite directory ${quoteFile(target)} with non-directory`);
    if (there && !(await this.#mayOverwrite(visit.inode, there, target))) return;
    const copied = await this.guard('create regular file', target, () => this.#file(visit.inode, to));
    if (copied !== false) await this.#tell(visit.name, target);
  }

  async #tell(name: string, target: string): Promise<void> {
    if (this.#rules.verbose) await this.#process.stdout.write(`${quoteFile(name)} -> ${quoteFile(target)}\n`);
  }

  /** False when what the directory holds has nowhere to go. */
  async #directory(visit: Visit, target: string, to: string): Promise<boolean> {
    const { fs } = this.#process;
    const there = fs.find(to);
    if (there?.kind === 'directory') return true;
    if (there) {
      await this.#warn(`cannot overwrite non-directory ${quoteFile(target)} with directory ${quoteFile(visit.name)}`);
      return false;
    }
    if ((await this.guard('create directory', target, () => fs.makeDirectory(to, writable(visit.inode, false)))) === false) return false;
    await this.#tell(visit.name, target);
    return true;
  }

  async #mayOverwrite(source: Inode, there: Inode, target: string): Promise<boolean> {
    const { overwrite } = this.#rules;
    if (overwrite === 'older') return source.mtime > there.mtime;
    if (typeof overwrite === 'string') return overwrite === 'always';
    return overwrite(`overwrite ${quoteFile(target)}?`);
  }

  #file(inode: Inode, to: string): void {
    const { fs, umask } = this.#process;
    if (!fs.find(parentPath(to))) throw new VfsError('ENOENT');
    const isNew = !fs.find(to);
    const content = inode.kind === 'file' ? inode.content : '';
    const refusal = attempt(() => fs.writeFile(to, content));
    if (refusal instanceof VfsError) {
      if (!this.#rules.force || refusal.code !== 'EACCES') throw refusal;
      fs.unlink(to);
      fs.writeFile(to, content);
    }
    const { preserve } = this.#rules;
    if (isNew || preserve) fs.setMode(to, writable(inode, preserve) & (preserve ? 0o777 : 0o777 & ~umask));
    if (preserve) fs.setTime(to, inode.mtime);
  }
}

const options = {
  archive: { short: 'a', long: 'archive', summary: 'as -R --preserve' },
  links: { short: 'd', summary: 'copy links as links, of which there are none' },
  force: { short: 'f', long: 'force', summary: 'remove a file that cannot be written to, and try again' },
  interactive: { short: 'i', long: 'interactive', summary: 'ask before a file is overwritten' },
  dereference: { short: 'L', long: 'dereference', summary: 'follow links, of which there are none' },
  noClobber: { short: 'n', long: 'no-clobber', summary: 'overwrite no file' },
  noDereference: { short: 'P', long: 'no-dereference', summary: 'as -d' },
  preserve: { short: 'p', summary: 'keep mode and time' },
  preserveList: { long: 'preserve', value: 'LIST', optional: true, summary: 'as -p, whatever the LIST' },
  parents: { long: 'parents', summary: 'keep the directories of the source’s path' },
  recursive: { short: 'r', long: 'recursive', summary: 'copy directories with all that they hold' },
  recursiveToo: { short: 'R', summary: 'as -r' },
  update: { short: 'u', long: 'update', summary: 'overwrite older files only' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was copied' },
  ...destinationOptions,
} as const;

type Key = keyof typeof options;

const overwriteOf = (process: Process, order: readonly Key[]): CopyRules['overwrite'] => {
  const last = order.findLast((key) => key === 'interactive' || key === 'noClobber' || key === 'update');
  if (last === 'interactive') return createConfirm(process);
  return last === 'noClobber' ? 'never' : last === 'update' ? 'older' : 'always';
};

/** Makes the directories on the way to a target of `--parents`. */
const makeParents = (fs: FileSystem, path: string): void => {
  if (fs.find(path)) return;
  makeParents(fs, parentPath(path));
  fs.makeDirectory(path);
};

/** What a device or the end of a process substitution holds, as a file. */
const streamFile = async (process: Process, name: string): Promise<Named> => {
  const content = await readAll(process.open(name), process.memory);
  return {
    name,
    path: process.resolve(name),
    inode: { kind: 'file', content, mode: 0o666, mtime: process.host.now(), ino: 0, readOnly: false },
  };
};

/** The files that a source names; what is wrong with it is said. */
const sourceFiles = async (process: Process, copier: Copier, source: string): Promise<readonly Named[]> => {
  const files = await copier.guard('stat', source, async () =>
    process.resolve(source).startsWith('/dev/') ? [await streamFile(process, source)] : namedFiles(process, source),
  );
  return files || [];
};

export default defineCommand({
  name: 'cp',
  summary: 'Copy files',
  topic: 'files',
  options,
  dialect: destinationDialect,
  operands: destinationOperands,
  arity: destinationArity,
  description: [
    'When DESTINATION is a directory, the copies go into it. A copy of the résumé’s files can be changed; they themselves cannot. What you make is gone with the page.',
  ],
  examples: [
    { line: 'cp about mine && wc -l mine', shows: 'A copy of your own' },
    { line: 'cp -rv jobs /tmp', shows: 'A directory with what it holds' },
  ],
  statuses: { 1: 'a file could not be copied' },
  seeAlso: ['mv', 'rm'],
  run: async (process, { options: on, order, operands }) => {
    const { sources, targetOf } = readDestination(process, operands, on);
    const copier = new Copier(process, {
      recursive: on.recursive || on.recursiveToo || on.archive,
      preserve: on.preserve || on.archive || on.preserveList !== undefined,
      force: on.force,
      verbose: on.verbose,
      overwrite: overwriteOf(process, order),
    });
    for (const source of sources) {
      for (const file of await sourceFiles(process, copier, source)) {
        const target = on.parents ? joinPath(operands.at(-1) ?? '', file.name) : targetOf(file.name);
        if (on.parents) makeParents(process.fs, parentPath(process.resolve(target)));
        await copier.copy(file, target);
      }
    }
    return copier.status;
  },
});
