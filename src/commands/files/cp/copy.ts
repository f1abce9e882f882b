/** Copying files and trees, as cp does. */

import { type Confirm, cannot, warn } from '../../../coreutils/files/messages.ts';
import type { Named } from '../../../coreutils/files/operand.ts';
import { type Visit, walk } from '../../../coreutils/files/walk.ts';
import { quoteFile } from '../../../coreutils/text/quote.ts';
import { VfsError } from '../../../os/failure.ts';
import { parentPath } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import { FAILURE, SUCCESS } from '../../../os/status.ts';
import type { Inode } from '../../../os/vfs.ts';

/** What cp's options ask for. */
export interface Copying {
  readonly recursive: boolean;
  readonly preserve: boolean;
  readonly force: boolean;
  readonly verbose: boolean;
  readonly overwrite: 'always' | 'never' | 'older' | Confirm;
}

/** Files of the résumé cannot be written to; their copies can, or nobody could do anything with them. */
const writable = (inode: Inode, preserve: boolean): number => (inode.readOnly && !preserve ? inode.mode | 0o200 : inode.mode);

/** One call of cp. */
export class Copier {
  readonly #process: Process;
  readonly #copying: Copying;
  status = SUCCESS;

  constructor(process: Process, copying: Copying) {
    this.#process = process;
    this.#copying = copying;
  }

  /** Says `cannot ACT 'NAME': why`. */
  async fail(act: string, name: string, error: unknown): Promise<void> {
    this.status = FAILURE;
    await cannot(this.#process, act, name, error);
  }

  async #complain(message: string): Promise<void> {
    this.status = FAILURE;
    await warn(this.#process, message);
  }

  /** Copies a file or a tree to the name `target`. */
  async copy({ name, path, inode }: Named, target: string): Promise<void> {
    const to = this.#process.resolve(target);
    const there = this.#process.fs.find(to);
    if (inode.kind === 'directory' && !this.#copying.recursive)
      return this.#complain(`-r not specified; omitting directory ${quoteFile(name)}`);
    if (there === inode) return this.#complain(`${quoteFile(name)} and ${quoteFile(target)} are the same file`);
    if (inode.kind === 'directory' && `${to}/`.startsWith(`${path}/`)) {
      return this.#complain(`cannot copy a directory, ${quoteFile(name)}, into itself, ${quoteFile(target)}`);
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
      if (this.#copying.preserve && there && !there.readOnly) fs.setTime(to, visit.inode.mtime);
      return;
    }
    if (visit.phase === 'enter') {
      visit.descend = await this.#directory(visit, target, to);
      return;
    }
    if (there?.kind === 'directory') return this.#complain(`cannot overwrite directory ${quoteFile(target)} with non-directory`);
    if (there && !(await this.#mayOverwrite(visit.inode, there, target))) return;
    try {
      await this.#file(visit.inode, to);
    } catch (error) {
      return this.fail('create regular file', target, error);
    }
    await this.#tell(visit.name, target);
  }

  async #tell(name: string, target: string): Promise<void> {
    if (this.#copying.verbose) await this.#process.stdout.write(`${quoteFile(name)} -> ${quoteFile(target)}\n`);
  }

  /** False when what the directory holds has nowhere to go. */
  async #directory(visit: Visit, target: string, to: string): Promise<boolean> {
    const { fs } = this.#process;
    const there = fs.find(to);
    if (there?.kind === 'directory') return true;
    if (there) {
      await this.#complain(`cannot overwrite non-directory ${quoteFile(target)} with directory ${quoteFile(visit.name)}`);
      return false;
    }
    try {
      fs.makeDirectory(to, writable(visit.inode, false));
    } catch (error) {
      await this.fail('create directory', target, error);
      return false;
    }
    await this.#tell(visit.name, target);
    return true;
  }

  async #mayOverwrite(source: Inode, there: Inode, target: string): Promise<boolean> {
    const { overwrite } = this.#copying;
    if (overwrite === 'older') return source.mtime > there.mtime;
    if (typeof overwrite === 'string') return overwrite === 'always';
    return overwrite(`overwrite ${quoteFile(target)}?`);
  }

  async #file(inode: Inode, to: string): Promise<void> {
    const { fs, umask } = this.#process;
    if (!fs.find(parentPath(to))) throw new VfsError('ENOENT');
    const isNew = !fs.find(to);
    const content = inode.kind === 'file' ? inode.content : '';
    try {
      fs.writeFile(to, content);
    } catch (error) {
      if (!(this.#copying.force && error instanceof VfsError && error.code === 'EACCES')) throw error;
      fs.unlink(to);
      fs.writeFile(to, content);
    }
    const { preserve } = this.#copying;
    if (isNew || preserve) fs.setMode(to, writable(inode, preserve) & (preserve ? 0o777 : 0o777 & ~umask));
    if (preserve) fs.setTime(to, inode.mtime);
  }
}
