/** The calls that xargs makes: how items are gathered, and what comes of the commands' statuses. */

import { quoteWord } from '../../../coreutils/text/quote-word.ts';
import { CommandError } from '../../../os/failure.ts';
import type { Process } from '../../../os/process.ts';
import { BROKEN_PIPE, NOT_EXECUTABLE, NOT_FOUND } from '../../../os/status.ts';
import { emptyReader } from '../../../os/stream.ts';
import type { Token } from './items.ts';

/** When a call is full, and what is done with its items. */
export interface Plan {
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
export class Runner {
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
