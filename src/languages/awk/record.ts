/** The record at hand: `$0`, its fields and NF, each made from the others when it is asked for. */
import { CommandError } from '../../os/failure.ts';
import { LimitError } from '../../os/limits.ts';
import { USAGE } from '../../os/status.ts';
import { type Separator, splitText } from './split.ts';
import { fromInput, type Value } from './value.ts';

/** Fields that a record may have. */
const FIELDS = 1_000_000;

/** What splitting and joining need to know of the program's variables. */
export interface RecordRules {
  separator(): Separator;
  /** Newlines part fields, because RS is empty. */
  paragraphs(): boolean;
  outputSeparator(): string;
  toText(value: Value): string;
}

/** A record. */
export class RecordText {
  readonly #rules: RecordRules;
  #text: Value = '';
  /** Undefined while `$0` has not been split. */
  #fields: Value[] | undefined;
  /** Whether `$0` must be joined again from its fields. */
  #stale = false;
  #separator: Separator;
  #paragraphs = false;

  constructor(rules: RecordRules) {
    this.#rules = rules;
    this.#separator = rules.separator();
  }

  /** Replaces `$0`. It is split by the separator of this moment, though later. */
  set(text: string): void {
    this.#text = fromInput(text);
    this.#fields = undefined;
    this.#stale = false;
    this.#separator = this.#rules.separator();
    this.#paragraphs = this.#rules.paragraphs();
  }

  #split(): Value[] {
    if (!this.#fields) this.#fields = splitText(this.#rules.toText(this.#text), this.#separator, this.#paragraphs).map(fromInput);
    return this.#fields;
  }

  /** NF. */
  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    const fields = this.#split();
    if (count < 0) throw new CommandError('NF set to negative value', USAGE);
    if (count > FIELDS) throw new LimitError('fields', FIELDS);
    while (fields.length < count) fields.push(undefined);
    fields.length = count;
    this.#stale = true;
  }

  /** `$index`. */
  get(index: number): Value {
    if (index === 0) {
      if (this.#stale) {
        this.#text = fromInput(
          this.#split()
            .map((field) => this.#rules.toText(field))
            .join(this.#rules.outputSeparator()),
        );
        this.#stale = false;
      }
      return this.#text;
    }
    return this.#split()[checked(index) - 1];
  }

  /** Assigns to `$index`. */
  put(index: number, value: Value): void {
    if (index === 0) {
      this.set(this.#rules.toText(value));
      return;
    }
    if (checked(index) > this.count) this.count = index;
    this.#split()[index - 1] = value;
    this.#stale = true;
  }
}

const checked = (index: number): number => {
  if (index < 0) throw new CommandError(`attempt to access field ${index}`, USAGE);
  if (index > FIELDS) throw new LimitError('fields', FIELDS);
  return index;
};
