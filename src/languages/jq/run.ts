/** One run of a filter over all its inputs. */

import { CommandError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';
import { lineBatches, type Reader, readAll } from '../../os/stream.ts';
import { PatternError } from '../../pattern/limits.ts';
import { Evaluator } from './evaluate.ts';
import { Environment, Halt, JqError } from './evaluation.ts';
import { isTrue, type Json, type WriteRules, writeJson, writePieces } from './json.ts';
import { parseFilter } from './parse.ts';
import { knownNames, preludeDefinitions } from './prelude.ts';
import { JsonError, JsonReader } from './read-json.ts';
import { eventsOf } from './stream.ts';

/** GNU jq's status for an error that the filter ran into. */
const RUN_ERROR = 5;
/** With -e, when there was no output. */
const NO_OUTPUT = 4;

/** What is run on what, and how its values are written. */
export interface FilterRun {
  /** The text of the filter. */
  readonly filter: string;
  readonly files: readonly string[];
  /** What the program can name besides `$ENV`. */
  readonly variables: ReadonlyMap<string, Json>;
  /** `$ARGS.positional`. */
  readonly positional: readonly Json[];
  /** The filter runs once, on null. */
  readonly nullInput: boolean;
  /** Each line is a string. */
  readonly rawInput: boolean;
  /** Each value is its paths and leaves. */
  readonly stream: boolean;
  /** Each value that is written begins with a record separator (RFC 7464). */
  readonly seq: boolean;
  /** All input is one array, or with `rawInput` one string. */
  readonly slurp: boolean;
  /** Strings are written as their text. */
  readonly raw: boolean;
  /** The same, and without newlines between values. */
  readonly join: boolean;
  readonly monochrome: boolean;
  /** The status says what the last value was. */
  readonly exitStatus: boolean;
  readonly rules: WriteRules;
}

/** The values that a filter is given, one by one. */
class Inputs {
  readonly #process: Process;
  readonly #values: AsyncGenerator<Json>;
  /** The file that is read; undefined for standard input. */
  name: string | undefined;
  failed = false;
  /** Newlines read so far of the file that is read. */
  line: () => number = () => 0;

  constructor(process: Process, { files, slurp, rawInput, stream }: FilterRun) {
    this.#process = process;
    if (slurp) this.#values = this.#slurp(rawInput, stream, files);
    else this.#values = rawInput ? this.#lines(files) : this.#json(files, stream);
  }

  async next(): Promise<Json | undefined> {
    const { value, done } = await this.#values.next();
    return done ? undefined : value;
  }

  async *#readers(files: readonly string[]): AsyncGenerator<Reader> {
    const inputs = openInputs(this.#process, files, async (file, error) => {
      this.failed = true;
      await warn(this.#process, `error: Could not open ${file}: ${error.message}`);
    });
    for await (const { reader, path, name } of inputs) {
      this.name = path === undefined ? undefined : name;
      yield reader;
    }
  }

  async *#json(files: readonly string[], stream: boolean): AsyncGenerator<Json> {
    for await (const source of this.#readers(files)) {
      const reader = new JsonReader(await readAll(source, this.#process.memory));
      this.line = () => reader.line;
      for (let value = reader.next(); value !== undefined; value = reader.next()) {
        if (stream) yield* eventsOf(value);
        else yield value;
      }
    }
  }

  /** The lines of all files as of one: a last line without its newline goes on in the next file. */
  /** The lines of all files as of one: a last line without its newline goes on in the next file. */
  async *#lines(files: readonly string[]): AsyncGenerator<Json> {
    let begun = '';
    for await (const source of this.#readers(files)) {
      let read = 0;
      this.line = () => read;
      for await (const { lines, terminated } of lineBatches(source)) {
        const [first = '', ...others] = lines;
        if (terminated) {
          read++;
          yield begun + first;
          begun = '';
          for (const line of others) {
            read++;
            yield line;
          }
        } else begun += first;
      }
    }
    if (begun !== '') yield begun;
  }

  async *#slurp(raw: boolean, stream: boolean, files: readonly string[]): AsyncGenerator<Json> {
    const all: Json[] = [];
    if (raw) {
      let whole = '';
      for await (const source of this.#readers(files)) whole += await readAll(source, this.#process.memory);
      yield whole;
      return;
    }
    for await (const value of this.#json(files, stream)) all.push(value);
    yield all;
  }
}

const write = async ({ stdout }: Process, value: Json, { raw, join, seq, monochrome, rules }: FilterRun): Promise<void> => {
  if (seq) await stdout.write('\u001e');
  const newline = join ? '' : '\n';
  if (typeof value === 'string' && (raw || join)) return stdout.write(value + newline);
  if (!stdout.isTty || monochrome) return stdout.write(writeJson(value, rules) + newline);
  for (const { text, style } of writePieces(value, rules)) await stdout.write(text, style);
  await stdout.write(newline);
};

/** What an error says; a value that the program made is shown as JSON. */
const messageOf = (error: JqError, inputs: Inputs, nullInput: boolean): string => {
  const place = nullInput ? '<unknown>' : `${inputs.name ?? '<stdin>'}:${inputs.line()}`;
  if (typeof error.value === 'string') return `error (at ${place}): ${error.value}`;
  return `error (at ${place}) (not a string): ${writeJson(error.value)}`;
};

const evaluate = async (process: Process, run: FilterRun): Promise<number> => {
  const given = new Map<string, Json>([
    ['positional', run.positional],
    ['named', run.variables],
  ]);
  const variables = new Map<string, Json>([['ENV', new Map(process.env)], ['ARGS', given], ...run.variables]);
  const filter = parseFilter(run.filter, knownNames([...variables.keys()]));
  const inputs = new Inputs(process, run);
  const evaluator = new Evaluator({
    process,
    nextInput: () => inputs.next(),
    inputName: () => inputs.name,
    inputLine: () => inputs.line(),
  });
  let env = preludeDefinitions().reduce((outer, definition) => outer.withFunction(definition), Environment.empty());
  for (const [name, value] of variables) env = env.withVariable(name, value);
  let last: Json | undefined;
  let status = SUCCESS;
  const filterOne = async (input: Json): Promise<void> => {
    try {
      for await (const value of evaluator.values(filter, env, input)) {
        last = value;
        await write(process, value, run);
      }
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
      status = RUN_ERROR;
      await warn(process, messageOf(error, inputs, run.nullInput));
    }
  };
  if (run.nullInput) await filterOne(null);
  else for (let input = await inputs.next(); input !== undefined; input = await inputs.next()) await filterOne(input);
  if (inputs.failed) return USAGE;
  if (!run.exitStatus || status !== SUCCESS) return status;
  return last === undefined ? NO_OUTPUT : isTrue(last) ? SUCCESS : FAILURE;
};

/** Runs a filter; resolves to the exit status. Throws CommandError for a filter that is wrong, and for input that is no JSON. */
export const runFilter = async (process: Process, run: FilterRun): Promise<number> => {
  try {
    return await evaluate(process, run);
  } catch (error) {
    if (error instanceof Halt) {
      await process.stderr.write(error.text);
      return error.status;
    }
    if (error instanceof JsonError) throw new CommandError(`parse error: ${error.message}`, USAGE);
    throw error instanceof PatternError ? new CommandError(`error: ${error.message}`, RUN_ERROR) : error;
  }
};
