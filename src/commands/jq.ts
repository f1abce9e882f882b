/** jq: filters JSON. */
import { defineCommand } from '../os/command.ts';
import { CommandError, UsageError, VfsError } from '../os/failure.ts';
import { openInputs } from '../os/inputs.ts';
import { type Parsed, parseArguments } from '../os/options.ts';
import type { Process } from '../os/process.ts';
import { FAILURE, SUCCESS, USAGE } from '../os/status.ts';
import { readAll } from '../os/stream.ts';
import { PatternError } from '../pattern/error.ts';
import { Environment } from './jq/environment.ts';
import { Evaluator } from './jq/evaluate.ts';
import type { World } from './jq/evaluation.ts';
import { Halt, JqError } from './jq/failure.ts';
import { isTrue, type Json } from './jq/json.ts';
import { parseFilter } from './jq/parse.ts';
import { knownNames, preludeDefinitions } from './jq/prelude.ts';
import { JsonError, JsonReader, parseJson } from './jq/read-json.ts';
import { type WriteRules, writeJson, writePieces } from './jq/write-json.ts';
import { openFile } from './text/files.ts';

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
  arg: { long: 'arg', value: 'NAME VALUE', repeat: true, summary: 'let $NAME be the text VALUE' },
  argjson: { long: 'argjson', value: 'NAME JSON', repeat: true, summary: 'let $NAME be the value JSON' },
} as const;

type Arguments = Parsed<typeof options>;

/** GNU jq's status for an error that the filter ran into. */
const RUN_ERROR = 5;
/** With -e, when there was no output. */
const NO_OUTPUT = 4;

/** The arguments with `--arg` and `--argjson`, which take two, dealt with. */
const readArguments = (args: readonly string[]): { readonly parsed: Arguments; readonly variables: ReadonlyMap<string, Json> } => {
  const variables = new Map<string, Json>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg !== '--arg' && arg !== '--argjson') {
      rest.push(arg);
      continue;
    }
    const [name, text] = [args[i + 1], args[i + 2]];
    if (name === undefined || text === undefined) throw new UsageError(`option '${arg}' needs a name and a value`);
    variables.set(name, arg === '--arg' ? text : jsonArgument(name, text));
    i += 2;
  }
  return { parsed: parseArguments(options, rest), variables };
};

const jsonArgument = (name: string, text: string): Json => {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new CommandError(`Invalid JSON text passed to --argjson ${name}`, USAGE);
    throw error;
  }
};

const writeRules = ({ options: on }: Arguments): WriteRules => {
  const width = on.indent === undefined ? 2 : Number(on.indent);
  if (!Number.isInteger(width) || width < 0 || width > 7) throw new CommandError('Cannot indent by more than 7 characters', USAGE);
  return { indent: on.compact ? '' : on.tab ? '\t' : ' '.repeat(width), sortKeys: on.sortKeys, ascii: on.ascii };
};

/** The inputs, as the options want them. */
class Inputs {
  readonly #process: Process;
  readonly #values: AsyncGenerator<Json>;
  /** The file that is read; undefined for standard input. */
  name: string | undefined;
  failed = false;

  constructor(process: Process, { options: on }: Arguments, files: readonly string[]) {
    this.#process = process;
    if (on.slurp) this.#values = this.#slurp(on.rawInput, files);
    else this.#values = on.rawInput ? this.#lines(files) : this.#json(files);
  }

  async next(): Promise<Json | undefined> {
    const { value, done } = await this.#values.next();
    return done ? undefined : value;
  }

  async *#texts(files: readonly string[]): AsyncGenerator<string> {
    const inputs = openInputs(this.#process, files, async (file, error) => {
      if (!(error instanceof VfsError)) throw error;
      this.failed = true;
      await this.#process.stderr.write(`${this.#process.name}: error: Could not open ${file}: ${error.message}\n`, { role: 'bad' });
    });
    for await (const { reader, path, name } of inputs) {
      this.name = path === undefined ? undefined : name;
      yield await readAll(reader);
    }
  }

  async *#json(files: readonly string[]): AsyncGenerator<Json> {
    for await (const text of this.#texts(files)) {
      const reader = new JsonReader(text);
      for (let value = reader.next(); value !== undefined; value = reader.next()) yield value;
    }
  }

  async *#lines(files: readonly string[]): AsyncGenerator<Json> {
    for await (const text of this.#texts(files)) yield* text === '' ? [] : text.replace(/\n$/, '').split('\n');
  }

  async *#slurp(raw: boolean, files: readonly string[]): AsyncGenerator<Json> {
    const all: Json[] = [];
    if (raw) {
      let whole = '';
      for await (const text of this.#texts(files)) whole += text;
      yield whole;
      return;
    }
    for await (const value of this.#json(files)) all.push(value);
    yield all;
  }
}

const write = async (process: Process, value: Json, { options: on }: Arguments, rules: WriteRules): Promise<void> => {
  const { stdout } = process;
  const newline = on.join ? '' : '\n';
  if (typeof value === 'string' && (on.raw || on.join)) return stdout.write(value + newline);
  if (!stdout.isTty || on.monochrome) return stdout.write(writeJson(value, rules) + newline);
  for (const { text, style } of writePieces(value, rules)) await stdout.write(text, style);
  await stdout.write(newline);
};

const readFilter = async (process: Process, { options: on, operands }: Arguments): Promise<[string, readonly string[]]> => {
  if (on.file !== undefined) return [await readAll(openFile(process, on.file, { status: USAGE })), operands];
  const [filter, ...files] = operands;
  if (filter === undefined) throw new UsageError('a filter is needed');
  return [filter, files];
};

/** What an error says; a value that the program made is shown as JSON. */
const complaint = (error: JqError, inputName: string | undefined, nullInput: boolean): string => {
  const place = nullInput ? '<unknown>' : `${inputName ?? '<stdin>'}:0`;
  if (typeof error.value === 'string') return `error (at ${place}): ${error.value}`;
  return `error (at ${place}) (not a string): ${writeJson(error.value)}`;
};

const run = async (process: Process, args: Arguments, variables: ReadonlyMap<string, Json>): Promise<number> => {
  const { options: on } = args;
  const [source, files] = await readFilter(process, args);
  const known = new Map<string, Json>([['ENV', new Map(process.env)], ...variables]);
  const filter = parseFilter(source, knownNames([...known.keys()]));
  const rules = writeRules(args);
  const inputs = new Inputs(process, args, files);
  const world: World = { process, nextInput: () => inputs.next(), inputName: () => inputs.name };
  const evaluator = new Evaluator(world);
  let env = preludeDefinitions().reduce((outer, definition) => outer.withFunction(definition), Environment.empty());
  for (const [name, value] of known) env = env.withVariable(name, value);
  let last: Json | undefined;
  let status = SUCCESS;
  const filterOne = async (input: Json): Promise<void> => {
    try {
      for await (const value of evaluator.values(filter, env, input)) {
        last = value;
        await write(process, value, args, rules);
      }
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
      status = RUN_ERROR;
      await process.stderr.write(`${process.name}: ${complaint(error, inputs.name, on.nullInput)}\n`, { role: 'bad' });
    }
  };
  if (on.nullInput) await filterOne(null);
  else for (let input = await inputs.next(); input !== undefined; input = await inputs.next()) await filterOne(input);
  if (inputs.failed) return USAGE;
  if (!on.exitStatus || status !== SUCCESS) return status;
  return last === undefined ? NO_OUTPUT : isTrue(last) ? SUCCESS : FAILURE;
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
      return await run(process, parsed, variables);
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
