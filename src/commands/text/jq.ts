/** jq: filters JSON. */

import { options, readArguments } from '../../languages/jq/arguments.ts';
import { Halt } from '../../languages/jq/failure.ts';
import { JsonError } from '../../languages/jq/read-json.ts';
import { RUN_ERROR, runFilter } from '../../languages/jq/run.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { USAGE } from '../../os/status.ts';
import { PatternError } from '../../pattern/error.ts';

export default defineCommand({
  name: 'jq',
  summary: 'Filter JSON',
  topic: 'text',
  options,
  operands: [
    { name: 'FILTER', kind: 'text' },
    { name: 'FILE', kind: 'file', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    'A filter makes values of a value: . is the value itself, .key and .[0] are parts of it, .[] all of them, and | hands what the left side makes to the right. There are arithmetic and comparisons, if, and, or, not, //, [ ] and { } to build values, "\\(…)" in strings, as $x, reduce, foreach, def, try, =, |=, and the functions of jq: map, select, keys, length, sort_by, group_by, unique, to_entries, test, sub, @csv and so on.',
    'Modules, streaming and SQL-style operators are not supported.',
  ],
  examples: [
    { line: "jq -r '.work[].name' resume.json", shows: 'The employers’ names' },
    { line: "jq '.work | length' resume.json", shows: 'How many roles there are' },
    { line: 'jq -r \'.work[] | "\\(.startDate) \\(.position)"\' resume.json', shows: 'Texts made of several parts' },
    { line: "echo '{\"a\":[1,2,3]}' | jq -c '.a | map(. * 2)'", shows: 'A value made of another' },
  ],
  statuses: {
    1: 'with -e, the last value is null or false',
    2: 'the input is no JSON, or could not be read',
    3: 'the filter is wrong',
    4: 'with -e, there was no output',
    5: 'the filter failed on an input',
  },
  seeAlso: ['grep', 'awk'],
  run: async (process, { operands }) => {
    const { parsed, variables } = readArguments(operands);
    try {
      return await runFilter(process, parsed, variables);
    } catch (error) {
      if (error instanceof Halt) {
        await process.stderr.write(error.text);
        return error.status;
      }
      if (error instanceof JsonError) throw new CommandError(`error: parse error: ${error.message}`, USAGE);
      throw error instanceof PatternError ? new CommandError(`error: ${error.message}`, RUN_ERROR) : error;
    }
  },
});
