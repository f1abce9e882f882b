/** comm: compares two sorted files line by line. */

import { createSourceOpener, type LineSource } from '../../coreutils/lines.ts';
import { compareText } from '../../coreutils/order.ts';
import { nextOf, OrderCheck, orderOptions, pairOperands, SortedInput } from '../../coreutils/sorted.ts';
import { defineCommand } from '../../os/command.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher } from '../../os/stream.ts';

const options = {
  one: { short: '1', summary: 'leave out column 1: lines only in FILE1' },
  two: { short: '2', summary: 'leave out column 2: lines only in FILE2' },
  three: { short: '3', summary: 'leave out column 3: lines in both' },
  ...orderOptions,
  output: { long: 'output-delimiter', value: 'STRING', summary: 'put STRING before columns instead of tabs' },
  total: { long: 'total', summary: 'print how many lines each column has' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

type Options = OptionValues<typeof options>;

const compare = async (process: Process, sources: readonly [LineSource, LineSource], on: Options): Promise<number> => {
  const shown = [!on.one, !on.two, !on.three];
  const delimiter = on.output === undefined ? '\t' : on.output || '\0';
  const newline = on.zero ? '\0' : '\n';
  const prefixes = shown.map((_, column) => delimiter.repeat(shown.slice(0, column).filter(Boolean).length));
  const totals = [0, 0, 0];
  const out = createBatcher(process.stdout);
  const order = new OrderCheck(process, on, out);
  const disordered = [false, false];
  const [first, second] = sources.map((source, i) => {
    const rules = { read: (text: string) => text, compare: compareText, disordered: () => void (disordered[i] = true) };
    return new SortedInput(source, rules);
  }) as [SortedInput<string>, SortedInput<string>];
  await first.advance();
  await second.advance();
  while (first.current !== undefined || second.current !== undefined) {
    await process.pace();
    const difference = nextOf(first.current, second.current, compareText);
    const column = difference < 0 ? 0 : difference > 0 ? 1 : 2;
    totals[column] = (totals[column] ?? 0) + 1;
    if (shown[column]) await out.put(`${prefixes[column]}${difference > 0 ? second.current : first.current}${newline}`);
    order.unpairable ||= column !== 2;
    if (column !== 1) await first.advance();
    if (column !== 0) await second.advance();
    for (const [i, file] of disordered.entries()) if (file) await order.tell(i, `file ${i + 1} is not in sorted order`);
  }
  if (on.total) await out.put(`${totals.join(delimiter)}${delimiter}total${newline}`);
  return order.finish();
};

export default defineCommand({
  name: 'comm',
  summary: 'Compare two sorted files line by line',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: pairOperands,
  description: [
    'Prints three columns: lines only in FILE1, lines only in FILE2, and lines in both. Either file may be -, the standard input.',
  ],
  examples: [{ line: 'ls | sort > /tmp/here; ls -a | sort | comm -12 /tmp/here -', shows: 'Lines that both have' }],
  statuses: { 1: 'a file could not be read, or is not sorted' },
  seeAlso: ['sort', 'uniq', 'join', 'diff'],
  run: (process, { options: on, operands: [first, second] }) => {
    const source = createSourceOpener(process.stdin, (path) => openInput(process, path), on.zero ? '\0' : '\n');
    return compare(process, [source(first), source(second)], on);
  },
});
