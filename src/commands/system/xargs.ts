/** xargs: runs a command with arguments read from standard input. */

import { expandEscapes } from '../../coreutils/printf/escapes.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quoteWord } from '../../os/quote.ts';
import { BROKEN_PIPE, NOT_EXECUTABLE, NOT_FOUND } from '../../os/status.ts';
import { emptyReader } from '../../os/stream.ts';
import { type Cut, type Token, tokens } from './xargs/items.ts';

/** When a call is full, and what is done with its items. */
interface Plan {
  readonly command: readonly string[];
  /** Items in a call. */
  readonly most: number;
  /** Lines in a call. */
  readonly lines: number;
  /** Characters in a call, each word with one more. */
  readonly size: number;
  /** Replaced by the item in each word of the command. */
  readonly replace: string | undefined;
  /** Whether to run once for an empty input. */
  readonly always: boolean;
  readonly trace: boolean;
  /** An item that ends the input. */
  readonly end: string | undefined;
}

/** A command failed (1 to 125), or asked by 255 that no more be run. */
const SOME_FAILED = 123;
const ASKED_TO_STOP = 124;
/** A command was ended by a signal. */
const KILLED = 125;

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length + 1, 0);

/** One call of xargs. */
class Runner {
  readonly #process: Process;
  readonly #plan: Plan;
  readonly #base: number;
  #items: string[] = [];
  #lines = 0;
  #size = 0;
  #calls = 0;
  #aborted = false;
  /** No more is read. */
  ended = false;
  status = 0;

  constructor(process: Process, plan: Plan) {
    this.#process = process;
    this.#plan = plan;
    this.#base = lengthOf(plan.command);
    this.#size = this.#base;
  }

