/** How a file's name looks on the terminal, and what a click on it runs. */

import { baseName } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { quoteWord } from '../../os/quote.ts';
import type { Inode } from '../../os/vfs.ts';
import type { Style } from '../../term/style.ts';
import { relativeTo } from './operand.ts';
import { isExecutable } from './status.ts';

const asOperand = (name: string): string => quoteWord(name.startsWith('-') ? `./${name}` : name);

/** The shortest operand by which the file is found again from here. */
const shortName = ({ fs, cwd }: Process, path: string): string => {
  const name = baseName(path);
  const [found, ...others] = fs.lookUp(name);
  return found === path && others.length === 0 ? name : relativeTo(cwd, path);
};

/** The style of the file at `path`: directories and programs have roles; each name leads to a line that shows what it holds. */
export const nameStyle = (process: Process, path: string, inode: Inode): Style => {
  if (inode.kind === 'directory') return { role: 'directory', run: `ls ${asOperand(relativeTo(process.cwd, path))}` };
  if (inode.kind === 'device') return { role: 'warn' };
  const name = baseName(path);
  if (isExecutable(inode)) return process.commands.has(name) ? { role: 'executable', run: name } : { role: 'executable' };
  return { run: `cat ${asOperand(shortName(process, path))}` };
};
