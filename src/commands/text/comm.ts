/** comm: compares two sorted files line by line. */

import { createSourceOpener, type LineSource } from '../../coreutils/lines.ts';
import { compareText } from '../../coreutils/order.ts';
import { defineCommand } from '../../os/command.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';

const options = {
  one: { short: '1', summary: 'leave out column 1: lines only in FILE1' },
  two: { short: '2', summary: 'leave out column 2: lines only in FILE2' },
  three: { short: '3', summary: 'leave out column 3: lines in both' },
  check: { long: 'check-order', summary: 'fail when an input is not sorted' },
  noCheck: { long: 'nocheck-order', summary: 'do not look whether the inputs are sorted' },
  output: { long: 'output-delimiter', value: 'STRING', summary: 'put STRING before columns instead of tabs' },
  total: { long: 'total', summary: 'print how many lines each column has' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

type Options = OptionValues<typeof options>;

/** Watches one input for lines out of order. */
class OrderedSource {
  readonly #source: LineSource;
  current: string | undefined;
  disordered = false;
  constructor(source: LineSource) {
    this.#source = source;
  }

  async advance(): Promise<void> {
    const next = await this.#source.next();
    this.disordered ||= next !== undefined && this.current !== undefined && compareText(this.current, next) > 0;
    this.current = next;
  }
}

const order = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return compareText(a, b);
};

const compare = async (process: Process, files: readonly [OrderedSource, OrderedSource], on: Options): Promise<number> => {
  const [first, second] = files;
  const shown = [!on.one, !on.two, !on.three];
  const delimiter = on.output === undefined ? '\t' : on.output || '\0';
  const newline = on.zero ? '\0' : '\n';
  const prefixes = shown.map((_, column) => delimiter.repeat(shown.slice(0, column).filter(Boolean).length));
  const totals = [0, 0, 0];
  const complained = new Set<number>();
  const out = createBatcher(process.stdout);
  await first.advance();
  await second.advance();
  while (first.current !== undefined || second.current !== undefined) {
    await process.pace();
    const difference = order(first.current, second.current);
    const column = difference < 0 ? 0 : difference > 0 ? 1 : 2;
    totals[column] = (totals[column] ?? 0) + 1;
    if (shown[column])
      await out.put(
        (prefixes[column] ?? '') + (first.current !== undefined && column !== 1 ? first.current : (second.current ?? '')) + newline,
      );
    if (column !== 1) await first.advance();
    if (column !== 0) await second.advance();
    for (const [i, file] of files.entries()) {
      const paired = totals[0] === 0 && totals[1] === 0;
      if (on.noCheck || !file.disordered || complained.has(i) || (paired && !on.check)) continue;
      complained.add(i);
      await warn(process, `file ${i + 1} is not in sorted order`);
      if (on.check) {
        await out.flush();
        return FAILURE;
      }
    }
  }
  if (on.total) await out.put(`${totals.join(delimiter)}${delimiter}total${newline}`);
  await out.flush();
  if (complained.size === 0) return SUCCESS;
  await warn(process, 'input is not in sorted order');
  return FAILURE;
};

export default defineCommand({
  name: 'comm',
  summary: 'Compare two sorted files line by line',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [
    { name: 'FILE1', kind: 'file' },
    { name: 'FILE2', kind: 'file' },
  ],
  description: [
    'Prints three columns: lines only in FILE1, lines only in FILE2, and lines in both. Either file may be -, the standard input.',
  ],
  examples: [{ line: 'ls | sort > /tmp/here; ls -a | sort | comm -12 /tmp/here -', shows: 'Lines that both have' }],
  statuses: { 1: 'a file could not be read, or is not sorted' },
  seeAlso: ['sort', 'uniq', 'join', 'diff'],
  run: (process, { options: on, operands: [first, second] }) => {
    const source = createSourceOpener(process.stdin, (path) => openInput(process, path), on.zero ? '\0' : '\n');
    return compare(process, [new OrderedSource(source(first)), new OrderedSource(source(second))], on);
  },
});
