/** awk: runs a program over the fields of each record. */

import { withPatterns } from '../../coreutils/patterns.ts';
import { parseProgram } from '../../languages/awk/parse.ts';
import { ProgramRun } from '../../languages/awk/run.ts';
import { parseAssignment } from '../../languages/awk/streams.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { USAGE } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';

/** The program: the files of `-f`, or else the first operand. */
const readProgram = async (
  process: Process,
  files: readonly string[],
  operands: readonly string[],
): Promise<readonly [string, readonly string[]]> => {
  const [program = '', ...rest] = operands;
  if (files.length === 0) {
    return [program, rest];
  }
  const texts: string[] = [];
  for (const file of files) texts.push(await readAll(openInput(process, file, { status: USAGE }), process.memory));
  return [texts.join('\n'), operands];
};

const assignments = (texts: readonly string[]): (readonly [string, string])[] =>
  texts.map((text) => {
    const assignment = parseAssignment(text);
    if (!assignment) throw new CommandError(`${quote(text)} is not an assignment`, USAGE);
    return assignment;
  });

export default defineCommand({
  name: 'awk',
  summary: 'Run a program over the fields of each line',
  topic: 'text',
  options: {
    separator: { short: 'F', long: 'field-separator', value: 'FS', summary: 'fields end at FS: a character, or a regular expression' },
    assign: { short: 'v', long: 'assign', value: 'VAR=VALUE', repeat: true, summary: 'set a variable before the program begins' },
    file: { short: 'f', long: 'file', value: 'FILE', repeat: true, kind: 'file', summary: 'take the program from FILE' },
  },
  operands: [
    { name: 'PROGRAM', kind: 'text', called: 'program' },
    { name: 'FILE', kind: 'file', optional: true, repeat: true },
  ],
  arity: ({ options: on }) => (on.file.length > 0 ? { least: 0 } : {}),
  inOrder: true,
  description: [
    'A program is rules: PATTERN { ACTION }. For each record, by default a line, the actions run whose patterns hold; $1, $2 … are its fields, $0 is all of it, NF says how many fields there are and NR how many records there were. A pattern is an expression, a /REGULAR EXPRESSION/, two of them for a range, or BEGIN or END.',
    'The language is that of POSIX, with what scripts for gawk use: RT, FPAT, FIELDWIDTHS, IGNORECASE, BEGINFILE, switch, @NAME(…), length(ARRAY), gensub, match and split into arrays, patsplit, strftime, mktime, asort, bit operations and PROCINFO["sorted_in"]; arrays of arrays are not there. Lengths count characters. `for (KEY in ARRAY)` goes in the order in which the elements came.',
  ],
  examples: [
    { line: "awk 'END { print NR }' about", shows: 'How many lines there are' },
    { line: 'ls jobs | awk \'{ print NR ". " $0 }\'', shows: 'A numbered list' },
    { line: "wc -w jobs/* | awk '$1 > 60 { print $2 }'", shows: 'Names beside a number that is large enough' },
    {
      line: "awk '{ for (i = 1; i <= NF; i++) n[$i]++ } END { for (w in n) print n[w], w }' jobs/* | sort -rn | head -n 3",
      shows: 'The commonest words',
    },
  ],
  statuses: { 2: 'the program is wrong, or a file could not be read' },
  seeAlso: ['sed', 'grep', 'cut', 'jq'],
  run: async (process, { options: on, operands }) => {
    const [source, args] = await readProgram(process, on.file, operands);
    const variables = assignments(on.assign);
    const run = new ProgramRun(process, parseProgram(source), [process.name, ...args]);
    return withPatterns(USAGE, () => {
      if (on.separator !== undefined) run.assign('FS', on.separator);
      for (const [name, value] of variables) run.assign(name, value);
      return run.run();
    });
  },
});
