/** Runs a script over files: to standard output, or with `-i` back into the files. */
import { CommandError, VfsError } from '../../os/failure.ts';
import { operandPaths } from '../../os/inputs.ts';
import { baseName, joinPath, parentPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { USAGE } from '../../os/status.ts';
import { createBuffer } from '../../os/stream.ts';
import { LineInput } from './input.ts';
import { type CycleRules, Interpreter } from './interpreter.ts';
import { Output, Outputs } from './output.ts';
import { PANIC, type Program } from './program.ts';

/** How a script is run. */
export interface ScriptRun {
  /** Pattern spaces are not printed by themselves. */
  readonly quiet: boolean;
  /** Where `l` breaks lines. */
  readonly lineLength: number;
  /** What lines end in. */
  readonly newline: string;
  /** Each file has a last line of its own. */
  readonly separate: boolean;
  /** Files are edited in place, and kept under this suffix unless it is empty. */
  readonly inPlace: string | undefined;
}

/** Fails for the first operand that cannot be edited; one that is not there is told by the reader. */
const checkEditable = (process: Process, operands: readonly string[]): void => {
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
class Edits {
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

/** Runs a script over files, or standard input; resolves to the exit status. */
export const runScript = async (process: Process, program: Program, operands: readonly string[], how: ScriptRun): Promise<number> => {
  const { newline, inPlace } = how;
  const edits = inPlace === undefined ? undefined : new Edits(process, newline);
  if (edits) checkEditable(process, operands);
  const input = new LineInput(process, operands, newline, how.separate || edits !== undefined);
  const outputs = new Outputs(process, newline);
  const rules: CycleRules = {
    quiet: how.quiet || program.quiet,
    lineLength: how.lineLength,
    newline,
    output: () => (edits ? edits.output(input) : outputs.standard),
  };
  try {
    for (const path of program.written) outputs.file(path);
    const status = await new Interpreter(process, program, input, outputs, rules).run();
    await edits?.write(input, inPlace ?? '');
    return status || (input.failed ? USAGE : 0);
  } finally {
    await outputs.close();
    await input.close();
  }
};
