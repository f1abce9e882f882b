/** rm: removes files. */

import { lastComponent, statOperand, type Visit, walk } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { attempt, type Confirm, createConfirm, warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import type { Inode } from '../../os/vfs.ts';

/** What rm's options ask for. */
interface RemoveRules {
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

const isMissing = ({ code }: VfsError): boolean => code === 'ENOENT' || code === 'ENOTDIR';

/** One call of rm. */
class Remover {
  readonly #process: Process;
  readonly #rules: RemoveRules;
  status = SUCCESS;
  /** Whether something of the résumé was to be removed. */
  refused = false;

  constructor(process: Process, rules: RemoveRules) {
    this.#process = process;
    this.#rules = rules;
  }

  async #fail(name: string, { code, message }: VfsError): Promise<void> {
    if (code === 'EROFS') this.refused = true;
    await this.#warn(`cannot remove ${quoteFile(name)}: ${message}`);
  }

  async #warn(message: string): Promise<void> {
    this.status = FAILURE;
    await warn(this.#process, message);
  }

  async operand(operand: string): Promise<void> {
    const { recursive, directories, force, keepRoot } = this.#rules;
    const inode = attempt(() => statOperand(this.#process, operand));
    if (inode instanceof VfsError) {
      if (!(force && isMissing(inode))) await this.#fail(operand, inode);
      return;
    }
    const path = this.#process.resolve(operand);
    if (inode.kind === 'directory' && !recursive && !directories) return this.#fail(operand, new VfsError('EISDIR'));
    if (recursive && /^\.{1,2}$/.test(lastComponent(operand))) {
      return this.#warn(`refusing to remove '.' or '..' directory: skipping ${quoteFile(operand)}`);
    }
    if (recursive && path === '/' && keepRoot) {
      this.refused = true;
      await this.#warn(`it is dangerous to operate recursively on ${quoteFile(operand)}`);
      return this.#warn('use --no-preserve-root to override this failsafe');
    }
    await this.#tree(operand, path, inode);
  }

  async #tree(operand: string, path: string, inode: Inode): Promise<void> {
    // Directories that still hold something that could not be removed, or was to be kept.
    const kept = new Set<string>();
    for (const visit of walk(this.#process.fs, operand, path, inode)) {
      await this.#process.pace();
      if (visit.phase === 'enter') {
        visit.descend = this.#rules.recursive && (await this.#mayDescend(visit));
        if (!visit.descend && this.#rules.recursive) kept.add(visit.path);
        continue;
      }
      const removed = !kept.has(visit.path) && (await this.#remove(visit));
      if (!removed) kept.add(visit.path.slice(0, visit.path.lastIndexOf('/')));
    }
  }

  async #mayDescend({ name, inode }: Visit): Promise<boolean> {
    const { confirm } = this.#rules;
    if (!confirm || inode.kind !== 'directory' || inode.entries.size === 0) return true;
    return confirm(`descend into directory ${quoteFile(name)}?`);
  }

  async #remove({ name, path, inode }: Visit): Promise<boolean> {
    const { confirm, verbose } = this.#rules;
    if (confirm && !(await confirm(`remove ${kindText(inode)} ${quoteFile(name)}?`))) return false;
    const { fs } = this.#process;
    const refusal = attempt(() => (inode.kind === 'directory' ? fs.removeDirectory(path) : fs.unlink(path)));
    if (refusal instanceof VfsError) {
      await this.#fail(name, refusal);
      return false;
    }
    if (verbose)
      await this.#process.stdout.write(
        `${inode.kind === 'directory' ? `removed directory ${quoteFile(name)}` : `removed ${quoteFile(name)}`}\n`,
      );
    return true;
  }
}

const options = {
  directories: { short: 'd', long: 'dir', summary: 'remove empty directories, too' },
  force: { short: 'f', long: 'force', summary: 'mind no file that is not there, and never ask' },
  interactive: { short: 'i', summary: 'ask before each removal' },
  once: { short: 'I', summary: 'ask once before more than three files, or a tree, are removed' },
  recursive: { short: 'r', long: 'recursive', summary: 'remove directories with all that they hold' },
  recursiveToo: { short: 'R', summary: 'as -r' },
  keepRoot: { long: 'preserve-root', summary: 'do not remove /, which is the default' },
  noKeepRoot: { long: 'no-preserve-root', summary: 'take / like any other directory' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was removed' },
} as const;

type Key = keyof typeof options;

/** The one question of `-I`; true to go on. */
const askOnce = async (process: Process, operands: readonly string[], recursive: boolean): Promise<boolean> => {
  if (operands.length <= 3 && !recursive) return true;
  const { length } = operands;
  const things = `${length} ${length === 1 ? 'argument' : 'arguments'}`;
  return createConfirm(process)(recursive ? `remove ${things} recursively?` : `remove ${things}?`);
};

/** The last of the options that say what is asked before removing. */
const promptOf = (order: readonly Key[]): 'force' | 'interactive' | 'once' | undefined =>
  order.findLast((key) => key === 'force' || key === 'interactive' || key === 'once');

const remark = async ({ stderr }: Process): Promise<void> => {
  if (!stderr.isTty) return;
  await stderr.write('A career is not removed that easily: the résumé is read-only. What you make yourself can go. Still here: ', {
    role: 'hint',
  });
  await stderr.write('cat about', { role: 'command', run: 'cat about' });
  await stderr.write('\n');
};

const run = async (
  process: Process,
  on: OptionValues<typeof options>,
  order: readonly Key[],
  operands: readonly string[],
): Promise<number> => {
  const prompt = promptOf(order);
  const recursive = on.recursive || on.recursiveToo;
  if (prompt === 'once' && !(await askOnce(process, operands, recursive))) return SUCCESS;
  const remover = new Remover(process, {
    recursive,
    directories: on.directories,
    force: prompt === 'force',
    verbose: on.verbose,
    keepRoot: order.lastIndexOf('noKeepRoot') <= order.lastIndexOf('keepRoot'),
    confirm: prompt === 'interactive' ? createConfirm(process) : undefined,
  });
  for (const operand of operands) await remover.operand(operand);
  if (remover.refused) await remark(process);
  return remover.status;
};

export default defineCommand({
  name: 'rm',
  summary: 'Remove files',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  arity: ({ order }) => (promptOf(order) === 'force' ? { least: 0 } : {}),
  description: ['The résumé is read-only and stays; what you made yourself can be removed.'],
  examples: [
    { line: 'touch note && rm -v note', shows: 'Remove a file of your own' },
    { line: 'mkdir -p a/b && rm -r a', shows: 'Remove a directory with what it holds' },
    { line: 'rm -rf jobs; ls jobs', shows: 'The résumé stays' },
  ],
  statuses: { 1: 'a file could not be removed' },
  seeAlso: ['rmdir', 'mv'],
  run: (process, { options: on, order, operands }) => run(process, on, order, operands),
});
