/** sed: edits a stream by a script. */

import { withPatterns } from '../../coreutils/patterns.ts';
import { parseScript } from '../../languages/sed/parse.ts';
import { PANIC } from '../../languages/sed/program.ts';
import type { ScriptPart } from '../../languages/sed/reader.ts';
import { runScript } from '../../languages/sed/run.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { FAILURE } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  quiet: { short: 'n', long: 'quiet', summary: 'print only what the script prints' },
  silent: { long: 'silent', summary: 'as -n' },
  expression: { short: 'e', long: 'expression', value: 'SCRIPT', repeat: true, summary: 'add SCRIPT to the commands' },
  file: { short: 'f', long: 'file', value: 'FILE', repeat: true, kind: 'file', summary: 'add the commands in FILE' },
  extended: { short: 'E', long: 'regexp-extended', summary: 'patterns are extended regular expressions' },
  extendedToo: { short: 'r', summary: 'as -E' },
  inPlace: {
    short: 'i',
    long: 'in-place',
    value: 'SUFFIX',
    optional: true,
    summary: 'edit files in place, keeping the old ones under SUFFIX',
  },
  lineLength: { short: 'l', long: 'line-length', value: 'NUM', summary: 'let l break lines after NUM characters' },
  separate: { short: 's', long: 'separate', summary: 'each file has its own last line' },
  posix: { long: 'posix', summary: 'nothing: GNU’s additions are always understood' },
  unbuffered: { short: 'u', long: 'unbuffered', summary: 'nothing: lines are passed on as they come' },
  zero: { short: 'z', long: 'null-data', summary: 'lines end in NUL' },
} as const;

/** The script's parts in the order in which they were given, or else the first operand. */
const readScript = async (
  process: Process,
  given: { readonly expression: readonly string[]; readonly file: readonly string[] },
  order: readonly string[],
  operands: readonly string[],
): Promise<[ScriptPart[], readonly string[]]> => {
  const [expressions, files] = [[...given.expression], [...given.file]];
  const parts: ScriptPart[] = [];
  for (const option of order) {
    if (option === 'expression') parts.push({ text: expressions.shift() ?? '', file: undefined });
    if (option !== 'file') continue;
    const file = files.shift() ?? '';
    const reader = openInput(process, file, { what: `couldn't open file ${file}`, status: PANIC });
    parts.push({ text: (await readAll(reader)).replace(/^#!.*/, '').replace(/\n$/, ''), file });
  }
  if (parts.length > 0) return [parts, operands];
  const [script = '', ...rest] = operands;
  return [[{ text: script, file: undefined }], rest];
};

const lineLength = (text: string | undefined): number => {
  if (text === undefined) return 70;
  if (!/^\d+$/.test(text)) throw new CommandError(`invalid line length: ${quote(text)}`);
  return Number(text);
};

export default defineCommand({
  name: 'sed',
  summary: 'Edit a stream by a script',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [
    { name: 'SCRIPT', kind: 'text', called: 'script' },
    { name: 'FILE', kind: 'file', optional: true, repeat: true },
  ],
  arity: ({ options: on }) => (on.expression.length + on.file.length > 0 ? { least: 0 } : {}),
  description: [
    'Each line is read into the pattern space, the script’s commands are applied to it, and it is printed. A command may be preceded by an address: a line number, $ (the last line), /PATTERN/, FIRST~STEP, or two of them for a range; ! applies it to all other lines.',
    'Commands: s/PATTERN/TEXT/FLAGS (flags g p I M w and a number) and y/ABC/XYZ/; d D p P n N; g G h H x for the hold space; a i c TEXT; b t T and :LABEL; q Q with a status; = l F z; r R w W FILE; { }.',
  ],
  examples: [
    { line: "sed -n '1,3p' about", shows: 'The first three lines' },
    { line: "ls jobs | sed 's/^/jobs\\//'", shows: 'A path before each name' },
    { line: "sed -n '/Redis/p' jobs/*", shows: 'Lines that match' },
    { line: "sed '/^$/d' about | sed '$!d'", shows: 'The last line that is not empty' },
  ],
  statuses: { 1: 'the script is wrong', 2: 'a file could not be read', 4: 'a file could not be written' },
  seeAlso: ['grep', 'awk', 'tr'],
  run: async (process, { options: on, order, operands }) => {
    const [parts, files] = await readScript(process, on, order, operands);
    const program = parseScript(parts, on.extended || on.extendedToo);
    const how = {
      quiet: on.quiet || on.silent,
      lineLength: lineLength(on.lineLength),
      newline: on.zero ? '\0' : '\n',
      separate: on.separate,
      inPlace: on.inPlace,
    };
    return withPatterns(FAILURE, () => runScript(process, program, files, how));
  },
});
