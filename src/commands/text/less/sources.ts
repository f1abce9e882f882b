/** What a pager's operands stand for: entries set for reading, files, devices, standard input. */
import { CommandError } from '../../../os/failure.ts';
import { complain, operandPaths } from '../../../os/inputs.ts';
import type { Process } from '../../../os/process.ts';
import type { Source } from '../../../tui/pager/model.ts';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const sourceOf = (process: Process, name: string, path: string): Source => {
  const inode = process.fs.stat(path);
  if (inode.kind === 'directory') throw new CommandError(`${name} is a directory`);
  if (inode.kind === 'device') return { name, reader: process.open(path) };
  const { display } = inode;
  if (display) return { name, layout: display };
  process.fs.readFile(path);
  return { name, text: () => process.fs.readFile(path) };
};

/** The sources of all operands that can be read; of the others it is said on stderr why not. */
export const openSources = async (process: Process, operands: readonly string[]): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    if (operand === '-') {
      sources.push({ name: '', reader: process.stdin });
      continue;
    }
    const paths = operandPaths(process, operand);
    for (const path of paths) {
      const name = paths.length > 1 ? baseName(path) : operand;
      try {
        sources.push(sourceOf(process, name, path));
      } catch (error) {
        if (error instanceof CommandError) await process.stderr.write(`${process.name}: ${error.message}\n`, { role: 'bad' });
        else await complain(process, name, error);
      }
    }
  }
  return sources;
};
