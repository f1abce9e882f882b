/** Shows files in the pager, or copies them where there is no terminal: what less and more share. */

import { CommandError } from '../../../os/failure.ts';
import { openInputs, operandPaths } from '../../../os/inputs.ts';
import type { Process } from '../../../os/process.ts';
import { quoteSubject } from '../../../os/quote.ts';
import { carryOn, guard } from '../../../os/report.ts';
import { FAILURE } from '../../../os/status.ts';
import type { Source } from '../../../tui/pager/model.ts';
import type { PageOptions } from '../../../tui/pager.ts';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const sourceOf = async (process: Process, name: string, path: string): Promise<Source> => {
  const inode = process.fs.stat(path);
  if (inode.kind === 'directory') throw new CommandError(`${name} is a directory`);
  if (inode.kind === 'device') return { name, reader: process.open(path) };
  const { display } = inode;
  if (display) return { name, layout: await display(process.env) };
  process.fs.readFile(path);
  return { name, text: () => process.fs.readFile(path) };
};

/** The sources of all operands that can be read; of the others it is said on stderr why not. */
const openSources = async (process: Process, operands: readonly string[]): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    if (operand === '-') {
      sources.push({ name: '', reader: process.stdin });
      continue;
    }
    const paths = operandPaths(process, operand);
    for (const path of paths) {
      const name = paths.length > 1 ? baseName(path) : operand;
      await carryOn(process, async () => {
        await guard(process, quoteSubject(name), async () => sources.push(await sourceOf(process, name, path)));
      });
    }
  }
  return sources;
};

const copy = async (process: Process, operands: readonly string[]): Promise<number> => {
  const inputs = openInputs(process, operands);
  for await (const { reader } of inputs) {
    for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) await process.stdout.write(chunk);
  }
  return inputs.status;
};

/** Runs a pager's command; resolves to its exit status. */
export const show = async (process: Process, operands: readonly string[], options: PageOptions): Promise<number> => {
  if (!process.tty || !process.stdout.isTty) return copy(process, operands);
  if (operands.length === 0 && process.stdin.isTty) throw new CommandError(`Missing filename ("${process.name} --help" for help)`);
  const [source, ...others] = await openSources(process, operands);
  if (!source) return FAILURE;
  const { page } = await import('../../../tui/pager.ts');
  return page(process, [source, ...others], options);
};
