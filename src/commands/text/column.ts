/** column: sets lines in columns, or as a table. */
import { splitHeld } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { readAll } from '../../os/stream.ts';
import { cells } from '../../term/width.ts';

const TAB = 8;

const toStop = (column: number): number => column + TAB - (column % TAB);

/** Entries in as many columns of equal width as fit, filled downwards (or with `across`, row by row), set apart by tabs. */
const columnate = (entries: readonly string[], width: number, across: boolean): string[] => {
  const widths = entries.map(cells);
  const step = toStop(widths.reduce((widest, each) => Math.max(widest, each), 0));
  if (step >= width) return [...entries];
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.ceil(entries.length / columns);
  const cell = (row: number, column: number): number => (across ? row * columns + column : column * rows + row);
  return Array.from({ length: rows }, (_, row) => {
    let text = '';
    for (let column = 0; column < columns && cell(row, column) < entries.length; column++) {
      const at = cell(row, column);
      text += entries[at] ?? '';
      const more = column + 1 < columns && cell(row, column + 1) < entries.length;
      // A tab for each stop up to the next column's.
      for (let end = toStop(widths[at] ?? 0); more && end <= step; end = toStop(end)) text += '\t';
    }
    return text;
  });
};

/** How a table's lines become cells, and cells lines. */
interface TableRules {
  /** Each of these characters ends a cell; undefined: runs of blanks do. */
  readonly separators: string | undefined;
  readonly output: string;
  readonly limit: number;
  /** Names of columns. */
  readonly header: readonly string[];
  readonly showHeader: boolean;
  /** Names or numbers (from 1) of columns that are set flush right. */
  readonly right: ReadonlySet<string>;
}

const splitCells = (line: string, { separators, limit }: TableRules): string[] => {
  const cells: string[] = [];
  let rest = separators === undefined ? line.replace(/^[ \t]+/, '') : line;
  while (cells.length + 1 < limit) {
    const at = separators === undefined ? rest.search(/[ \t]/) : [...rest].findIndex((character) => separators.includes(character));
    if (at < 0) break;
    const head = separators === undefined ? rest.slice(0, at) : [...rest].slice(0, at).join('');
    cells.push(head);
    rest = separators === undefined ? rest.slice(at).replace(/^[ \t]+/, '') : [...rest].slice(at + 1).join('');
  }
  return separators === undefined && rest === '' ? cells : [...cells, rest];
};

/** Lines as the rows of a table; the last column is not padded. */
const tabulate = (lines: readonly string[], rules: TableRules): string[] => {
  const body = lines.map((line) => splitCells(line, rules));
  const rows = rules.showHeader && body.length > 0 ? [rules.header, ...body] : body;
  const count = rows.reduce((most, row) => Math.max(most, row.length), rules.header.length);
  const widths = Array.from({ length: count }, (_, i) => rows.reduce((widest, row) => Math.max(widest, cells(row[i] ?? '')), 0));
  const isRight = (i: number): boolean => rules.right.has(String(i + 1)) || rules.right.has(rules.header[i] ?? '');
  const cell = (row: readonly string[], i: number): string => {
    const text = row[i] ?? '';
    const padding = ' '.repeat((widths[i] ?? 0) - cells(text));
    if (i === count - 1 && (text === '' || !isRight(i))) return text;
    return isRight(i) ? padding + text : text + padding;
  };
  return rows.map((row) => widths.map((_, i) => cell(row, i)).join(rules.output));
};

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
    const lines: string[] = [];
    const inputs = openInputs(process, operands);
    for await (const { reader } of inputs) {
      const text = await readAll(reader, process.memory);
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
    return inputs.status;
  },
});
