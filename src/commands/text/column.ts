/** column: sets lines in columns, or as a table. */

import { splitHeld } from '../../coreutils/text/held.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, VfsError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';
import { columnate, tabulate } from './column/layout.ts';

const number = (text: string | undefined, otherwise: number, what: string): number => {
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new CommandError(`invalid ${what} argument: '${text}'`);
  return Number(text);
};

const list = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(','));

export default defineCommand({
  name: 'column',
  summary: 'Set lines in columns, or as a table',
  topic: 'text',
  options: {
    table: { short: 't', long: 'table', summary: 'make a table of the lines’ words' },
    separator: { short: 's', long: 'separator', value: 'CHARS', summary: 'each of CHARS ends a cell of the table' },
    output: { short: 'o', long: 'output-separator', value: 'STRING', summary: 'put STRING between cells instead of two spaces' },
    width: { short: 'c', long: 'output-width', value: 'WIDTH', summary: 'use WIDTH columns instead of the terminal’s' },
    across: { short: 'x', long: 'fillrows', summary: 'fill rows before columns' },
    names: { short: 'N', long: 'table-columns', value: 'NAMES', summary: 'head the table’s columns with these names' },
    right: { short: 'R', long: 'table-right', value: 'COLUMNS', summary: 'set these columns flush right, by name or number' },
    noHeadings: { short: 'd', long: 'table-noheadings', summary: 'do not print the names' },
    limit: { short: 'l', long: 'table-columns-limit', value: 'NUM', summary: 'make no more than NUM columns' },
    keepEmpty: { short: 'L', long: 'keep-empty-lines', summary: 'do not leave out empty lines' },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'ls jobs | column', shows: 'A list in columns' },
    { line: "printf 'slug:year\\ngrab:2022\\n' | column -t -s :", shows: 'A table' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['paste', 'pr'],
  run: async (process, { options: on, operands }) => {
    const width = number(on.width, process.stdout.columns, 'columns');
    const limit = number(on.limit, Number.POSITIVE_INFINITY, 'columns limit');
    let status = SUCCESS;
    const lines: string[] = [];
    const inputs = openInputs(process, operands, (operand, error) => {
      if (!(error instanceof VfsError)) throw error;
      status = FAILURE;
      return process.stderr.write(`${process.name}: ${operand}: ${error.message}\n`, { role: 'bad' });
    });
    for await (const { reader } of inputs) {
      const text = await readAll(reader);
      if (text !== '') for (const line of splitHeld(text.replace(/\n$/, ''), '\n')) lines.push(line);
    }
    const kept = lines.filter((line) => on.keepEmpty || line.trim() !== '');
    const isTable = on.table || on.names !== undefined;
    const rules = {
      separators: on.separator,
      output: on.output ?? '  ',
      limit,
      header: list(on.names),
      showHeader: on.names !== undefined && !on.noHeadings,
      right: new Set(list(on.right)),
    };
    await process.pace();
    const rows = isTable ? tabulate(kept, rules) : columnate(kept, width, on.across);
    await process.stdout.write(rows.map((row) => `${row}\n`).join(''));
    return status;
  },
});
