/** `sed -i`: output goes back into the files that it is from. */
import { CommandError, VfsError } from '../../os/failure.ts';
import { operandPaths } from '../../os/inputs.ts';
import { baseName, joinPath, parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { createBuffer } from '../../os/stream.ts';
import type { LineInput } from './input.ts';
import { Output } from './output.ts';
import { PANIC } from './program.ts';

/** Fails for the first operand that cannot be edited; one that is not there is the reader's to complain of. */
export const checkEditable = (process: Process, operands: readonly string[]): void => {
  for (const operand of operands) {
    for (const path of operandPaths(process, operand)) {
      const inode = process.fs.find(path);
      if (inode && inode.kind !== 'file') throw new CommandError(`couldn't edit ${operand}: not a regular file`, PANIC);
      if (inode?.readOnly) throw new CommandError(`couldn't edit ${operand}: ${new VfsError('EROFS').message}`, PANIC);
    }
  }
};

/** `*` in a suffix stands for the file's name; without one the suffix is added to it. */
const backupPath = (path: string, suffix: string): string => {
  const name = baseName(path);
  const backup = suffix.includes('*') ? suffix.replaceAll('*', name) : name + suffix;
  return backup.startsWith('/') ? backup : joinPath(parentPath(path), backup);
};

/** Collects what is printed for each file, and writes it back at the end. */
export class Edits {
  readonly #process: Process;
  readonly #newline: string;
  readonly #buffers = new Map<string, { readonly output: Output; text(): string }>();

  constructor(process: Process, newline: string) {
    this.#process = process;
    this.#newline = newline;
  }

  #buffer(path: string): { readonly output: Output; text(): string } {
    let entry = this.#buffers.get(path);
    if (!entry) {
      const buffer = createBuffer();
      entry = { output: new Output(buffer, this.#newline), text: buffer.text };
      this.#buffers.set(path, entry);
    }
    return entry;
  }

  /** The output for the file that is being read. */
  output(input: LineInput): Output {
    return this.#buffer(input.current?.file.path ?? '').output;
  }

  /** Replaces the files that were read, after keeping the old ones under `suffix`, unless that is empty. */
  async write(input: LineInput, suffix: string): Promise<void> {
    for (const path of input.paths) {
      const { output, text } = this.#buffer(path);
      await output.flush();
      if (suffix !== '') this.#process.fs.writeFile(backupPath(path, suffix), this.#process.fs.readFile(path));
      this.#process.fs.writeFile(path, text());
    }
  }
}
