/** cp: copies files. */

import { destinationOptions, readDestination } from '../../coreutils/files/destination.ts';
import { createConfirm } from '../../coreutils/files/messages.ts';
import { type Named, namedFiles } from '../../coreutils/files/operand.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { joinPath, parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { readAll } from '../../os/stream.ts';
import type { FileSystem } from '../../os/vfs.ts';
import { Copier, type Copying } from './cp/copy.ts';

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

const overwriteOf = (process: Process, order: readonly Key[]): Copying['overwrite'] => {
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
  const content = await readAll(process.open(name));
  return {
    name,
    path: process.resolve(name),
    inode: { kind: 'file', content, mode: 0o666, mtime: process.host.now(), ino: 0, readOnly: false },
  };
};

/** The files that a source names; what is wrong with it is said. */
const sourceFiles = async (process: Process, copier: Copier, source: string): Promise<readonly Named[]> => {
  try {
    if (process.resolve(source).startsWith('/dev/')) return [await streamFile(process, source)];
    return namedFiles(process, source);
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    await copier.fail('stat', source, error);
    return [];
  }
};

export default defineCommand({
  name: 'cp',
  summary: 'Copy files',
  topic: 'files',
  options,
  operands: [
    { name: 'SOURCE', kind: 'file', repeat: true },
    { name: 'DESTINATION', kind: 'file' },
  ],
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
