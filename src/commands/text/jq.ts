/** jq: filters JSON. */

import type { Json, WriteRules } from '../../languages/jq/json.ts';
import { JsonError, JsonReader, parseJson } from '../../languages/jq/read-json.ts';
import { runFilter } from '../../languages/jq/run.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { type OptionValues, parseArguments } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { USAGE } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  ascii: { short: 'a', long: 'ascii-output', summary: 'write characters beyond ASCII as \\uXXXX' },
  compact: { short: 'c', long: 'compact-output', summary: 'write each value on one line' },
  colour: { short: 'C', long: 'color-output', summary: 'nothing: on a terminal output is coloured anyway' },
  exitStatus: { short: 'e', long: 'exit-status', summary: 'end with 1 when the last value is null or false, with 4 when there is none' },
  file: { short: 'f', long: 'from-file', value: 'FILE', kind: 'file', summary: 'take the filter from FILE' },
  join: { short: 'j', long: 'join-output', summary: 'as -r, without newlines' },
  monochrome: { short: 'M', long: 'monochrome-output', summary: 'do not colour output' },
  nullInput: { short: 'n', long: 'null-input', summary: 'run the filter once, on null; input and inputs read' },
  raw: { short: 'r', long: 'raw-output', summary: 'write strings as their text' },
  rawInput: { short: 'R', long: 'raw-input', summary: 'take each line as a string' },
  slurp: { short: 's', long: 'slurp', summary: 'take all input as one array' },
  sortKeys: { short: 'S', long: 'sort-keys', summary: 'write keys in order' },
  tab: { long: 'tab', summary: 'indent by tabs' },
  indent: { long: 'indent', value: 'NUM', summary: 'indent by NUM spaces instead of 2' },
  seq: { long: 'seq', summary: 'write a record separator, U+001E, before each value' },
  stream: { long: 'stream', summary: 'take each input as its paths and leaves, as tostream makes them' },
  unbuffered: { long: 'unbuffered', summary: 'nothing: each value is written at once anyway' },
  arg: { long: 'arg', value: 'NAME VALUE', repeat: true, summary: 'let $NAME be the text VALUE' },
  argjson: { long: 'argjson', value: 'NAME JSON', repeat: true, summary: 'let $NAME be the value JSON' },
  slurpfile: { long: 'slurpfile', value: 'NAME FILE', repeat: true, summary: 'let $NAME be the array of the values in FILE' },
  rawfile: { long: 'rawfile', value: 'NAME FILE', repeat: true, summary: 'let $NAME be the text of FILE' },
  args: { long: 'args', summary: 'take the operands that follow as texts: $ARGS.positional' },
  jsonargs: { long: 'jsonargs', summary: 'take the operands that follow as JSON values' },
} as const;

const parseJsonText = (text: string, message: string): Json => {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new CommandError(message, USAGE);
    throw error;
  }
};

const readFile = (process: Process, file: string): Promise<string> => readAll(openInput(process, file, { status: USAGE }), process.memory);

const valuesIn = (text: string, name: string, file: string): Json => {
  try {
    const reader = new JsonReader(text);
    const values: Json[] = [];
    for (let value = reader.next(); value !== undefined; value = reader.next()) values.push(value);
    return values;
  } catch (error) {
    if (error instanceof JsonError) throw new CommandError(`Bad JSON in --slurpfile ${name} ${file}: ${error.message}`, USAGE);
    throw error;
  }
};

/** Options that take a name and what it is to be. */
const named: ReadonlyMap<string, (process: Process, name: string, given: string) => Json | Promise<Json>> = new Map<
  string,
  (process: Process, name: string, given: string) => Json | Promise<Json>
>([
  ['--arg', (_process, _name, given) => given],
  ['--argjson', (_process, name, given) => parseJsonText(given, `Invalid JSON text passed to --argjson ${name}`)],
  ['--rawfile', (process, _name, given) => readFile(process, given)],
  ['--slurpfile', async (process, name, given) => valuesIn(await readFile(process, given), name, given)],
]);

/** Options of one value, which is no operand. */
const valued: ReadonlySet<string> = new Set(['--indent', '-f', '--from-file']);

/** What the arguments give the filter, and the rest of them: options, then operands. */
interface Given {
  readonly variables: ReadonlyMap<string, Json>;
  readonly positional: readonly Json[];
  readonly rest: readonly string[];
}

/** Sorts the arguments as no table can say it: some options take two of them, and `--args` changes what operands are. */
const sortArguments = async (process: Process, args: readonly string[]): Promise<Given> => {
  const variables = new Map<string, Json>();
  const positional: Json[] = [];
  const flags: string[] = [];
  const operands: string[] = [];
  let hasFilter = false;
  let isLiteral = false;
  let take: (text: string) => void = (text) => void operands.push(text);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const make = isLiteral ? undefined : named.get(arg);
    if (make) {
      const [name, given] = [args[++i], args[++i]];
      if (name === undefined || given === undefined) throw new UsageError(`option '${arg}' needs a name and a value`);
      if (!variables.has(name)) variables.set(name, await make(process, name, given));
    } else if (isLiteral || !/^-[-A-Za-z]/.test(arg)) {
      if (hasFilter) take(arg);
      else operands.push(arg);
      hasFilter = true;
    } else if (arg === '--') isLiteral = true;
    else if (arg === '--args') take = (text) => void positional.push(text);
    else if (arg === '--jsonargs')
      take = (text) => void positional.push(parseJsonText(text, `Invalid JSON text passed to --jsonargs: ${text}`));
    else {
      flags.push(arg, ...(valued.has(arg) && i + 1 < args.length ? [args[++i] ?? ''] : []));
      hasFilter ||= /^(-f|--from-file)/.test(arg);
    }
  }
  return { variables, positional, rest: [...flags, '--', ...operands] };
};

const writeRules = (on: OptionValues<typeof options>): WriteRules => {
  const width = on.indent === undefined ? 2 : Number(on.indent);
  if (!Number.isInteger(width) || width < 0 || width > 7) throw new CommandError('Cannot indent by more than 7 characters', USAGE);
  return { indent: on.compact ? '' : on.tab ? '\t' : ' '.repeat(width), sortKeys: on.sortKeys, ascii: on.ascii };
};

/** The filter, the file of `-f` or else the first operand, and the files that it is run on. */
const readFilter = async (
  process: Process,
  file: string | undefined,
  operands: readonly string[],
): Promise<[string, readonly string[]]> => {
  if (file !== undefined) return [await readFile(process, file), operands];
  const [filter, ...files] = operands;
  if (filter === undefined) throw new UsageError('a filter is needed');
  return [filter, files];
};

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
    '$ARGS holds the arguments, $ENV the environment. Modules are not supported.',
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
  run: async (process, { operands: args }) => {
    const { variables, positional, rest } = await sortArguments(process, args);
    const { options: on, operands } = parseArguments(options, rest);
    const [filter, files] = await readFilter(process, on.file, operands);
    return runFilter(process, { ...on, filter, files, variables, positional, rules: writeRules(on) });
  },
});
