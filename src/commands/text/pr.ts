/** pr: sets text in pages and columns. */
import { createLineSource, HELD_LINES, type LineSource } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import { LimitError } from '../../os/limits.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { type Cells, fillAcross, fillDown, fillParallel, joinCells } from './pr/page.ts';

const options = {
  columns: { long: 'columns', value: 'NUM', number: true, summary: 'make NUM columns; -NUM is short for it' },
  pages: { long: 'pages', value: 'PAGE', plus: true, summary: 'begin with this page; +PAGE is short for it' },
  across: { short: 'a', long: 'across', summary: 'fill columns row by row' },
  double: { short: 'd', long: 'double-space', summary: 'double the space between lines' },
  header: { short: 'h', long: 'header', value: 'TEXT', summary: 'head pages with TEXT instead of the file’s name' },
  join: { short: 'J', long: 'join-lines', summary: 'do not cut lines, do not align columns' },
  length: { short: 'l', long: 'length', value: 'LINES', summary: 'make pages of LINES lines instead of 66' },
  merge: { short: 'm', long: 'merge', summary: 'print files side by side' },
  number: { short: 'n', long: 'number-lines', value: '[CHAR][DIGITS]', optional: true, summary: 'number lines' },
  indent: { short: 'o', long: 'indent', value: 'COLUMNS', summary: 'indent lines by so many columns' },
  separator: { short: 's', long: 'separator', value: 'CHAR', optional: true, summary: 'set columns apart by CHAR, a tab by default' },
  omitHeader: { short: 't', long: 'omit-header', summary: 'no headers and trailers' },
  omitPages: { short: 'T', long: 'omit-pagination', summary: 'as -t' },
  width: { short: 'w', long: 'width', value: 'COLUMNS', summary: 'make pages of several columns this wide instead of 72' },
} as const;

type Options = OptionValues<typeof options>;

/** Lines that a page's header and trailer take together. */
const FRAME = 10;
const HEADER_WIDTH = 72;

/** The options, understood. */
interface Plan {
  readonly columns: number;
  readonly firstPage: number;
  /** Lines of a page between header and trailer. */
  readonly body: number;
  readonly framed: boolean;
  readonly width: number;
  readonly cut: boolean;
  readonly separator: string;
  readonly indent: string;
  readonly numbers: { readonly separator: string; readonly digits: number } | undefined;
}

const number = (text: string | undefined, otherwise: number, what: string): number => {
  if (text === undefined) return otherwise;
  if (!/^\+?\d+$/.test(text) || Number(text) === 0) throw new CommandError(`${what}: ${quote(text)}`);
  return Number(text);
};

const numbering = (text: string | undefined): Plan['numbers'] => {
  if (text === undefined) return undefined;
  const [, separator = '', digits = ''] = /^(\D?)(\d*)$/.exec(text) ?? [];
  if (text !== '' && separator + digits === '')
    throw new CommandError(`'-n' extra characters or invalid number in the argument: ${quote(text)}`);
  return { separator: separator || '\t', digits: Number(digits || '5') };
};

const planOf = (on: Options, files: number): Plan => {
  const length = number(on.length, 66, "'-l PAGE_LENGTH' invalid number of lines");
  if (length * Math.max(1, files) > HELD_LINES) throw new LimitError('page length', HELD_LINES);
  const framed = !on.omitHeader && !on.omitPages && length > FRAME;
  const cut = !on.join && (on.separator === undefined || on.width !== undefined);
  return {
    columns: on.merge ? files : number(on.columns, 1, 'invalid number of columns'),
    firstPage: number(on.pages, 1, 'invalid page range'),
    body: framed ? length - FRAME : length,
    framed,
    width: number(on.width, 72, "'-w PAGE_WIDTH' invalid number of characters"),
    cut,
    separator: on.separator === undefined ? (on.join ? '\t' : ' ') : on.separator || '\t',
    indent: ' '.repeat(on.indent === undefined ? 0 : number(on.indent, 0, "'-o MARGIN' invalid line offset")),
    numbers: numbering(on.number),
  };
};

/** The tab stop after `column`. */
const toStop = (column: number): number => column + 8 - (column % 8);

const pad = (value: number): string => String(value).padStart(2, '0');

const stamp = ({ host }: Process, at: number): string => {
  const date = new Date(at + host.zoneOffset(at) * 60_000);
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
};

