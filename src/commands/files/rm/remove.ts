/** Removing files and trees, as rm does. */

import { type Confirm, cannot, warn } from '../../../coreutils/files/messages.ts';
import { lastComponent, statOperand } from '../../../coreutils/files/operand.ts';
import { type Visit, walk } from '../../../coreutils/files/walk.ts';
import { quoteFile } from '../../../coreutils/text/quote.ts';
import { VfsError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { FAILURE, SUCCESS } from '../../../os/status.ts';
import type { Inode } from '../../../os/vfs.ts';

/** What rm's options ask for. */
export interface Removal {
  readonly recursive: boolean;
  readonly directories: boolean;
  readonly force: boolean;
  readonly verbose: boolean;
  readonly keepRoot: boolean;
  /** Asked before each removal, when there is one. */
  readonly confirm: Confirm | undefined;
}

const kindText = (inode: Inode): string =>
  inode.kind === 'directory'
    ? 'directory'
    : inode.kind === 'device'
      ? 'character special file'
      : inode.content === ''
        ? 'regular empty file'
        : 'regular file';

const isMissing = (error: unknown): boolean => error instanceof VfsError && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** One call of rm. */
export class Remover {
  readonly #process: Process;
  readonly #removal: Removal;
  status = SUCCESS;
  /** Whether something of the résumé was to be removed. */
  refused = false;

  constructor(process: Process, removal: Removal) {
    this.#process = process;
    this.#removal = removal;
  }

  async #fail(name: string, error: unknown): Promise<void> {
    this.status = FAILURE;
    if (error instanceof VfsError && error.code === 'EROFS') this.refused = true;
    await cannot(this.#process, 'remove', name, error);
  }

  async #complain(message: string): Promise<void> {
    this.status = FAILURE;
    await warn(this.#process, message);
  }

  async operand(operand: string): Promise<void> {
    const { recursive, directories, force, keepRoot } = this.#removal;
    let inode: Inode;
    try {
      inode = statOperand(this.#process, operand);
    } catch (error) {
      if (!(force && isMissing(error))) await this.#fail(operand, error);
      return;
    }
    const path = this.#process.resolve(operand);
    if (inode.kind === 'directory' && !recursive && !directories) return this.#fail(operand, new VfsError('EISDIR'));
    if (recursive && /^\.{1,2}$/.test(lastComponent(operand))) {
      return this.#complain(`refusing to remove '.' or '..' directory: skipping ${quoteFile(operand)}`);
    }
    if (recursive && path === '/' && keepRoot) {
      this.refused = true;
      await this.#complain(`it is dangerous to operate recursively on ${quoteFile(operand)}`);
      return this.#complain('use --no-preserve-root to override this failsafe');
    }
    await this.#tree(operand, path, inode);
  }

  async #tree(operand: string, path: string, inode: Inode): Promise<void> {
    // Directories that still hold something that could not be removed, or was to be kept.
    const kept = new Set<string>();
    for (const visit of walk(this.#process.fs, operand, path, inode)) {
      await this.#process.pace();
      if (visit.phase === 'enter') {
        visit.descend = this.#removal.recursive && (await this.#mayDescend(visit));
        if (!visit.descend && this.#removal.recursive) kept.add(visit.path);
        continue;
      }
      const removed = !kept.has(visit.path) && (await this.#remove(visit));
      if (!removed) kept.add(visit.path.slice(0, visit.path.lastIndexOf('/')));
    }
  }

  async #mayDescend({ name, inode }: Visit): Promise<boolean> {
    const { confirm } = this.#removal;
    if (!confirm || inode.kind !== 'directory' || inode.entries.size === 0) return true;
    return confirm(`descend into directory ${quoteFile(name)}?`);
  }

  async #remove({ name, path, inode }: Visit): Promise<boolean> {
    const { confirm, verbose } = this.#removal;
    if (confirm && !(await confirm(`remove ${kindText(inode)} ${quoteFile(name)}?`))) return false;
    try {
      if (inode.kind === 'directory') this.#process.fs.removeDirectory(path);
      else this.#process.fs.unlink(path);
    } catch (error) {
      await this.#fail(name, error);
      return false;
    }
    if (verbose)
      await this.#process.stdout.write(
        `${inode.kind === 'directory' ? `removed directory ${quoteFile(name)}` : `removed ${quoteFile(name)}`}\n`,
      );
    return true;
  }
}
