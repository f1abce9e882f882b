/** cat: prints files, an entry of the résumé set for reading when it is the terminal that reads. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { defineCommand } from '../../os/command.ts';
import { type Input, openInputs } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { lineBatches } from '../../os/stream.ts';
import type { Line } from '../../term/style.ts';

/** What is to be marked. */
interface Marks {
  readonly number: 'all' | 'nonblank' | 'none';
  readonly squeeze: boolean;
  readonly ends: boolean;
  readonly tabs: boolean;
  readonly nonprinting: boolean;
}

const caret = (code: number): string =>
  code === 127 ? '^?' : code < 32 ? `^${String.fromCharCode(code + 64)}` : String.fromCharCode(code);

/** GNU cat's notation for a byte: `^A`, `M-a`, `M-^A`; tab stands for itself. */
const visible = (byte: string): string => {
  const code = byte.charCodeAt(0);
  if (code === 9) return byte;
  return code < 128 ? caret(code) : `M-${caret(code - 128)}`;
};

const showLine = (line: string, marks: Marks): string => {
  let text = line;
  if (marks.nonprinting) text = Array.from(toBytes(text), visible).join('');
  if (marks.tabs) text = text.replaceAll('\t', '^I');
  if (marks.ends) text = `${text.replace(/\r$/, '^M')}$`;
  return marks.nonprinting ? fromBytes(text) : text;
};

/** Makes a marker that remembers, from batch to batch and file to file, the number reached and whether a line is open. */
const createMarker = (marks: Marks): ((lines: readonly string[], terminated: boolean) => string) => {
  let number = 0;
  let blanks = 0;
  let open = false;

  const mark = (line: string, ended: boolean): string => {
    const blank = line === '' && !open;
    blanks = blank ? blanks + 1 : 0;
    if (marks.squeeze && blanks > 1) return '';
    const numbered = !open && marks.number !== 'none' && !(blank && marks.number === 'nonblank');
    const prefix = numbered ? `${String(++number).padStart(6)}\t` : '';
    const shown = showLine(line, ended ? marks : { ...marks, ends: false });
    open = !ended;
    return `${prefix}${shown}${ended ? '\n' : ''}`;
  };

  return (lines, terminated) => lines.map((line, i) => mark(line, terminated || i < lines.length - 1)).join('');
};

const options = {
  all: { short: 'A', long: 'show-all', summary: 'as -vET' },
  nonblank: { short: 'b', long: 'number-nonblank', summary: 'number lines that are not empty' },
  nonprintingEnds: { short: 'e', summary: 'as -vE' },
  ends: { short: 'E', long: 'show-ends', summary: 'show $ at each line’s end' },
  number: { short: 'n', long: 'number', summary: 'number all lines' },
  squeeze: { short: 's', long: 'squeeze-blank', summary: 'print one of several empty lines' },
  nonprintingTabs: { short: 't', summary: 'as -vT' },
  tabs: { short: 'T', long: 'show-tabs', summary: 'show tabs as ^I' },
  unbuffered: { short: 'u', summary: 'nothing: output is never held back' },
  nonprinting: { short: 'v', long: 'show-nonprinting', summary: 'show control characters as ^X, bytes beyond ASCII as M-X' },
} as const;

const marksOf = (on: { readonly [key in keyof typeof options]: boolean }): Marks => ({
  number: on.nonblank ? 'nonblank' : on.number ? 'all' : 'none',
  squeeze: on.squeeze,
  ends: on.ends || on.all || on.nonprintingEnds,
  tabs: on.tabs || on.all || on.nonprintingTabs,
  nonprinting: on.nonprinting || on.all || on.nonprintingEnds || on.nonprintingTabs,
});

const copy = async (process: Process, { reader }: Input): Promise<void> => {
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) await process.stdout.write(chunk);
};

const writeLine = async ({ stdout }: Process, line: Line): Promise<void> => {
  for (const { text, style } of line) await stdout.write(text, style);
  await stdout.write('\n');
};

/** Shows an entry as its lines for this terminal; false for an input that has none. */
const display = async (process: Process, { path }: Input, first: boolean): Promise<boolean> => {
  const inode = path === undefined ? undefined : process.fs.find(path);
  if (inode?.kind !== 'file' || !inode.display) return false;
  if (!first) await process.stdout.write('\n');
  const layout = await inode.display(process.env);
  for (const line of layout(process.stdout.columns)) await writeLine(process, line);
  return true;
};

export default defineCommand({
  name: 'cat',
  summary: 'Print files, one after the other',
  topic: 'résumé',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'Without FILE, or for -, the standard input is printed. A name that is not in the directory is looked up among the entries of the résumé, so that an entry can be read from anywhere, and an employer’s name alone gives every role there, newest first.',
    'On the terminal an entry is set for reading, as wide as the terminal is; into a pipe or a file goes its plain text.',
  ],
  examples: [
    { line: 'cat about', shows: 'Who this is' },
    { line: 'cat jobs/*', shows: 'Every role, one after the other' },
    { line: 'cat -n about', shows: 'The same text with its lines numbered' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['less', 'head', 'tac', 'ls'],
  linkable: true,
  filter: true,
  run: async (process, { options: on, order, operands }) => {
    let shown = 0;
    const mark = createMarker(marksOf(on));
    const decorated = order.some((option) => option !== 'unbuffered');
    const inputs = openInputs(process, operands);
    for await (const input of inputs) {
      if (decorated) {
        for await (const { lines, terminated } of lineBatches(input.reader)) await process.stdout.write(mark(lines, terminated));
      } else if (!process.stdout.isTty || !(await display(process, input, shown++ === 0))) await copy(process, input);
    }
    return inputs.status;
  },
});