const headerLine = (date: string, title: string, page: number): string => {
  const number = `Page ${page}`;
  const room = HEADER_WIDTH - date.length - title.length - number.length;
  const left = room >> 1;
  return `${date}${' '.repeat(Math.max(1, left))}${title}${' '.repeat(Math.max(1, room - left))}${number}`;
};

/** One run of pages: from a file, or from several side by side. */
interface Section {
  readonly title: string;
  readonly date: string;
  nextPage(): Promise<Cells[]>;
}

/** How many cells of a page stand in the columns before each column. */
const columnStarts = (rows: readonly Cells[]): number[] => {
  const starts = [0];
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  for (let column = 0; column < columns; column++)
    starts.push((starts[column] ?? 0) + rows.filter((cells) => cells[column] !== undefined).length);
  return starts;
};

/** Prints sections by the plan; line numbers go on from page to page. */
const printSection = async (process: Process, plan: Plan, on: Options, section: Section): Promise<void> => {
  const gutter = on.merge && plan.numbers ? (plan.numbers.separator === '\t' ? toStop(plan.numbers.digits) : plan.numbers.digits + 1) : 0;
  const columnWidth = Math.floor((plan.width - gutter - (plan.columns - 1)) / plan.columns);
  const rules = { width: plan.cut && plan.columns > 1 ? columnWidth : undefined, separator: plan.separator };
  let line = 1;
  const numbered = (cell: string, at: number): string =>
    plan.numbers ? String(at).slice(-plan.numbers.digits).padStart(plan.numbers.digits) + plan.numbers.separator + cell : cell;
  const rowText = (cells: Cells, row: number, starts: readonly number[]): string => {
    const place = (column: number): number => {
      if (on.merge) return line + row;
      if (on.across) return line + row * plan.columns + column;
      return line + row + (starts[column] ?? 0);
    };
    const shown = cells.map((cell, i) => (cell === undefined || on.merge ? cell : numbered(cell, place(i))));
    const text = plan.columns === 1 ? (shown[0] ?? '') : joinCells(shown, rules, plan.indent.length + gutter);
    return `${plan.indent}${on.merge ? numbered('', line + row) : ''}${text}\n${on.double ? '\n' : ''}`;
  };
  for (let page = 1; ; page++) {
    await process.pace();
    const rows = await section.nextPage();
    if (rows.length === 0) break;
    const starts = plan.numbers ? columnStarts(rows) : [];
    const texts: string[] = [];
    for (const [row, cells] of rows.entries()) {
      await process.pace();
      texts.push(rowText(cells, row, starts));
    }
    const body = texts.join('');
    line += on.merge ? rows.length : rows.reduce((sum, cells) => sum + cells.filter((cell) => cell !== undefined).length, 0);
    if (page < plan.firstPage) continue;
    const blank = '\n'.repeat(plan.body - rows.length * (on.double ? 2 : 1) + 5);
    const header = `${plan.indent}\n\n${plan.indent}${headerLine(section.date, section.title, page)}\n\n\n`;
    await process.stdout.write(plan.framed ? header + body + blank : body);
  }
};

export default defineCommand({
  name: 'pr',
  summary: 'Set text in pages and columns',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'ls jobs | pr -t -3', shows: 'A list in three columns' },
    { line: 'pr -l 20 about | head -n 20', shows: 'The first page, with its header' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['column', 'fmt', 'nl'],
  run: async (process, { options: on, operands }) => {
    const plan = planOf(on, Math.max(1, operands.length));
    const rows = on.double ? Math.max(1, plan.body >> 1) : plan.body;
    const inputs = openInputs(process, operands);
    const sources: LineSource[] = [];
    for await (const { name, path, reader } of inputs) {
      const source = createLineSource(reader);
      sources.push(source);
      if (on.merge) continue;
      const at = path === undefined ? process.host.now() : (process.fs.find(path)?.mtime ?? 0);
      const fill = on.across ? fillAcross : fillDown;
      const title = on.header ?? (path === undefined ? '' : name);
      await printSection(process, plan, on, { title, date: stamp(process, at), nextPage: () => fill(source, rows, plan.columns) });
    }
    if (on.merge) {
      const date = stamp(process, process.host.now());
      await printSection(process, plan, on, { title: on.header ?? '', date, nextPage: () => fillParallel(sources, rows) });
    }
    return inputs.status;
  },
});
