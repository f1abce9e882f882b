/** The loop that most text utilities share: lines in, lines out, batch by batch. */
import { openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { lineBatches } from '../../os/stream.ts';

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
