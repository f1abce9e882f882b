/** strings: prints the runs of printable characters in files. */
import { toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { plain } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';
import { createBatcher, readAll } from '../../os/stream.ts';

const options = {
  all: { short: 'a', long: 'all', summary: 'nothing: the whole file is searched anyway' },
  names: { short: 'f', long: 'print-file-name', summary: 'print the name of the file before each run' },
  least: { short: 'n', long: 'bytes', value: 'NUMBER', summary: 'print runs of at least NUMBER characters instead of 4' },
  radix: { short: 't', long: 'radix', value: 'RADIX', summary: 'print where each run begins, in d, o or x' },
} as const;

const radixes: ReadonlyMap<string, number> = new Map([
  ['d', 10],
  ['o', 8],
  ['x', 16],
]);

export default defineCommand({
  name: 'strings',
  summary: 'Print the text in files',
  topic: 'text',
  options,
  dialect: plain,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'strings -n 20 resume.json | head -n 3', shows: 'The longer texts' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['od', 'xxd'],
  filter: true,
  run: async (process, { options: { least = '4', radix, names }, operands }) => {
    if (!/^[1-9]\d{0,6}$/.test(least)) throw new UsageError(`invalid minimum string length ${least}`);
    const base = radix === undefined ? undefined : radixes.get(radix);
    if (radix !== undefined && base === undefined) throw new UsageError(`invalid radix ${quote(radix)}`);
    const run = new RegExp(`[\\t -~]{${least},}`, 'g');
    const inputs = openInputs(process, operands);
    const out = createBatcher(process.stdout);
    for await (const { name, reader } of inputs) {
      const head = names ? `${name === '' ? '{standard input}' : name}: ` : '';
      for (const { index, 0: text } of toBytes(await readAll(reader, process.memory)).matchAll(run))
        await out.put(`${head}${base === undefined ? '' : `${index.toString(base).padStart(7)} `}${text}\n`);
    }
    await out.flush();
    return inputs.status;
  },
});
