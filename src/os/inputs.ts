/** The inputs and outputs that operands and options name: files, `-` for the standard streams, bare names. */
import type { Line } from '../term/style.ts';
import { defineExtension } from './extensions.ts';
import { VfsError } from './failure.ts';
import { writeLines } from './lines.ts';
import type { Process } from './process.ts';
import { quoteSubject } from './quote.ts';
import { demand, warn } from './report.ts';
import { FAILURE, SUCCESS } from './status.ts';
import { type Reader, readAll, type Writer } from './stream.ts';

/** One input that could be opened. */
export interface Input {
  /** As messages and headers name it: the operand, or the file's own name when a bare name stood for several. */
  readonly name: string;
  readonly reader: Reader;
  /** Absolute, for a file; undefined for standard input. */
  readonly path: string | undefined;
}

/** Hears of an input that cannot be opened; the rest go on unless it throws. */
export type Refused = (name: string, error: VfsError) => Promise<void>;

/** Inputs, each opened in its turn. */
export interface Inputs extends AsyncIterable<Input> {
  /** 1 once an input could not be opened. */
  readonly status: number;
}

/** What a person reads in place of `NAME: No such file or directory`, on so many columns; undefined where there is nothing better to say. */
export type Missing = (argv: readonly string[], name: string) => ((columns: number) => readonly Line[]) | undefined;

/** The key under which a machine may have it. */
export const missingKey = defineExtension<Missing>('what a missing file may have been meant to be');

const tell: (process: Process) => Refused = (process) => async (name, error) => {
  const { stderr, extensions } = process;
  const lines = stderr.isTty && error.code === 'ENOENT' ? extensions.find(missingKey)?.([process.name, ...process.args], name) : undefined;
  if (lines) await writeLines(stderr, lines(stderr.columns));
  else await warn(process, `${quoteSubject(name)}: ${error.message}`);
};

/** The paths of the files that an operand means; see FileSystem.locate. */
export const operandPaths = ({ fs, cwd }: Process, operand: string): readonly string[] => fs.locate(operand, cwd);

class OperandInputs implements Inputs {
  readonly #process: Process;
  readonly #operands: readonly string[];
  readonly #refused: Refused;
  status = SUCCESS;

  constructor(process: Process, operands: readonly string[], refused: Refused) {
    this.#process = process;
    this.#operands = operands;
    this.#refused = refused;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Input> {
    if (this.#operands.length === 0) yield { name: '', reader: this.#process.stdin, path: undefined };
    for (const operand of this.#operands) {
      if (operand === '-') yield { name: '-', reader: this.#process.stdin, path: undefined };
      else yield* this.#files(operand);
    }
  }

  async *#files(operand: string): AsyncGenerator<Input> {
    const paths = operandPaths(this.#process, operand);
    for (const path of paths) {
      const name = paths.length > 1 ? path.slice(path.lastIndexOf('/') + 1) : operand;
      // The empty name is no directory's.
      const reader = await this.#open(name, operand === '' ? '' : path);
      if (reader) yield { name, reader, path };
    }
  }

  async #open(name: string, path: string): Promise<Reader | undefined> {
    try {
      return this.#process.open(path);
    } catch (error) {
      if (!(error instanceof VfsError)) throw error;
      this.status = FAILURE;
      await this.#refused(name, error);
      return undefined;
    }
  }
}

/** Each operand's input in turn, or standard input when there are none. One that cannot be opened, as a directory cannot, is told unless `refused` does. */
export const openInputs = (process: Process, operands: readonly string[], refused: Refused = tell(process)): Inputs =>
  new OperandInputs(process, operands, refused);

/** The whole text of all inputs together. */
export const readInputs = async (process: Process, inputs: Inputs): Promise<string> => {
  const texts: string[] = [];
  for await (const { reader } of inputs) texts.push(await readAll(reader, process.memory));
  return texts.join('');
};

/** How the command fails when a file that it cannot do without is refused: as `NAME: WHAT: why`. */
export interface Refusal {
  /** The file's name unless given. */
  readonly what?: string;
  readonly status?: number;
}

/** The one input that everything depends on; `-` is standard input. */
export const openInput = (process: Process, operand: string, { what = quoteSubject(operand), status = FAILURE }: Refusal = {}): Reader =>
  operand === '-' ? process.stdin : demand(what, () => process.open(operand), status);

/** The file to which everything goes; undefined is standard output. */
export const createOutput = (
  process: Process,
  path: string | undefined,
  { what = quoteSubject(path ?? ''), status = FAILURE }: Refusal = {},
): Writer => (path === undefined ? process.stdout : demand(what, () => process.create(path), status));
