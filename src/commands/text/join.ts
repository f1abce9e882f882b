/** join: pairs lines of two sorted files by a common field. */

import { createSourceOpener } from '../../coreutils/lines.ts';
import { compareText } from '../../coreutils/order.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';
import { type Fields, formatPair, type JoinLayout, parseFormat } from './join/format.ts';
import { Side, type SideRules } from './join/side.ts';

const options = {
  all: { short: 'a', value: 'FILENUM', repeat: true, summary: 'print lines of file FILENUM (1 or 2) that have no partner, too' },
  empty: { short: 'e', value: 'STRING', summary: 'print STRING for fields that are missing' },
  ignoreCase: { short: 'i', long: 'ignore-case', summary: 'take lower case for upper case' },
  both: { short: 'j', value: 'FIELD', summary: 'as -1 FIELD -2 FIELD' },
  output: { short: 'o', value: 'FORMAT', summary: 'print these fields: 0 (the join field), 1.N and 2.N with commas between, or auto' },
  separator: { short: 't', value: 'CHAR', summary: 'fields end at CHAR' },
  only: { short: 'v', value: 'FILENUM', repeat: true, summary: 'as -a, but leave out the pairs' },
  first: { short: '1', value: 'FIELD', summary: 'join on this field of file 1' },
  second: { short: '2', value: 'FIELD', summary: 'join on this field of file 2' },
  check: { long: 'check-order', summary: 'fail when an input is not sorted' },
  noCheck: { long: 'nocheck-order', summary: 'do not look whether the inputs are sorted' },
  header: { long: 'header', summary: 'pair the first lines, whatever they hold' },
} as const;

type Options = OptionValues<typeof options>;

const fieldNumber = (text: string | undefined): number => {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text) || Number(text) === 0) throw new CommandError(`invalid field number: ${quote(text)}`);
  return Number(text) - 1;
};

const separatorOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length === 1) return text;
  if (text === '') return '\n';
  if (text === '\\0') return '\0';
  throw new CommandError(`multi-character tab ${quote(text)}`);
};

/** Which files' lines are printed without a partner. */
const unpaired = (on: Options): readonly [boolean, boolean] => {
  for (const text of [...on.all, ...on.only]) {
    if (text !== '1' && text !== '2') throw new CommandError(`invalid field number: ${quote(text)}`);
  }
  const has = (number: string): boolean => on.all.includes(number) || on.only.includes(number);
  return [has('1'), has('2')];
};

/** The options, understood. */
interface Plan {
  readonly separator: string | undefined;
  readonly joinFields: readonly [number, number];
  readonly shown: readonly [boolean, boolean];
  readonly format: JoinLayout['format'];
}

const planOf = (on: Options): Plan => ({
  separator: separatorOf(on.separator),
  joinFields: [fieldNumber(on.first ?? on.both), fieldNumber(on.second ?? on.both)],
  shown: unpaired(on),
  format: on.output === undefined || on.output === 'auto' ? undefined : parseFormat(on.output),
});

/** Walks both inputs and prints as the options say. */
class Join {
  readonly #process: Process;
  readonly #on: Options;
  readonly #plan: Plan;
  readonly #out: ReturnType<typeof createBatcher>;
  readonly #disordered = new Set<number>();
  #unpairable = false;

  constructor(process: Process, on: Options) {
    this.#process = process;
    this.#on = on;
    this.#plan = planOf(on);
    this.#out = createBatcher(process.stdout);
  }

  #rules(file: number, name: string): SideRules {
    const fold = (text: string): string => (this.#on.ignoreCase ? text.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : text);
    return {
      separator: this.#plan.separator,
      joinField: this.#plan.joinFields[file] ?? 0,
      compare: (a, b) => compareText(fold(a), fold(b)),
      onDisorder: async (line, text) => {
        if (this.#on.noCheck || this.#disordered.has(file) || !(this.#unpairable || this.#on.check)) return;
        this.#disordered.add(file);
        const message = `${name}:${line}: is not sorted: ${text}`;
        if (this.#on.check) {
          await this.#out.flush();
          throw new CommandError(message);
        }
        await warn(this.#process, message);
      },
    };
  }

  async run(names: readonly [string, string]): Promise<number> {
    const open = createSourceOpener(this.#process.stdin, (path) => openInput(this.#process, path));
    const sides = [new Side(open(names[0]), this.#rules(0, names[0])), new Side(open(names[1]), this.#rules(1, names[1]))] as const;
    for (const side of sides) await side.advance();
    const layout: JoinLayout = {
      joinFields: this.#plan.joinFields,
      separator: this.#plan.separator ?? ' ',
      filler: this.#on.empty ?? '',
      format: this.#plan.format,
      lengths: this.#on.output === 'auto' ? [sides[0].current?.length ?? 0, sides[1].current?.length ?? 0] : undefined,
    };
    await this.#walk(sides, layout);
    await this.#out.flush();
    if (this.#disordered.size === 0) return SUCCESS;
    await warn(this.#process, 'input is not in sorted order');
    return FAILURE;
  }

  async #walk(sides: readonly [Side, Side], layout: JoinLayout): Promise<void> {
    const [left, right] = sides;
    const { shown } = this.#plan;
    const { compare } = this.#rules(0, '');
    const put = async (a: Fields | undefined, b: Fields | undefined): Promise<void> => this.#out.put(`${formatPair([a, b], layout)}\n`);
    if (this.#on.header && (left.current || right.current)) {
      await put(left.current, right.current);
      for (const side of sides) await side.advance(false);
    }
    while (left.current || right.current) {
      await this.#process.pace();
      const difference = left.current && right.current ? compare(left.key, right.key) : left.current ? -1 : 1;
      if (difference === 0) {
        const [a, b] = [await left.group(), await right.group()];
        if (this.#on.only.length === 0) for (const one of a) for (const other of b) await put(one, other);
        continue;
      }
      const both = left.current !== undefined && right.current !== undefined;
      const [side, file] = difference < 0 ? [left, 0] : [right, 1];
      if (shown[file]) await put(file === 0 ? side.current : undefined, file === 1 ? side.current : undefined);
      await side.advance();
      this.#unpairable ||= both;
    }
  }
}

export default defineCommand({
  name: 'join',
  summary: 'Pair lines of two sorted files by a common field',
  topic: 'text',
  options,
  dialect: { ...coreutils, extra: (operand) => new UsageError(`extra operand ${quoteFile(operand)}`) },
  operands: [
    { name: 'FILE1', kind: 'file' },
    { name: 'FILE2', kind: 'file' },
  ],
  description: [
    'Fields are what blanks separate unless -t is given, and both files must be sorted on the join field. Either may be -, the standard input.',
  ],
  examples: [
    {
      line: "printf 'a 1\\nb 2\\n' > /tmp/left; printf 'a x\\nb y\\n' | join /tmp/left -",
      shows: 'Lines with the same first field, joined',
    },
  ],
  statuses: { 1: 'a file could not be read, or is not sorted' },
  seeAlso: ['sort', 'comm', 'paste'],
  run: (process, { options: on, operands: [first, second] }) => new Join(process, on).run([first, second]),
});