  async take(token: Token): Promise<void> {
    if (token === 'line end') {
      if (this.#items.length > 0 && ++this.#lines >= this.#plan.lines) await this.#flush();
      return;
    }
    const { item } = token;
    if (item === this.#plan.end) {
      this.ended = true;
      return;
    }
    const size = item.length + 1;
    if (this.#base + size > this.#plan.size) throw new CommandError('argument line too long');
    if (this.#size + size > this.#plan.size) await this.#flush();
    this.#items.push(item);
    this.#size += size;
    if (this.#items.length >= this.#plan.most) await this.#flush();
  }

  async finish(): Promise<number> {
    if (this.#aborted) return this.status;
    if (this.#items.length > 0 || (this.#calls === 0 && this.#plan.always)) await this.#flush();
    return this.status;
  }

  #words(): readonly string[] {
    const { command, replace } = this.#plan;
    if (replace === undefined) return [...command, ...this.#items];
    return command.map((word) => word.replaceAll(replace, () => this.#items[0] ?? ''));
  }

  async #flush(): Promise<void> {
    const words = this.#words();
    this.#items = [];
    this.#lines = 0;
    this.#size = this.#base;
    this.#calls++;
    if (this.#plan.trace) await this.#process.stderr.write(`${words.map(quoteWord).join(' ')}\n`);
    this.#judge(await this.#process.spawn(words, { stdin: emptyReader }), words[0] ?? '');
    await this.#process.pace();
  }

  #judge(status: number, name: string): void {
    if (status === NOT_FOUND || status === NOT_EXECUTABLE) {
      this.status = status;
      this.#aborted = true;
      this.ended = true;
    } else if (status === BROKEN_PIPE) throw new CommandError(`${name}: terminated by signal 13`, KILLED);
    else if (status === 255) throw new CommandError(`${name}: exited with status 255; aborting`, ASKED_TO_STOP);
    else if (status !== 0) this.status = SOME_FAILED;
  }
}

const options = {
  nul: { short: '0', long: 'null', summary: 'items end in NUL, and nothing in them is special' },
  file: { short: 'a', long: 'arg-file', value: 'FILE', kind: 'file', summary: 'read the items from FILE' },
  delimiter: { short: 'd', long: 'delimiter', value: 'CHARACTER', summary: 'items end in CHARACTER, and nothing in them is special' },
  end: { short: 'E', value: 'WORD', summary: 'stop reading at the item WORD' },
  replace: { short: 'I', value: 'TEXT', summary: 'run once for each line, with TEXT in the command replaced by it' },
  replaceDefault: { short: 'i', long: 'replace', value: 'TEXT', optional: true, summary: 'as -I, with {} unless TEXT is given' },
  lines: { short: 'L', long: 'max-lines', value: 'NUM', summary: 'at most NUM lines of items for each run' },
  linesDefault: { short: 'l', value: 'NUM', optional: true, summary: 'as -L, with 1 unless NUM is given' },
  args: { short: 'n', long: 'max-args', value: 'NUM', summary: 'at most NUM items for each run' },
  parallel: { short: 'P', long: 'max-procs', value: 'NUM', summary: 'runs at a time; they are made one after the other anyway' },
  skipEmpty: { short: 'r', long: 'no-run-if-empty', summary: 'run nothing when there are no items' },
  size: { short: 's', long: 'max-chars', value: 'NUM', summary: 'at most NUM characters for each run' },
  trace: { short: 't', long: 'verbose', summary: 'print each command before it runs' },
  exit: { short: 'x', long: 'exit', summary: 'stop when an item is too long, as happens anyway' },
} as const;

type Options = OptionValues<typeof options>;

/** Characters in a command line, unless `-s` says otherwise. */
const COMMAND_LENGTH = 131_072;

const numberOf = (text: string | undefined, letter: string): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new UsageError(`invalid number "${text}" for -${letter} option`);
  if (Number(text) < 1) throw new UsageError(`value ${text} for -${letter} option should be >= 1`);
  return Number(text);
};

const cutOf = ({ nul, delimiter }: Options, replaces: boolean): Cut => {
  if (delimiter !== undefined) {
    const character = expandEscapes(delimiter, 'format').text;
    if (character.length !== 1)
      throw new UsageError(`Invalid input delimiter specification ${delimiter}: the delimiter must be a single character`);
    return { delimiter: character };
  }
  return nul ? { delimiter: '\0' } : replaces ? 'lines' : 'words';
};

/** Of `-I`, `-L` and `-n` the last one counts. */
const planOf = (on: Options, order: readonly (keyof Options)[], command: readonly string[]): Plan => {
  // GNU's takes -n 1 after -I for nothing.
  const isOne = on.args === '1' && order.some((key) => key === 'replace' || key === 'replaceDefault');
  const last = order.findLast(
    (key) => ['replace', 'replaceDefault', 'lines', 'linesDefault', 'args'].includes(key) && !(isOne && key === 'args'),
  );
  const replaces = last === 'replace' || last === 'replaceDefault';
  const replace = last === 'replace' ? on.replace : on.replaceDefault || '{}';
  const lines = last === 'lines' ? on.lines : last === 'linesDefault' ? on.linesDefault || '1' : undefined;
  return {
    command: command.length === 0 ? ['echo'] : command,
    most: replaces ? 1 : numberOf(last === 'args' ? on.args : undefined, 'n'),
    lines: numberOf(lines, 'L'),
    size: Math.min(numberOf(on.size, 's'), COMMAND_LENGTH),
    replace: replaces ? replace : undefined,
    always: !on.skipEmpty && !replaces,
    trace: on.trace,
    end: on.end,
  };
};

export default defineCommand({
  name: 'xargs',
  summary: 'Run a command with arguments read from standard input',
  topic: 'system',
  options,
  dialect: coreutils,
  operands: [
    { name: 'COMMAND', kind: 'command', optional: true },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  inOrder: true,
  description: ['Items are separated by blanks and newlines; quotes and backslashes keep these in an item. Without COMMAND it is echo.'],
  examples: [
    { line: 'ls jobs | xargs echo', shows: 'Many lines as one' },
    { line: 'ls jobs | xargs -I{} echo I was at {}', shows: 'A sentence for each line' },
    { line: 'find . -type f -print0 | xargs -0 wc -w', shows: 'Names that may hold anything' },
  ],
  statuses: { 1: 'bad input', 123: 'a run failed', 124: 'a run asked to stop by 255', 127: 'there is no such command' },
  seeAlso: ['find', 'tee'],
  run: async (process, { options: on, order, operands }) => {
    const plan = planOf(on, order, operands);
    const runner = new Runner(process, plan);
    const reader = on.file === undefined ? process.stdin : openInput(process, on.file);
    for await (const batch of tokens(reader, cutOf(on, plan.replace !== undefined))) {
      for (const token of batch) {
        if (!runner.ended) await runner.take(token);
      }
      if (runner.ended) break;
    }
    return runner.finish();
  },
});
