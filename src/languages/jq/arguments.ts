/** jq's options and arguments. */
import { CommandError, UsageError } from '../../os/failure.ts';
import { type Parsed, parseArguments } from '../../os/options.ts';
import { USAGE } from '../../os/status.ts';
import type { Json } from './json.ts';
import { JsonError, parseJson } from './read-json.ts';
import type { WriteRules } from './write-json.ts';

/** The table. */
export const options = {
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

/** Arguments, parsed. */
export type Arguments = Parsed<typeof options>;

/** The arguments with `--arg` and `--argjson`, which take two, dealt with. */
export const readArguments = (args: readonly string[]): { readonly parsed: Arguments; readonly variables: ReadonlyMap<string, Json> } => {
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

/** How the options want values written. */
export const writeRules = ({ options: on }: Arguments): WriteRules => {
  const width = on.indent === undefined ? 2 : Number(on.indent);
  if (!Number.isInteger(width) || width < 0 || width > 7) throw new CommandError('Cannot indent by more than 7 characters', USAGE);
  return { indent: on.compact ? '' : on.tab ? '\t' : ' '.repeat(width), sortKeys: on.sortKeys, ascii: on.ascii };
};
