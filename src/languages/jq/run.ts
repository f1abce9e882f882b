/** One run of a filter over all inputs. */

import { openFile } from '../../coreutils/text/files.ts';
import { UsageError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';
import { type Arguments, writeRules } from './arguments.ts';
import { Environment } from './environment.ts';
import { Evaluator } from './evaluate.ts';
import type { World } from './evaluation.ts';
import { JqError } from './failure.ts';
import { Inputs } from './inputs.ts';
import { isTrue, type Json } from './json.ts';
import { parseFilter } from './parse.ts';
import { knownNames, preludeDefinitions } from './prelude.ts';
import { type WriteRules, writeJson, writePieces } from './write-json.ts';

/** GNU jq's status for an error that the filter ran into. */
export const RUN_ERROR = 5;
/** With -e, when there was no output. */
const NO_OUTPUT = 4;

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

/** Runs the filter; resolves to the exit status. `variables` are those of the arguments. */
export const runFilter = async (process: Process, args: Arguments, variables: ReadonlyMap<string, Json>): Promise<number> => {
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
