/** tee: copies its input to the output and to files. */

import { defineCommand } from '../../os/command.ts';
import { BrokenPipe, VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quoteSubject } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import type { Writer } from '../../os/stream.ts';

export default defineCommand({
  name: 'tee',
  summary: 'Copy the input to the output and to files',
  topic: 'text',
  options: {
    append: { short: 'a', long: 'append', summary: 'add to the files instead of replacing them' },
    ignoreInterrupts: { short: 'i', long: 'ignore-interrupts', summary: 'nothing: Ctrl-C ends the whole line here' },
    pipe: { short: 'p', summary: 'go on writing to files when nobody reads the output' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'ls jobs | tee /tmp/jobs | wc -l', shows: 'Keeps a copy of what passes by' }],
  statuses: { 1: 'a file could not be written' },
  seeAlso: ['cat'],
  run: async (process, { options: on, operands }) => {
    let status = SUCCESS;
    let writers: Writer[] = [process.stdout];
    for (const operand of operands) {
      const writer = await guard(process, quoteSubject(operand), () => process.create(operand, on.append));
      if (writer) writers.push(writer);
      else status = FAILURE;
    }
    for (let chunk = await process.stdin.read(); chunk !== null && writers.length > 0; chunk = await process.stdin.read()) {
      for (const writer of writers) {
        try {
          await writer.write(chunk);
        } catch (error) {
          if (!(on.pipe && error instanceof BrokenPipe) && !(error instanceof VfsError)) throw error;
          writers = writers.filter((each) => each !== writer);
        }
      }
    }
    for (const writer of writers) if (writer !== process.stdout) writer.close();
    return status;
  },
});
