/** Lines of inputs: batch by batch, one by one, and how many may be held. */
import { openInputs } from '../os/inputs.ts';
import type { Account } from '../os/ledger.ts';
import { HELD_TEXT, LimitError } from '../os/limits.ts';
import type { Process } from '../os/process.ts';
import { lineBatches, type Reader } from '../os/stream.ts';

/** Lines that a long loop handles before it asks whether to pause. */
const PACE_LINES = 256;

/** A batch of lines with the input that they are from. */
export interface Batch {
  readonly lines: readonly string[];
  /** False when the last line has no newline. */
  readonly terminated: boolean;
}

/** Runs `take` over every batch of every input that opens; resolves to 1 when one did not, else to 0. */
export const eachBatch = async (
  process: Process,
  operands: readonly string[],
  take: (batch: Batch) => Promise<void>,
  newline = '\n',
): Promise<number> => {
  const inputs = openInputs(process, operands);
  for await (const { reader } of inputs) {
    for await (const batch of lineBatches(reader, newline)) await take(batch);
  }
  return inputs.status;
};

/** Every line through `change`, pausing now and then. */
export const mapLines = async <T>(process: Process, lines: readonly string[], change: (line: string) => T): Promise<T[]> => {
  const changed: T[] = [];
  for (const line of lines) {
    if (changed.length % PACE_LINES === 0) await process.pace();
    changed.push(change(line));
  }
  return changed;
};

/** Prints each line of the inputs as `change` makes it; a last line without newline stays without. */
export const transformLines = (process: Process, operands: readonly string[], change: (line: string) => string): Promise<number> =>
  eachBatch(process, operands, async ({ lines, terminated }) => {
    const changed = await mapLines(process, lines, change);
    await process.stdout.write(changed.join('\n') + (terminated ? '\n' : ''));
  });

/** Lines of an input, each handed out once. */
export interface LineSource {
  /** The next line without its newline; undefined at the end. */
  next(): Promise<string | undefined>;
}

/** Takes lines off `reader`. */
export const createLineSource = (reader: Reader, newline = '\n'): LineSource => {
  const batches = lineBatches(reader, newline);
  let lines: readonly string[] = [];
  let at = 0;
  return {
    next: async () => {
      while (at >= lines.length) {
        const { value, done } = await batches.next();
        if (done) return undefined;
        lines = value.lines;
        at = 0;
      }
      return lines[at++];
    },
  };
};

/** Opens `operand` (`-` is standard input) with the given opener and takes its lines; the same operand `-` shares one source. */
export const createSourceOpener = (stdin: Reader, open: (path: string) => Reader, newline = '\n'): ((operand: string) => LineSource) => {
  const shared = createLineSource(stdin, newline);
  return (operand) => (operand === '-' ? shared : createLineSource(open(operand), newline));
};

/** Lines that a command keeps at once. */
export const HELD_LINES = 2_000_000;

/** Throws LimitError when these are too many lines, or too much text, to keep; `memory` is charged with the text that is kept now. */
export const checkHeld = (lines: number, characters: number, memory?: Account): void => {
  if (lines > HELD_LINES) throw new LimitError('lines held at once', HELD_LINES);
  if (characters > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
  memory?.reach(characters);
};

/** Characters of all lines. */
export const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** The parts of a text between separators; throws LimitError when there are too many. */
export const splitHeld = (text: string, separator: string): string[] => {
  const parts = text.split(separator, HELD_LINES + 2);
  checkHeld(parts.length - 1, 0);
  return parts;
};
