/** The input operands of a command: files, `-` for standard input, bare names; standard input when there are none. */
import { VfsError } from './failure.ts';
import type { Process } from './process.ts';
import { type Reader, readAll } from './stream.ts';

/** One input that could be opened. */
export interface Input {
  /** As messages and headers name it: the operand, or the file's own name when a bare name stood for several. */
  readonly name: string;
  readonly reader: Reader;
  /** Absolute, for a file; undefined for standard input. */
  readonly path: string | undefined;
}

/** Says `NAME: PATH: why` on stderr, as every utility does for a file that it cannot use. */
export const complain = (process: Process, path: string, error: unknown): Promise<void> => {
  if (!(error instanceof VfsError)) throw error;
  return process.stderr.write(`${process.name}: ${path}: ${error.message}\n`, { role: 'bad' });
};

/** The paths of the files that an operand means; see FileSystem.locate. */
export const operandPaths = ({ fs, cwd }: Process, operand: string): readonly string[] => fs.locate(operand, cwd);

/**
 * Opens each operand in turn; `onFailure` hears of one that cannot be opened (by default it is said on stderr), and the
 * rest go on. Directories fail with EISDIR.
 */
export async function* openInputs(
  process: Process,
  operands: readonly string[],
  onFailure: (operand: string, error: unknown) => Promise<void> = (operand, error) => complain(process, operand, error),
): AsyncGenerator<Input> {
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    if (operand === '-') {
      yield { name: operands.length === 0 ? '' : '-', reader: process.stdin, path: undefined };
      continue;
    }
    const paths = operandPaths(process, operand);
    for (const path of paths) {
      const name = paths.length > 1 ? path.slice(path.lastIndexOf('/') + 1) : operand;
      try {
        const reader = process.open(path);
        yield { name, reader, path };
      } catch (error) {
        await onFailure(name, error);
      }
    }
  }
}

/** The whole text of all inputs together; `failed` tells whether one could not be opened. */
export const readInputs = async (
  process: Process,
  operands: readonly string[],
): Promise<{ readonly text: string; readonly failed: boolean }> => {
  let failed = false;
  const texts: string[] = [];
  const inputs = openInputs(process, operands, async (operand, error) => {
    failed = true;
    await complain(process, operand, error);
  });
  for await (const { reader } of inputs) texts.push(await readAll(reader, process.memory));
  return { text: texts.join(''), failed };
};
