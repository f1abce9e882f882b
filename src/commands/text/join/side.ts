/** One of join's two inputs: lines in fields, grouped by the join field, watched for disorder. */
import { checkHeld, type LineSource } from '../../../coreutils/lines.ts';
import type { Fields } from './format.ts';

/** How lines become fields and keys are compared. */
export interface SideRules {
  /** Absent: fields are what blanks separate. */
  readonly separator: string | undefined;
  /** From 0. */
  readonly joinField: number;
  compare(a: string, b: string): number;
  /** Hears of each line that is not in order after the one before it. */
  onDisorder(lineNumber: number, text: string): Promise<void>;
}

/** An input, one line ahead. */
export class Side {
  readonly #source: LineSource;
  readonly #rules: SideRules;
  #number = 0;
  current: Fields | undefined;

  constructor(source: LineSource, rules: SideRules) {
    this.#source = source;
    this.#rules = rules;
  }

  /** The current line's join field; a missing one is empty. */
  get key(): string {
    return this.current?.[this.#rules.joinField] ?? '';
  }

  /** Goes on to the next line; `checked` is false after a header. */
  async advance(checked = true): Promise<void> {
    const before = this.current === undefined ? undefined : this.key;
    const text = await this.#source.next();
    this.#number++;
    this.current = text === undefined ? undefined : this.#split(text);
    if (text !== undefined && before !== undefined && checked && this.#rules.compare(before, this.key) > 0) {
      await this.#rules.onDisorder(this.#number, text);
    }
  }

  #split(text: string): Fields {
    const { separator } = this.#rules;
    if (separator !== undefined) return separator === '\n' ? [text] : text.split(separator);
    const trimmed = text.replace(/^[ \t]+/, '');
    return trimmed === '' ? [] : trimmed.replace(/[ \t]+$/, '').split(/[ \t]+/);
  }

  /** The current line and all that follow with its key. */
  async group(): Promise<Fields[]> {
    const { key } = this;
    const group: Fields[] = [];
    while (this.current !== undefined && this.#rules.compare(this.key, key) === 0) {
      group.push(this.current);
      checkHeld(group.length, 0);
      await this.advance();
    }
    return group;
  }
}
